"""Blind reading: who somebody is stays hidden, also inside free text; what he or she did stays readable.

Names, pronouns and forms of address, contacts, gender, nationality, birth and age are taken out. The rules
never read a masked text; only people do. Endings that agree with a gender (French, Spanish, Portuguese) stay.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from recruiter_tui.domain.finding import Evidence, Finding
    from recruiter_tui.domain.person import Candidate, Correction

HIDDEN: Final = "hidden in blind reading"
NAME, PRONOUN, CONTACT, GENDER, NATIONALITY, BIRTH = (
    "[name]",
    "[pronoun]",
    "[contact]",
    "[gender]",
    "[nationality]",
    "[birth]",
)
_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SHORT: Final = 3
"""Letters up to which a name or country counts only where it is written with a capital letter."""
_PRONOUNS: Final = frozenset(
    (
        *("he", "him", "his", "himself", "she", "her", "hers", "herself"),
        *("il", "elle", "él", "ella", "ele", "ela", "dele", "dela", "nele", "nela"),
    )
)
_GENDERS: Final = frozenset(
    re.findall(
        r"\S+",
        """male female man woman masculin féminin feminin homme femme masculino masculina femenino femenina
        feminino feminina hombre mujer homem mulher mrs miss monsieur madame mademoiselle mme mlle señor
        señora señorita senhor senhora sra srta née husband wife époux épouse esposo esposa marido""",
    )
)
_ADDRESSES: Final = frozenset({"Mr", "Ms", "MR"})
_CONTACTS = (
    re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,255}"),
    re.compile(r"(?:https?://|www\.)[^\s<>\"]{1,300}", re.IGNORECASE),
    re.compile(r"(?<![\w.])(?:[\w-]{1,40}\.){0,3}(?:linkedin|github|facebook|instagram|twitter|skype)"
               r"\.\w{2,6}/[^\s<>\"]{1,200}", re.IGNORECASE),
    re.compile(r"(?<!\w)\+\d[\d\s().-]{5,20}\d"),
    re.compile(r"(?<!\w)(?:tel|phone|mobile|cell|fax|whatsapp|skype|téléphone|teléfono|móvil|telefone|celular)"
               r"\.?\s{0,3}[:.]?\s{0,3}[^\s,;]{1,60}(?:[ \d().+-]{0,24}\d)?", re.IGNORECASE),
)  # fmt: skip
_BIRTHS = (
    re.compile(
        r"(?<!\w)(?:d\.?\s?o\.?\s?b|date of birth|birth ?da(?:te|y)|place of birth|born|née?|né\(e\)"
        r"|date de naissance|lieu de naissance|fecha de nacimiento|lugar de nacimiento|nacid[oa]|nascid[oa]"
        r"|data de nascimento|local de nascimento|année de naissance|year of birth)(?!\w)[^\n;|]{0,60}",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:aged?|âge|âgée?(?: de)?|edad|idade)(?!\w)\s{0,3}[:=]?\s{0,3}\d{1,3}(?:\s\w{1,6})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)\d{1,3}[ -]?(?:years?|yrs?)[ -]?old(?!\w)"
        r"|(?<!\w)\d{1,3} (?:años de edad|anos de idade)(?!\w)",
        re.IGNORECASE,
    ),
)
_LANGUAGES = re.compile(
    r"language|langue|idioma|língua|lengua|fluent|courant|fluid|fluente|bilingu|toefl|ielts|delf|dalf|dele"
    r"|(?<!\w)[abc][12](?!\w)|proficien|mother tongue|native speaker|level|niveau|nivel|nível"
    r"|spoken|written|translat",
    re.IGNORECASE,
)
_PERSONAL: Final = ("name", "given", "family", "emails", "phones", "nationalities", "residence", "gender")
TELLING: Final = frozenset({Kind.NATIONALITY, Kind.TIER})
"""Criteria whose reasons tell a nationality; their outcomes stay."""


@dataclass(frozen=True, slots=True)
class Places:
    """The words that name countries and their people, folded, and which of them name languages too."""

    words: frozenset[str]
    languages: frozenset[str] = frozenset()


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
        self._places = _by_first_word(places.words)
        self._languages = places.languages
        stated = (candidate.name, candidate.given_name, candidate.family_name)
        names = [value for one in stated for value in (one.value, one.imported, one.text) if value]
        self._names = {
            fold(word)
            for name in names
            for word in _WORD.findall(name)
            if len(word) > 1 or not word.isascii()
        }
        self._patterns = [(re.compile(re.escape(part)), NAME) for part in _unspaced(names)]
        mails = [value for one in candidate.emails for value in (one.value, one.imported, one.text) if value]
        self._patterns += [(re.compile(re.escape(mail), re.IGNORECASE), CONTACT) for mail in mails]
        phones = [value for one in candidate.phones for value in (one.value, one.imported, one.text) if value]
        self._patterns += [(found, CONTACT) for found in map(_digits, phones) if found]

    def text(self, text: str) -> str:
        """Return a text without what is hidden."""
        return self.masked(text).text

    def masked(self, text: str) -> Masked:
        """Return a text without what is hidden, with the way from old places to new ones."""
        found = [
            (match.start(), match.end(), sign)
            for patterns, sign in ((_CONTACTS, CONTACT), (_BIRTHS, BIRTH))
            for pattern in patterns
            for match in pattern.finditer(text)
        ]
        found += [
            (*match.span(), sign) for pattern, sign in self._patterns for match in pattern.finditer(text)
        ]
        found += self._words(text)
        return _without(text, found)

    def _words(self, text: str) -> list[tuple[int, int, str]]:
        """Return the words to take out: names, pronouns, forms of address, countries and their people."""
        found: list[tuple[int, int, str]] = []
        start = 0
        for line in text.split("\n"):
            words = [(match.start() + start, match.end() + start, match[0]) for match in _WORD.finditer(line)]
            folded = [fold(word) for _, _, word in words]
            speaks = bool(_LANGUAGES.search(line))
            for place, (first, last, word) in enumerate(words):
                sign = self._sign(word, folded[place])
                if sign is not None:
                    found.append((first, last, sign))
                    continue
                length = self._country(words, folded, place, speaks=speaks)
                if length:
                    found.append((first, words[place + length - 1][1], NATIONALITY))
            start += len(line) + 1
        return found

    def _sign(self, word: str, folded: str) -> str | None:
        if folded in self._names and (len(folded) > _SHORT or not word.islower()):
            return NAME
        lowered = word.lower()
        if lowered in _PRONOUNS:
            return PRONOUN
        return GENDER if lowered in _GENDERS or word in _ADDRESSES else None

    def _country(
        self, words: Sequence[tuple[int, int, str]], folded: Sequence[str], place: int, *, speaks: bool
    ) -> int:
        """Return how many words from `place` on name a country or people; 0 for none."""
        for phrase in self._places.get(folded[place], ()):
            if tuple(folded[place : place + len(phrase)]) != phrase:
                continue
            only = len(phrase) == 1
            if only and len(phrase[0]) <= _SHORT and not words[place][2].isupper():
                continue
            if only and speaks and phrase[0] in self._languages:
                continue
            return len(phrase)
        return 0

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


def _by_first_word(words: Collection[str]) -> dict[str, list[tuple[str, ...]]]:
    """Return phrases by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words:
        parts = tuple(_WORD.findall(phrase))
        if parts:
            found.setdefault(parts[0], []).append(parts)
    for phrases in found.values():
        phrases.sort(key=len, reverse=True)
    return found


def _unspaced(names: Iterable[str]) -> set[str]:
    """Return the parts of names in scripts that write without blanks, wherever they stand in a line."""
    return {part for name in names for part in name.split() if _UNSPACED.search(part)}


def _digits(phone: str) -> re.Pattern[str] | None:
    """Return what finds a phone number however its digits are grouped."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) <= _SHORT:
        return None
    return re.compile(r"\+?\(?" + r"[\s().\-/]{0,3}".join(digits))
