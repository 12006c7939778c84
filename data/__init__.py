"""Demo material: vacancy notices in our own wording, invented applicants, and what writes them."""
