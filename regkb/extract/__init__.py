"""Clean text in, facts out: header, tree, services, durations, references, amendments."""
