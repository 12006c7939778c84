"""The keys of a candidate, from what the store's columns hold."""

from __future__ import annotations

from recruiter_tui.domain.person_keys import keys_of
from recruiter_tui.reference.person_names import has_other_script, words


def keys(name: str, emails: str, phones: str) -> frozenset[int]:
    """Return the keys of one candidate; addresses and numbers stand on a line each."""
    return keys_of(words(name), emails.split("\n"), phones.split("\n"), other_script=has_other_script(name))
