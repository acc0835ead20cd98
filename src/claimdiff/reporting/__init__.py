"""A Comparison → one text format per file, behind one registry."""
