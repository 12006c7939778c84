"""Languages that a notice demands, any one of several, or takes as an advantage (R39, R40)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import LanguageNeed, LanguageRequirement, Necessity
from recruiter_tui.reading.notices import necessity
from recruiter_tui.reading.notices.words import Piece, flat, language_of, sentences
from recruiter_tui.reference import languages

if TYPE_CHECKING:
    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.notices.outline import Outline, Passage

_WORD = re.compile(r"[a-z]+")
_OWN = re.compile(
    r"\b(?:(?:working|official) languages?|langues? (?:de travail|officielles?)|"
    r"(?:idiomas?|lenguas?|linguas?) (?:de trabajo|de trabalho|oficia\w+))\b"
)
"""Words about an organisation's own languages: they demand nothing unless the sentence asks for a skill."""
_ASKS = re.compile(
    r"\b(?:fluen\w+|proficien\w+|knowledge|command|mastery|speak\w*|ability|able|skills|maitrise\w*|"
    r"connaissances?|parle\w*|courant\w*|dominio|conocimientos?|fluidez|manejo|fluencia|conhecimentos?|"
    r"proficiencia|excellent\w*|one of|either|another|any of|additional|other|autre|une? des|otro|outr[oa])\b"
)
_HEAD = re.compile(
    r"\b(?:fluen\w+|proficien\w+|knowledge|command|mastery|master|ability|able|capacity|working|"
    r"skills|speak\w*|written|native|"
    r"excellent|good|strong|advanced|intermediate|basic|required|desirable|mandatory|"
    r"maitrise\w*|connaissances?|courante?|parle\w*|bonnes?|bonne|excellente|parfaite|"
    r"dominio|conocimientos?|fluidez|manejo|nivel|buen|fluencia|fluente|dominio|conhecimentos?|"
    r"proficiencia|profesioncita|expressao|preference)\b"
)
_CLAUSE = re.compile(
    r"\b(?:knowledge|proficiency|fluency|command|mastery|connaissance|maitrise|dominio|conocimiento|fluidez|"
    r"fluencia|conhecimento|proficiencia)\b"
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
_CONTEXT = re.compile(
    r"\b(?:fluen\w+|proficien\w+|knowledge of|command of|mastery of|languages?|written|spoken|"
    r"oral\w*|verbal|communicat\w+|speak\w*|native|mother tongue|bilingual|literacy|level"
    r"|maitrise|connaissance|courant\w*|parle\w*|langues?|langue maternelle|ecrite?|redaction\w*"
    r"|dominio|conocimiento|fluidez|idiomas?|hablad\w|escrit\w|manejo|bilingue"
    r"|fluencia|fluente|conhecimento|proficiencia|linguas?|falad\w)\b"
)
_ASKED_ANYWHERE = re.compile(
    r"\b(?:fluen\w+|proficien\w+|(?:knowledge|command|mastery) of|maitrise|connaissances? d|dominio|fluidez|"
    r"conocimientos? de|fluencia|mother tongue|languages? required|required languages?)\b"
)
"""Words that ask for a language even under a heading that is about something else."""
_NO_LANGUAGE = re.compile(
    r"\b(?:speaking (?:countries|africa|region|caribbean)|literature|studies|"
    r"translation of documents|language services|documents? in|degree in|citizens?|nationals?|"
    r"language related|culture)\b"
)
_ONE_OF = re.compile(
    r"\b(?:one of|either|any of|at least one|one other|another|un des|une des|l une? des|"
    r"una? de los|uno de|um dos|uma das|otro|autre|otra|outro)\b"
)
_OR = re.compile(r"(?:/|\bor\b|\bou\b|\bo\b|\bu\b)")
_LEVELS: tuple[tuple[str, str], ...] = (
    ("native", r"native|mother tongue|langue maternelle|lengua materna|nativ[oa]"),
    ("fluent", r"fluen\w+|courant\w*|couramment|fluidez|fluencia"),
    ("proficient", (r"proficien\w+|proficiencia|perfect|full command|excellent\w*|parfaite?|"
        r"maitrise|dominio|mastery|advanced|avancee?|avanzado|avancado")),
    ("working knowledge", (r"working knowledge|working level|connaissance pratique|good knowledge|"
        r"good command|bonnes? connaissances?|intermedi\w+|buen\w* \w+|"
        r"conhecimento")),
    ("basic", r"basic\w*|elementary|limited|notions|basico"),
)  # fmt: skip
_LEVEL_PATTERNS = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _LEVELS)
_UN_LEVEL = re.compile(r"\bUN [Ll]evel (?:I{1,3}V?|IV)\b|\b[ABC][12]\b")
_SKILLS = (
    ("oral", r"\b(?:oral\w*|spoken|verbal\w*|parle\w*|hablad\w|falad\w|orale?)\b"),
    ("written", r"\b(?:written|ecrite?s?|escrit\w)\b"),
    ("reading", r"\b(?:reading|read|lecture|lire|lectura|leitura|leer)\b"),
    ("writing", r"\b(?:writing|write|redaction|ecrire|redaccion|escribir)\b"),
    ("speaking", r"\b(?:speaking|speak|parler|hablar|falar)\b"),
    ("understanding", r"\b(?:understanding|listening|comprehension|comprensi\w+|compreensao)\b"),
)
_SKILL_PATTERNS = tuple((name, re.compile(pattern)) for name, pattern in _SKILLS)
_SHARED = re.compile(
    r"\b(?:are|sont|son|sao|both|seraient|serian|seriam)\b (?:\w+ ){0,3}?(?:advantages?|assets?|"
    r"desirable|preferred|atouts?|souhaitables?|souhaitees|deseables?|desejaveis|ventajas?|plus|"
    r"beneficial)\b"
)
_OWN_CLAUSE = re.compile(r"(?: language)? (?:is|would|will|est|serait|es|sera|seria|an?|e)\b")
_SECTIONS = ("languages", "desired_languages")
_ELSEWHERE = (
    "qualifications",
    "skills",
    "experience",
    "education",
    "education_experience",
    "desirable",
    "notes",
    "competencies",
    "competencies_functional",
    "other",
    None,
)


@dataclass(slots=True)
class _Named:
    """A language named in a sentence."""

    code: str
    start: int
    end: int


@dataclass(slots=True)
class _Phrase:
    """Languages that share one head word and one necessity."""

    named: list[_Named] = field(default_factory=list)
    start: int = 0
    end: int = 0
    linked: bool = False
    """Whether the next group, in brackets, only spells out this one's last member."""


def required_languages(outline: Outline) -> list[LanguageRequirement]:
    """Return the language criteria: of the language section, else of sentences elsewhere."""
    found: list[LanguageRequirement] = []
    for passage in outline.under(*_SECTIONS):
        found += _of_passage(outline, passage, in_section=True)
    for passage in outline.under("desirable") if found else outline.body():
        if passage.section in _ELSEWHERE and passage.key not in _SECTIONS:
            found += _of_passage(outline, passage, in_section=False)
    if not found:
        for passage in outline.body():
            if passage.section not in _ELSEWHERE and _ASKED_ANYWHERE.search(flat(outline.text(passage))):
                found += _of_passage(outline, passage, in_section=False)
    return _merged(found)


def named_in(piece: Piece, language: str = "en") -> list[_Named]:
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
            found.append(_Named(code, word.start(), end))
            taken = end
    return found


def _of_passage(outline: Outline, passage: Passage, *, in_section: bool) -> list[LanguageRequirement]:
    found: list[LanguageRequirement] = []
    by_heading = outline.offers(passage)
    language = language_of(outline.text(passage))
    if language == "en":
        language = language_of(outline.sheet.text)
    if not outline.sheet.cased:
        language = ""
    for piece in sentences(outline.text(passage), passage.start):
        named = named_in(piece, language)
        plain = flat(piece.text)
        own = _OWN.search(plain) and not (_ASKS.search(plain) or necessity.is_demand(piece.text))
        if not named or own:
            continue
        spoken = _CONTEXT.search(plain) or _stands_alone(plain, named)
        if not in_section and (not spoken or _NO_LANGUAGE.search(plain)):
            continue
        for phrase in _phrases(plain, piece.text, named):
            found += _requirements(outline, piece, plain, phrase, by_heading=by_heading)
    return found


def _stands_alone(plain: str, named: list[_Named]) -> bool:
    """Tell whether a sentence is nothing but languages and what they are worth: `Georgian is a plus`."""
    before = plain[: named[0].start].strip()
    worth = necessity.advantage_at(plain) is not None or necessity.is_demand(plain)
    return not before and worth and bool(_ALONE.match(plain, named[-1].end))


def _phrases(plain: str, text: str, named: list[_Named]) -> list[_Phrase]:
    """Group languages: a new head word between two of them, or a clause of its own, starts a new group."""
    groups: list[_Phrase] = []
    for number, each in enumerate(named):
        gap = plain[named[number - 1].end : each.start] if number else ""
        raw_gap = text[named[number - 1].end : each.start] if number else ""
        apart = bool(gap) and (bool(_HEAD.search(gap)) or bool(_UN_LEVEL.search(raw_gap)) or "|" in raw_gap)
        if number and not apart and raw_gap.strip() == "," and number == len(named) - 1:
            apart = bool(_OWN_CLAUSE.match(plain, each.end))
        if number and not apart and len(gap) > 60:  # noqa: PLR2004  (a list of languages has short joints)
            apart = True
        if number and not apart and "(" in raw_gap and _ONE_OF.search(gap):
            apart = groups[-1].linked = True
        if not groups or apart:
            groups.append(_Phrase())
        groups[-1].named.append(each)
    for number, group in enumerate(groups):
        group.start = groups[number - 1].named[-1].end if number else 0
        group.end = groups[number + 1].named[0].start if number + 1 < len(groups) else len(plain)
    return groups


def _requirements(
    outline: Outline, piece: Piece, plain: str, phrase: _Phrase, *, by_heading: bool
) -> list[LanguageRequirement]:
    start, end = _bounds(plain, piece.text, phrase)
    around = plain[start:end]
    offer = necessity.advantage_at(around)
    demand = necessity.demand_at(around, max(0, phrase.named[-1].end - start))
    offered = offer is not None and (demand is None or offer <= demand)
    if not offered and phrase.linked:
        offered = necessity.advantage_at(plain, phrase.end) is not None
    if not offered and not necessity.is_demand(around):
        offered = any(each.start() > phrase.named[-1].end for each in _SHARED.finditer(plain))
    advantage = by_heading or offered
    first, last = phrase.named[0], phrase.named[-1]
    inside = plain[first.start : last.end]
    raw_inside = piece.text[first.start : last.end]
    lead = plain[max(start, first.start - 70) : first.start]
    codes = list(dict.fromkeys(each.code for each in phrase.named))
    any_of = len(codes) > 1 and (
        bool(_OR.search(inside.replace("and or", "or"))) or "/" in raw_inside or bool(_ONE_OF.search(lead))
    )
    needs = [LanguageNeed(code, _level(around, piece.text[start:end]), _skills(around)) for code in codes]
    span = outline.sheet.source_span(piece.start, piece.end)
    groups = [tuple(needs)] if any_of else [(need,) for need in needs]
    kind = Necessity.ADVANTAGE if advantage else Necessity.ESSENTIAL
    return [_criterion(group, kind, piece.text, span) for group in groups]


def _bounds(plain: str, text: str, phrase: _Phrase) -> tuple[int, int]:
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


def _criterion(
    group: tuple[LanguageNeed, ...], kind: Necessity, text: str, span: Span
) -> LanguageRequirement:
    name = "-".join(need.language for need in group)
    suffix = "-advantage" if kind is Necessity.ADVANTAGE else ""
    return LanguageRequirement(
        id=f"language-{name}{suffix}", text=text, necessity=kind, spans=(span,), any_of=group
    )


def _level(around: str, raw: str) -> str | None:
    if exact := _UN_LEVEL.search(raw):
        return exact[0]
    return next((name for name, pattern in _LEVEL_PATTERNS if pattern.search(around)), None)


def _skills(around: str) -> tuple[str, ...]:
    return tuple(name for name, pattern in _SKILL_PATTERNS if pattern.search(around))


def _merged(found: list[LanguageRequirement]) -> list[LanguageRequirement]:
    """Drop repetitions: a demand outranks an advantage, one language alone outranks it among alternatives."""
    essential = {
        tuple(need.language for need in each.any_of)
        for each in found
        if each.necessity is Necessity.ESSENTIAL
    }
    alone = {group[0] for group in essential if len(group) == 1}
    kept: dict[tuple[Necessity, frozenset[str]], LanguageRequirement] = {}
    for each in found:
        codes = frozenset(need.language for need in each.any_of)
        if each.necessity is Necessity.ADVANTAGE and codes <= alone:
            continue
        key = (each.necessity, codes)
        if key not in kept or (kept[key].any_of[0].level is None and each.any_of[0].level):
            kept[key] = each
    offered = {codes for kind, codes in kept if kind is Necessity.ADVANTAGE}
    spelled_out = {code for codes in offered if len(codes) > 1 for code in codes}
    for code in spelled_out:
        kept.pop((Necessity.ADVANTAGE, frozenset({code})), None)  # a table repeats what the sentence offers
    return list(kept.values())
