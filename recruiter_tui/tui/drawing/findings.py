"""Findings as they are read: sign and word, what was asked, one sentence, evidence, and a person's ruling."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.requirement import Kind, Necessity
from recruiter_tui.domain.telling import BOUNDARY, flag_told, tier_told, told_of
from recruiter_tui.tui.drawing.blocks import quotation, text
from recruiter_tui.tui.drawing.cells import plain, wrap
from recruiter_tui.tui.drawing.line import About, Line, Piece, Stop, line
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE, KIND_NAMES, in_order, when
from recruiter_tui.tui.signs import Ink, beside_sign, outcome_sign, passage_sign, person_sign
from recruiter_tui.tui.text import counted
from recruiter_tui.tui.text import width as width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.finding import Finding, Override

_SIGN: Final = 15
"""Cells of the column for sign and word."""
_INDENT: Final = 2
"""Cells of the column for a sign alone, and of what stands below a title on narrow pages."""
_NARROW: Final = 36
"""Below this width the signs have no column of their own."""
_WIDE: Final = 72
"""From this width on everything stands right of the signs."""
_TITLE_LINES: Final = 12
SILENCES: Final = {"fte not stated": "the share of full time", "paid not stated": "whether paid"}
"""Flags of nearly every career: what papers seldom say stands once, at the career itself."""
_QUOTED: Final = 2
"""Quotations of a rule's finding that are shown at first; the career is drawn below anyway."""


def outcome_piece(outcome: Outcome | None) -> Piece:
    """Return an outcome as sign and word in its colour."""
    sign = outcome_sign(outcome)
    return str(sign), sign.ink


def standing_piece(finding: Finding) -> Piece:
    """Return what stands for a finding."""
    return found_piece(finding, finding.standing)


def found_piece(finding: Finding, outcome: Outcome | None) -> Piece:
    """Return what an outcome is for a finding: a tier is no failure, nor is an advantage that is lacking.

    What nobody has judged says how many passages of the papers speak of it, where any do.
    """
    if outcome is None and finding.evidence:
        return f"{passage_sign()} {counted(len(finding.evidence), 'passage')}", Ink.ACCENT
    sign = outcome_sign(outcome)
    if words := tier_told(finding, outcome):
        return (
            (f"{sign.sign} {words}", sign.ink)
            if outcome is Outcome.MET
            else (f"{beside_sign()} {words}", Ink.DIM)
        )
    lacking = finding.necessity is Necessity.ADVANTAGE and outcome is Outcome.NOT_MET
    return str(sign), Ink.DIM if lacking else sign.ink


def remarkable(finding: Finding) -> list[str]:
    """Return what a person should look at although the outcome stands, in words."""
    said = {*SILENCES, BOUNDARY} if finding.outcome is Outcome.MET else SILENCES
    return [plain(flag_told(flag)) for flag in finding.flags if flag not in said]


def waiting_sign(finding: Finding) -> Piece:
    """Return the sign of what waits for a person: whether the papers have a passage on it."""
    if finding.evidence:
        return passage_sign(), Ink.ACCENT
    sign = outcome_sign(None)
    return sign.sign, sign.ink


def title_of(finding: Finding, asked: Mapping[str, str]) -> str:
    """Return what the finding is about: the family's name, or the notice's own words for a topic."""
    words = plain(asked.get(finding.criterion, ""))
    if finding.kind in JUDGED_BY_PEOPLE:
        return words or plain(finding.reason) or KIND_NAMES[finding.kind]
    return words or KIND_NAMES[finding.kind]


def finding_lines(
    findings: Sequence[Finding],
    width: int,
    asked: Mapping[str, str],
    terms: Mapping[str, frozenset[str]],
    opened: frozenset[str] = frozenset(),
) -> Iterator[Line]:
    """Yield the findings in the order of the families.

    Args:
        findings: What screening found.
        width: Cells of every line.
        asked: What each criterion asks, by its id.
        terms: Stems of the words to light up in the evidence, per criterion id.
        opened: Criteria whose evidence is shown to the last quotation.
    """
    for finding in in_order(findings):
        lit = terms.get(finding.criterion, frozenset())
        shown = finding.criterion in opened
        yield from _one(finding, width, title_of(finding, asked), lit, opened=shown)


def _one(finding: Finding, width: int, title: str, terms: frozenset[str], *, opened: bool) -> Iterator[Line]:
    """Yield one finding."""
    stop = Stop(About.FINDING, finding.criterion)
    judged = finding.kind in JUDGED_BY_PEOPLE
    waiting = judged and finding.standing is None
    column = _INDENT if waiting else _SIGN if width >= _NARROW else 0
    indent = column if width >= _WIDE else _INDENT
    yield from _title(finding, width, title, column)
    if finding.override:
        yield from _ruling(finding.override, finding, width, indent)
    elif not judged and finding.reason:
        yield from text(width, plain(told_of(finding)), indent=indent, stop=stop)
    if flags := remarkable(finding):
        yield from text(width, f"look at: {' · '.join(flags)}", Ink.OPEN, indent=indent, stop=stop)
    shown = finding.evidence if judged or opened else finding.evidence[:_QUOTED]
    for number, evidence in enumerate(shown):
        following = shown[number + 1].source if number + 1 < len(shown) else None
        source = "" if evidence.source == following else plain(evidence.source)
        yield from quotation(width, plain(evidence.quote), source, indent=indent, terms=terms, stop=stop)
    left = len(finding.evidence) - len(shown)
    if left:
        yield from text(width, f"{left} more, enter shows them", Ink.FAINT, indent=indent, stop=stop)


def _title(finding: Finding, width: int, title: str, column: int) -> Iterator[Line]:
    """Yield sign, word and title, in a `column` of their own where there is one, else as they fit."""
    stop = Stop(About.FINDING, finding.criterion)
    sign, ink = standing_piece(finding)
    if column == _INDENT:  # not judged yet, as the section's heading says
        sign, ink = waiting_sign(finding)
    gain = finding.necessity is Necessity.ADVANTAGE and finding.kind is not Kind.TIER
    aside = ["advantage"] if gain else []
    if finding.override:
        aside.append(f"{person_sign()} {plain(finding.override.by)}")
    right: list[Piece] = [(" · ".join(aside), Ink.DIM)] if aside else []
    name = Ink.TEXT if finding.kind in JUDGED_BY_PEOPLE else Ink.STRONG
    taken = sum(width_of(words) + 2 for words, _ in right)
    if not column:
        beside = width_of(sign) + 2 + width_of(title) + taken <= width
        gap = ("  ", Ink.TEXT)
        yield line(width, (sign, ink), gap, (title if beside else "", name), right=right, stop=stop)
        if not beside:
            yield from text(width, title, name, indent=_INDENT, stop=stop)
        return
    for number, part in enumerate(islice(wrap(title, max(8, width - column - taken)), _TITLE_LINES)):
        if number:
            yield line(width, (part, name), indent=column, stop=stop)
        else:
            gap = (" " * (column - width_of(sign)), Ink.TEXT)
            yield line(width, (sign, ink), gap, (part, name), right=right, stop=stop)


def _ruling(ruling: Override, finding: Finding, width: int, indent: int) -> Iterator[Line]:
    """Yield a person's ruling with who, when and why, and beneath it what the machine had found."""
    stop = Stop(About.FINDING, finding.criterion)
    yield from text(width, f"{person_sign()} “{plain(ruling.reason)}”", indent=indent, stop=stop)
    by = f"ruled by {plain(ruling.by)}, {when(ruling.at)}"
    yield from text(width, by, Ink.DIM, indent=indent, stop=stop)
    if finding.outcome is not None:
        said = f"in place of {found_piece(finding, finding.outcome)[0]}: {plain(told_of(finding))}"
        yield from text(width, said, Ink.DIM, indent=indent, stop=stop)
