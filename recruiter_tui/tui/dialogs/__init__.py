"""Small questions over the screen; each returns a value and changes nothing itself."""
