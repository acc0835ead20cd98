"""What claimdiff measures about itself: quality figures with pinned floors, and speed as ratios."""
