"""One candidate of a first pass as lines: who it is, how each criterion stands, and what bears the one here.

Every person of a vacancy is drawn on the same lines, so that nothing moves from one to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.telling import told_of
from recruiter_tui.tui.drawing.blocks import heading, quotation, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.facts import contact_lines, nationalities
from recruiter_tui.tui.drawing.findings import found_piece, remarkable, standing_piece, title_of, waiting_sign
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, country, in_order, when
from recruiter_tui.tui.drawing.numbers import margin
from recruiter_tui.tui.signs import Ink, disposition_sign, outcome_sign, person_sign, tier_word
from recruiter_tui.tui.text import counted, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.domain.finding import Evidence, Finding, Outcome
    from recruiter_tui.services.views import ApplicationRow, Dossier
    from recruiter_tui.tui.drawing.card import Card
    from recruiter_tui.tui.drawing.evidence import Place
    from recruiter_tui.tui.drawing.setting import Setting

PERSON: Final = Stop(About.SECTION, "person")
"""The last line of the criteria: what else is known of the person."""
HEAD_LINES: Final = 3
_SIGN: Final = 15
_NARROW: Final = 34
_TIER: Final = 9
_FAMILIES: Final = (
    ("eligible", "eligibility"),
    ("in time", "deadline"),
    ("education", "education_experience"),
    ("languages", "languages"),
)


# -- who it is -------------------------------------------------------------------------------------------


def head_lines(row: ApplicationRow, card: Card | None, width: int, *, tiers: bool, strip: bool) -> list[Line]:
    """Return who it is, how the application stands, and what else was decided on the person.

    Args:
        row: The application.
        card: The rest of what is known; None while it is being read.
        width: Cells of every line.
        tiers: Whether the vacancy has tiers.
        strip: Whether the families of criteria stand in the last line, for want of a column of their own.
    """
    name = plain(row.name) or "name not stated"
    right: list[Piece] = [(plain(row.application), Ink.FAINT)]
    sign, outcome = disposition_sign(row.disposition), outcome_sign(row.outcome)
    standing: list[Piece] = [(fit(str(sign), _SIGN + 1), sign.ink)]
    if tiers:
        standing.append((fit(tier_word(row.tier), _TIER), Ink.TEXT if row.tier is not None else Ink.OPEN))
    standing.append((fit(str(outcome), _SIGN + 1), outcome.ink))
    about = _about(card.dossier) if card else ""
    families = list(_strip(row)) if strip else []
    rest = list(_known(row, card))
    gap: list[Piece] = [("   ", Ink.TEXT)] if families and rest else []
    return [
        line(width, (name, Ink.STRONG), right=right),
        line(width, *standing, (about, Ink.DIM)),
        line(width, *families, *gap, *rest),
    ]


def _about(dossier: Dossier) -> str:
    """Return whence somebody is and when the application came in, on one line."""
    candidate, application = dossier.candidate, dossier.application
    said = [nationalities(candidate)]
    if candidate.residence.value:
        said.append(f"lives in {country(candidate.residence.value)}")
    if application.internal is not None:
        said.append("internal" if application.internal else "external")
    if application.received is not None:
        inputs = next((one.inputs for one in dossier.findings if one.kind is Kind.DEADLINE), {})
        seconds = inputs.get("margin_seconds")
        came = margin(seconds) if isinstance(seconds, (int, float)) else when(application.received.local)
        said.append(f"received {came}")
    return " · ".join(said)


def _strip(row: ApplicationRow) -> Iterator[Piece]:
    """Yield the families of criteria as sign and name."""
    for name, column in _FAMILIES:
        outcome: Outcome | None = getattr(row, column)
        sign = outcome_sign(outcome)
        yield f"{sign.sign} ", sign.ink
        yield f"{name}  ", Ink.DIM


def _known(row: ApplicationRow, card: Card | None) -> Iterator[Piece]:
    """Yield what was decided here and elsewhere, remarks and tags, as one quiet line."""
    parts: list[list[Piece]] = []
    if row.decided_by and row.disposition is not Disposition.NEW:
        why = " \N{EN DASH} ".join(plain(part) for part in (row.reason, row.note) if part)
        parts.append(
            [(f"{why + ': ' if why else ''}{plain(row.decided_by)}, {when(row.decided_at)}", Ink.DIM)]
        )
    if card is not None:
        for one in card.previous:
            sign = disposition_sign(one.disposition)
            why = f" ({plain(one.reason)})" if one.reason else ""
            parts.append([(f"also {plain(one.title)} ", Ink.DIM), (f"{sign}{why}", sign.ink)])
        if card.dossier.notes:
            parts.append([(f"{person_sign()} {plain(card.dossier.notes[-1].text)}", Ink.DIM)])
    if row.tags:
        parts.append([(f"# {', '.join(plain(tag) for tag in row.tags)}", Ink.DIM)])
    for number, part in enumerate(parts):
        if number:
            yield "  ·  ", Ink.FAINT
        yield from part


# -- the criteria ----------------------------------------------------------------------------------------


def shown_findings(dossier: Dossier, setting: Setting) -> list[Finding]:
    """Return the findings in the order of their lines; what is judged later than on paper is left out."""
    return [one for one in in_order(dossier.findings) if one.override or one.criterion not in setting.later]


def criteria_lines(card: Card, width: int, setting: Setting) -> Iterator[Line]:
    """Yield one line for each criterion, a blank before those that only a person can judge."""
    findings = shown_findings(card.dossier, setting)
    ruled = [one for one in findings if one.kind not in JUDGED_BY_PEOPLE]
    judged = [one for one in findings if one.kind in JUDGED_BY_PEOPLE]
    for one in ruled:
        yield _criterion(one, width, setting)
    if not ruled:
        yield line(width, ("not screened yet", Ink.FAINT))
    if judged:
        yield line(width)
    for one in judged:
        yield _criterion(one, width, setting)
    later = len(card.dossier.findings) - len(findings)
    yield line(width)
    right: list[Piece] = [(f"{later} judged later", Ink.FAINT)] if later else []
    count = _count_of_more(card)
    yield line(
        width,
        (fit("About the person", _SIGN + 2 if width >= _NARROW else width), Ink.DIM),
        (count, Ink.FAINT),
        right=right,
        stop=PERSON,
    )


def _criterion(finding: Finding, width: int, setting: Setting) -> Line:
    """Return one criterion: sign and word in a column of their own, then what is asked."""
    words, ink = standing_piece(finding)
    is_open = finding.kind in JUDGED_BY_PEOPLE and finding.standing is None
    if is_open:
        words, ink = waiting_sign(finding)
    elif width < _NARROW:
        words = words.partition(" ")[0]
    column = 2 if width < _NARROW else _SIGN
    name = Ink.TEXT if finding.kind in JUDGED_BY_PEOPLE else Ink.STRONG
    aside = [person_sign()] if finding.override else []
    if finding.necessity is Necessity.ADVANTAGE and finding.kind is not Kind.TIER:
        aside.insert(0, "advantage" if width >= 2 * _NARROW else "+")
    title = title_of(finding, setting.asked)
    if is_open:
        column = 2
    return line(
        width,
        (fit(words, column), ink),
        (title, name),
        right=[(" ".join(aside), Ink.DIM)] if aside else (),
        stop=Stop(About.FINDING, finding.criterion),
    )


def _count_of_more(card: Card) -> str:
    """Return how much more there is to know of the person."""
    counts = (
        (len(card.previous), "other application"),
        (len(card.dossier.notes), "note"),
        (len(card.dossier.candidate.warnings), "warning"),
    )
    return " · ".join(counted(many, what) for many, what in counts if many)


# -- what bears the one here -----------------------------------------------------------------------------


def detail_lines(
    card: Card, stop: Stop | None, width: int, setting: Setting, found: Sequence[Place | None] = ()
) -> Iterator[Line]:
    """Yield what is known about the criterion under the cursor; each quotation is a stop of its own.

    Args:
        card: The candidate.
        stop: The line under the cursor.
        width: Cells of every line.
        setting: The vacancy's wording.
        found: Where the papers bear each piece of evidence.
    """
    if stop == PERSON:
        yield from _person(card, width)
        return
    name = stop.name if stop else ""
    finding = next((one for one in card.dossier.findings if one.criterion == name), None)
    if finding is None:
        return
    words, ink = standing_piece(finding)
    gain = finding.necessity is Necessity.ADVANTAGE and finding.kind is not Kind.TIER
    right: list[Piece] = [("an advantage", Ink.DIM)] if gain else []
    yield line(width, (words, ink), right=right)
    if len(title := title_of(finding, setting.asked)) > width // 2:
        yield from text(width, title, Ink.STRONG)
    yield from _said(finding, width)
    if flags := remarkable(finding):
        yield from text(width, f"look at: {' · '.join(flags)}", Ink.OPEN)
    yield from _quotations(card, finding, width, setting, found)


def _said(finding: Finding, width: int) -> Iterator[Line]:
    """Yield the sentence, or a person's ruling with what it stands in place of."""
    ruling = finding.override
    if ruling is None:
        if finding.reason:
            yield from text(width, plain(told_of(finding)))
        return
    yield from text(width, f"{person_sign()} “{plain(ruling.reason)}”")
    yield from text(width, f"ruled by {plain(ruling.by)}, {when(ruling.at)}", Ink.DIM)
    if finding.outcome is not None:
        said = f"in place of {found_piece(finding, finding.outcome)[0]}: {plain(told_of(finding))}"
        yield from text(width, said, Ink.DIM)


def _quotations(
    card: Card, finding: Finding, width: int, setting: Setting, found: Sequence[Place | None]
) -> Iterator[Line]:
    """Yield the evidence, each piece with where it comes from."""
    if not finding.evidence and not card.is_searched and finding.kind in JUDGED_BY_PEOPLE:
        yield line(width)
        yield from text(width, "looking through the papers …", Ink.FAINT)
    terms = setting.terms.get(finding.criterion, frozenset())
    for number, one in enumerate(finding.evidence):
        place = found[number] if number < len(found) else None
        source = _source(one, place, card)
        stop = Stop(About.ITEM, str(number))
        yield line(width)
        yield from quotation(width, plain(one.quote), source, indent=0, terms=terms, stop=stop)


def _source(evidence: Evidence, place: Place | None, card: Card) -> str:
    """Return where a quotation comes from, and how the papers came to be lit."""
    source = plain(evidence.source)
    if place is None:
        return f"{source} alone" if card.papers.are_papers else source
    return source if place.is_quoted else f"{source}, lit by its words"


def _person(card: Card, width: int) -> Iterator[Line]:
    """Yield other applications with what was decided on them, remarks, warnings, and the contacts."""
    for one in card.previous:
        sign = disposition_sign(one.disposition)
        yield line(width, (plain(one.title), Ink.TEXT), right=[(plain(one.application), Ink.FAINT)])
        why = " \N{EN DASH} ".join(plain(part) for part in (one.reason, one.note) if part)
        yield line(width, (str(sign), sign.ink), ("   " + why, Ink.DIM), indent=2)
        if one.decided_by:
            yield from text(width, f"{plain(one.decided_by)}, {when(one.decided_at)}", Ink.FAINT, indent=2)
    if not card.previous:
        yield from text(width, "no other application of the same person", Ink.FAINT)
    for note in card.dossier.notes:
        yield line(width)
        yield from text(width, f"{person_sign()} {plain(note.text)}")
        yield from text(width, f"{plain(note.by)}, {when(note.at)}", Ink.DIM, indent=2)
    if card.dossier.candidate.warnings:
        yield line(width)
    for warning in card.dossier.candidate.warnings:
        yield from text(width, plain(warning), Ink.OPEN)
    yield from heading(width, "Contact")
    yield from contact_lines(card.dossier.candidate, width)
