"""What one value of a column becomes under a field, for a look before anything is taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.cells import unguarded
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.dialects.stamps import stamp
from recruiter_tui.reading.candidates.incoming import Unclear
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 2_000


class Becomes(NamedTuple):
    """What a value becomes; or, where it becomes nothing certain, why."""

    text: str
    is_clear: bool = True


def becomes(answer: str | None, value: str) -> Becomes:
    """Return what a value becomes in a column that means `answer`; None keeps it as text.

    It is the reading that an import does, cell by cell; the answer is one of `mapping.ANSWERS`.
    """
    text = clean(unguarded(value), limit=_LONGEST).strip()
    field, _, order = (answer or "").partition(":")
    try:
        if field == "received":
            return Becomes(stamp(text, order or None).text)
        return _READERS[field](text) if field in _READERS else Becomes(text)
    except Unclear as unclear:
        return Becomes(unclear.problem, is_clear=False)


def _emails(text: str) -> Becomes:
    parts = _parts(text.replace(",", ";"))
    doubt = next((why for part in parts if (why := facts.email_doubt(part))), None)
    return Becomes(doubt, is_clear=False) if doubt else Becomes("; ".join(parts))


def _phones(text: str) -> Becomes:
    numbers = [facts.phone(part).value or "" for part in _parts(text)]
    doubt = next((why for number in numbers if (why := facts.phone_doubt(number))), None)
    return Becomes(doubt, is_clear=False) if doubt else Becomes("; ".join(numbers))


def _countries(text: str) -> Becomes:
    codes = [facts.country(part).value or "" for part in _parts(text)]
    return Becomes("; ".join(countries.name(code) for code in codes))


def _residence(text: str) -> Becomes:
    code = facts.country_of_address(text).value
    return (
        Becomes(countries.name(code)) if code else Becomes("no country is known by this name", is_clear=False)
    )


def _gender(text: str) -> Becomes:
    return Becomes(facts.gender(text).value or "not stated")


def _internal(text: str) -> Becomes:
    return Becomes({True: "internal", False: "external", None: "unknown"}[facts.yes_or_no(text)])


def _jobs(text: str) -> Becomes:
    jobs = [facts.job(entry) for entry in _entries(text)]
    return Becomes(
        "; ".join(
            f"{', '.join(filter(None, (job.title, job.employer)))}, {job.start or '?'} to {job.end or '?'}"
            for job in jobs
        )
    )


def _degrees(text: str) -> Becomes:
    found = [facts.degree(entry) for entry in _entries(text)]
    told = [
        ", ".join(
            filter(None, (one.level.word if one.level else "level unknown", one.field, one.institution))
        )
        for one in found
    ]
    return Becomes("; ".join(told), is_clear=all(one.level for one in found))


def _languages(text: str) -> Becomes:
    skills = [facts.language(entry) for entry in _entries(text)]
    told = [" ".join(filter(None, (languages.name(one.language), one.level))) for one in skills]
    return Becomes("; ".join(told))


def _parts(text: str) -> list[str]:
    return [part for each in text.split(";") if (part := each.strip())]


def _entries(text: str) -> list[list[str]]:
    return [[part.strip() for part in entry.split("|")] for entry in _parts(text)]


_READERS: Final[dict[str, Callable[[str], Becomes]]] = {
    "email": _emails,
    "phone": _phones,
    "nationalities": _countries,
    "residence": _residence,
    "gender": _gender,
    "internal": _internal,
    "employment": _jobs,
    "degrees": _degrees,
    "languages": _languages,
}
