"""Finding acts by words in any of their forms: stems, the index, ranking, and the marking of hits."""
