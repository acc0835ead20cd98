"""Pure functions on strings, and the word lists. Imports nothing of claimdiff but the model."""
