"""Acts as Akoma Ntoso 3.0: identification, life, modifications, ELI metadata, and every provision under its eId."""
