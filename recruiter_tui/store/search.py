"""Full-text search: what a person types becomes quoted terms, so that no text is ever a syntax error."""

from __future__ import annotations

from typing import Final

MOST_TERMS: Final = 16
LONGEST_TERM: Final = 64
LEAST_LETTERS: Final = 3
"""Full text answers from this many letters on; shorter words match half of everybody."""


def terms(text: str) -> list[str]:
    """Return the words that a search can use: those with a letter or digit, at most 16 of 64 characters."""
    found = [
        word[:LONGEST_TERM] for word in text.split() if any(sign.isalnum() for sign in word[:LONGEST_TERM])
    ]
    return found[:MOST_TERMS]


def expression(text: str) -> str | None:
    """Return the FTS5 query for a person's words, all of them wanted and the last one as a beginning.

    None where nothing in the text can be searched for.
    """
    words = [_plain(word) for word in terms(text)]
    if not words:
        return None
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " AND ".join(quoted) + (" *" if text[-1:].isalnum() else "")


def phrase_expression(text: str, *, whole: bool) -> str | None:
    """Return the FTS5 query for words in a row; without `whole` the last one may be a beginning."""
    words = _plain(text[: MOST_TERMS * LONGEST_TERM])
    if not any(sign.isalnum() for sign in words):
        return None
    return '"' + words.replace('"', " ") + '"' + ("" if whole or not text[-1:].isalnum() else " *")


def _plain(text: str) -> str:
    """Return words as the index holds them, without what SQLite takes for an end."""
    from recruiter_tui.domain.searching import prepared  # the first rows are there without it

    return "".join(" " if ord(sign) < 32 else sign for sign in prepared(text))  # noqa: PLR2004  # controls
