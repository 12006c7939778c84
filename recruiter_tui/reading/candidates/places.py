"""Where the text that is kept of a person bears the facts that a structured source gave."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.reference import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.person import Candidate, Degree, Employment, LanguageSkill

_LONGEST_TEXT: Final = 200_000
_LONGEST_WORDING: Final = 300
_MOST_PLACES: Final = 30
_NEAR: Final = 400
"""Characters around an employer in which the post with it is looked for."""


def located(candidate: Candidate, text: str) -> Candidate:
    """Return the candidate with the places of its facts in a text; facts that it does not bear keep none.

    Places that a reader gave stay. Only whole words count, whatever their capitals.
    """
    places = _Places(text[:_LONGEST_TEXT])
    return replace(
        candidate,
        name=places.fact(candidate.name),
        given_name=places.fact(candidate.given_name),
        family_name=places.fact(candidate.family_name),
        emails=tuple(map(places.fact, candidate.emails)),
        phones=tuple(map(places.fact, candidate.phones)),
        nationalities=tuple(map(places.fact, candidate.nationalities)),
        residence=places.fact(candidate.residence),
        birth_date=places.fact(candidate.birth_date),
        employment=tuple(map(places.job, candidate.employment)),
        degrees=tuple(map(places.degree, candidate.degrees)),
        languages=tuple(map(places.language, candidate.languages)),
    )


class _Places:
    """A text that is searched for wordings."""

    def __init__(self, text: str) -> None:
        self.text = text

    def fact(self, fact: Stated[str]) -> Stated[str]:
        """Return a fact with its place."""
        if fact.spans or fact.value is None:
            return fact
        found = self._first(fact.text or "", fact.value)
        return replace(fact, spans=(found,)) if found else fact

    def job(self, job: Employment) -> Employment:
        """Return a job with the places of employer and post, those that stand closest together."""
        if job.spans:
            return job
        employers, posts = list(self._all(job.employer)), list(self._all(job.title))
        pairs = [(abs(a.start - b.start), a, b) for a in employers for b in posts]
        if pairs and min(pairs)[0] <= _NEAR:
            return replace(job, spans=tuple(sorted(min(pairs)[1:])))
        return replace(job, spans=tuple((employers or posts)[:1]))

    def degree(self, degree: Degree) -> Degree:
        """Return a degree with the places of its title and its school."""
        if degree.spans:
            return degree
        found = (self._first(each or "") for each in (degree.title, degree.institution))
        return replace(degree, spans=tuple(each for each in found if each))

    def language(self, skill: LanguageSkill) -> LanguageSkill:
        """Return a language with the place of its name in one of the four languages."""
        if skill.spans:
            return skill
        names = (languages.name(skill.language, locale) for locale in languages.LOCALES)
        found = self._first(*names)
        return replace(skill, spans=(found,)) if found else skill

    def _first(self, *wordings: str) -> Span | None:
        """Return the first place of the first wording that the text bears."""
        return next((span for wording in wordings for span in self._all(wording)), None)

    def _all(self, wording: str) -> Iterator[Span]:
        """Yield the places of a wording, blanks of any kind within it taken as equal."""
        words = wording.split()
        if not words or len(wording) > _LONGEST_WORDING:
            return
        pattern = r"(?<!\w)" + r"\s{1,9}".join(map(re.escape, words)) + r"(?!\w)"
        for found in islice(re.finditer(pattern, self.text, re.IGNORECASE), _MOST_PLACES):
            yield Span(*found.span())
