"""regkb: regulations of public services, from damaged exports to a knowledge base that can be trusted."""

__version__ = "0.1.0"
