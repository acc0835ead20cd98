"""Checks where people write: a language server for editors, a tool server for agents."""
