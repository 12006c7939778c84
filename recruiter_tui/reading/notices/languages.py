"""Languages that a notice demands, any one of several, or takes as an advantage (R39, R40)."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import LanguageNeed, LanguageRequirement, Necessity
from recruiter_tui.reading.notices import necessity
from recruiter_tui.reading.notices.phrases import (
    COUNT,
    ONE_OF,
    UN_LEVEL,
    Phrase,
    bounds,
    named_in,
    of_these,
    phrases,
    stands_alone,
)
from recruiter_tui.reading.notices.words import Piece, flat, language_of, number_of, sentences
from recruiter_tui.reference.languages import OFFICIAL_UN

if TYPE_CHECKING:
    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.notices.outline import Outline, Passage
    from recruiter_tui.reading.notices.phrases import Named

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
_OUTRIGHT = re.compile(r"\b(?:fluen\w+|proficiency in|maitrise d|dominio d|fluidez|fluencia)\b")
_SHORT = 200
_NO_LANGUAGE = re.compile(
    r"\b(?:speaking (?:countries|africa|region|caribbean)|literature|studies|"
    r"translation of documents|language services|documents? in|degree in|citizens?|nationals?|"
    r"language related|culture)\b"
)
_OR = re.compile(r"(?:/|\bor\b|\bou\b|\bo\b|\bu\b)")
_LEVELS: tuple[tuple[str, str], ...] = (
    ("native", r"native|mother tongue|langue maternelle|lengua materna|nativ[oa]"),
    ("fluent", r"fluen\w+|courant\w*|couramment|fluid\w+|fluencia"),
    ("proficient", (r"proficien\w+|proficiencia|perfect|full command|excellent\w*|parfaite?|"
        r"maitrise|dominio|mastery|advanced|avancee?|avanzado|avancado")),
    ("working knowledge", (r"working knowledge|working level|connaissance pratique|good knowledge|"
        r"good command|bonnes? connaissances?|intermedi\w+|buen\w* \w+|"
        r"conhecimento")),
    ("basic", r"basic\w*|elementary|limited|notions|basico"),
)  # fmt: skip
_LEVEL_PATTERNS = tuple((name, re.compile(rf"\b(?:{pattern})\b")) for name, pattern in _LEVELS)
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
_OTHER = re.compile(r"\b(?:another|other|second|additional|autre|otr[oa]|outr[oa])\b")
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


def required_languages(outline: Outline) -> list[LanguageRequirement]:
    """Return the language criteria: of the language section, else of sentences elsewhere."""
    found: list[LanguageRequirement] = []
    for passage in outline.under(*_SECTIONS):
        found += _of_passage(outline, passage, in_section=True)
    told = bool(found)
    for passage in outline.body():
        if passage.section not in _ELSEWHERE or passage.key in _SECTIONS:
            continue
        if not told or passage.section == "desirable" or _is_asked_outright(outline.text(passage)):
            found += _of_passage(outline, passage, in_section=False)
    if not found:
        for passage in outline.body():
            if passage.section not in _ELSEWHERE and _ASKED_ANYWHERE.search(flat(outline.text(passage))):
                found += _of_passage(outline, passage, in_section=False)
    return _merged(found)


def _is_asked_outright(text: str) -> bool:
    """Tell whether a short text demands a language even though another section is about languages."""
    plain = flat(text)
    return len(text) <= _SHORT and bool(_OUTRIGHT.search(plain)) and necessity.is_demand(text)


def _of_passage(outline: Outline, passage: Passage, *, in_section: bool) -> list[LanguageRequirement]:
    found: list[LanguageRequirement] = []
    by_heading = outline.offers(passage)
    language = language_of(outline.text(passage))
    if language == "en":
        language = language_of(outline.sheet.text)
    if not outline.sheet.cased:
        language = ""
    before: list[Named] = []
    for piece in sentences(outline.text(passage), passage.start):
        plain = flat(piece.text)
        named = named_in(piece, language) or of_these(plain, before)
        before = named
        own = _OWN.search(plain) and not (_ASKS.search(plain) or necessity.is_demand(piece.text))
        if not named or own:
            continue
        spoken = _CONTEXT.search(plain) or stands_alone(plain, named)
        if not in_section and (not spoken or _NO_LANGUAGE.search(plain)):
            continue
        level, goes_on = None, False
        for phrase in phrases(plain, piece.text, named):
            if (goes_on or phrase.named[0].one_of_many) and _own_level(plain, piece.text, phrase) is None:
                phrase.level = level  # `fluency in English and another UN language`
            asked = _requirements(outline, piece, plain, phrase, by_heading=by_heading)
            level, goes_on = asked[-1].any_of[0].level if asked else None, phrase.linked
            found += asked
    return found


def _requirements(
    outline: Outline, piece: Piece, plain: str, phrase: Phrase, *, by_heading: bool
) -> list[LanguageRequirement]:
    start, end = bounds(plain, piece.text, phrase)
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
    any_of = len(phrase.named) > 1 and (
        first.one_of_many
        or bool(_OR.search(inside.replace("and or", "or")))
        or "/" in raw_inside
        or bool(ONE_OF.search(lead))
    )
    if advantage:
        codes = list(dict.fromkeys(each.code for each in phrase.named if not each.one_of_many))
    level = _own_level(plain, piece.text, phrase) or phrase.level
    needs = [LanguageNeed(code, level, _skills(around)) for code in codes]
    span = outline.sheet.source_span(piece.start, piece.end)
    groups = [tuple(needs)] if any_of and needs else [(need,) for need in needs]
    if count := COUNT.search(lead):
        groups = _so_many(needs, number_of(count["count"]))
    kind = Necessity.ADVANTAGE if advantage else Necessity.ESSENTIAL
    return [_criterion(group, kind, piece.text, span) for group in groups]


def _so_many(needs: list[LanguageNeed], count: int) -> list[tuple[LanguageNeed, ...]]:
    """Return what `two of these` asks for: of every choice that leaves fewer than two out, one at least."""
    return list(combinations(needs, max(1, len(needs) - count + 1)))


def _criterion(
    group: tuple[LanguageNeed, ...], kind: Necessity, text: str, span: Span
) -> LanguageRequirement:
    name = "-".join(need.language for need in group)
    suffix = "-advantage" if kind is Necessity.ADVANTAGE else ""
    return LanguageRequirement(
        id=f"language-{name}{suffix}", text=text, necessity=kind, spans=(span,), any_of=group
    )


def _without_those_asked(each: LanguageRequirement, alone: set[str]) -> LanguageRequirement:
    """Return `another official UN language` without those that are asked of everybody."""
    left = tuple(need for need in each.any_of if need.language not in alone)
    if len(each.any_of) <= len(OFFICIAL_UN) // 2 or len(left) <= 1 or not _OTHER.search(flat(each.text)):
        return each
    return _criterion(left, each.necessity, each.text, each.spans[0])


def _own_level(plain: str, text: str, phrase: Phrase) -> str | None:
    start, end = bounds(plain, text, phrase)
    return phrase.level or _level(plain[start:end], text[start:end])


def _level(around: str, raw: str) -> str | None:
    if exact := UN_LEVEL.search(raw):
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
    for read in found:
        each = _without_those_asked(read, alone)
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
