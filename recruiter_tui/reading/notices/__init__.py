"""Vacancy notices: one layout a file."""
