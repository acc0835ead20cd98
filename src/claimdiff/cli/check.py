"""`claimdiff check` and `claimdiff rule`: a draft held against its sources."""
