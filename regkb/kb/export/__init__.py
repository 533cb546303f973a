"""What leaves the base for other programs: rows of a query, whole tables, records, Akoma Ntoso XML."""
