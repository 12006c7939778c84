"""Languages named in a sentence, in groups that share one head word: `fluency in English or French`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recruiter_tui.reading.notices import necessity
from recruiter_tui.reading.notices.words import Piece, flat, language_of
from recruiter_tui.reference import languages

_WORD = re.compile(r"[a-z]+")
_HEAD = re.compile(
    r"\b(?:fluen\w+|proficien\w+|knowledge|command|mastery|master|ability|able|capacity|working|"
    r"skills|speak\w*|written|native|"
    r"excellent|good|strong|advanced|intermediate|basic|required|desirable|mandatory|"
    r"maitrise\w*|connaissances?|courante?|parle\w*|bonnes?|bonne|excellente|parfaite|"
    r"dominio|conocimientos?|fluidez|manejo|nivel|buen|fluencia|fluente|dominio|conhecimentos?|"
    r"proficiencia|profesioncita|expressao|preference)\b"
)
_CLAUSE = re.compile(
    r"\b(?:knowledge of|proficiency in|fluency in|command of|mastery of|connaissance d|maitrise d|dominio d|"
    r"conocimientos? d|fluidez en|fluencia em|conhecimentos? d|proficiencia em)"
)
"""Words that open a clause of their own: what follows them is no longer about the language before."""
_ALONE = re.compile(
    r"\W*(?:languages?)?\W*(?:(?:is|are|would|will|may|shall|must|est|sont|serait|seraient|sera|es|son|e|"
    r"sao)\b|"
    r"(?:an? )?(?:strong |added |definite |big )?(?:plus|asset|advantage|bonus|required|desirable|preferred|"
    r"mandatory|essential|necessary|atout|requis\w*|souhait\w+|exig\w+|obligat\w+|deseable|requerid\w+|"
    r"desejavel|obrigator\w+)\b|$)"
)
_NATIONAL = re.compile(
    r" (?:systems?|government\w*|authorit\w+|legislati\w+|laws?|contexts?|markets?|society|ministr\w+|"
    r"regulations?|nationals?|citizens?|nationality|institutions?|people|populations?|refugees?|borders?|"
    r"econom\w+|embass\w+|standards?|histor\w+|tax\w*|labou?r|civil|public|armed|bank\w*|culture\w*|"
    r"communit\w+|passport\w*|origin|side|sector\w*|parliament\w*|health|education\w*|judicial|state)\b"
)
"""What makes of a language's name the name of a nation: `the Ukrainian system of child protection`."""
_FEMININE_AFTER = re.compile(r"\b(?:langues?|lenguas?|linguas?)\b")
ONE_OF = re.compile(
    r"\b(?:one of|either|any of|at least one|one other|another|un des|une des|l une? des|"
    r"una? de los|uno de|um dos|uma das|otro|autre|otra|outro)\b"
)
_ANOTHER = re.compile(
    r"\b(?:another|one other|one more|a second|an additional|any other"
    r"|(?:one|two|three) of the(?: other)?(?: six)?"
    r"|une autre|(?:l une|deux) des(?: autres)?(?: six)?|otr[oa]|(?:uno|dos) de los(?: otros)?(?: seis)?"
    r"|outra|(?:uma|duas) das) "
    r"(?P<what>official (?:un|united nations) languages?|(?:un|united nations) (?:official )?languages?"
    r"|official languages? of the (?:un|united nations)"
    r"|(?:langues?|idiomas?|lenguas?|linguas?) (?:officielles?|oficia(?:l|is|les)) "
    r"(?:de l (?:onu|organisation des nations unies)|des nations unies|de las naciones unidas"
    r"|das nacoes unidas|da onu))\b"
)
"""Words for any one of the official languages of the United Nations that are not named."""
_OF_THESE = re.compile(
    r"\b(?:(?:one|either) of (?:these|those|the two)|l une de ces|une? de (?:estos|esos|estas|esas|los dos)"
    r"|uma destas)(?: deux| two| dos| duas)? "
    r"(?P<what>(?:working |official )?(?:languages?|langues?|idiomas?|lenguas?|linguas?))\b"
)
_OR = re.compile(r"\b(?:or|ou|o|u)\b")
COUNT = re.compile(
    r"\b(?P<count>two|three|2|3|deux|trois|dos|tres|dois|duas) (?:of|among|des|parmi|de los|de las|dos|das)\b"
)
UN_LEVEL = re.compile(r"\bUN [Ll]evel (?:I{1,3}V?|IV)\b|\b[ABC][12]\b")
_OWN_CLAUSE = re.compile(r"(?: language)? (?:is|would|will|est|serait|es|sera|seria|an?|e)\b")


@dataclass(slots=True)
class Named:
    """A language named in a sentence."""

    code: str
    start: int
    end: int
    one_of_many: bool = False
    """Whether it is not named itself but one of those that `another official UN language` stands for."""


@dataclass(slots=True)
class Phrase:
    """Languages that share one head word and one necessity."""

    named: list[Named] = field(default_factory=list)
    start: int = 0
    end: int = 0
    level: str | None = None
    """The rung of a numbered scale that stands with these languages."""
    linked: bool = False
    """Whether the next group, in brackets, only spells out this one's last member."""


def named_in(piece: Piece, language: str = "en") -> list[Named]:
    """Return the languages that a sentence names; in English a language has a capital.

    `language` is that of the passage or the notice: a few words alone do not tell theirs.
    """
    plain, known, found = flat(piece.text), languages.vocabulary(), []
    english = language == language_of(piece.text) == "en" and piece.text != piece.text.lower()
    words = list(_WORD.finditer(plain))
    taken = 0
    for number, word in enumerate(words):
        if word.start() < taken:
            continue
        after = words[number + 1] if number + 1 < len(words) else None
        code, end = None, word.end()
        if after and after.start() == word.end() + 1 and f"{word[0]} {after[0]}" in known:
            code, end = known[f"{word[0]} {after[0]}"], after.end()
        elif len(word[0]) > len("wu") and word[0] in known:
            code = known[word[0]]
        if (
            code is None
            and word[0] in languages.feminine()
            and _FEMININE_AFTER.search(plain, 0, word.start())
        ):
            code = languages.feminine()[word[0]]
        if code and _NATIONAL.match(plain, end):
            continue
        if code and not (english and not piece.text[word.start()].isupper()):
            found.append(Named(code, word.start(), end))
            taken = end
    return found + _unnamed(plain, found)


def of_these(plain: str, before: list[Named]) -> list[Named]:
    """Return what `one of these languages` stands for: those that the sentence before it names."""
    match = _OF_THESE.search(plain)
    if match is None or len(before) < 2:  # noqa: PLR2004 - one of them
        return []
    return [Named(each.code, match.start("what"), match.end(), one_of_many=True) for each in before]


def _unnamed(plain: str, named: list[Named]) -> list[Named]:
    """Return what `another official UN language` stands for, where no languages are listed behind it."""
    match = _ANOTHER.search(plain)
    if match is None or any(each.start > match.start() for each in named):
        return []
    taken = {each.code for each in named}
    return [
        Named(code, match.start("what"), match.end(), one_of_many=True)
        for code in languages.OFFICIAL_UN
        if code not in taken
    ]


def stands_alone(plain: str, named: list[Named]) -> bool:
    """Tell whether a sentence is nothing but languages and what they are worth: `Georgian is a plus`."""
    before = plain[: named[0].start].strip()
    worth = necessity.advantage_at(plain) is not None or necessity.is_demand(plain)
    return not before and worth and bool(_ALONE.match(plain, named[-1].end))


def phrases(plain: str, text: str, named: list[Named]) -> list[Phrase]:
    """Group languages: a new head word between two of them, or a clause of its own, starts a new group."""
    groups: list[Phrase] = []
    for number, each in enumerate(named):
        gap = plain[named[number - 1].end : each.start] if number else ""
        raw_gap = text[named[number - 1].end : each.start] if number else ""
        apart = bool(gap) and (bool(_HEAD.search(gap)) or bool(UN_LEVEL.search(raw_gap)) or "|" in raw_gap)
        if number and not apart and raw_gap.strip() == "," and number == len(named) - 1:
            apart = bool(_OWN_CLAUSE.match(plain, each.end))
        if number and not apart and each.one_of_many and not named[number - 1].one_of_many:
            apart = groups[-1].linked = not _OR.search(gap)
        if number and not apart and len(gap) > 60:  # noqa: PLR2004  (a list of languages has short joints)
            apart = True
        if number and not apart and "(" in raw_gap and ONE_OF.search(gap):
            apart = groups[-1].linked = True
        if not groups or apart:
            groups.append(Phrase())
        groups[-1].named.append(each)
    for number, group in enumerate(groups):
        group.start = groups[number - 1].named[-1].end if number else 0
        group.end = groups[number + 1].named[0].start if number + 1 < len(groups) else len(plain)
        group.level = _level_with(text, group, named[0].start)
    return groups


def _level_with(text: str, group: Phrase, first: int) -> str | None:
    """Return the numbered level of a group; a sentence puts levels before its languages or behind them."""
    before = [each[0] for each in UN_LEVEL.finditer(text, group.start, group.named[0].start)]
    behind = UN_LEVEL.search(text, group.named[-1].end, group.end)
    if UN_LEVEL.search(text, 0, first):
        return before[-1] if before else None
    return behind[0] if behind else None


def bounds(plain: str, text: str, phrase: Phrase) -> tuple[int, int]:
    """Return the words that belong to a phrase: from its own head word to the next phrase's."""
    start, end = phrase.start, phrase.end
    heads = [match.start() for match in _HEAD.finditer(plain, phrase.start, phrase.named[0].start)]
    if heads and phrase.start:
        start = heads[0]
    last = phrase.named[-1].end
    following = _HEAD.search(plain, last, phrase.end)
    tail = plain[last : phrase.end]
    clause = _CLAUSE.search(plain, last, phrase.end)
    if clause and "," in text[last : clause.start()] and (offer := necessity.advantage_at(plain, last)):
        return start, clause.start() if clause.start() < offer else end
    if (
        phrase.end < len(plain)
        and following
        and necessity.advantage_at(tail) is None
        and not necessity.is_demand(tail)
    ):
        end = following.start()
    return start, end
