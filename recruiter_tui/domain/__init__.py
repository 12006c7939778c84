"""The rules of shortlisting as pure values and functions: standard library only, time passed in."""
