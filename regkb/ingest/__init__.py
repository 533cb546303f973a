"""Files in, raw documents out: finding, fingerprinting, decoding, and running many."""
