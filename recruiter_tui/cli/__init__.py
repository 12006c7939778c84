"""The command line: one verb a file, stdout for data, stderr for narration, no Textual."""
