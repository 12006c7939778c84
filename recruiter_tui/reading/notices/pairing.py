"""Which degree goes with how many years: the n-th with the n-th, or the nearest (R19-R21)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from recruiter_tui.domain.requirement import Branch, DegreeLevel, FieldRule
from recruiter_tui.domain.stated import Span
from recruiter_tui.reading.notices.words import NUMBER_WORD, number_of
from recruiter_tui.reference import degrees

_IN_LIEU = re.compile(
    r"\b(?:in lieu|instead of|in place of|may be accepted|accepted in|a la place|en lieu et place|"
    r"en lugar|en sustitucion|em substituicao|au lieu|additional|supplementaires?|adiciona\w+)\b"
)
_ACCEPTED = re.compile(
    r"\b(?:in lieu|instead of|in place of|en lugar|em substituicao|au lieu|en lieu et place|a la place)\b"
)
_COMPENSATES = re.compile(r"\b(?:compensat\w+|compenser\w*|count\w* (?:as|towards?)|equivalent to)\b")
_REPLACES = re.compile(
    rf"\b(?:replaces?|substitutes? for|offsets?|makes? up for) (?:up to )?"
    rf"(?P<number>\d{{1,2}}|{NUMBER_WORD})(?: \d{{1,2}})?(?: of)?(?: (?:the|these|those|required))* years?\b"
)
_REDUCED = re.compile(rf"\breduced (?P<how>to|by) (?P<number>\d{{1,2}}|{NUMBER_WORD})\b")
"""`The number of years is reduced to five for candidates who possess a first-level university degree.`"""
_ONE_PHRASE = 70
_LEVEL_OF = re.compile(
    r"\W*(?:de|du|d un|of|at|au|a)?\W*(?:le |la |un |the )?(?:niveau|nivel|level)"
    r"(?: (?:de|du|of|la|le|del?|da|do|a))*\W*"
)


class Years(NamedTuple):
    """A length of experience asked for, in months; `more` when it comes on top of another route's."""

    start: int
    end: int
    months: int
    more: bool


class FieldsOfMention(NamedTuple):
    """What the words at one degree say on fields of study."""

    level: DegreeLevel
    fields: tuple[str, ...]
    speaks: bool
    """Whether they list fields, or point back to those that are listed (`in the above fields`)."""


@dataclass(slots=True)
class Reading:
    """What one section told: pairs, degrees without years, and the years that stand alone."""

    pairs: dict[DegreeLevel, int | None] = field(default_factory=dict)
    bare: dict[DegreeLevel, None] = field(default_factory=dict)
    extra: dict[DegreeLevel, int] = field(default_factory=dict)
    lieu: dict[DegreeLevel, int] = field(default_factory=dict)
    """Routes that may be accepted in place of a higher one, with their years as written."""
    less: dict[DegreeLevel, int] = field(default_factory=dict)
    """Months that a higher degree makes up for."""
    base: int | None = None
    spans: list[Span] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    mentions: list[FieldsOfMention] = field(default_factory=list)
    """What the notice says on fields at each degree that it names, in its order."""
    related: bool = False
    accreditation: str | None = None


def pair(plain: str, raw: str, named: list[degrees.Mention], asked: list[Years], reading: Reading) -> None:
    """Join the degrees and the years of one sentence."""
    named = _without_apposition(raw, _of_level(plain, named), asked)
    if not named:
        for each in asked:
            if not each.more and reading.base is None:
                reading.base = each.months
        return
    if not asked:
        for mention in _lowest_of_ors(plain, named):
            if mention.level not in reading.pairs:
                reading.bare[mention.level] = None
        return
    _join(plain, named, asked, reading)


def _join(plain: str, named: list[degrees.Mention], asked: list[Years], reading: Reading) -> None:
    groups: list[list[degrees.Mention]] = []
    years_first = asked[0].start < named[0].start
    for mention in named:
        near = _years_of(plain, mention, named, asked, years_first=years_first)
        if near is None or (near.more and any(mention.end <= each.start < near.start for each in named)):
            reading.bare.setdefault(mention.level)
        elif near.more or _is_relative(plain, near):
            reading.extra.setdefault(mention.level, near.months)
        elif len(named) == 1 and _ACCEPTED.search(plain):
            reading.lieu.setdefault(mention.level, near.months)
        elif reading.pairs.get(mention.level) is None or near.months < (reading.pairs[mention.level] or 0):
            reading.pairs[mention.level] = near.months
            reading.bare.pop(mention.level, None)
        groups.append([mention])
    used = {_years_of(plain, mention, named, asked, years_first=years_first) for mention in named}
    for each in asked:
        if each not in used and not each.more and reading.base is None and len(named) < len(asked):
            reading.base = each.months


def _is_relative(plain: str, years: Years) -> bool:
    return bool(_IN_LIEU.search(plain[years.start : years.end + 20])) and "additional" in plain


def _years_of(
    plain: str,
    mention: degrees.Mention,
    named: list[degrees.Mention],
    asked: list[Years],
    *,
    years_first: bool,
) -> Years | None:
    """Return the years that go with a degree: the n-th with the n-th, else the nearest."""
    if len(named) == len(asked):
        return asked[named.index(mention)]
    before = [each for each in asked if each.end <= mention.start]
    after = [each for each in asked if each.start >= mention.end]
    if len(asked) > len(named) and before and after:
        gap_before, gap_after = plain[before[-1].end : mention.start], plain[mention.end : after[0].start]
        return before[-1] if len(gap_before) < len(gap_after) else after[0]
    if years_first:
        return before[-1] if before else after[0]
    return after[0] if after else before[-1]


def stands_in(plain: str, named: list[degrees.Mention], asked: list[Years], reading: Reading) -> bool | None:
    """Take a route of which a sentence says what it makes up for, and tell whether it could be taken.

    `A bachelor's degree with four years may compensate for the lack of a master's`, or the other way round:
    `A master's degree may replace two of these years`. None where the sentence says no such thing.
    """
    if not named:
        return None
    verb = _COMPENSATES.search(plain)
    if asked and verb:
        lower = [each for each in named if each.end <= verb.start()]
        years = [each for each in asked if each.end <= verb.start()]
        if len(lower) == len(years) == 1 and len(named) > 1:
            reading.lieu.setdefault(lower[0].level, years[0].months)
            return True
        if len(named) == len(asked) == len(lower) == 1 and asked[0].start >= verb.end():
            reading.less.setdefault(lower[0].level, asked[0].months)
            return True
        return False
    return True if _with_fewer(plain, named, reading) else None


def _with_fewer(plain: str, named: list[degrees.Mention], reading: Reading) -> bool:
    """Take the years that a higher degree saves, where a sentence says so."""
    reduced, replaced = _REDUCED.search(plain), _REPLACES.search(plain, named[0].end)
    if reduced and named[0].start >= reduced.end():
        into = reading.pairs if reduced["how"] == "to" else reading.less
        into[named[0].level] = number_of(reduced["number"]) * 12
    elif replaced and len(named) == 1:
        reading.less.setdefault(named[0].level, number_of(replaced["number"]) * 12)
    else:
        return False
    return True


def _of_level(plain: str, named: list[degrees.Mention]) -> list[degrees.Mention]:
    """Join a degree with the level that it is said to have: `diplome universitaire de niveau master`."""
    kept: list[degrees.Mention] = []
    for mention in named:
        if kept and _LEVEL_OF.fullmatch(plain[kept[-1].end : mention.start]):
            kept[-1] = degrees.Mention(mention.level, kept[-1].start, mention.end)
        else:
            kept.append(mention)
    return kept


def _without_apposition(raw: str, named: list[degrees.Mention], asked: list[Years]) -> list[degrees.Mention]:
    """Drop what only explains: `Advanced degree (Master's or PhD)`, and a level told twice in a row."""
    kept: list[degrees.Mention] = []

    def asks(mention: degrees.Mention) -> bool:
        """Tell whether the brackets around a degree ask for years with it: that is a route of its own."""
        end = raw.find(")", mention.end)
        return any(mention.end <= each.start < end for each in asked)

    def alone(mention: degrees.Mention) -> bool:
        """Tell whether the brackets around a degree hold no other one."""
        end = raw.find(")", mention.end)
        return not any(mention.end <= each.start < end for each in named)

    for mention in named:
        if asks(mention):
            kept.append(mention)
            continue
        gap = raw[kept[-1].end : mention.start] if kept else ""
        if kept and gap.count("(") > gap.count(")") and len(gap) < 40 and not any(c.isdigit() for c in gap):  # noqa: PLR2004  (an aside follows at once)
            if (
                kept[-1].level is DegreeLevel.BACHELOR
                and mention.level is DegreeLevel.MASTER
                and alone(mention)
            ):
                kept[-1] = degrees.Mention(mention.level, kept[-1].start, mention.end)  # `degree (Bac+5)`
            continue
        if (
            kept
            and raw[kept[-1].start : mention.start].count("(")
            > raw[kept[-1].start : mention.start].count(")")
            and not any(char.isdigit() for char in gap)
            and "(" in raw[: mention.start]
            and ")" in raw[mention.end :]
            and kept
            and raw.rfind("(", 0, mention.start) >= kept[-1].end
        ):
            continue
        if (
            kept
            and mention.level is kept[-1].level
            and not any(char.isdigit() for char in gap)
            and len(gap) < _ONE_PHRASE
        ):
            kept[-1] = degrees.Mention(mention.level, kept[-1].start, mention.end)
            continue
        kept.append(mention)
    return kept


def _lowest_of_ors(plain: str, named: list[degrees.Mention]) -> list[degrees.Mention]:
    """Of `secondary or higher education` the lower level is what is asked; two sentences' worth stay two."""
    if len(named) < len(("one", "other")):
        return named
    joints = [plain[one.end : other.start] for one, other in pairwise(named)]
    if all(
        re.search(r"\b(?:or|ou|o|higher|and or|preferably)\b|^\W*$", joint) and len(joint) < _ONE_PHRASE
        for joint in joints
    ):
        return [min(named, key=lambda each: each.level)]
    return named


def branches(reading: Reading) -> tuple[Branch, ...]:
    """Return the routes: pairs as told, degrees alone with the general years, routes in lieu with more."""
    routes: dict[DegreeLevel, int | None] = dict(reading.pairs)
    base = reading.base
    for level in reading.bare:
        routes.setdefault(level, base)
    for level, months in reading.lieu.items():
        longer = [above for other, above in routes.items() if other > level and above is not None]
        # a lower degree never needs less: the years in lieu of a higher degree come on top of its own
        on_top = min(longer) + months if longer and months < min(longer) else months
        routes.setdefault(level, on_top)
    for level, more in reading.extra.items():
        if level in reading.pairs:
            continue
        above = [months for other, months in routes.items() if other > level and months is not None]
        start = min(above, default=base or 0)
        routes[level] = start + more
    for level, months in reading.less.items():
        below = [needed for other, needed in routes.items() if other < level and needed is not None]
        if below:
            routes[level] = max(0, min(below) - months)
    return tuple(
        Branch(level, routes[level], *_fields_of(level, reading)) for level in sorted(routes, reverse=True)
    )


def _fields_of(level: DegreeLevel, reading: Reading) -> tuple[FieldRule, tuple[str, ...]]:
    """Return whether the listed fields hold for a route, and its own where the routes list different ones.

    A route that is told after the fields, and neither lists some nor points back to them, leaves it open.
    """
    here = [at for at, each in enumerate(reading.mentions) if each.level is level]
    if not any(reading.mentions[at].speaks for at in here):
        others = [at for at, each in enumerate(reading.mentions) if each.fields]
        told_before = bool(others) and bool(here) and others[-1] < here[0]
        return (FieldRule.OPEN if told_before and level > DegreeLevel.SECONDARY else FieldRule.LISTED), ()
    own = tuple(dict.fromkeys(name for at in here for name in reading.mentions[at].fields))
    points_back = any(reading.mentions[at].speaks and not reading.mentions[at].fields for at in here)
    return FieldRule.LISTED, () if points_back or set(own) == set(reading.fields) else own
