"""Versions of the schema, and the one recipe by which a store goes from one to the next."""
