"""Education paired with experience: which degree goes with how many years, each pair as a whole (R19-R21)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import DegreeLevel, EducationExperience
from recruiter_tui.reading.notices import fields, necessity
from recruiter_tui.reading.notices.pairing import FieldsOfMention, Reading, Years, branches, pair, stands_in
from recruiter_tui.reading.notices.sheet import Make
from recruiter_tui.reading.notices.words import NUMBER_WORD, Piece, flat, language_of, number_of, sentences
from recruiter_tui.reference import degrees

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline, Passage

_SECTIONS = (
    "education",
    "education_experience",
    "qualifications",
    "experience",
    "skills",
    "desirable",
    "languages",
)
_DEGREE_SECTIONS = ("education", "education_experience", "qualifications", "experience", "skills")
_NUMBER = NUMBER_WORD
_YEARS = re.compile(
    rf"(?<![\w.,-])(?P<number>\d{{1,2}}|{_NUMBER})(?:(?:\s?\(\s?|\s)(?P<again>\d{{1,2}}|"
    rf"{_NUMBER})\s?\)?)?(?:\s?\+)?(?:\s(?:or|ou|o|and) (?:more|above|plus|mas|mais)|\splus)?"
    rf"(?:\s?(?:-|to|a|ou|or|and|y|e|/)\s?(?P<upto>\d{{1,2}}|{_NUMBER})(?:\s?\(\s?\d{{1,2}}\s?\))?)?\s?"
    r"(?P<more>\s?(?:additional|more|further|extra|annees? supplementaires?|anos? adicionales?)\s)?"
    r"(?P<unit>years?|yrs?|annees?|ans?|anos?|months?|mois|meses)\b\W{0,3}(?:de |"
    r"d )?(?:(?:of )?(?:(?:experience|experiencia|relevant|pertinente|profes\w+|profis\w+) ){0,3}"
    r"(?P<more2>additional|supplementaires?|adiciona\w+|more))?"
)
_NONE_ASKED = re.compile(
    r"\bno (?:(?:prior|previous|relevant|work|working|professional) ){0,2}experience(?: is)? "
    r"(?:required|needed|necessary)\b"
)
_EXPERIENCE = re.compile(
    r"\b(?:experience\w*|experiencia\w*|work(?:ing|ed)?|professional\w*|practice|responsible|"
    r"responsibility|profession\w+|exerc\w+|service)\b"
)
_PART = re.compile(
    r"\b(?:including|of which|out of which|includes?|incl|inclu\w+|dont|de los cuales|"
    r"de las cuales|dos quais|das quais|"
    r"at least one of|within the last|in the last|over the (?:last|past)|during the last|recent|"
    r"of these)\W{1,3}(?:\w+\W){0,3}$"
)
_NOT_EXPERIENCE = re.compile(
    r"\b(?:contract|appointment|renewable|extension|roster|valid\w*|duration|old|age[ds]?|edad|"
    r"idade|passport|project of|history|founded|"
    r"studies|study|program(?:me)? of|university study|degree program\w*|plan|strategy|"
    r"within (?:the )?(?:last|past) |graduat\w+ (?:no|within))\b"
)
_ENROLLED = re.compile(
    r"\b(?:enrol\w*|pursuing|currently studying|final year|last year of|graduated within|"
    r"students?|inscrit\w*|en cours d|matriculad\w+|cursando|estudiantes?|etudiants?|estudantes?|"
    r"recent graduates?)\b"
)
_OF_ANOTHER = re.compile(
    r" (?:de|do|da|of|d|in|du) (?:l |la |el |the )?(?:secondary|high school|ensino|bachiller\w*|"
    r"educacion|enseignement|etudes|licen\w+|master\w*|bachelor\w*|fin)"
)
_AT_LEAST = re.compile(
    r"\b(?:minimum|at least|not less than|au moins|minimo|al menos|por lo menos|pelo menos)\b"
)
_REPLACED = re.compile(
    r"\b(?:in lieu of|instead of|in place of|substitute for|a la place d|au lieu d|"
    r"en lieu et place d|en lugar de|en sustitucion de|em substituicao|"
    r"em vez d)\W?(?:\w+\W+){0,4}$"
)
_DRIVING = re.compile(r"\b(?:driv\w+|conduire|conducir|conduccion|software|motriz|habilitacao)\b")
_DEGREE_ONLY_UPPER = 5
_MOST_FIELDS = 40


def education(outline: Outline) -> list[EducationExperience]:
    """Return the education criterion with its alternatives, or none where the notice asks for no degree."""
    passages = outline.under(*_SECTIONS)
    reading = Reading()
    for passage in passages:
        _passage(outline, passage, reading)
    nothing = not (reading.pairs or reading.bare or reading.extra or reading.lieu)
    for passage in outline.body():
        if passage.section == "other" or (
            nothing and passage.section not in (*_SECTIONS, "furniture", "benefits", "desirable")
        ):
            _passage(outline, passage, reading, prose=True)
    if (
        (reading.bare or reading.extra or reading.lieu)
        and reading.base is None
        and not any(reading.pairs.values())
    ):
        reading.base = _years_elsewhere(outline)
    routes = branches(reading)
    if not routes:
        return []
    return [
        EducationExperience(
            id="education",
            text=_in_one(reading.texts),
            spans=tuple(reading.spans),
            alternatives=routes,
            fields_of_study=tuple(dict.fromkeys(reading.fields)),
            related_field=reading.related,
            accreditation=reading.accreditation,
        )
    ]


def _in_one(texts: list[str]) -> str:
    """Return the sentences as one text; those that a list parted stay apart."""
    return " ".join(each if each.endswith((".", ";", ":")) else f"{each};" for each in texts).rstrip(";")


def _years_elsewhere(outline: Outline) -> int | None:
    """Return the years that a list item outside the requirements asks for: some pages shuffle their items."""
    for passage in outline.body():
        if passage.section in _SECTIONS or (
            passage.make is not Make.ITEM and passage.section in {"benefits", "furniture"}
        ):
            continue
        for piece in sentences(outline.text(passage), passage.start):
            plain = flat(piece.text)
            lead = _AT_LEAST.search(plain)
            if lead and passage.make is not Make.ITEM and lead.start() > len("With a "):
                continue
            asked = years_in(plain, piece.text) if lead and "experien" in plain else []
            if asked and not necessity.is_advantage(piece.text) and _is_experience(plain, asked[0], passage):
                return asked[0].months
    return None


def accounts(outline: Outline) -> list[tuple[str, str, EducationExperience]]:
    """Return what each section says on education by itself, with its heading: for finding contradictions."""
    found: list[tuple[str, str, EducationExperience]] = []
    orders = dict.fromkeys(each.order for each in outline.under(*_DEGREE_SECTIONS))
    for order in orders:
        reading = Reading()
        passages = [each for each in outline.under(*_DEGREE_SECTIONS) if each.order == order]
        for passage in passages:
            _passage(outline, passage, reading)
        if routes := branches(reading):
            said = EducationExperience(
                id="education", alternatives=routes, fields_of_study=tuple(dict.fromkeys(reading.fields)),
                related_field=reading.related,
                accreditation=reading.accreditation,
                spans=tuple(reading.spans),
            )  # fmt: skip
            found.append((passages[0].label, " ".join(reading.texts), said))
    return found


def years_in(plain: str, raw: str) -> list[Years]:
    """Return the lengths of experience in a folded sentence; of a range the smaller number counts."""
    kept = "".join(sign if sign in "-+/.,()" else letter for sign, letter in zip(raw, plain, strict=True))
    found: list[Years] = []
    for match in _YEARS.finditer(kept):
        number = number_of(match["number"])
        if match["again"] and match["again"].isdigit() and not match["number"].isdigit():
            number = int(match["again"])
        if _PART.search(plain[max(0, match.start() - 60) : match.start()]):
            continue
        months = number if match["unit"] in {"months", "month", "mois", "meses"} else number * 12
        more = (
            bool(match["more"] or match["more2"])
            or "additional" in plain[max(0, match.start() - 14) : match.start()]
        )
        found.append(Years(match.start(), match.end(), months, more))
    return found


def _passage(outline: Outline, passage: Passage, reading: Reading, *, prose: bool = False) -> None:
    pieces = sentences(outline.text(passage), passage.start)
    for piece in pieces:
        plain = flat(piece.text)
        offered = outline.offers(passage)
        advantage = offered or necessity.is_advantage(piece.text)
        named = _degrees(piece, plain) if passage.section != "languages" else []
        if prose and not (
            named
            and (_is_listed(passage, named) or years_in(plain, piece.text) or necessity.is_demand(piece.text))
        ):
            continue
        asked = _asked(piece, plain, passage, named)
        if advantage and not (named and asked):
            named, asked = _before_advantage(plain, named, asked, by_heading=offered)
        if not named and not asked:
            continue
        if named and _ENROLLED.search(plain):
            continue
        made_up = stands_in(plain, named, asked, reading)
        if named and made_up is not False:
            if piece.text not in reading.texts:
                reading.texts.append(piece.text)
            reading.spans.append(outline.sheet.source_span(piece.start, piece.end))
        if made_up is not None:
            continue
        if named:
            _details(piece, plain, named, reading)
        pair(plain, piece.text, named, asked, reading)


def _asked(piece: Piece, plain: str, passage: Passage, named: list[degrees.Mention]) -> list[Years]:
    """Return the lengths of experience that a sentence asks for; beside a degree that may be none."""
    found = [
        each
        for each in years_in(plain, piece.text)
        if _is_experience(plain, each, passage, _aside(piece.text, each))
        or (named and _AT_LEAST.search(plain))
    ]
    if named and (none := _NONE_ASKED.search(plain)):
        return sorted((*found, Years(none.start(), none.end(), 0, more=False)))
    return found


def _is_listed(passage: Passage, named: list[degrees.Mention]) -> bool:
    """Tell whether a list item opens with its degree: `Titulaire d'un Master en droit`."""
    return passage.make is Make.ITEM and named[0].start <= len("must be a holder of an advanced")


def _before_advantage(
    plain: str, named: list[degrees.Mention], asked: list[Years], *, by_heading: bool
) -> tuple[list[degrees.Mention], list[Years]]:
    """Keep what a sentence demands before it goes on to an advantage: `5 years, preferably in a bank`."""
    if by_heading:
        return [], []
    at = necessity.advantage_at(plain) or 0
    tail = plain[at : at + 14]
    if tail.startswith(("preferabl", "preferenc", "preferibl", "ideally", "de preferenc")):
        return [each for each in named if each.end <= at], [each for each in asked if each.end <= at]
    return [], []


def _degrees(piece: Piece, plain: str) -> list[degrees.Mention]:
    """Return the degrees a sentence names: no permits, and abbreviations only in capitals."""
    squeezed, back = _squeeze(plain)
    found = []
    french = language_of(piece.text) in {"fr", "pt", "es"}
    for mention in degrees.mentions(squeezed):
        start, end = back[mention.start], back[mention.end - 1] + 1
        word, raw = plain[start:end], piece.text[start:end]
        short = len(word) <= _DEGREE_ONLY_UPPER and word.isalpha() and word != "degree"
        if short and sum(char.isupper() for char in raw) < 2:  # noqa: PLR2004  (MA, BSc)
            continue
        if word.startswith("licen") and (not french or _DRIVING.search(plain)):
            continue
        if word.startswith("diplom") and " " not in word and _OF_ANOTHER.match(squeezed, mention.end):
            continue  # `diploma do ensino medio` is a school certificate
        if _REPLACED.search(plain[max(0, start - 60) : start]):
            continue  # `in lieu of the advanced degree` names what is not asked for
        found.append(degrees.Mention(mention.level, start, end))
    return found


def _squeeze(plain: str) -> tuple[str, list[int]]:
    """Return `plain` with single blanks, and for each letter where it stood."""
    letters: list[str] = []
    back: list[int] = []
    for at, letter in enumerate(plain):
        if letter == " " and letters and letters[-1] == " ":
            continue
        letters.append(letter)
        back.append(at)
    return "".join(letters), back


def _aside(raw: str, years: Years) -> int:
    """Return where an aside in brackets before a length of time ends, if it holds digits or years itself."""
    end = raw.rfind(")", 0, years.start) + 1
    return end if re.search(r"\byears?\b", raw[raw.rfind("(", 0, end) : end]) else 0


def _is_experience(plain: str, years: Years, passage: Passage, begin: int = 0) -> bool:
    around = plain[max(0, years.start - 60) : years.end + 90]
    if _NOT_EXPERIENCE.search(plain[max(begin, years.start - 40) : years.end + 25]):
        return False
    return (
        bool(_EXPERIENCE.search(around))
        or passage.section in {"experience", "education_experience"}
        or years.more
    )


def _details(piece: Piece, plain: str, named: list[degrees.Mention], reading: Reading) -> None:
    """Note the fields of study, whether a related one will do, and the words on accreditation."""
    beyond_school = any(each.level > DegreeLevel.SECONDARY for each in named)
    reading.related = reading.related or (beyond_school and fields.allows_related(plain))
    if reading.accreditation is None:
        reading.accreditation = fields.accreditation(piece.text, plain)
    if beyond_school and not necessity.is_advantage(piece.text) and len(reading.fields) < _MOST_FIELDS:
        listed = fields.fields_of_study(piece.text, plain)
        for mention in _mentions(piece, plain, named, listed):
            reading.mentions.append(mention)
            listed += [name for name in mention.fields if name not in listed]
        reading.fields += listed


def _mentions(
    piece: Piece, plain: str, named: list[degrees.Mention], listed: list[str]
) -> list[FieldsOfMention]:
    """Return what a sentence says on fields at each of its degrees; with one degree, all that it says."""
    if len(named) == 1:
        (only,) = named
        return [FieldsOfMention(only.level, tuple(listed), bool(listed) or fields.points_back(plain))]
    ends = [*(each.start for each in named[1:]), len(plain)]
    found = []
    for each, end in zip(named, ends, strict=True):
        part = plain[each.start : end]
        own = tuple(fields.fields_of_study(piece.text[each.start : end], part))
        found.append(FieldsOfMention(each.level, own, bool(own) or fields.points_back(part)))
    return found
