"""Candidates and applications: one format a file."""
