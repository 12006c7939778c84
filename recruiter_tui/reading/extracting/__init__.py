"""What the bounded child process does with strangers' bytes: each form to text, rows or parts."""
