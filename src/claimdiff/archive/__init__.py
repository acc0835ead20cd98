"""Many stories: a store on disk, grouping into stories, and engines that compare them."""
