# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""Languages in a CV: lists, lines and tables of languages with their levels as written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import LanguageSkill
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.contacts import labelled
from recruiter_tui.reading.candidates.cv.headings import LANGUAGE_LABELS
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import trimmed
from recruiter_tui.reference import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.reading.candidates.cv.lines import Line

_ITEMS = re.compile(r" ?[;|•·] ?| / | {2,}|\t|\n|\. (?=[A-Z])| & (?=[A-Z])")
_CELLS = re.compile(r" ?\| ?| {2,}|\t")
_COMMAS = re.compile(
    r",(?![^(]*\)) ?|(?<=\)) [–—-] |(?<=\)) (?=[^\W\d_])| and (?=[A-Z])"
    r"| et (?=[a-zA-Z])| y (?=[a-zA-Z])| e (?=[a-zA-Z])"
)
_NAME = re.compile(r"([^\W\d_][^\W\d_ .'-]*(?: [^\W\d_]+)?)(.*)")
_FIRST = re.compile(r"[^\W\d_]+")
_CEFR = re.compile(r"[ABC][12]")
_EUROPASS: Final = ("", "understanding", "reading", "speaking", "", "writing")
"""What the columns of a Europass grid hold; spoken production stays with spoken interaction."""
_EDGES: Final = " :()–—-,.=/*\u00b7"
_LONGEST_LEVEL: Final = 80
_LONGEST_LINE: Final = 400
_SHORTEST_NAME: Final = 2
_FEW_WORDS: Final = 5
_VERB = re.compile(
    r"\b(?:is|am|are|speak|have|read|write|can|understand|est|parle|maîtrise|suis|hablo|es|falo|tenho|domino)\b"
)


def tongues(lines: Sequence[Line]) -> tuple[LanguageSkill, ...]:
    """Return the languages of their section and of labelled lines; programming languages are none."""
    found: dict[str, LanguageSkill] = {}
    heading: list[str | None] = []
    for line in lines:
        if line.is_blank or len(line.text) > _LONGEST_LINE or line.section is Section.REFEREES:
            continue
        if line.section is Section.LANGUAGES and (skills := _skills(line.text)):
            heading = skills
            continue
        for skill in _of_row(line, heading) or _of_line(line):
            found.setdefault(skill.language, skill)
    return tuple(found.values())


def _cells(text: str) -> list[str]:
    """Return the cells of a row of a table."""
    return [cell.strip() for cell in _CELLS.split(text.strip(" |"))]


def _skills(text: str) -> list[str | None]:
    """Return what the columns of a table of skills hold, where the line is its heading."""
    found = [lexicon.FOUR_SKILLS.get(fold(cell).strip(" .:")) for cell in _cells(text)]
    return found if sum(skill is not None for skill in found) > 1 else []


def _of_row(line: Line, heading: list[str | None]) -> list[LanguageSkill]:
    """Return the language of a row `French | C1` or `French | Easily | Not easily`, or nothing."""
    cells = _cells(line.text)
    if line.section is not Section.LANGUAGES or len(cells) < len(("name", "level")):
        return []
    named = [_language(cell) for cell in cells]
    if named[0] is None or named[0][1] or any(named[1:]):
        return []
    if len(heading) == len(cells):
        scale = {skill: cell for skill, cell in zip(heading, cells, strict=True) if skill and cell}
        return [LanguageSkill(named[0][0], scale=scale, spans=(line.span,))]
    if len(cells) == len(_EUROPASS) and all(_CEFR.fullmatch(cell) for cell in cells[1:]):
        graded = zip(_EUROPASS[1:], cells[1:], strict=True)
        return [LanguageSkill(named[0][0], scale={k: v for k, v in graded if k}, spans=(line.span,))]
    level = ", ".join(filter(None, cells[1:]))[:_LONGEST_LEVEL]
    return [LanguageSkill(named[0][0], level or None, spans=(line.span,))]


def _of_line(line: Line) -> Iterator[LanguageSkill]:
    """Yield the languages that a line of the section names, or a labelled line elsewhere."""
    if _is_programming(line.text):
        return
    for label, value, span in labelled(line):
        if label in lexicon.MOTHER_TONGUES:
            yield from (LanguageSkill(code, label, spans=(span,)) for code, _ in _items(value))
            return
        if label in LANGUAGE_LABELS:
            yield from (LanguageSkill(code, level, spans=(span,)) for code, level in _items(value))
            return
    if line.section is Section.LANGUAGES:
        skills = list(_items(line.text)) or list(_level_first(line))
        if _is_prose(line.text):
            skills = list(_in_prose(line.text))
        yield from (LanguageSkill(code, level, spans=(line.span,)) for code, level in skills)


def _is_prose(text: str) -> bool:
    """Tell whether a line is made of sentences, like `Italian is my mother tongue. I speak English.`."""
    return text.endswith(".") and len(text.split()) > _FEW_WORDS and _VERB.search(text) is not None


def _in_prose(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the languages that sentences name, with the sentence as their level."""
    known = languages.vocabulary()
    for sentence in re.split(r"(?<=[a-zà-ÿ])\. ", text):
        for word in _FIRST.findall(sentence):
            if word[:1].isupper() and (code := known.get(_key(word))):
                yield code, sentence.strip(" .")[:_LONGEST_LEVEL]


def _level_first(line: Line) -> Iterator[tuple[str, str | None]]:
    """Yield the languages of a line like `Fluent: English, French`."""
    level, colon, rest = line.text.partition(":")
    if colon:
        yield from ((code, own or level.strip()) for code, own in _items(rest))


def _items(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the languages of a list with their levels."""
    for item in _ITEMS.split(text):
        parts = [part for part in _COMMAS.split(item) if part and part.strip()]
        named = [(part, _language(part)) for part in parts]
        for at, (_, found) in enumerate(named):
            if found is None:
                continue
            code, level = found
            if not level and at + 1 < len(named) and named[at + 1][1] is None:
                level = _level(named[at + 1][0])
            yield code, level or None


def _language(text: str) -> tuple[str, str] | None:
    """Return the code of the language that a piece begins or ends with, and the rest as its level."""
    text = trimmed(text)
    words = text.split()
    known = languages.vocabulary()
    for count in (2, 1):
        head = " ".join(words[:count]).strip(_EDGES)
        if len(words) >= count and (code := known.get(_key(head)) or _rare(head, text)):
            return code, _level(" ".join(words[count:]))
    if 1 < len(words) <= 4 and (code := known.get(_key(words[-1].strip(_EDGES)))):  # noqa: PLR2004 - `full command of English`
        return code, _level(" ".join(words[:-1]))
    return None


def _level(text: str) -> str:
    """Return a level as written, without what sets it apart from its language."""
    return trimmed(text.strip(" :.,=/"))[:_LONGEST_LEVEL]


def _rare(head: str, text: str) -> str | None:
    """Return the code of a language that running text is not searched for; here it must stand by itself."""
    alone = len(head) > _SHORTEST_NAME and (head == text or text[len(head) :].lstrip()[:1] in ":(–—-|=")
    return languages.code(head) if alone and fold(head) not in lexicon.NO_LANGUAGES else None


def _key(text: str) -> str:
    from recruiter_tui.reference.folding import fold as words  # noqa: PLC0415 - the reference lists' own folding

    return words(text)


def _is_programming(text: str) -> bool:
    return any(word.strip(",;:()") in lexicon.PROGRAMMING for word in fold(text).replace("/", " ").split())


__all__ = ["Span", "tongues"]
