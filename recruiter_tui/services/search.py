"""Search everywhere: all people and notices, as somebody types, with the passage that bears the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.searching import UNSPACED, Passage, holds, long_enough, passage, phrase
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import fold
from recruiter_tui.services.curtain import mask_of
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.store import everywhere, facts

if TYPE_CHECKING:
    from recruiter_tui.domain.blind import Mask
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.everywhere import NoticeLine, PersonLine
    from recruiter_tui.store.reading import Reader

FIRST: Final = 60
"""Hits of the first page."""
_LEAST_NAME: Final = 2
"""Letters from which names answer; papers answer from three on."""
_MOST_CHANGES: Final = 200
_MOST_NAMES: Final = 5_000
"""Names with one beginning that are looked at for the other words."""
_NOTICE_SHARE: Final = 4
"""One part in so many of a page is kept for notices."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person's application or a notice that bears the words."""

    kind: str
    """`person` or `notice`."""
    title: str
    """The person's name, or the vacancy's title."""
    vacancy: str
    """The vacancy's id."""
    place: str
    """For a person the vacancy's title, for a notice its reference."""
    application: int | None = None
    """The key to open; None for a notice."""
    public_id: str | None = None
    disposition: str | None = None
    in_name: bool = False
    passage: str = ""
    """The line that bears the words, cut; empty where only the name does."""
    spans: tuple[Span, ...] = ()
    """Where in `passage` the words stand."""
    at: int = 0
    """Where in the paper or notice the first of them stands."""


class Search:
    """The use case of finding anybody and any notice."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store; everybody's name is kept at the first search."""
        self._room = room
        self._names = _Names()
        self._notices: list[tuple[NoticeLine, str]] = []
        self._mark = (0, 0)

    most = FIRST
    """Hits that a search gives at most, unless told otherwise."""

    def asks(self, text: str) -> bool:
        """Tell whether words ask for enough to be searched for (sync)."""
        words = text.strip()
        return len(fold(words)) >= _LEAST_NAME or long_enough(words)

    async def warm(self) -> None:
        """Read everybody's name and the notices, so that the first search is as fast as the next."""

        def look(reader: Reader) -> None:
            self._names.found(reader, "-", 1)
            self._notices_with(reader, "")
            everywhere.expansion(reader, "warm")

        await self._room.store.search(look)

    async def search(self, text: str, limit: int = FIRST, *, ranked: bool = False) -> tuple[Hit, ...]:
        """Return the first hits at once, or with `ranked` the best ones first, which takes longer.

        Names answer from two letters on, papers and notices from three. Never an error, whatever is typed. A
        search that is overtaken by a newer one ends at once, without hits.
        """
        if not self.asks(text):
            return ()
        return (
            await self._room.store.search(lambda reader: self._hits(reader, text, limit, ranked=ranked)) or ()
        )

    def _hits(self, reader: Reader, text: str, limit: int, *, ranked: bool) -> tuple[Hit, ...]:
        wanted = tuple(fold(word) for word in text.split())
        notices = self._notices_with(reader, text)[: max(1, limit // _NOTICE_SHARE)]
        named = self._names.found(reader, fold(text), limit)
        found = dict.fromkeys(named)
        room = limit - len(notices)
        if len(found) < room and long_enough(text):
            expression = everywhere.expansion(reader, text)
            if expression:
                found |= dict.fromkeys(everywhere.papers_with(reader, expression, limit, ranked=ranked))
        keys = list(found)[:room]
        return (*self._people(reader, keys, set(named), wanted), *notices)[:limit]

    def _people(self, reader: Reader, keys: list[int], named: set[int], wanted: tuple[str, ...]) -> list[Hit]:
        """Return the hits of people, each with the line of the papers that bears the words.

        Of people whom a blind vacancy hides only those are found whose papers bear the words when masked.
        """
        texts = everywhere.papers(reader, keys)
        lines: dict[int, PersonLine] = {}
        for line in everywhere.people(reader, keys):
            lines[line.candidate] = line  # the newest application stands for the person
        found = [lines[key] for key in keys if key in lines]
        masks = self._masks(reader, found)
        hits = []
        for line in found:
            papers, mask = texts.get(line.candidate, ()), masks.get(line.application)
            if mask is not None:
                papers = [mask.text(text) for text in papers]
            shown = next(filter(None, (passage(text, wanted) for text in papers)), None)
            if mask is None:
                in_name = line.candidate in named or any(
                    holds(line.name, word, whole=False) for word in wanted
                )
                hits.append(_person(line, shown, in_name=in_name))
            elif shown is not None:
                number = mask.text(line.public_id)
                hidden = line._replace(name=mask.pseudonym, public_id=number)
                hits.append(_person(hidden, shown, in_name=False))
        return hits

    def _masks(self, reader: Reader, lines: list[PersonLine]) -> dict[int, Mask]:
        """Return what hides those who are hidden, by the key of their application."""
        drawn = self._room.curtain.drawn(reader)
        keys = [line.application for line in lines if line.vacancy in drawn]
        hidden = self._room.curtain.hidden(reader, reader.rows(keys)) if keys else {}
        return {key: mask_of(reader, line) for key, line in hidden.items()}

    def _notices_with(self, reader: Reader, text: str) -> list[Hit]:
        """Return the notices in which each word of a search begins a word."""
        mark = everywhere.notices_mark(reader)
        if mark != self._mark:
            self._notices = [(one, _begun(one)) for one in everywhere.notices(reader)]
            self._mark = mark
        if not long_enough(text):
            return []
        begun = [f" {found}" for word in text.split() if (found := phrase(word))]
        wanted = tuple(fold(word) for word in text.split())
        return [_notice(one, wanted) for one, body in self._notices if all(word in body for word in begun)]


class _Names:
    """Everybody's folded name in one text, so that a search is one look through memory."""

    def __init__(self) -> None:
        self._text = "\n"
        self._seen = -1

    def found(self, reader: Reader, wanted: str, limit: int) -> list[int]:
        """Return people in whose names each of the words begins a word, in whatever order.

        Of a few thousand whose names bear the longest word; where there are more, more must be typed.
        """
        self._renew(reader)
        words = sorted(_parted(wanted).split(), key=len, reverse=True)
        if not words:
            return []
        found: dict[int, None] = {}
        anchor, rest = words[0], [f" {word}" for word in words[1:]]
        inside = UNSPACED.match(anchor) is not None
        for before in ("",) if inside else ("\n", " "):
            at, looked = self._text.find(before + anchor), 0
            while at >= 0 and len(found) < limit and looked < _MOST_NAMES:
                line, key = self._line_of(at + len(before))
                if all(word in line for word in rest):
                    found[key] = None
                looked += 1
                at = self._text.find(before + anchor, at + 1)
        return list(found)

    def _line_of(self, at: int) -> tuple[str, int]:
        """Return the name around a place, a blank before it, and whose it is."""
        start, end = self._text.rfind("\n", 0, at) + 1, self._text.find("\n", at)
        name, _, key = self._text[start:end].partition("\t")
        return f" {name}", int(key)

    def _renew(self, reader: Reader) -> None:
        now = facts.sequence(reader)
        if now == self._seen:
            return
        changed = facts.touched(reader, self._seen, _MOST_CHANGES) if self._seen >= 0 else None
        if changed is None or changed.keys() & {"candidate", "batch"}:
            lines = (f"{_parted(name)}\t{key}\n" for key, name in everywhere.names(reader))
            self._text = "\n" + "".join(lines)
        self._seen = now


def _parted(name: str) -> str:
    """Return a folded name with its parts as words of their own: O'Neil, Jean-Baptiste, Ould.M."""
    return name.translate(_JOINTS)


_JOINTS: Final = str.maketrans("-'.\t\n", "     ")


def _begun(line: NoticeLine) -> str:
    """Return the words of a notice, a blank before each."""
    return " " + phrase(f"{line.title} {line.reference or ''} {line.text}")


def _person(line: PersonLine, shown: Passage | None, *, in_name: bool) -> Hit:
    return Hit(
        "person",
        line.name,
        vacancy_id(line.vacancy),
        line.title,
        line.application,
        line.public_id,
        line.disposition,
        in_name,
        *(shown or ("", (), 0)),
    )


def _notice(line: NoticeLine, wanted: tuple[str, ...]) -> Hit:
    shown = passage(line.text, wanted)
    place = line.reference or ""
    text, spans, at = shown or ("", (), 0)
    return Hit("notice", line.title, vacancy_id(line.vacancy), place, passage=text, spans=spans, at=at)
