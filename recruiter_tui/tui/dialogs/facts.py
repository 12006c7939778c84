"""The facts of a candidate that a person can correct: path, name, value as of now and as imported, form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from recruiter_tui.domain.dates import Moment, PartialDate
from recruiter_tui.domain.person import PRESENT, DegreeStatus
from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.domain.stated import State
from recruiter_tui.tui.drawing.names import day, when
from recruiter_tui.tui.drawing.numbers import share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate
    from recruiter_tui.domain.stated import Stated

Check = Callable[[str], str | None]
"""Returns what is wrong with a value and where, or None."""


class Facts(Protocol):
    """Whose facts can be corrected: somebody on file, or somebody who is not stored yet."""

    @property
    def candidate(self) -> Candidate:
        """Return the person."""

    @property
    def application(self) -> Application:
        """Return how the person applied."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as it can be corrected; values are spelled as the program's own files spell them."""

    path: str
    """`nationalities`, `employment/2/start`."""
    label: str
    value: str
    imported: str | None = None
    """The value as it came in, where somebody corrected it since."""
    check: Check | None = None
    hint: str = ""
    """How a value looks, for the empty line."""
    words: str = ""
    """How the value is said among others, where that differs from how it is written."""


def facts_of(dossier: Facts) -> list[Fact]:
    """Return every fact that can be corrected, in the order of the dossier."""
    return [
        *_person(dossier),
        *_application(dossier),
        *_jobs(dossier),
        *_degrees(dossier),
        *_languages(dossier),
    ]


def _person(dossier: Facts) -> Iterator[Fact]:
    """Yield who the person is and how to reach him or her."""
    candidate = dossier.candidate
    yield _single("name", "name", candidate.name)
    yield _several(
        "nationalities",
        "nationalities",
        candidate.nationalities,
        _countries,
        "Algeria; France",
        _country_name,
    )
    yield _single("residence", "lives in", candidate.residence, _country, "Tunisia", _country_name)
    yield _single("gender", "gender", candidate.gender)
    yield _several("emails", "e-mail", candidate.emails)
    yield _several("phones", "phone", candidate.phones)


def _application(dossier: Facts) -> Iterator[Fact]:
    """Yield how the application came in."""
    application = dossier.application
    received = application.received.text if application.received else ""
    yield Fact("received", "received", received, None, _moment, "2026-02-05T23:58:00+01:00", when(received))
    yield Fact("channel", "way of applying", application.channel or "")
    yield Fact(
        "internal", "internal candidate", _yes_no(value=application.internal), None, _truth, "yes or no"
    )


def _jobs(dossier: Facts) -> Iterator[Fact]:
    """Yield the jobs, part by part."""
    for number, job in enumerate(dossier.candidate.employment):
        path, label = f"employment/{number}", f"job {number + 1}"
        end = str(job.end) if job.end else ""
        fte = share(job.fte).replace(" ", "") if job.fte is not None else ""
        yield Fact(f"{path}/title", f"{label}: title", job.title)
        yield Fact(f"{path}/employer", f"{label}: employer", job.employer)
        start = str(job.start or "")
        yield Fact(f"{path}/start", f"{label}: from", start, None, _date, _DATES, day(start))
        yield Fact(f"{path}/end", f"{label}: to", end, None, _end, f"{_DATES} or {PRESENT}", day(end))
        yield Fact(f"{path}/fte", f"{label}: share", fte, None, _share, "50%")
        yield Fact(f"{path}/paid", f"{label}: paid", _yes_no(value=job.paid), None, _truth, "yes or no")


def _degrees(dossier: Facts) -> Iterator[Fact]:
    """Yield the degrees, part by part."""
    for number, degree in enumerate(dossier.candidate.degrees):
        path, label = f"degrees/{number}", f"degree {number + 1}"
        level = degree.level.word if degree.level else ""
        yield Fact(f"{path}/level", f"{label}: level", level, None, _one_of(_LEVELS), ", ".join(_LEVELS))
        yield Fact(f"{path}/field", f"{label}: field", degree.field or "")
        yield Fact(f"{path}/institution", f"{label}: institution", degree.institution or "")
        done = str(degree.completed or "")
        yield Fact(f"{path}/completed", f"{label}: completed", done, None, _date, _DATES, day(done))
        yield Fact(f"{path}/status", f"{label}: status", degree.status.value, None, _one_of(_STATUSES))


def _languages(dossier: Facts) -> Iterator[Fact]:
    """Yield the languages, part by part."""
    for number, skill in enumerate(dossier.candidate.languages):
        path, label = f"languages/{number}", f"language {number + 1}"
        yield Fact(f"{path}/language", label, _language_name(skill.language), None, _language, "French")
        yield Fact(f"{path}/level", f"{label}: level", skill.level or "")
        yield Fact(f"{path}/tested", f"{label}: tested level", skill.tested or "")


_DATES: Final = "2019, 2019-07 or 2019-07-31"
_LEVELS: Final = tuple(level.word for level in DegreeLevel)
_STATUSES: Final = tuple(status.value for status in DegreeStatus)


def _as_it_is(value: str) -> str:
    return value


def _single(
    path: str,
    label: str,
    fact: Stated[str],
    check: Check | None = None,
    hint: str = "",
    name: Callable[[str], str] = _as_it_is,
) -> Fact:
    """Return a fact of one value, its codes by their `name`."""
    imported = (name(fact.imported or "") or "not stated") if fact.state is State.CORRECTED else None
    return Fact(path, label, name(fact.value or ""), imported, check, hint)


def _several(
    path: str,
    label: str,
    facts: tuple[Stated[str], ...],
    check: Check | None = None,
    hint: str = "",
    name: Callable[[str], str] = _as_it_is,
) -> Fact:
    """Return a fact of several values, with a semicolon between them, codes by their `name`."""
    return Fact(path, label, "; ".join(name(one.value or "") for one in facts), None, check, hint)


def _yes_no(*, value: bool | None) -> str:
    """Return yes, no or nothing."""
    return "" if value is None else "yes" if value else "no"


def _country_name(code: str) -> str:
    """Return a country's name where it leads back to the code, else the code."""
    from recruiter_tui.reference import countries

    name = countries.name(code) if code else code
    return name if countries.code(name) == code else code


def _language_name(code: str) -> str:
    """Return a language's name where it leads back to the code, else the code."""
    from recruiter_tui.reference import languages

    name = languages.name(code) if code else code
    return name if languages.code(name) == code else code


def _country(text: str) -> str | None:
    """Say whether the text names a country."""
    from recruiter_tui.reference.countries import code

    return None if code(text) else f"“{text}” names no country."


def _countries(text: str) -> str | None:
    """Say which part of a list names no country."""
    at = 0
    for number, part in enumerate(text.split(";"), 1):
        if part.strip() and _country(part.strip()):
            return f"Part {number}, from character {at + 1} on: {_country(part.strip())}"
        at += len(part) + 1
    return None


def _language(text: str) -> str | None:
    """Say whether the text names a language."""
    from recruiter_tui.reference.languages import code

    return None if code(text) else f"“{text}” names no language."


def _date(text: str) -> str | None:
    """Say whether the text is a date, and which part of it is none."""
    try:
        PartialDate.parse(text)
    except ValueError:
        return f"“{text}” is not a date like {_DATES}."
    return None


def _end(text: str) -> str | None:
    """Say whether the text can be the end of a job."""
    return None if text.strip() == PRESENT else _date(text)


def _moment(text: str) -> str | None:
    """Say whether the text is a timestamp."""
    try:
        Moment.parse(text)
    except ValueError:
        return f"“{text}” is not a time like 2026-02-05T23:58:00+01:00."
    return None


def _share(text: str) -> str | None:
    """Say whether the text is a share of full time."""
    digits = text.strip().removesuffix("%").strip()
    if digits.replace(".", "", 1).isdecimal() and digits.isascii() and 0 <= float(digits) <= 100:  # noqa: PLR2004 - per cent
        return None
    return f"“{text}” is not a share between 0% and 100%."


def _truth(text: str) -> str | None:
    """Say whether the text is yes or no."""
    return None if text.strip().casefold() in ("yes", "no") else f"“{text}” is neither yes nor no."


def _one_of(words: tuple[str, ...]) -> Check:
    """Return a check for one of a few words."""
    return lambda text: None if text.strip() in words else f"“{text}” is none of {', '.join(words)}."
