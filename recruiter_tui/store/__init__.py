"""The store: the only room that knows of SQL."""
