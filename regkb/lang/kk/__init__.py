"""Kazakh, in Cyrillic letters."""
