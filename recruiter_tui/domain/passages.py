"""Passages of a candidate's own papers that share a criterion's terms: the machine proposes, a person rules.

Phrases count most, then acronyms (either way round: the short form for the long one and back), then single
words by their stems. Everything is linear in the length of the papers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.stems import STOP_WORDS, WORD, stem
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from recruiter_tui.domain.person import Candidate

_BRACKETED = re.compile(r"\(([A-Z][A-Za-z0-9&/-]{1,9})\)")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n|[\u2022\u25aa\u25cf\u00b7]")
_LONGEST_PASSAGE = 400
LONGEST_PAPER = 200_000
"""Characters of a document that are searched: as many as a dossier shows of it."""
_LOOK_BACK = 160
_MOST_BRACKETS, _MOST_TRIES = 2000, 5
"""Brackets of a text, and of one acronym, that are looked at: more explain nothing new."""
_FEW, _MANY, _MOST_LETTERS = 2, 8, 3
"""Letters of an acronym, and of one word in it."""
_PHRASE_WEIGHT, _ACRONYM_WEIGHT = 3, 3

_COMMON_WORDS = """
ability able advantage apoyo aptitude atouts avantage
capacity candidate candidato candidat connaissance connaissances
conhecimento conocimiento conocimientos considered demonstrated desirable detailed effective excellent
experience experiences experiencia expertise familiarity focus good highly including knowledge level
minimum nivel niveau notably position preferred previous proven related relevant required requirement
several skill skills solid sound specific strong substantive thorough understanding various work working
year years anos ans competences habilidades capacidad capacidade
caso casos cas direct hands minimo moins pratique practical practica practico progressively progressive
responsible several similar software valorara ventaja vantagem
two three four five six seven eight nine ten deux trois quatre cinq six sept huit neuf dix
dos tres cuatro cinco seis siete ocho nueve diez dois quatro sete oito nove dez
"""
_SAYS_LITTLE = frozenset(stem(word) for word in _COMMON_WORDS.split())
"""Words that stand in almost every criterion, by stem."""
_TRACK_RECORD = re.compile("track record", re.IGNORECASE)
"""Experience by another name; each word alone does say something."""
_AN_ASSET = frozenset({"asset", "atout", "plus"})
"""Words that say little in the singular alone: `is an asset`, but `management of assets`."""

Acronyms = Mapping[str, tuple[str, ...]]
"""Short form to the stems of its long form."""


def acronyms_of(text: str) -> dict[str, tuple[str, ...]]:
    """Return the acronyms that a text explains as `Long Form (LF)`, with the stems of their long forms."""
    found: dict[str, tuple[str, ...]] = {}
    tried: Counter[str] = Counter()
    for bracket in itertools.islice(_BRACKETED.finditer(text), _MOST_BRACKETS):
        short = singular(bracket[1])
        tried[short] += 1
        if short in found or tried[short] > _MOST_TRIES:
            continue
        before = text[max(0, bracket.start() - _LOOK_BACK) : bracket.start()]
        long_form = _long_form(short, [word[0] for word in WORD.finditer(before)])
        if long_form:
            found[short] = tuple(stem(fold(word)) for word in long_form if fold(word) not in STOP_WORDS)
    return found


def _long_form(short: str, before: Sequence[str]) -> Sequence[str]:
    """Return the nearest words before a bracket that spell the acronym, small words left out or not."""
    letters = [letter for letter in fold(short) if letter.isalnum()]
    for start in range(len(before) - 2, max(-1, len(before) - 2 * len(letters) - 2), -1):
        chosen = before[start:]
        words = [fold(word) for word in chosen]
        if letters == [word[:1] for word in words] or _spelled(letters, words):
            return chosen
    return ()


def singular(short: str) -> str:
    """Return an acronym without the small `s` of its plural."""
    return short[:-1] if len(short) > _FEW and short.endswith("s") and short[:-1].isupper() else short


def _spelled(letters: Sequence[str], words: Sequence[str]) -> bool:
    """Tell whether beginnings of the words that say something spell the letters: WAter, Sanitation, Hygiene.

    Each word gives at least its first letter and at most three.
    """
    strong = [word for word in words if word not in STOP_WORDS]
    if not strong or strong[0] != words[0]:
        return False
    reached = {0}
    for word in strong:
        reached = {
            at + size
            for at in reached
            for size in range(1, _MOST_LETTERS + 1)
            if list(word[:size]) == list(letters[at : at + size])
        }
    return len(letters) in reached


@dataclass(frozen=True, slots=True)
class Topic:
    """A criterion's terms: single stems, pairs of neighbouring stems, and acronyms."""

    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    acronyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, acronyms: Acronyms | None = None) -> Topic:
        """Read the terms of a criterion's text; `acronyms` are those that its notice explains."""
        known = {**(acronyms or {}), **acronyms_of(text)}
        row: list[str | None] = []
        short: dict[str, tuple[str, ...]] = {}
        for word in WORD.finditer(_TRACK_RECORD.sub("experience", text)):
            folded = fold(word[0])
            if word[0] in known or _is_acronym(word[0]):
                short[singular(word[0])] = known.get(singular(word[0]), ())
            if folded in STOP_WORDS:
                continue
            stemmed = stem(folded)
            row.append(None if stemmed in _SAYS_LITTLE or folded in _AN_ASSET else stemmed)
        short |= {name: long for name, long in known.items() if _contains(row, long)}
        pairs = {(a, b) for a, b in itertools.pairwise(row) if a is not None and b is not None}
        return cls(frozenset(stemmed for stemmed in row if stemmed), frozenset(pairs), short)


def _is_acronym(word: str) -> bool:
    """Tell whether a word is written as an acronym."""
    bare = singular(word)
    return _FEW <= len(bare) <= _MANY and bare.isupper() and bare.isalnum() and not bare.isdigit()


def _contains(row: Sequence[str | None], part: Sequence[str]) -> bool:
    """Tell whether a row of stems holds another one in a piece."""
    return bool(part) and any(
        tuple(row[at : at + len(part)]) == tuple(part) for at in range(len(row) - len(part) + 1)
    )


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a paper that shares terms with a criterion."""

    quote: str
    source: str
    """The document's name."""
    span: Span
    terms: tuple[Span, ...]
    """The places of the shared terms in the document, for lighting them."""
    score: int


class _Word(NamedTuple):
    """A word of a paper that says something."""

    stem: str
    span: Span
    piece: int


@dataclass(slots=True)
class _Paper:
    """One document, cut into pieces, with its words by stem."""

    name: str
    text: str
    pieces: list[Span] = field(default_factory=list)
    words: list[_Word] = field(default_factory=list)
    by_stem: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_short: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def read(self) -> None:
        """Cut the text into sentences of bounded length and index its words."""
        self.pieces = _pieces(self.text)
        piece, last, end = 0, len(self.pieces) - 1, self.pieces[0].end if self.pieces else 0
        known: dict[str, tuple[str, str] | None] = {}
        for found in WORD.finditer(self.text):
            shown, (start, stop) = found[0], found.span()
            while piece < last and start >= end:
                piece += 1
                end = self.pieces[piece].end
            if shown not in known:
                known[shown] = _read_word(shown)
            read = known[shown]
            if read is None:
                continue
            place = len(self.words)
            self.words.append(_Word(read[0], Span(start, stop), piece))
            self.by_stem[read[0]].append(place)
            if read[1]:
                self.by_short[read[1]].append(place)


def _read_word(shown: str) -> tuple[str, str] | None:
    """Return a word's stem, and the acronym that it may be; None for one that says nothing."""
    folded, short = fold(shown), _is_acronym(shown)
    if folded in STOP_WORDS and not short:
        return None
    return stem(folded), singular(shown) if short else ""


def _pieces(text: str) -> list[Span]:
    """Return the sentences and lines of a text as spans, none longer than a passage may be."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    pieces: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        while end - start > _LONGEST_PASSAGE:
            blank = text.rfind(" ", start, start + _LONGEST_PASSAGE)
            cut = blank + 1 if blank > start else start + _LONGEST_PASSAGE
            pieces.append(Span(start, cut))
            start = cut
        if end > start:
            pieces.append(Span(start, end))
        start = end
    return pieces


class Reader:
    """A candidate's papers, indexed once and asked for any number of criteria."""

    def __init__(self, candidate: Candidate, acronyms: Acronyms | None = None) -> None:
        """Index the documents, and what the candidate wrote about each job where no document holds it."""
        self._papers = [
            _Paper(document.name, document.text[:LONGEST_PAPER])
            for document in candidate.documents
            if document.text
        ]
        if not self._papers:
            told = [
                _Paper(f"employment {place}", job.text)
                for place, job in enumerate(candidate.employment, 1)
                if job.text
            ]
            self._papers = told
        for paper in self._papers:
            paper.read()
        self._acronyms = dict(acronyms or {})
        for paper in self._papers:
            self._acronyms |= acronyms_of(paper.text)

    def best(self, topic: Topic, most: int = 3) -> tuple[Passage, ...]:
        """Return the passages that share most with the topic, best first, else in the papers' order."""
        found: list[tuple[int, int, int, Passage]] = []
        for order, paper in enumerate(self._papers):
            for piece, hits in self._hits(topic, paper).items():
                passage = _passage(topic, paper, piece, hits)
                if passage is not None:
                    found.append((-passage.score, order, piece, passage))
        found.sort(key=lambda entry: entry[:3])
        return tuple(entry[3] for entry in found[:most])

    def _hits(self, topic: Topic, paper: _Paper) -> dict[int, dict[int, tuple[str, int]]]:
        """Return, by piece, the places of shared words with the term they stand for and its weight."""
        hits: dict[int, dict[int, tuple[str, int]]] = defaultdict(dict)
        for known in topic.stems:
            for place in paper.by_stem.get(known, ()):
                hits[paper.words[place].piece][place] = (known, 1)
        for short, long_form in topic.acronyms.items():
            for place in paper.by_short.get(short, ()):
                hits[paper.words[place].piece][place] = (short, _ACRONYM_WEIGHT)
            expanded = long_form or self._acronyms.get(short, ())
            for place in paper.by_stem.get(expanded[0], ()) if expanded else ():
                row = paper.words[place : place + len(expanded)]
                if tuple(word.stem for word in row) == tuple(expanded):
                    for step in range(len(expanded)):
                        hits[paper.words[place].piece][place + step] = (short, _ACRONYM_WEIGHT)
        return hits


def _passage(topic: Topic, paper: _Paper, piece: int, hits: Mapping[int, tuple[str, int]]) -> Passage | None:
    """Return a piece as a passage where it shares enough: a phrase, an acronym, or two different terms."""
    terms = dict(hits.values())
    pairs = {
        (paper.words[place].stem, paper.words[place + 1].stem)
        for place in hits
        if place + 1 in hits and (paper.words[place].stem, paper.words[place + 1].stem) in topic.pairs
    }
    enough = min(2, max(1, len(topic.stems)))
    if not pairs and len(terms) < enough and max(terms.values()) < _ACRONYM_WEIGHT:
        return None
    span = _trimmed(paper.text, paper.pieces[piece])
    return Passage(
        paper.text[span.start : span.end],
        paper.name,
        span,
        tuple(paper.words[place].span for place in sorted(hits)),
        sum(terms.values()) + _PHRASE_WEIGHT * len(pairs),
    )


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, start + len(piece.strip()))
