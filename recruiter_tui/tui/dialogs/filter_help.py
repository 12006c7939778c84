"""How filters are written, by examples and field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.widgets import Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, fit, joined, stacked, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.content import Content

_EXAMPLES: Final = (
    ("amina haddad", "both words in the name; accents and case do not count"),
    ('"amina haddad"', "these words in a row"),
    ("tier:1 outcome:met", "both; a blank is an and"),
    ("tier:1 or tier:2", "one of them; ( ) put parts together"),
    ("not tag:asked", "the opposite; -tag:asked says the same"),
    ("years>=5 · years:2..5", "a limit; a range with both ends. Also > < <= !="),
    ("received:2026-01..2026-03", "days, months or years, as a date or a range of them"),
    ("education:cannot-tell", "a finding: met, not-met, cannot-tell, unknown"),
    ("finding.language-en:not-met", "the finding on one criterion; tab lists them"),
    ("nationality:unknown", "what nobody knows is found by this alone, and is never inside anything else"),
    ("text:harbour", 'papers and notes; text:"harbour office" for whole words in a row'),
    ("name=Zoë · text=Zoë", "letters exactly as they are spelled"),
    ("language:french · residence:Kenya", "languages and countries by any of their names, or by code"),
)
_SAID: Final = 36
_FIELD: Final = 14
_WIDEST: Final = 100
_MARGINS: Final = 6


class FilterHelp(Dialog[None]):
    """Examples first, then every field."""

    title_text = "How filters are written"
    hint = "j k scroll · esc closes"
    BINDINGS: ClassVar = [
        ("q,question_mark,f1,enter", "dismiss(None)", "close"),
        ("j,down", "scroll(1)", "down"),
        ("k,up", "scroll(-1)", "up"),
        ("pagedown,space", "scroll(10)", "page down"),
        ("pageup", "scroll(-10)", "page up"),
    ]

    def __init__(self) -> None:
        """Take the broad frame."""
        super().__init__(classes="wide-dialog")

    def body(self) -> ComposeResult:
        """Give everything as one text."""
        room = min(_WIDEST, self.app.size.width) - _MARGINS
        yield Static(stacked((*_examples(room), *_fields(room))), markup=False)

    def action_scroll(self, lines: int) -> None:
        """Scroll by lines."""
        self.query_one(".dialog-body").scroll_relative(y=lines, animate=False)


def _examples(room: int) -> Iterator[Content]:
    for written, means in _EXAMPLES:
        yield from _pair(written, means, min(_SAID, room // 2), room)
    yield content("")


def _fields(room: int) -> Iterator[Content]:
    from recruiter_tui.domain.query import describe_fields

    yield content("Fields", Ink.STRONG)
    for name, about in describe_fields():
        yield from _pair(name, about, _FIELD, room)


def _pair(left: str, right: str, cells: int, room: int) -> Iterator[Content]:
    """Give two columns; what is too long for the first takes a line of its own."""
    lines = wrapped(right, max(16, room - cells - 2))
    if len(left) >= cells:
        yield joined(("  " + left, Ink.ACCENT))
        left = ""
    for number, line in enumerate(lines):
        yield joined((fit("  " + (left if not number else ""), cells + 2), Ink.ACCENT), (line, Ink.DIM))
