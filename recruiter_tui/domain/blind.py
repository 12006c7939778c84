"""Blind reading: who somebody is stays hidden, also inside free text; what he or she did stays readable.

Names, pronouns and forms of address, contacts, gender, nationality, birth and age are taken out. The rules
never read a masked text; only people do. Endings that agree with a gender (French, Spanish, Portuguese) stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.blind_names import Places, Telling
from recruiter_tui.domain.blind_words import (
    BIRTH,
    BIRTHS,
    CONTACT,
    CONTACTS,
    GENDER,
    GENDER_PHRASES,
    HIDDEN,
    NAME,
    NATIONALITIES,
    NATIONALITY,
    birthdays,
    digits,
    unspaced,
)
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.stated import Span, Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from recruiter_tui.domain.finding import Evidence, Finding
    from recruiter_tui.domain.person import Candidate, Correction

_PERSONAL: Final = (
    *("name", "given", "family", "emails", "phones", "nationalities", "residence", "gender", "birth"),
)
_EVERYBODYS: Final = tuple(
    (pattern, sign)
    for patterns, sign in (
        (CONTACTS, CONTACT),
        (BIRTHS, BIRTH),
        (NATIONALITIES, NATIONALITY),
        (GENDER_PHRASES, GENDER),
    )
    for pattern in patterns
)
TELLING: Final = frozenset({Kind.NATIONALITY, Kind.TIER})
"""Criteria whose reasons tell a nationality; their outcomes stay."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what is hidden, and where each of its places went."""

    text: str
    cuts: tuple[tuple[int, int, int], ...] = ()
    """Start and end of what was taken out, and the length of what stands there now."""

    def span(self, span: Span) -> Span:
        """Return where a span of the whole text lies now; what was taken out widens to its sign."""
        return Span(self._moved(span.start, at_end=False), self._moved(span.end, at_end=True))

    def _moved(self, place: int, *, at_end: bool) -> int:
        shift = 0
        for start, end, length in self.cuts:
            if place <= start:
                break
            if place < end:
                return start + shift + (length if at_end else 0)
            shift += length - (end - start)
        return place + shift


class Mask:
    """What has to be hidden about one candidate."""

    def __init__(self, candidate: Candidate, pseudonym: str, places: Places) -> None:
        """Prepare the candidate's own words; `places` are everybody's."""
        self.pseudonym = pseudonym
        self._known: dict[str, Masked] = {}
        stated = (candidate.name, candidate.given_name, candidate.family_name)
        names = [value for one in stated for value in _wordings(one)]
        self._words = Telling(names, places)
        mails = [value for one in candidate.emails for value in _wordings(one)]
        phones = [value for one in candidate.phones for value in _wordings(one)]
        days = list(_wordings(candidate.birth_date))
        self._patterns = (
            *((pattern, NAME) for pattern in unspaced(names)),
            *((re.compile(re.escape(mail), re.IGNORECASE), CONTACT) for mail in mails),
            *((pattern, CONTACT) for phone in phones for pattern in digits(phone)),
            *((pattern, BIRTH) for day in days for pattern in birthdays(day)),
            *_EVERYBODYS,
        )

    def text(self, text: str) -> str:
        """Return a text without what is hidden."""
        return self.masked(text).text

    def masked(self, text: str) -> Masked:
        """Return a text without what is hidden, with the way from old places to new ones."""
        known = self._known.get(text)
        if known is None:
            found = [*_matches(text, self._patterns), *self._words.found(text)]
            known = self._known[text] = _without(text, found)
        return known

    def candidate(self, candidate: Candidate) -> Candidate:
        """Return the candidate as people may read him or her: facts of work and study, masked."""
        papers = [self.masked(paper.text) for paper in candidate.documents]
        first = papers[0] if papers else None
        hidden: Stated[str] = Stated.missing(HIDDEN)
        return replace(
            candidate,
            name=Stated.known(self.pseudonym),
            given_name=hidden,
            family_name=hidden,
            emails=(),
            phones=(),
            nationalities=(hidden,) if candidate.nationalities else (),
            residence=hidden,
            gender=hidden,
            birth_date=hidden,
            employment=tuple(
                replace(
                    job,
                    employer=self.text(job.employer),
                    title=self.text(job.title),
                    text=self.text(job.text),
                    spans=_moved(job.spans, first),
                )
                for job in candidate.employment
            ),
            degrees=tuple(
                replace(
                    degree,
                    field=self._maybe(degree.field),
                    institution=self._maybe(degree.institution),
                    title=self._maybe(degree.title),
                    spans=_moved(degree.spans, first),
                )
                for degree in candidate.degrees
            ),
            languages=tuple(
                replace(
                    skill,
                    level=self._maybe(skill.level),
                    tested=self._maybe(skill.tested),
                    scale={name: self.text(level) for name, level in skill.scale.items()},
                    spans=_moved(skill.spans, first),
                )
                for skill in candidate.languages
            ),
            documents=tuple(
                replace(paper, name=f"paper {number}", text=masked.text)
                for number, (paper, masked) in enumerate(zip(candidate.documents, papers, strict=True), 1)
            ),
            warnings=tuple(map(self.text, candidate.warnings)),
            corrections=self._corrections(candidate.corrections),
        )

    def findings(self, findings: Iterable[Finding], candidate: Candidate) -> tuple[Finding, ...]:
        """Return findings as people may read them; what rests on hidden facts keeps its outcome alone."""
        names = {paper.name: f"paper {number}" for number, paper in enumerate(candidate.documents, 1)}
        papers = {paper.name: self.masked(paper.text) for paper in candidate.documents}
        return tuple(self._finding(finding, names, papers) for finding in findings)

    def _finding(self, finding: Finding, names: Mapping[str, str], papers: Mapping[str, Masked]) -> Finding:
        ruling = finding.override and replace(finding.override, reason=self.text(finding.override.reason))
        if finding.kind in TELLING:
            reason = f"the reason rests on what is {HIDDEN}"
            return replace(finding, reason=reason, inputs={}, evidence=(), override=ruling)
        return replace(
            finding,
            reason=self.text(finding.reason),
            inputs={name: self._value(value) for name, value in finding.inputs.items()},
            evidence=tuple(self._evidence(one, names, papers) for one in finding.evidence),
            override=ruling,
        )

    def _evidence(self, one: Evidence, names: Mapping[str, str], papers: Mapping[str, Masked]) -> Evidence:
        paper = papers.get(one.source)
        span = paper.span(one.span) if paper is not None and one.span is not None else None
        return replace(
            one, quote=self.text(one.quote), source=names.get(one.source, self.text(one.source)), span=span
        )

    def _value(self, value: object) -> object:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {name: self._value(part) for name, part in value.items()}
        if isinstance(value, list | tuple):
            return [self._value(part) for part in value]
        return value

    def _maybe(self, text: str | None) -> str | None:
        return None if text is None else self.text(text)

    def _corrections(self, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
        """Return corrections of work and study; those of personal facts would tell them."""
        return tuple(
            replace(one, imported=self.text(one.imported), value=self.text(one.value))
            for one in corrections
            if not one.fact.startswith(_PERSONAL)
        )


def pseudonym(number: int) -> str:
    """Return what stands in place of a name, the same for the same application in every view."""
    return f"Candidate {number}"


def _moved(spans: tuple[Span, ...], paper: Masked | None) -> tuple[Span, ...]:
    return tuple(map(paper.span, spans)) if paper is not None else ()


def _without(text: str, found: list[tuple[int, int, str]]) -> Masked:
    """Return the text with signs in place of what was found; what overlaps becomes one."""
    parts: list[str] = []
    cuts: list[tuple[int, int, int]] = []
    done = 0
    for start, end, sign in sorted(found, key=lambda one: (one[0], -one[1])):
        if start < done:
            if cuts and end > done:  # two kinds overlap: the sign of the first covers both
                cuts[-1] = (cuts[-1][0], end, cuts[-1][2])
                done = end
            continue
        parts += (text[done:start], sign)
        cuts.append((start, end, len(sign)))
        done = end
    return Masked("".join((*parts, text[done:])), tuple(cuts))


class Crowd:
    """What takes many people out of a sentence that may name any of them."""

    def __init__(self, names: Iterable[str], places: Places) -> None:
        """Prepare everybody's names."""
        known = list(names)
        self._words = Telling(known, places, many=True)
        self._patterns = (*((pattern, NAME) for pattern in unspaced(known)), *_EVERYBODYS)

    def text(self, text: str) -> str:
        """Return a sentence without what is hidden; names count where they begin with a capital letter."""
        return _without(text, [*_matches(text, self._patterns), *self._words.found(text)]).text

    def told_by(self, word: str) -> bool:
        """Tell whether a word or two, such as a tag, names somebody, however it is written."""
        return self.text(word.title()) != word.title()


def _wordings(one: Stated[str]) -> Iterator[str]:
    """Yield every wording of a fact that is on file."""
    return (value for value in (one.value, one.imported, one.text) if value)


def _matches(text: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> Iterator[tuple[int, int, str]]:
    """Yield where patterns are found; a group in one is what goes, else all of it."""
    return (
        (*match.span(match.lastindex or 0), sign)
        for pattern, sign in patterns
        for match in pattern.finditer(text)
    )


__all__ = ["HIDDEN", "TELLING", "Crowd", "Mask", "Masked", "Places", "pseudonym"]
