"""The command line: the only room that prints, parses flags and exits."""
