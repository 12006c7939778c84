"""Domain values become files here: atomic, private, safe in a spreadsheet."""
