"""Untrusted bytes become domain values here."""
