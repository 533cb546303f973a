"""Raw document in, clean text out, each character traced to its source."""
