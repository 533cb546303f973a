"""The command line, a file a command; each parses its arguments, calls, and prints."""
