"""Facts for people to look at: the page that explains an act, and procedures as diagrams."""
