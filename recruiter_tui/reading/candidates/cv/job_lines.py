"""The lines of a section about work: which of them head an entry, and what stands beside their dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.job_parts import has, has_title, of_labels
from recruiter_tui.reading.candidates.cv.labels import job_role, label_of
from recruiter_tui.reading.candidates.cv.periods import Period, period_in, without

if TYPE_CHECKING:
    from recruiter_tui.reading.candidates.cv.lines import Line

LONGEST_PART: Final = 100
_MOST_WORDS_OF_A_LABEL: Final = 3
_MOST_WORDS_OF_A_NAME: Final = 6
MOST_WORDS_WITH_A_STOP: Final = 9
_SMALL_WORD: Final = 3
_STOP = re.compile(r"(?<=[^\W\d_]{3})\. (?=[^\W\d_])")
"""Where a sentence ends and another begins; initials and short forms end none."""
_WITHIN_PROSE = re.compile(r"\b(?:in|en|em|since|depuis|desde|by|until|of|since the|the) ?$")
"""What stands before a year that a sentence mentions."""
_AT_FIRST = re.compile(
    r"(?:at|chez|with|à|au|aux|en|em|na|no|bei)(?: (?:the|la|le|el|l'))? (?=\S)", re.IGNORECASE
)
"""What begins the words behind dates where they tell the employer at once."""


def _is_remark(text: str) -> bool:
    """Tell whether a line tells something else about a job behind a label: `Technologies: R, Stata`."""
    label, colon, rest = text.partition(": ")
    if not colon or job_role(label_of(label)) is not None or len(label.split()) > _MOST_WORDS_OF_A_LABEL:
        return False
    told = rest if len(label.split()) == 1 else text
    return not (has_title(text) or has(told, lexicon.ORGANISATIONS | lexicon.SCHOOLS))


def is_header(line: Line) -> bool:
    """Tell whether a line could name a title, an employer or a place."""
    text = head_of(line.text)
    if line.is_blank or line.is_bullet or line.goes_on or len(text) > LONGEST_PART or text[:1].islower():
        return False
    if _is_remark(text):
        return False
    if text.endswith(".") and not text.endswith(lexicon.ABBREVIATED):
        is_short = len(text.split()) <= MOST_WORDS_WITH_A_STOP
        return is_short and ", " in text and has(text, lexicon.ORGANISATIONS | lexicon.SCHOOLS)
    return not text.endswith((";", ":"))


def period_of(line: Line) -> Period | None:
    """Return the period of a line that heads an entry; prose and points that mention a year do not."""
    if line.is_blank or line.goes_on:
        return None
    period = period_in(line.plain)
    if period is None:
        return None
    rest = sentence(without(line.text, period))
    if (
        _is_within_prose(line, period)
        or (len(rest) > LONGEST_PART and not employer_behind(rest))
        or (_begins_small(rest) and not (period.is_range and (has_title(rest) or employer_behind(rest))))
    ):
        return None
    if line.is_bullet and not _is_entry(rest, period, leads=dates_lead(line, period)):
        return None
    if not period.is_range and (rest.endswith(".") or _WITHIN_PROSE.search(line.plain[: period.begin])):
        return None
    return period


def _is_entry(rest: str, period: Period, *, leads: bool) -> bool:
    """Tell whether a point of a list is an entry, by the words beside its dates.

    One that ends with a stop has to tell all: `03/2017 - 01/2021, Nurse, Clinic.`.
    """
    if rest.endswith("."):
        return period.is_range and leads and has_title(rest) and "," in rest
    return (period.is_range or (leads and has_title(rest))) and _is_named(rest)


def head_of(text: str) -> str:
    """Return the first sentence of a line that tells post and employer before it goes on, or the line."""
    first = _first_sentence(text)
    return first if "," in first and len(first) <= LONGEST_PART and has_title(first) else text


def _first_sentence(text: str) -> str:
    return _STOP.split(text, maxsplit=1)[0]


def is_bare(line: Line, period: Period) -> bool:
    """Tell whether a line is nothing but its dates."""
    return not line.is_bullet and not without(line.text, period)


def employer_behind(text: str) -> str:
    """Return the employer of `at Example - what was done there` behind dates, nothing of other wordings."""
    found = _AT_FIRST.match(text)
    if found is None:
        return ""
    name = re.split(r" [\u2022\u00b7|\u2013\u2014] | - |: |, (?=[a-z])", text[found.end() :], maxsplit=1)[
        0
    ].strip(" .,;:")
    return name if name[:1].isupper() or name[:1].isdigit() or has(name, lexicon.ORGANISATIONS) else ""


def _is_within_prose(line: Line, period: Period) -> bool:
    """Tell whether a sentence goes on behind the period: `Designed the 2013-2016 strategy for a town.`."""
    before, behind = line.plain[: period.begin].strip(), line.text[period.finish :].strip()
    return line.text.endswith(".") and before[-1:].isalpha() and behind[:1].islower()


def _begins_small(rest: str) -> bool:
    return rest[:1].islower() and len(rest.split()) > 1


def sentence(rest: str) -> str:
    """Return the first sentence of what stands beside the dates, where the line goes on in prose."""
    rest = of_labels(rest)
    return rest if len(rest) <= LONGEST_PART else _first_sentence(rest)


def _is_named(rest: str) -> bool:
    """Tell whether the words beside the dates of a point name a title or an employer."""
    if has_title(rest) or has(rest, lexicon.ORGANISATIONS):
        return True
    words = [word for word in rest.split() if len(word) > _SMALL_WORD]
    return 0 < len(words) <= _MOST_WORDS_OF_A_NAME and all(word[:1].isupper() for word in words)


def dates_lead(line: Line, period: Period) -> bool:
    """Tell whether the dates stand before the words of their line: what belongs to them follows."""
    return not line.plain[: period.begin].strip(" -\u2013\u2014|:(") and bool(
        line.plain[period.finish :].strip()
    )


def text_of(lines: list[Line]) -> list[str]:
    """Return the text of an entry, wrapped lines joined."""
    found: list[str] = []
    for line in lines:
        if line.is_blank:
            continue
        if line.goes_on and found:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return found
