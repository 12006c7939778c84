"""Where a filter is wrong: the filter with a mark beneath the place, for the person at the terminal."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from recruiter_tui.cli.console import cells, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.cli.console import Console

_WIDEST: Final = 76
_BEFORE: Final = 40
_INDENT: Final = "  "


@contextmanager
def pointing_at(console: Console, query: str) -> Iterator[None]:
    """Show the place of a fault in `query` above the line that says what it is.

    Only where stderr is a terminal: scripts get the one line, which names the character.
    """
    from recruiter_tui.domain.query import QueryError

    try:
        yield
    except QueryError as error:
        if console.err_is_terminal:
            for line in marked(query, error.position):
                console.say(line)
        raise


def marked(query: str, position: int) -> tuple[str, str]:
    """Return the filter, cut around the place where it is long, and the line with the mark beneath it."""
    start = max(0, position - _BEFORE) if len(query) > _WIDEST else 0
    end = start + _WIDEST
    head, tail = "…" if start else "", "…" if end < len(query) else ""
    before = head + printable(query[start:position])
    shown = before + printable(query[position:end]) + tail
    return _INDENT + shown, _INDENT + " " * cells(before) + "^"
