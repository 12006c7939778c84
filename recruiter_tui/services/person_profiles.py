"""What tells persons apart, from the rows of the store: names in Latin letters, contacts, careers."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.duplicates import Profile, Stay
from recruiter_tui.domain.person import PRESENT
from recruiter_tui.domain.person_keys import letters_key, mail_of, phone_of
from recruiter_tui.domain.text import fold
from recruiter_tui.reference.person_names import has_other_script, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.store.people import PersonLine

_MOST_JOBS: Final = 12
_OF_EVERY_FIRM: Final = re.compile(
    r"\b(?:the|ltd|limited|inc|llc|gmbh|ag|sa|sarl|sas|srl|plc|co|company|corp|corporation|group|groupe)\b"
)
_NOT_A_WORD: Final = re.compile(r"[\W_]+")


def profile_of(line: PersonLine, month: int) -> Profile:
    """Return what tells a person apart; `month` is the present one, counted from year 0."""
    facts: dict[str, Any] = json.loads(line.facts)
    name = words(line.name)
    return Profile(
        key=line.key,
        words=name,
        other_script=has_other_script(line.name),
        mails=frozenset(mail for one in line.emails if (mail := mail_of(one))),
        phones=frozenset(digits for one in line.phones if (digits := phone_of(one))),
        nationalities=frozenset(line.nationalities),
        gender=line.gender,
        born=facts.get("birth_date", {}).get("value"),
        stays=tuple(_stays(facts.get("employment", ()), month)),
        studies=frozenset(_studies(facts.get("degrees", ()))),
        name_key=letters_key(name) if name else 0,
    )


def _stays(jobs: list[dict[str, Any]], month: int) -> Iterator[Stay]:
    """Yield the jobs with a name and a beginning; one without an end counts as its beginning alone."""
    for job in jobs[:_MOST_JOBS]:
        shown, start, end = job.get("employer", ""), job.get("start"), job.get("end")
        if not shown or not start:
            continue
        employer = _firm(shown)
        if not employer:
            continue
        first = start["year"] * 12 + (start.get("month") or 1) - 1
        if end == PRESENT:
            last = max(first, month)
        elif isinstance(end, dict):
            last = end["year"] * 12 + (end.get("month") or 12) - 1
        else:
            last = first
        yield Stay(employer, first, last, "month" in start, shown)


def _studies(degrees: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield institution and year of the degrees that have both."""
    for degree in degrees:
        place, done = degree.get("institution"), degree.get("completed")
        if place and done:
            yield _firm(place), str(done["year"])


@lru_cache(maxsize=16384)
def _firm(name: str) -> str:
    """Return an institution's name in the form in which two are compared."""
    plain = _NOT_A_WORD.sub(" ", fold(name))
    return " ".join(_OF_EVERY_FIRM.sub(" ", plain).split()) or plain.strip()
