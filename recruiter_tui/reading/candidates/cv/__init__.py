"""CVs in prose: text of any origin to a candidate whose every fact shows where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.text import hidden_characters
from recruiter_tui.reading.candidates.cv import contacts, names
from recruiter_tui.reading.candidates.cv.jobs import jobs
from recruiter_tui.reading.candidates.cv.lines import lines_of
from recruiter_tui.reading.candidates.cv.sections import sections
from recruiter_tui.reading.candidates.cv.studies import studies
from recruiter_tui.reading.candidates.cv.tongues import tongues
from recruiter_tui.reading.candidates.cv.wrapped import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.person import Document

LONGEST: Final = 200_000
"""Characters of a text that are searched for facts."""


def candidate_of(text: str, *documents: Document) -> Candidate:
    """Return the candidate whom a CV's text describes; what it does not say stays unknown.

    Spans count the characters of `text`. Linear in its length; what stands behind the first 200,000
    characters is no CV any more and is left to people.
    """
    lines = sections(unwrapped(lines_of(text[:LONGEST])))
    addresses = contacts.emails(lines)
    given, family = names.given_and_family(lines)
    residence = contacts.residence(lines)
    hidden = hidden_characters(text)
    return Candidate(
        name=names.name(lines, addresses),
        given_name=given,
        family_name=family,
        emails=addresses,
        phones=contacts.phones(lines, residence.value),
        nationalities=contacts.nationalities(lines),
        residence=residence,
        birth_date=contacts.birth_date(lines),
        employment=jobs(lines),
        degrees=studies(lines),
        languages=tongues(lines),
        documents=documents,
        warnings=tuple(_warnings(hidden, len(text))),
    )


def _warnings(hidden: int, length: int) -> Iterator[str]:
    """Yield what a person should look at."""
    if hidden:
        yield f"the text holds {hidden} hidden characters"
    if length > LONGEST:
        yield f"only the first {LONGEST:,} of {length:,} characters were searched for facts"
