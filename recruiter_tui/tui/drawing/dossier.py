"""A dossier as lines, from the name to the last word of the papers; lazy, so that a glance costs a glance."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.notice_words import day_words
from recruiter_tui.domain.passages import LONGEST_PAPER
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.text import clean
from recruiter_tui.tui.drawing.blocks import heading, labelled, listed, long_text, text
from recruiter_tui.tui.drawing.career import career_lines
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.facts import (
    contact_lines,
    correction_lines,
    degree_lines,
    has_corrections,
    language_lines,
    nationalities,
)
from recruiter_tui.tui.drawing.findings import SILENCES, finding_lines, outcome_piece, title_of
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, country, when
from recruiter_tui.tui.drawing.numbers import margin
from recruiter_tui.tui.drawing.timeline import timeline
from recruiter_tui.tui.signs import Ink, disposition_sign, passage_sign, person_sign, tier_word
from recruiter_tui.tui.text import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.finding import Finding
    from recruiter_tui.services.views import Dossier
    from recruiter_tui.tui.drawing.setting import Setting

_WIDE: Final = 60
"""From this width on a heading has room for a remark in words."""


def dossier_lines(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield the dossier, each line exactly `width` cells."""
    for section in _SECTIONS:
        yield from section(dossier, width, setting)


def _head(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield who it is, how the application stands, and when it came in."""
    row, candidate = dossier.row, dossier.candidate
    name = plain(candidate.name.value or row.name) or "name not stated"
    number = (plain(row.application), Ink.FAINT)
    yield line(width, (name, Ink.STRONG), right=[number], stop=Stop(About.FACT, "name"))
    sign = disposition_sign(row.disposition)
    outcome, ink = outcome_piece(row.outcome)
    standing: list[Piece] = [(str(sign), sign.ink), ("   ", Ink.TEXT)]
    if row.tier is not None or any(one.kind is Kind.TIER for one in dossier.findings):
        standing += [(tier_word(row.tier), Ink.TEXT), ("   ", Ink.TEXT)]
    yield line(width, *standing, (outcome, ink))
    if row.reason or row.note:
        why = " · ".join(plain(part) for part in (row.reason, row.note) if part)
        yield from text(width, why, Ink.TEXT)
    if row.decided_by:
        yield from text(width, f"decided by {plain(row.decided_by)}, {when(row.decided_at)}", Ink.DIM)
    if words := _roster(dossier, setting):
        yield from text(width, words, Ink.DIM)
    who = [nationalities(candidate)]
    if candidate.residence.value:
        who.append(f"lives in {country(candidate.residence.value)}")
    if dossier.application.internal is not None:
        who.append("internal" if dossier.application.internal else "external")
    yield from listed(width, who, Ink.DIM, stop=Stop(About.FACT, "nationalities"))
    yield from listed(width, _received(dossier), Ink.DIM)


def _roster(dossier: Dossier, setting: Setting) -> str:
    """Return how long a place on the roster would last; nothing where there is none in sight."""
    row, term = dossier.row, setting.roster
    if term is None or row.disposition is not Disposition.SHORTLISTED or not row.decided_at:
        return ""
    until = term.until(dt.datetime.fromisoformat(row.decided_at).date())
    return f"a place on the roster would last until {day_words(until)}" if until is not None else ""


def _received(dossier: Dossier) -> list[str]:
    """Return when the application came in, and how that lies to the closing."""
    received = dossier.application.received
    if received is None:
        return ["receipt not stated"]
    said = f"received {when(received.local)}"
    if not received.has_zone:
        said += ", zone not stated"
    inputs = next((one.inputs for one in dossier.findings if one.kind is Kind.DEADLINE), {})
    seconds = inputs.get("margin_seconds")
    return [said, margin(seconds)] if isinstance(seconds, (int, float)) else [said]


def _findings(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield what the rules found."""
    ruled = [finding for finding in dossier.findings if finding.kind not in JUDGED_BY_PEOPLE]
    yield from heading(width, "Findings")
    if ruled:
        yield from finding_lines(ruled, width, setting.asked, {}, setting.opened)
    else:
        yield from text(width, "not screened yet", Ink.FAINT)


def _career(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield the career."""
    del setting
    yield from heading(width, "Career", counted(len(dossier.candidate.employment), "job"))
    if dossier.candidate.employment:
        yield from career_lines(timeline(dossier), width)
        silent = {flag for one in dossier.findings for flag in one.flags}
        if unsaid := [words for flag, words in SILENCES.items() if flag in silent]:
            yield from text(width, f"not stated for every job: {' and '.join(unsaid)}", Ink.FAINT)
    else:
        yield from text(width, "no employment on file", Ink.FAINT)


def _degrees(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    del setting
    yield from heading(width, "Education")
    yield from degree_lines(dossier.candidate, width)


def _languages(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    del setting
    yield from heading(width, "Languages")
    yield from language_lines(dossier.candidate, width)


def _contacts(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    del setting
    yield from heading(width, "Contact")
    yield from contact_lines(dossier.candidate, width)


def _judged(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield what only a person can judge, each with the candidate's own words on it."""
    found = [one for one in dossier.findings if one.kind in JUDGED_BY_PEOPLE]
    if not found:
        return
    if not any(one.evidence for one in found):
        quoted = setting.passages(dossier.candidate)
        found = [replace(one, evidence=tuple(quoted.get(one.criterion, ()))) for one in found]
    now = [one for one in found if one.override or one.criterion not in setting.later]
    later = [one for one in found if one not in now]
    if now:
        yield from heading(width, "For you to judge", _spoken_of(now, width))
        yield from finding_lines(now, width, setting.asked, setting.terms)
    if later:
        yield from heading(width, "Judged later, not on paper")
        yield from text(width, " · ".join(title_of(one, setting.asked) for one in later), Ink.DIM)


def _spoken_of(findings: Sequence[Finding], width: int) -> str:
    """Return of how many criteria the papers speak, as far as there is room to say it."""
    borne, many = sum(bool(one.evidence) for one in findings), counted(len(findings), "criterion", "criteria")
    if not borne:
        return many
    return (
        f"{many}, {borne} with passages" if width >= _WIDE else f"{passage_sign()} {borne} of {len(findings)}"
    )


def _notes(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield remarks, tags, other applications and warnings of the import."""
    del setting
    if dossier.notes or dossier.row.tags:
        yield from heading(width, "Notes")
    for note in dossier.notes:
        yield from text(width, f"{person_sign()} {plain(note.text)}")
        yield from text(width, f"{plain(note.by)}, {when(note.at)}", Ink.DIM, indent=2)
    if dossier.row.tags:
        yield from labelled(width, "tags", ", ".join(plain(tag) for tag in dossier.row.tags))
    if dossier.also_applied:
        yield from heading(width, "Also applied to")
        for title in dossier.also_applied:
            yield from text(width, plain(title))
    if dossier.candidate.warnings:
        yield from heading(width, "Look at")
        for warning in dossier.candidate.warnings:
            yield from text(width, plain(warning), Ink.OPEN)


def _corrections(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    del setting
    if has_corrections(dossier.candidate):
        yield from heading(width, "Corrected")
        yield from correction_lines(dossier.candidate, width)


def _papers(dossier: Dossier, width: int, setting: Setting) -> Iterator[Line]:
    """Yield the text of the candidate's papers, the terms of the open criteria lit."""
    terms = frozenset().union(*setting.terms.values())
    for document in dossier.candidate.documents:
        yield from heading(width, plain(document.name))
        # Clean since it came in: of an ordinary text this length the gate only tells that.
        yield from long_text(width, clean(document.text[:LONGEST_PAPER], multiline=True), terms)


_SECTIONS: Final = (
    _head,
    _findings,
    _career,
    _degrees,
    _languages,
    _contacts,
    _notes,
    _corrections,
    _judged,
    _papers,
)
