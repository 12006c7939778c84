# ruff: noqa: E501, RUF001 - word lists are read as blocks, and look-alike dashes are what people write
"""Languages in a CV: lists, lines and tables of languages with their levels as written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import LanguageSkill
from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.headings import LANGUAGE_LABELS
from recruiter_tui.reading.candidates.cv.labels import label_of, labelled
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import CELLS, trimmed
from recruiter_tui.reading.candidates.words import MONTHS, any_of
from recruiter_tui.reference import folding, languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from recruiter_tui.reading.candidates.cv.lines import Line

_ITEMS = re.compile(r" ?[;|•·] ?| / | {2,}|\t|\n|\. (?=[A-Z])| & (?=[A-Z])")
_COMMAS = re.compile(
    r",(?![^(]*\)) ?|(?<=\)) [–—-] |(?<=\)) (?=[^\W\d_])| and (?=[A-Z])"
    r"| et (?=[a-zA-Z])| y (?=[a-zA-Z])| e (?=[a-zA-Z])"
)
_NAME = re.compile(r"([^\W\d_][^\W\d_ .'-]*(?: [^\W\d_]+)?)(.*)")
_FIRST = re.compile(r"[^\W\d_]+")
_CEFR = re.compile(r"[ABC][12]")
_EUROPASS: Final = ("", "understanding", "reading", "speaking", "spoken production", "writing")
"""What the columns of a Europass grid hold; the fourth is spoken interaction."""
_EDGES: Final = " :()–—-,.=/*\u00b7"
_LONGEST_LEVEL: Final = 80
_LONGEST_LINE: Final = 400
_SHORTEST_NAME: Final = 2
_LONGEST_ACRONYM: Final = 3
_FEW_WORDS: Final = 5
_MORE: Final = {
    **dict.fromkeys(lexicon.words_of("mooré|moore|moré|mossi"), "mos"),
    **dict.fromkeys(lexicon.words_of("kichwa|quichua|runasimi"), "qu"),
    **dict.fromkeys(lexicon.words_of("siswati|seswati|swazi"), "ss"),
    **dict.fromkeys(lexicon.words_of("isizulu|zoulou"), "zu"),
    **dict.fromkeys(lexicon.words_of("isixhosa"), "xh"),
    **dict.fromkeys(lexicon.words_of("isindebele|ndebele"), "nd"),
    **dict.fromkeys(lexicon.words_of("chichewa|chewa|nyanja"), "ny"),
    **dict.fromkeys(lexicon.words_of("fulfulde|fula|fulani|foulfouldé|peulh|peul"), "ff"),
    **dict.fromkeys(lexicon.words_of("ateso|teso"), "teo"),
    "twi": "tw",
    "ewe": "ee",
    "fon": "fon",
    **dict.fromkeys(lexicon.words_of("hokkien|taiwanese hokkien|taiwanese|min nan"), "nan"),
    **dict.fromkeys(lexicon.words_of("libras|língua brasileira de sinais"), "bzs"),
    **dict.fromkeys(lexicon.words_of("créole|creole|kreyol|kreyòl"), "ht"),
    **dict.fromkeys(
        lexicon.words_of("kriol|crioulo da guiné-bissau|crioulo guineense|guinea-bissau creole"), "pov"
    ),
    **dict.fromkeys(
        lexicon.words_of("crioulo cabo-verdiano|kriolu|cape verdean creole|crioulo de cabo verde"), "kea"
    ),
    **dict.fromkeys(lexicon.words_of("scots gaelic|scottish gaelic|gaelic|gàidhlig"), "gd"),
    **dict.fromkeys(lexicon.words_of("valenciano|valencià|valencian|valencien"), "ca"),
    **dict.fromkeys(lexicon.words_of("ndau|cindau|chindau"), "ndc"),
    **dict.fromkeys(lexicon.words_of("cantonese|cantonais|cantonés|cantonês"), "yue"),
    **dict.fromkeys(
        lexicon.words_of("putonghua|chinese mandarin|mandarin chinese|chinois mandarin|chino mandarín"), "zh"
    ),
    **dict.fromkeys(lexicon.words_of("castellano|castillan|castelhano"), "es"),
    **dict.fromkeys(
        lexicon.words_of("darija|moroccan arabic|arabe dialectal|arabe marocain|juba arabic"), "ar"
    ),
    **dict.fromkeys(lexicon.words_of("swiss german|schwyzerdütsch|suisse allemand|suisse-allemand"), "gsw"),
}
"""Names that only CVs write, or that running text uses for other things."""
_MOST_WORDS_OF_A_LANGUAGE: Final = 4
_WORDS_OF_A_USUAL_ONE: Final = 2
_NATIVE = re.compile(rf"({any_of(lexicon.MOTHER_TONGUES)})(?:\(s\))? +(?=\w)")
_WHICH: Final = any_of(lexicon.FOUR_SKILLS)
_SKILL = re.compile(rf"\b({_WHICH}) ?[:=] ?([^,;:|]{{1,40}})")
_ASKED = re.compile(
    r"\b(?:mother tongue|langue maternelle|lengua materna|lingua materna) ?\? ?:? ?(?=[^\W\d_])"
)
"""What forms ask before the answer: `What is your mother tongue? Fon`."""
_DASHED = re.compile(r" [-\u2013\u2014] ")
_SPEAKER = re.compile(
    r"\b(?:a|an)? ?((?:near[- ])?native|fluent|bilingual|proficient) ([A-Z][a-z]{3,12})(?: |-)speaker\b"
)
"""What an introduction says of languages: `I'm a native French speaker`."""
_TOLD = re.compile(rf"\b({_WHICH})\b ?[:=-]? ?([^;,|:]{{1,30}})")
_SKILL_BY_SKILL = re.compile(
    rf"(?P<name>[^:;,|\d]{{2,40}}?) ?[:|–—-] ?(?P<told>(?:(?:{_WHICH})\b ?[:=-]? ?[^;,|:]{{1,30}}[;,|]? ?){{2,4}})"
)
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
            found.setdefault(skill.language, _per_skill(skill))
    return tuple(found.values())


def names_languages(text: str) -> int:
    """Return how many usual languages the items of a line begin with; none where one begins with other words."""
    items = [
        part
        for item in _ITEMS.split(text.strip(" -*"))
        for part in _COMMAS.split(item)
        if part and part.strip()
    ]
    found = [_is_usual(part) for part in items]
    return sum(found) if found and found[0] else 0


def _per_skill(skill: LanguageSkill) -> LanguageSkill:
    """Return a language with `reading: good, writing: fair` taken apart."""
    told = {
        lexicon.FOUR_SKILLS[each[1]]: each[2].strip() for each in _SKILL.finditer(fold(skill.level or ""))
    }
    return replace(skill, scale=told) if len(told) > 1 and not skill.scale else skill


def _cells(text: str) -> list[str]:
    """Return the cells of a row of a table."""
    return [cell.strip() for cell in CELLS.split(text.strip(" |"))]


def _skills(text: str) -> list[str | None]:
    """Return what the columns of a table of skills hold, where the line is its heading."""
    found = [lexicon.FOUR_SKILLS.get(fold(cell).strip(" .:")) for cell in _cells(text)]
    return found if sum(skill is not None for skill in found) > 1 else []


def _of_row(line: Line, heading: list[str | None]) -> list[LanguageSkill]:
    """Return the languages of a row `French | C1`, `French | Easily | Not easily` or `French  C1  Dutch  A2`."""
    cells = _cells(line.text)
    named = [_language(cell) for cell in cells]
    if len(cells) < len(("name", "level")) or named[0] is None or named[0][1]:
        return []
    code, span = named[0][0], (line.span,)
    if len(cells) == len(_EUROPASS) and all(_CEFR.fullmatch(cell) for cell in cells[1:]):
        graded = zip(_EUROPASS[1:], cells[1:], strict=True)
        return [LanguageSkill(code, scale=dict(graded), spans=span)]
    if line.section is not Section.LANGUAGES:
        return []
    if any(named[1:]):
        return _side_by_side(cells, named, line.span)
    if len(heading) == len(cells):
        scale = {skill: cell for skill, cell in zip(heading, cells, strict=True) if skill and cell}
        return [LanguageSkill(code, scale=scale, spans=span)]
    level = ", ".join(filter(None, cells[1:]))[:_LONGEST_LEVEL]
    return [LanguageSkill(code, level or None, spans=span)]


def _side_by_side(cells: list[str], named: list[tuple[str, str] | None], span: Span) -> list[LanguageSkill]:
    """Return the languages of cells in which names and levels take turns; nothing where they do not."""
    if any(each is not None and each[1] for each in named) or any(
        each is None and (at == 0 or named[at - 1] is None) for at, each in enumerate(named)
    ):
        return []
    levels = [*(cell if each is None else "" for cell, each in zip(cells, named, strict=True)), ""]
    return [
        LanguageSkill(each[0], levels[at + 1] or None, spans=(span,))
        for at, each in enumerate(named)
        if each is not None
    ]


def _by_skill(line: Line) -> LanguageSkill | None:
    """Return the language of `English: Read fluent; Write good`, as personal history forms have it."""
    found = _SKILL_BY_SKILL.fullmatch(line.plain.strip())
    code = languages.vocabulary().get(folding.fold(found["name"])) if found else None
    if found is None or code is None:
        return None
    told = {lexicon.FOUR_SKILLS[one[1]]: one[2].strip() for one in _TOLD.finditer(found["told"])}
    return LanguageSkill(code, scale=told, spans=(line.span,))


def _of_line(line: Line) -> Iterator[LanguageSkill]:
    """Yield the languages that a line of the section names, or a labelled line elsewhere."""
    if _is_programming(line.text):
        return
    if told := list(_labelled(line)):
        yield from told
        return
    for said in _SPEAKER.finditer(line.text):
        if code := languages.vocabulary().get(folding.fold(said[2])):
            yield LanguageSkill(code, said[1], spans=(line.span,))
    if (named := _NATIVE.match(line.plain)) and (spoken := list(_items(line.text[named.end() :]))):
        yield from (LanguageSkill(code, named[1], spans=(line.span,)) for code, _ in spoken)
        return
    if line.section is Section.LANGUAGES:
        if (skilled := _by_skill(line)) is not None:
            yield skilled
            return
        skills = list(_items(line.text)) or list(_level_first(line))
        if _is_prose(line.text):
            skills = list(_in_prose(line.text))
        yield from (LanguageSkill(code, level, spans=(line.span,)) for code, level in skills)


def _labelled(line: Line) -> Iterator[LanguageSkill]:
    """Yield the languages behind a label of them or behind the question of a form."""
    for label, told, span in labelled(line):
        value = told
        if label in lexicon.MOTHER_TONGUES:
            value = line.text.partition(":")[2] or value  # bars may part several
            yield from (LanguageSkill(code, label, spans=(span,)) for code, _ in _items(value))
            return
        if label in LANGUAGE_LABELS:
            yield from (LanguageSkill(code, level, spans=(span,)) for code, level in _items(value))
            return
    if asked := _ASKED.search(line.plain):
        spoken = _items(line.text[asked.end() :])
        yield from (LanguageSkill(code, "mother tongue", spans=(line.span,)) for code, _ in spoken)
        return
    head, dash, rest = _DASHED.sub("\n", line.text, count=1).partition("\n")
    if dash and label_of(head) in LANGUAGE_LABELS:
        yield from (LanguageSkill(code, level, spans=(line.span,)) for code, level in _items(rest))


def _is_prose(text: str) -> bool:
    """Tell whether a line is made of sentences, like `Italian is my mother tongue. I speak English.`."""
    return text.endswith(".") and len(text.split()) > _FEW_WORDS and _VERB.search(text) is not None


def _in_prose(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the languages that sentences name, with the sentence as their level."""
    known = languages.vocabulary()
    for sentence in re.split(r"(?<=[a-zà-ÿ])\. ", text):
        for word in _FIRST.findall(sentence):
            if word[:1].isupper() and (code := known.get(folding.fold(word))):
                yield code, sentence.strip(" .")[:_LONGEST_LEVEL]


def _level_first(line: Line) -> Iterator[tuple[str, str | None]]:
    """Yield the languages of a line like `Fluent: English, French`."""
    level, colon, rest = line.text.partition(":")
    if colon:
        yield from ((code, own or level.strip()) for code, own in _items(rest))


def _items(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the languages of a list with their levels: what follows a language up to the next one."""
    dashed = _DASHED.split(text)
    if len(dashed) > 1 and all(map(_is_usual, dashed[:2])):
        text = " ; ".join(dashed)
    for item in _ITEMS.split(text):
        parts = [part for part in _COMMAS.split(item) if part and part.strip()]
        named = [(part, _language(part)) for part in parts]
        spoken = [found for _, found in named if found]
        if 2 * len(spoken) < len(parts) and not any(_is_usual(part) for part in parts):
            continue  # names of other things, of which one is a small language too
        for at, (_, found) in enumerate(named):
            if found is None:
                continue
            code, level = found
            for part, other in named[at + 1 :]:
                if other is not None:
                    break
                level = f"{level}, {_level(part)}" if level else _level(part)
            yield code, level[:_LONGEST_LEVEL] or None


def _is_usual(text: str) -> bool:
    """Tell whether a piece begins with the name of a language that running text is searched for too."""
    first = _FIRST.match(text.strip(_EDGES))
    return first is not None and folding.fold(first.group()) in languages.vocabulary()


def _language(text: str) -> tuple[str, str] | None:
    """Return the code of the language that a piece begins or ends with, and the rest as its level."""
    text = trimmed(text)
    words = text.split()
    known = languages.vocabulary()
    for count in range(min(len(words), _MOST_WORDS_OF_A_LANGUAGE), 0, -1):
        if not words[count - 1][:1].isalpha() and words[count - 1][:1] != "(":
            continue  # stars, dots and bars are a level
        head = " ".join(words[:count]).strip(_EDGES)
        short = known.get(folding.fold(head)) or _rare(head, text) if count <= _WORDS_OF_A_USUAL_ONE else None
        if code := _MORE.get(fold(head)) or short:
            return code, _level(" ".join(words[count:]))
    if 1 < len(words) <= _MOST_WORDS_OF_A_LANGUAGE:  # `full command of English`, `fluent Haitian Creole`
        last = words[-1].strip(_EDGES)
        named = (_MORE.get(fold(name).strip(_EDGES)) for name in (" ".join(words[-2:]), last))
        if code := next(filter(None, named), None) or known.get(folding.fold(last)):
            return code, _level(" ".join(words[:-1]))
    return None


def _level(text: str) -> str:
    """Return a level as written, without what sets it apart from its language."""
    return trimmed(text.strip(" :.,=/"))[:_LONGEST_LEVEL]


def _rare(head: str, text: str) -> str | None:
    """Return the code of a language that running text is not searched for; here it must stand by itself."""
    if len(head) <= _LONGEST_ACRONYM and not head[:1].isupper():
        return None
    if (head.isupper() and len(head) <= _LONGEST_ACRONYM) or fold(head) in MONTHS:
        return None
    alone = len(head) > _SHORTEST_NAME and (head == text or text[len(head) :].lstrip()[:1] in ":(–—-|=")
    return languages.code(head) if alone and fold(head) not in lexicon.NO_LANGUAGES else None


def _is_programming(text: str) -> bool:
    return any(word.strip(",;:()") in lexicon.PROGRAMMING for word in fold(text).replace("/", " ").split())


__all__ = ["Span", "tongues"]
