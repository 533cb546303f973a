"""Specimen acts of an invented region, with known truth: the program that composes, lays out and writes them."""
