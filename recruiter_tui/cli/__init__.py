"""The command line: one verb a file, plain lines for scripts, screen readers and checks."""
