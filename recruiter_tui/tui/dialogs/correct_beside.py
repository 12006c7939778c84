"""A correction with the candidate's paper beside it: where the fact came from is lit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from textual.containers import Horizontal, Vertical

from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.tui.dialogs.correct import CorrectDialog
from recruiter_tui.tui.widgets.source_excerpt import SourceExcerpt

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.tui.dialogs.facts import Fact, Facts

_ROOMY: Final = 100
"""From this width on there is room for a paper beside the facts."""
_SHORTEST: Final = 3


def correction_of(dossier: Facts, fact: str | None, width: int, name: str = "") -> CorrectDialog:
    """Return the dialog for a correction: with the paper beside it where there is one, and room for it."""
    paper = next((paper.text for paper in dossier.candidate.documents if paper.text.strip()), "")
    if paper and width >= _ROOMY:
        return CorrectBesideDialog(dossier, paper, fact, name)
    return CorrectDialog(dossier, fact, name)


class CorrectBesideDialog(CorrectDialog):
    """Asks which fact is wrong, and for the right value, while the paper stands beside it."""

    CSS = """
    CorrectBesideDialog .dialog { width: 116; height: 94%; }
    CorrectBesideDialog .dialog-body { height: 1fr; max-height: 100%; }
    CorrectBesideDialog .beside { height: 100%; }
    CorrectBesideDialog .beside Vertical { width: 5fr; height: auto; }
    CorrectBesideDialog SourceExcerpt { width: 6fr; height: 1fr; }
    """

    def __init__(self, dossier: Facts, paper: str, fact: str | None = None, name: str = "") -> None:
        """Take the facts and the paper's text."""
        self._candidate = dossier.candidate
        self._paper = paper
        self.excerpt = SourceExcerpt(paper)
        super().__init__(dossier, fact, name)

    def body(self) -> ComposeResult:
        """Give the facts, and the paper beside them."""
        with Horizontal(classes="beside"):
            yield Vertical(*super().body())
            yield self.excerpt

    def _ask(self, fact: Fact) -> None:
        """Light where the fact came from, and take its new value."""
        super()._ask(fact)
        self.excerpt.light(spans_of(self._candidate, fact, self._paper))


def spans_of(candidate: Candidate, fact: Fact, paper: str) -> tuple[Span, ...]:
    """Return the places of a paper that bear a fact: as they were read, else where its value stands."""
    family, _, rest = fact.path.partition("/")
    held = getattr(candidate, family, None)
    number = rest.partition("/")[0]
    if isinstance(held, tuple) and number.isdecimal() and int(number) < len(held):
        held = held[int(number)]
    entries = held if isinstance(held, tuple) else (held,)
    spans = tuple(span for one in entries for span in getattr(one, "spans", ()))
    if spans and not (isinstance(held, Stated) and held.by):
        return spans
    wanted = fact.value.strip()
    found = re.search(re.escape(wanted), paper, re.IGNORECASE) if len(wanted) >= _SHORTEST else None
    return spans or ((Span(*found.span()),) if found else ())
