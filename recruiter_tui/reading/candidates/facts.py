"""Wordings of single facts to domain values; Unclear is raised where a wording means nothing certain."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.person import Degree, DegreeStatus, Employment, LanguageSkill
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates import degree_words
from recruiter_tui.reading.candidates.dates import (
    FIRST_YEAR,
    LAST_YEAR,
    end_date,
    is_ambiguous,
    partial_date,
)
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reading.candidates.words import (
    MEN,
    NO,
    PAID,
    SHARES,
    STATUSES,
    UNKNOWN,
    UNPAID,
    WOMEN,
    YES,
)
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,6})?) ?(%)?")
_PER_CENT: Final = 100
_LONGEST_MAIL: Final = 320
_LONGEST_PHONE: Final = 40
_DIGITS_OF_A_PHONE: Final = 6
_JOB_PARTS: Final = 6
_DEGREE_PARTS: Final = 5
_TESTED: Final = re.compile(r"^\s*tested\b:?\s*", re.IGNORECASE)
_LANGUAGE_PARTS: Final = 3


@lru_cache(maxsize=2048)
def yes_or_no(text: str) -> bool | None:
    """Return what a yes-or-no cell says; None where it is empty or says that nobody knows."""
    word = fold(text)
    if word in UNKNOWN:
        return None
    if word in YES or word in NO:
        return word in YES
    problem = "this is neither yes nor no"
    raise Unclear(problem, "write yes or no, or leave it empty where it is unknown")


@lru_cache(maxsize=2048)
def gender(text: str) -> Stated[str]:
    """Return `female` or `male` where the word means that, and any other word as it is written."""
    word = fold(text)
    known = "female" if word in WOMEN else "male" if word in MEN else text
    return Stated.known(known, text=text) if word not in UNKNOWN else Stated.missing()


def moment(text: str) -> Moment:
    """Return when something was received; a timestamp without an offset keeps its zone unknown."""
    try:
        found = Moment.parse(text)
    except (ValueError, OverflowError):
        problem = "this is not a timestamp"
        remedy = "write it like 2026-02-05T22:59:00Z or 2026-02-05T23:59:00+01:00"
        raise Unclear(problem, remedy) from None
    if not FIRST_YEAR <= found.local.year <= LAST_YEAR:
        problem = f"the year lies outside {FIRST_YEAR} to {LAST_YEAR}"
        raise Unclear(problem, "correct the year")
    return found


@lru_cache(maxsize=2048)
def date(text: str) -> PartialDate | None:
    """Return a date, or None for an empty wording."""
    if not text:
        return None
    found = partial_date(text)
    if found is None or is_ambiguous(text):
        problem = "day and month of this date could change places" if found else "this is not a date"
        raise Unclear(problem, "write it like 2019, 2019-07 or 2019-07-31")
    return found


@lru_cache(maxsize=2048)
def end(text: str) -> PartialDate | str:
    """Return the end of a job from words that are not empty."""
    return found if isinstance(found := end_date(text), str) else date(text) or ""


@lru_cache(maxsize=2048)
def share(text: str) -> Fraction | None:
    """Return a share of full time (`80%`, `0.8`, `half-time`) as an exact fraction, None for no words."""
    word = fold(text).replace("-", " ").strip()
    if not word:
        return None
    if word in SHARES:
        return SHARES[word]
    found = _NUMBER.fullmatch(word)
    if found:
        number = Fraction(found[1].replace(",", "."))
        number = number / _PER_CENT if found[2] or number > 1 else number
        if 0 < number <= 1:
            return number
    problem = "this is not a share of full time"
    raise Unclear(problem, "write it as a per cent from 1% to 100%")


def share_of_number(number: object) -> Fraction | None:
    """Return the share that a JSON number or text gives: 0.2 is exactly 1/5."""
    if number is None:
        return None
    if isinstance(number, str):
        return share(number)
    if isinstance(number, Decimal | int) and not isinstance(number, bool) and 0 < number <= 1:
        return Fraction(number)
    problem = "this is not a share of full time"
    raise Unclear(problem, "write a number above 0 and up to 1, like 0.8")


def decimal(digits: str) -> Decimal:
    """Return a JSON number as the decimal that is written there; raises ValueError for monstrous ones."""
    try:
        number = Decimal(digits) if len(digits) <= _LONGEST_PHONE else None
    except InvalidOperation:
        number = None
    if number is None or (number and abs(number.adjusted()) > _LONGEST_PHONE):
        message = "the number is too large or too small to mean anything"
        raise ValueError(message)
    return number


@lru_cache(maxsize=2048)
def country(text: str) -> Stated[str]:
    """Return the ISO code of a country or nationality."""
    if code := countries.code(text):
        return Stated.known(code, text=text)
    problem = "no country or nationality is known by this name"
    raise Unclear(problem, "write the country's name or its ISO code of two letters")


@lru_cache(maxsize=2048)
def country_of_address(address: str) -> Stated[str]:
    """Return the country that an address or its last part names; Georgia may be the state."""
    for part in (address, address.rpartition(",")[2].strip()):
        if (code := countries.code(part) if part == address else countries.named(part)) and code != "GE":
            return Stated.known(code, text=address)
    return Stated.missing()


def email_doubt(text: str) -> str | None:
    """Return what is odd about an e-mail address, or None; it is kept as written either way."""
    local, at, domain = text.rpartition("@")
    if not at or not local or len(text) > _LONGEST_MAIL or "@" in local or " " in text:
        return "this does not look like an e-mail address"
    name, dot, ending = domain.rpartition(".")
    if not dot or not name or not ending or ".." in text or name.startswith("."):
        return "the part after the @ does not look like a mail domain"
    if _mixes_scripts(local) or _mixes_scripts(domain):
        return "the address mixes letters of several scripts that look alike"
    return None


def _mixes_scripts(text: str) -> bool:
    """Tell whether Latin letters stand beside Cyrillic or Greek ones."""
    latin = any("a" <= letter <= "z" for letter in text.casefold())
    return latin and any("\u0370" <= letter <= "\u052f" for letter in text)


@lru_cache(maxsize=1024)
def phone(text: str) -> Stated[str]:
    """Return a phone number as E.164 where it is international and valid, else as it is written."""
    wording = text.lstrip("'")
    if not wording.startswith(("+", "00")) or len(wording) > _LONGEST_PHONE:
        return Stated.known(wording)
    import phonenumbers

    try:
        number = phonenumbers.parse("+" + wording[2:] if wording.startswith("00") else wording, None)
    except phonenumbers.NumberParseException:
        return Stated.known(wording)
    if number.extension or not phonenumbers.is_valid_number(number):
        return Stated.known(wording)
    written = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return Stated.known(written, text=wording)


def national_phone(text: str, country: str) -> str | None:
    """Return a number in its national form as E.164 where it is valid in the country, else None."""
    import phonenumbers

    try:
        number = phonenumbers.parse(text[:_LONGEST_PHONE], country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def phone_doubt(text: str) -> str | None:
    """Return what is odd about a phone number, or None."""
    enough = sum(sign.isdigit() for sign in text) >= _DIGITS_OF_A_PHONE
    return None if enough else "this does not look like a phone number"


def language(parts: Sequence[str]) -> LanguageSkill:
    """Return a language skill from its name, its level as written, and the level of a test (`tested C1`)."""
    if len(parts) > _LANGUAGE_PARTS:
        problem = "a language has more parts than name, level and tested level"
        raise Unclear(problem, "write it like English | fluent, and set languages apart with ;")
    if code := languages.code(parts[0]):
        _, level, tested = (*parts, *("",) * (_LANGUAGE_PARTS - len(parts)))
        return LanguageSkill(code, level or None, tested=_TESTED.sub("", tested) or None)
    problem = "no language is known by this name"
    raise Unclear(problem, "write the language's name or its ISO 639 code")


def degree(parts: Sequence[str]) -> Degree:
    """Return a degree from its parts: title or level, field, institution, date of completion, status."""
    if len(parts) > _DEGREE_PARTS:
        problem = f"a degree has {len(parts)} parts"
        raise Unclear(
            problem, "write it like master | field | institution | 2019-07, and set degrees apart with ;"
        )
    title, field, institution, completed, status = (*parts, *("",) * (_DEGREE_PARTS - len(parts)))
    on = date(completed)
    return Degree(
        level=degree_words.level(title),
        field=field or None,
        institution=institution or None,
        completed=on,
        status=degree_status(status, on),
        title=title or None,
    )


def degree_level(name: str) -> DegreeLevel | None:
    """Return the level that one of its own plain names means, None for anything else."""
    return next((level for level in DegreeLevel if level.word == name), None)


def degree_status(text: str, completed: PartialDate | None) -> DegreeStatus:
    """Return a degree's status; a date of completion without a word about it says that it was completed."""
    status = STATUSES.get(fold(text))
    if status is None:
        problem = "this is no status of a degree"
        raise Unclear(problem, "write completed, expected or incomplete, or leave it out")
    if status is DegreeStatus.UNKNOWN and completed is not None and not text:
        return DegreeStatus.COMPLETED
    return status


def job(parts: Sequence[str]) -> Employment:
    """Return a job from its parts: title, employer, start, end, per cent, paid or unpaid."""
    if len(parts) > _JOB_PARTS:
        problem = f"a job has {len(parts)} parts"
        remedy = "write it like title | employer | 2018-09-01 | 2020-08-31 | 100%, and set jobs apart with ;"
        raise Unclear(problem, remedy)
    title, employer, start, until, fte, paid = (*parts, *("",) * (_JOB_PARTS - len(parts)))
    began = date(start)
    return Employment(
        employer=employer,
        title=title,
        start=began,
        end=end(until or "present") if until or began else None,
        fte=share(fte),
        paid=paid_or_not(paid),
    )


@lru_cache(maxsize=2048)
def paid_or_not(text: str) -> bool | None:
    """Return whether work was paid, or None where it does not say."""
    word = fold(text)
    if word in UNPAID or word in PAID:
        return word in PAID
    return yes_or_no(text)


def job_doubt(job: Employment) -> str | None:
    """Return what is odd about a job's dates, or None."""
    if job.start and isinstance(job.end, PartialDate) and job.end.latest < job.start.earliest:
        return "the job ends before it starts"
    return None
