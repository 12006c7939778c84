"""Which words of a text tell who somebody is: parts of names in every guise, pronouns, genders, countries."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.blind_words import (
    ADDRESSES,
    BEFORE_NAMES,
    BROKEN,
    GENDER,
    GENDERS,
    INVISIBLE,
    LANGUAGES,
    NAME,
    NATIONALITY,
    PRONOUN,
    PRONOUNS,
    SPACED,
    WORD,
    by_first_word,
)
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORT: Final = 3
"""Letters up to which a name or country counts only where it is written with a capital letter."""
_LONG: Final = 8
"""Letters from which two glued parts of a name are found inside a word; shorter pairs occur by chance."""
_MOST_PARTS: Final = 8
"""Parts of a name that are looked for glued to each other."""
_SEAMS = re.compile("(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])|(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")
"""Where a glued word was put together: `CvAmina2024`."""
_BETWEEN = re.compile("[.\\s-]{0,3}")
"""What may stand between initials, or an initial and a name."""
_SPLIT: Final = frozenset({" ", "\n", "- ", "\u00ad"})
"""What stands between the halves of a word that lost its hyphen."""
_ALONE: Final = 2
"""Initials that few enough words consist of by chance only where they stand for themselves."""

Found = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Places:
    """The words that name countries and their people, folded, and which of them name languages too."""

    words: frozenset[str]
    languages: frozenset[str] = frozenset()


class _Word(NamedTuple):
    start: int
    end: int
    text: str
    folded: str
    line: str
    """The line that it stands in, or the first of them."""


class Telling:
    """Finds the telling words of a text."""

    def __init__(self, names: Iterable[str], places: Places, *, many: bool = False) -> None:
        """Prepare the names of one person, or of `many`, whose words count with a capital letter alone."""
        ordered = [[fold(word) for word in WORD.findall(name)] for name in names]
        parts = dict.fromkeys(part for name in ordered for part in name)
        self._names = {part for part in parts if len(part) > 1 or not part.isascii()}
        self._many = many
        self._places = by_first_word(places.words)
        self._languages = places.languages
        some = [] if many else [part for part in parts if len(part) > 1][:_MOST_PARTS]
        pairs = [one + other for one, other in permutations(some, 2)]
        glued = [pair for pair in pairs if len(pair) >= _LONG]
        self._glued = re.compile("|".join(map(re.escape, glued))) if glued else None
        self._letters = frozenset() if many else frozenset(part[0] for part in parts)
        self._handles = {
            handle
            for part in some
            if len(part) > _SHORT
            for letter in self._letters
            for handle in (letter + part, part + letter)
        }
        self._handles.update(pair for pair in pairs if len(pair) < _LONG)
        known = set() if many else {_initials(name) for name in ordered}
        known |= {one[0] + one[-1] for one in known if len(one) > _ALONE}
        self._initials = known | {one[1:] + one[:1] for one in known} | {one[-1:] + one[:-1] for one in known}

    def found(self, text: str) -> Iterator[Found]:
        """Yield the words to take out, with the sign of what they were."""
        words = list(_words(text))
        place = 0
        while place < len(words):
            word = words[place]
            sign, end = self._sign(word.text, word.folded), word.end
            if sign is None and word.folded in self._places and (length := self._country(words, place)):
                sign, end = NATIONALITY, words[place + length - 1].end
            if sign is not None:
                yield word.start, end, sign
            place += 1
        yield from self._short(text, words)
        yield from self._torn(text, words)

    def _sign(self, word: str, folded: str) -> str | None:
        """Return what one word tells."""
        if self._is_name(word, folded):
            return NAME
        lowered = word.lower()
        if lowered in PRONOUNS:
            return PRONOUN
        return GENDER if lowered in GENDERS or word in ADDRESSES else None

    def _is_name(self, word: str, folded: str) -> bool:
        if folded in self._names:
            return not word.islower() or (len(folded) > _SHORT and not self._many)
        if folded in self._handles or (self._glued is not None and self._glued.search(folded)):
            return True
        pieces = _SEAMS.split(word)
        if any(fold(one + other) in self._handles for one, other in pairwise(pieces)):
            return True
        return len(pieces) > 1 and any(
            len(piece) >= _SHORT and fold(piece) in self._names for piece in pieces
        )

    def _country(self, words: Sequence[_Word], place: int) -> int:
        """Return how many words from `place` on name a country or people; 0 for none."""
        word = words[place]
        for phrase in self._places.get(word.folded, ()):
            if tuple(one.folded for one in words[place : place + len(phrase)]) != phrase:
                continue
            only = len(phrase) == 1
            if only and len(phrase[0]) <= _SHORT and not word.text.isupper():
                continue
            if only and phrase[0] in self._languages and LANGUAGES.search(word.line):
                continue
            return len(phrase)
        return 0

    def _short(self, text: str, words: Sequence[_Word]) -> Iterator[Found]:
        """Yield initials: beside each other, beside a name or alone; and forms of address before a name."""
        last = len(words) - 1
        for place, word in enumerate(words):
            if len(word.text) > 1 and word.text not in BEFORE_NAMES and word.folded not in self._initials:
                continue
            near = [
                other
                for other in (place - 1, place + 1)
                if 0 <= other <= last and self._touch(text, words, min(place, other))
            ]
            if word.text in BEFORE_NAMES and place + 1 in near and self._names_or_initial(words[place + 1]):
                yield word.start, word.end, GENDER
            elif self._is_initial(word):
                if any(self._names_or_initial(words[other]) for other in near):
                    yield word.start, word.end, NAME
            elif self._stands_for_name(text, word):
                yield word.start, word.end, NAME

    @staticmethod
    def _touch(text: str, words: Sequence[_Word], place: int) -> bool:
        """Tell whether nothing but dots, hyphens and blanks lies between a word and the next."""
        between = text[words[place].end : words[place + 1].start]
        return "\n" not in between and _BETWEEN.fullmatch(between.replace(",", "")) is not None

    def _is_initial(self, word: _Word) -> bool:
        return len(word.text) == 1 and word.text.isupper() and word.folded in self._letters

    def _names_or_initial(self, word: _Word) -> bool:
        return self._is_initial(word) or self._is_name(word.text, word.folded)

    def _stands_for_name(self, text: str, word: _Word) -> bool:
        """Tell whether a word is somebody's initials: three always, two where they stand for themselves."""
        if word.folded not in self._initials or not word.text.isupper() or len(word.text) < _ALONE:
            return False
        before, after = text[max(0, word.start - 1) : word.start], text[word.end : word.end + 1]
        return len(word.text) > _ALONE or (before in {"", "\n", "("} and after in {"", "\n", ")", ":"})

    def _torn(self, text: str, words: Sequence[_Word]) -> Iterator[Found]:
        """Yield what was divided at the end of a line, or spread with blanks."""
        for one, other in pairwise(words):
            joined = one.folded + other.folded
            if joined in self._names and len(joined) > _SHORT and text[one.end : other.start] in _SPLIT:
                yield one.start, other.end, NAME
        for match in BROKEN.finditer(text):
            joined = match[1] + match[2]
            if sign := self._sign(joined, fold(joined)):
                yield *match.span(), sign
            elif self._country([_Word(0, 0, joined, fold(joined), "")], 0):
                yield *match.span(), NATIONALITY
        for match in SPACED.finditer(text):
            joined = match[0].replace(" ", "")
            if self._sign(joined, fold(joined)):
                yield *match.span(), NAME


def _words(text: str) -> Iterator[_Word]:
    """Yield the words of a text."""
    start = 0
    for line in text.split("\n"):
        for match in WORD.finditer(line):
            word = INVISIBLE.sub("", match[0])
            yield _Word(match.start() + start, match.end() + start, word, fold(word), line)
        start += len(line) + 1


def _initials(name: Sequence[str]) -> str:
    """Return the first letters of a name's parts."""
    return "".join(part[0] for part in name)
