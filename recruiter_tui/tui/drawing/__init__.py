"""Values of the domain drawn as lines of exact width: pure functions, no widget and no state."""
