"""The rules of the field as lines: what each asks, what this vacancy says on it, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.policy import (
    ClosingMinute,
    CountFrom,
    ExperiencePolicy,
    KindRule,
    NationalityReading,
    RosterStart,
    TieBreak,
)
from recruiter_tui.domain.profiles import SWITCHES, source_of
from recruiter_tui.domain.rulebook import RULES
from recruiter_tui.tui.drawing.blocks import heading, text
from recruiter_tui.tui.drawing.cells import plain
from recruiter_tui.tui.drawing.line import About, Line, Stop, line
from recruiter_tui.tui.drawing.notice_items import NAMES
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, fit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.policy import Policy
    from recruiter_tui.domain.rulebook import Rule

_NUMBER: Final = 5
_WORDS: Final[Mapping[type, Mapping[str, str]]] = {
    ExperiencePolicy: {
        ExperiencePolicy.SUM: "every job in full",
        ExperiencePolicy.ONCE: "overlaps once",
        ExperiencePolicy.ONCE_FTE: "overlaps once, pro rata",
        ExperiencePolicy.ONCE_FTE_AFTER_DEGREE: "pro rata, after degree",
    },
    ClosingMinute: {ClosingMinute.INCLUSIVE: "yes", ClosingMinute.EXCLUSIVE: "no"},
    NationalityReading: {
        NationalityReading.ANY: "each of them counts",
        NationalityReading.RECOGNISED_ONE: "only the first counts",
    },
    CountFrom: {
        CountFrom.ANY: "any date",
        CountFrom.FIRST_DEGREE: "after a first degree",
        CountFrom.REQUIRED_DEGREE: "after the asked degree",
    },
    KindRule: {KindRule.COUNTS: "yes", KindRule.IF_PAID: "if paid", KindRule.NEVER: "no"},
    RosterStart: {RosterStart.DECISION: "the decision", RosterStart.CLOSING: "the closing"},
    TieBreak: {
        TieBreak.PERSON: "a person decides",
        TieBreak.UNDER_REPRESENTED: "states, then gender",
        TieBreak.WOMEN: "women",
        TieBreak.JOB_MARKS: "marks on the job itself",
    },
}
"""How switches are answered, in at most 23 cells; the questions are those of `SWITCHES`."""
_SAID: Final = 3
"""Lines of the notice that one rule shows."""


def rule_lines(notice: Notice, policy: Policy, width: int) -> Iterator[Line]:
    """Yield every rule; one that nothing in this vacancy speaks of is faint."""
    yield from heading(width, "Rules of the field", "enter changes a switch")
    for rule in RULES:
        yield from _rule(rule, notice, policy, width)


def _rule(rule: Rule, notice: Notice, policy: Policy, width: int) -> Iterator[Line]:
    stop = Stop(About.ITEM, f"rule/{rule.number}")
    said = rule.stated(notice, NAMES)
    speaks = bool(said or rule.switches or rule.always)
    ink = Ink.TEXT if speaks else Ink.FAINT
    number = (fit(rule.name, _NUMBER), Ink.DIM if speaks else Ink.FAINT)
    head, *rest = list(text(width - _NUMBER, rule.asks, ink))
    yield line(width, number, *head.pieces, stop=stop)
    for more in rest:
        yield line(width, *more.pieces, indent=_NUMBER, stop=stop)
    for words in said[:_SAID]:
        yield line(width, (cut(plain(words), width - _NUMBER), Ink.DIM), indent=_NUMBER, stop=stop)
    if len(said) > _SAID:
        yield line(width, (f"… and {len(said) - _SAID} more", Ink.DIM), indent=_NUMBER, stop=stop)
    for name in rule.switches:
        question = next(one.question for one in SWITCHES if one.name == name)
        told = f"{question}: {worded(policy, name)} ({source_of(policy, name)})"
        yield from text(width, told, Ink.DIM, indent=_NUMBER, stop=stop)
    if not speaks:
        yield from text(width, "this vacancy does not say", Ink.FAINT, indent=_NUMBER, stop=stop)
    end = " · ".join(filter(None, (rule.always, rule.source)))
    yield from text(width, end, Ink.FAINT, indent=_NUMBER, stop=stop)


def worded(policy: Policy, name: str) -> str:
    """Return how a policy answers a switch, in a word or two."""
    value = getattr(policy, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "as notices say" if name == "in_lieu_months" else "no limit"
    return f"{value} months" if isinstance(value, int) else _WORDS[type(value)][value]
