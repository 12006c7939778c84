"""Tables from other systems: known by their headings, mapped by a person where they are not."""
