"""What a person types into a criterion on education: branches with years, and the fields that hold."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.notice_words import asked_words
from recruiter_tui.domain.requirement import Branch, EducationExperience, FieldRule
from recruiter_tui.domain.wording import Names
from recruiter_tui.reference import countries, degrees, languages

NAMES: Final = Names(country=countries.name, language=languages.name)
_AMOUNT: Final = re.compile(r"(\d{1,3})\s*(years?|yrs?|y\b|months?|m\b)?", re.IGNORECASE)
_ASIDE: Final = re.compile(r"\(([^()]{1,2000})\)")
_YEAR: Final = 12


def months(words: str) -> int:
    """Return a length of time in months; raises Refused where no number is understood."""
    found = _AMOUNT.search(words)
    if found is None:
        problem = "no number is understood here"
        raise Refused(problem, "write a number of months, or 2 years")
    return int(found[1]) * (_YEAR if (found[2] or "").lower().startswith("y") else 1)


def education_line(criterion: EducationExperience) -> str:
    """Return branches and fields; a field's own `or` is kept whole by the semicolon behind it."""
    bare = asked_words(replace(criterion, fields_of_study=(), related_field=False), NAMES)
    fields = "".join(f"{one}; " for one in criterion.fields_of_study)
    related = "a related field" if criterion.related_field else ""
    return f"{bare} in {fields}{related}".rstrip() if fields or related else bare


def read_education(criterion: EducationExperience, words: str) -> EducationExperience:
    """Read `master with 5 years or bachelor with 7 years (any field) in law or a related field`.

    In brackets a branch says what holds for it alone: `any field`, `field not said`, `in law; economics`.
    """
    head, asides = _without_asides(words)
    asked, _, fields = head.partition(" in ")
    branches = []
    for part in re.split(r"\s+or\s+|\s*[;/]\s*", asked):
        bare, _, aside = part.partition("#")
        level = degrees.level(bare)
        if level is None:
            problem = f"no level of education is known by {bare.strip()!r}"
            raise Refused(problem, "write secondary, diploma, bachelor, master or doctorate")
        amount = _AMOUNT.search(bare)
        rule, own = _branch_fields(asides[int(aside)] if aside else "")
        branches.append(Branch(level, months(amount[0]) if amount else None, rule, own))
    fields = _with_asides(fields, asides)
    related = bool(re.search(r"\brelated field\b", fields or words))
    listed = re.sub(r"(?:,\s*|\s+or\s+)?(?:an?\s+)?related fields?\b", "", fields)
    return replace(
        criterion, alternatives=tuple(branches), fields_of_study=_names(listed), related_field=related
    )


def _without_asides(words: str) -> tuple[str, list[str]]:
    """Return the words with a number in place of what stands in brackets, and what stood there."""
    asides = _ASIDE.findall(words)
    numbers = iter(range(len(asides)))
    return _ASIDE.sub(lambda _: f"#{next(numbers)}", words.replace("#", " ")), asides


def _with_asides(words: str, asides: list[str]) -> str:
    """Return the words with their brackets again: a field of study may have some."""
    return re.sub(r"#(\d+)", lambda found: f"({asides[int(found[1])]})", words)


def _branch_fields(aside: str) -> tuple[FieldRule, tuple[str, ...]]:
    """Return which fields hold for one branch; raises Refused for brackets that say something else."""
    words = aside.strip()
    if words.casefold() == "any field":
        return FieldRule.ANY, ()
    rule = FieldRule.OPEN if words.casefold().endswith("field not said") else FieldRule.LISTED
    own = re.sub(r"(?i);?\s*field not said$", "", words)
    if own and not own.casefold().startswith("in "):
        problem = f"({words}) does not say which fields hold for a degree"
        raise Refused(problem, "write (any field), (field not said) or (in law; economics)")
    return rule, _names(own[len("in ") :])


def _names(listed: str) -> tuple[str, ...]:
    """Return the fields of a list, parted by semicolons where it has any."""
    apart = r";" if ";" in listed else r",|\s+or\s+|\s+and\s+"
    return tuple(one.strip(" .,") for one in re.split(apart, listed) if one.strip(" .,"))
