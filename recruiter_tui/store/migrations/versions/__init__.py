"""One file a version, in the order in which they follow each other."""
