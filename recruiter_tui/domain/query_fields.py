"""The fields of the filter language: what each holds, which values it takes and how it compares."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.searching import holds, holds_as_spelled
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.truth import Truth, every, negated, some

if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "unknown"
"""The value that finds what is not on file."""
FINDING = "finding."
"""What stands before a criterion's id, so that one finding can be asked for: `finding.language-en:met`."""

Number: TypeAlias = int | float | Fraction
Bounds: TypeAlias = tuple[Number, Number]
"""The lowest and the highest value that something can have."""


class Nature(Enum):
    """How the values of a field compare; the value says what a person may write."""

    TEXT = "words after ':'"
    PAPERS = "words after ':', or a \"phrase\""
    CODE = "a word after ':'"
    OUTCOME = "met, not-met, cannot-tell or unknown"
    DISPOSITION = ", ".join(Disposition)
    FLAG = "yes, no or unknown"
    NUMBER = "a number like 5, a range like 5..10, or unknown"
    DATE = "a date like 2026, 2026-02 or 2026-02-05, a range like 2026-01..2026-03, or unknown"


@dataclass(frozen=True, slots=True)
class Test:
    """What a value is held against: a folded word, or the bounds of a number or date."""

    operator: str = ":"
    needle: str = ""
    bounds: Bounds | None = None
    exact_time: bool = False
    """Whether the bounds are seconds rather than days."""
    open_end: bool = False
    """Whether the upper bound is no longer inside: `years:5` goes up to the sixth year."""
    words: str = ""
    """What was written, where letters count as they are spelled."""
    whole: bool = False
    """Whether the last word is a whole one and not the beginning of one."""

    @classmethod
    def word(cls, text: str) -> Test:
        """Return the test for a bare word of the filter."""
        return cls(needle=fold(text))

    @property
    def asks_for_unknown(self) -> bool:
        """Tell whether the test looks for what is not on file."""
        return self.bounds is None and self.needle == UNKNOWN


@dataclass(frozen=True, slots=True)
class Field:
    """A name that a filter can ask for."""

    name: str
    nature: Nature
    about: str
    key: str = ""
    """The fact that it reads, where that has another name."""
    aliases: tuple[str, ...] = ()
    scale: int = 1
    """How many units of the fact make one of the field: 12 months a year."""
    silence_is_nothing: bool = False
    """Whether an absent value means that there is none (a tag), rather than that nobody knows."""

    def holds(self, test: Test, facts: Mapping[str, object]) -> Truth:
        """Return whether the fact passes the test; None where it is not known."""
        fact = facts.get(self.key or self.name)
        absent = _is_absent(fact)
        if test.asks_for_unknown:
            return (not absent) if test.operator == "!=" else absent
        if absent:
            return test.operator == "!=" if self.silence_is_nothing else None
        held = self._compare(test, fact)
        return negated(held) if test.operator == "!=" else held

    def _compare(self, test: Test, fact: object) -> Truth:
        if self.nature is Nature.NUMBER:
            return _between(test, _bounds(fact))
        if self.nature is Nature.DATE:
            moment = _date_bounds(str(fact), exact_time=test.exact_time)
            return None if moment is None else _between(test, moment)
        values = fact if isinstance(fact, (tuple, list, frozenset, set)) else (fact,)
        if test.operator == "=" and self.nature in _AS_SPELLED:
            return some(
                None if value is None else holds_as_spelled(str(value), test.words) for value in values
            )
        return some(None if value is None else self._is(test, value) for value in values)

    def _is(self, test: Test, value: object) -> bool:
        if self.nature is Nature.FLAG:
            return bool(value) == (test.needle == "yes")
        if self.nature is Nature.PAPERS:
            return holds(str(value), test.words, whole=test.whole)
        if self.nature is Nature.TEXT:
            return test.needle in fold(str(value))
        return fold(str(value)) == test.needle


FIELDS: tuple[Field, ...] = (
    Field("name", Nature.TEXT, "the candidate's name; words without a field look here"),
    Field("application", Nature.CODE, "the application's number", aliases=("id",)),
    Field("email", Nature.TEXT, "an e-mail address", aliases=("mail",)),
    Field("phone", Nature.TEXT, "a phone number"),
    Field("tier", Nature.NUMBER, "the tier"),
    Field("outcome", Nature.OUTCOME, "the application's outcome"),
    Field("eligibility", Nature.OUTCOME, "nationality and channel"),
    Field("deadline", Nature.OUTCOME, "received before the closing"),
    Field("education", Nature.OUTCOME, "education with experience", "education_experience",
          ("education_experience", "experience")),
    Field("languages", Nature.OUTCOME, "the required languages"),
    Field("disposition", Nature.DISPOSITION, "where the application stands", aliases=("status",)),
    Field("reason", Nature.CODE, "the reason code of the verdict", silence_is_nothing=True),
    Field("note", Nature.TEXT, "words of the verdict's note and of the notes", silence_is_nothing=True),
    Field("tag", Nature.CODE, "a tag", "tags", ("tags",), silence_is_nothing=True),
    Field("by", Nature.TEXT, "who decided", "decided_by", ("decided_by",), silence_is_nothing=True),
    Field("decided", Nature.DATE, "when it was decided", "decided_at", ("decided_at",)),
    Field("received", Nature.DATE, "when the application came in"),
    Field("years", Nature.NUMBER, "years of experience", "months", scale=12),
    Field("months", Nature.NUMBER, "months of experience"),
    Field("language", Nature.CODE, "a language on file, as its code or name", aliases=("lang",)),
    Field("nationality", Nature.CODE, "a nationality, as its code or name", "nationalities",
          ("nationalities",)),
    Field("residence", Nature.CODE, "the country of residence"),
    Field("gender", Nature.CODE, "the gender as stated"),
    Field("internal", Nature.FLAG, "an internal candidate"),
    Field("channel", Nature.TEXT, "how the application came in"),
    Field("rank", Nature.NUMBER, "the place on the shortlist"),
    Field("overruled", Nature.FLAG, "a finding was overruled", silence_is_nothing=True),
    Field("flag", Nature.CODE, "what a finding flags, for instance boundary", "flags", ("flags",),
          silence_is_nothing=True),
    Field("text", Nature.PAPERS, "words or a phrase of the candidate's papers and notes", aliases=("cv",)),
)  # fmt: skip
"""Every field of the language."""

NAMES = FIELDS[0]
_AS_SPELLED = frozenset({Nature.TEXT, Nature.PAPERS})
"""Where `=` asks for the letters as they are spelled: Zoë and not Zoe."""
_BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.aliases)}


def find_field(name: str) -> Field | None:
    """Return the field of that name or alias, or of one criterion's finding."""
    if name.startswith(FINDING):
        return Field(name, Nature.OUTCOME, "one criterion's finding")
    return _BY_NAME.get(name)


def read_test(field: Field, operator: str, value: str, *, whole: bool = False) -> Test:
    """Return the test that `operator` and `value` ask for; ValueError says what was expected instead."""
    if field.nature in {Nature.NUMBER, Nature.DATE}:
        return _read_bounds(field, operator, value)
    expected = field.nature.value
    if operator not in {":", "=", "!="} or not value.strip():
        raise ValueError(expected)
    needle = fold(value.strip())
    if field.nature in {Nature.OUTCOME, Nature.DISPOSITION, Nature.FLAG} and needle != UNKNOWN:
        needle = _CHOICES[field.nature].get(re.sub(r"[\s_-]", "", needle), "")
        if not needle:
            raise ValueError(expected)
    return Test(operator, needle, words=value.strip(), whole=whole)


_CHOICES: dict[Nature, dict[str, str]] = {
    Nature.OUTCOME: {outcome.value.replace(" ", ""): outcome.value for outcome in Outcome},
    Nature.DISPOSITION: {place.value.replace("-", ""): place.value for place in Disposition},
    Nature.FLAG: {"yes": "yes", "true": "yes", "no": "no", "false": "no"},
}
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


def _read_bounds(field: Field, operator: str, value: str) -> Test:
    nature = field.nature
    text = value.strip()
    if fold(text) == UNKNOWN and operator in {":", "=", "!="}:
        return Test(operator, UNKNOWN)
    first, dots, last = text.partition("..")
    if dots and operator not in {":", "=", "!="}:
        raise ValueError(nature.value)
    ends = [_read_bound(nature, end) for end in ((first, last) if dots else (first,))]
    exact_time = nature is Nature.DATE and any("T" in end.upper() for end in (first, last))
    if dots and exact_time and not all("T" in end.upper() for end in (first, last)):
        raise ValueError(nature.value)
    low, high = ends[0][0], ends[-1][1]
    found = Test("in" if dots and operator != "!=" else operator, "", (low, high), exact_time)
    return _in_units_of_the_fact(field, found) if nature is Nature.NUMBER else found


def _in_units_of_the_fact(field: Field, test: Test) -> Test:
    """Return the test of a number in months where the field counts years; a whole one is a span."""
    low, high = test.bounds or (0, 0)
    spans = test.operator in {":", "=", "!="} and low == high and Fraction(low).denominator == 1
    ends = (_plain(low * field.scale), _plain((high + 1 if spans else high) * field.scale))
    return replace(test, bounds=ends, open_end=spans)


def _plain(number: Number) -> Number:
    """Return a whole number as an integer, which compares fast and just as exactly."""
    exact = Fraction(number)
    return exact.numerator if exact.denominator == 1 else exact


def _read_bound(nature: Nature, text: str) -> Bounds:
    """Return the lowest and highest value that a written number or date can mean."""
    if nature is Nature.NUMBER:
        if not _NUMBER.fullmatch(text.strip()):
            raise ValueError(nature.value)
        number = Fraction(text.strip())
        return number, number
    bounds = _date_bounds(text, exact_time="T" in text.upper())
    if bounds is None:
        raise ValueError(nature.value)
    return bounds


def _date_bounds(text: str, *, exact_time: bool) -> Bounds | None:
    """Return what a written date or timestamp can mean: days, or seconds where the test names a time."""
    try:
        if exact_time:
            moment = Moment.parse(text)
            return moment.earliest.timestamp(), moment.latest.timestamp()
        try:
            day = PartialDate.parse(text)
        except ValueError:
            on = Moment.parse(text).local.toordinal()
            return on, on
        return day.earliest.toordinal(), day.latest.toordinal()
    except ValueError:
        return None


def _is_absent(fact: object) -> bool:
    """Tell whether a fact is silence: nothing, an empty text or sequence, or bounds without any bound."""
    if isinstance(fact, (tuple, list, frozenset, set)):
        return all(part is None for part in fact)
    return fact is None or fact == ""


def _bounds(fact: object) -> Bounds:
    """Return the bounds of a numeric fact; a missing end is open."""
    if isinstance(fact, (tuple, list)):
        low, high = fact
        return 0 if low is None else low, math.inf if high is None else high
    if isinstance(fact, (int, float, Fraction)):
        return fact, fact
    message = f"a number field holds {type(fact).__name__}"
    raise TypeError(message)


def _between(test: Test, fact: Bounds) -> Truth:
    """Return whether everything, nothing or only some of what the fact can mean passes the test."""
    low, high = test.bounds or (0, 0)
    if test.operator == ">":
        return _beyond(fact, high, strictly=True)
    if test.operator == ">=":
        return _beyond(fact, low, strictly=False)
    if test.operator == "<":
        return negated(_beyond(fact, low, strictly=False))
    if test.operator == "<=":
        return negated(_beyond(fact, high, strictly=True))
    at_least = _beyond(fact, low, strictly=False)
    return every((at_least, negated(_beyond(fact, high, strictly=not test.open_end))))


def _beyond(fact: Bounds, limit: Number, *, strictly: bool) -> Truth:
    """Return whether the fact lies above the limit (or at it, unless `strictly`)."""
    if fact[0] > limit or (not strictly and fact[0] == limit):
        return True
    if fact[1] < limit or (strictly and fact[1] == limit):
        return False
    return None
