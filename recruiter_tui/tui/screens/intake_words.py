"""How the intake says what an import would bring, and what it brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.services.preview import Becomes
from recruiter_tui.services.views import Changed
from recruiter_tui.tui.signs import Ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.services.preview import Preview
    from recruiter_tui.services.views import ImportReport
    from recruiter_tui.tui.widgets.lines import Run


class Arrived(NamedTuple):
    """Whose facts can be corrected before they are stored."""

    candidate: Candidate
    application: Application


def corrections_of(preview: Preview | None) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what was corrected before it is stored, by application number."""
    rows = preview.rows if preview else ()
    return {row.application: row.corrections for row in rows if row.corrections}


def standing(preview: Preview, *, flagged_only: bool) -> Sequence[Run]:
    """Return in a line what an import would bring."""
    runs: list[Run] = [(f"{preview.count(Becomes.NEW)} new", Ink.ACCENT)]
    for what, ink in (
        (Becomes.DIFFERS, Ink.OPEN),
        (Becomes.REFUSED, Ink.NOT_MET),
        (Becomes.PASSED_OVER, Ink.DIM),
    ):
        if count := preview.count(what):
            runs.append((f" · {count} {what.value}", ink))
    if preview.unchanged:
        runs.append((f" · {preview.unchanged} stored already", Ink.DIM))
    if corrected := len(corrections_of(preview)):
        runs.append((f" · {corrected} corrected", Ink.ACCENT))
    if preview.flagged:
        runs.append((f" · {preview.flagged} to look at", Ink.OPEN))
    runs.append((" · flagged only" if flagged_only else " · nothing is stored yet", Ink.DIM))
    return runs


def standing_sentence(preview: Preview) -> str:
    """Return the same as a sentence, for a person who is elsewhere by then."""
    return "".join(text for text, _ink in standing(preview, flagged_only=False))


def told_of(report: ImportReport) -> Changed:
    """Return what an import changed."""
    if report.batch is None:
        return Changed("" if report.refused else "nothing new was taken in")
    counts = [f"{report.added} taken in"] + ([f"{report.updated} updated"] if report.updated else [])
    return Changed(f"{', '.join(counts)} as {report.batch}", sequence=1, everything=True)
