"""The DuckDB store: schema, loading, validity, search, queries, export."""
