"""Tiers of candidates: who is considered first, by list, by contract or by clause (R14-R17, R60)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import Tier
from recruiter_tui.reading.notices.words import flat, sentences
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.notices.outline import Outline

_FIRST_TIER = re.compile(
    r"\bfirst[- ]tier (?:candidates|applicants)\b|\btier 1\b|\bpremier niveau\b|\bprimer nivel\b",
    re.IGNORECASE,
)
_INTERNAL = re.compile(r"\binternal candidates?|\bcandidats internes\b|\bcandidat[oa]s intern[oa]s\b")
_LISTED = re.compile(
    r"\b(?:non[- ]?represented|following (?:\w+ ){0,3}(?:member )?(?:states|countries)|"
    r"etats membres non represent\w+|paises (?:miembros )?no representad\w+)\b"
)
_FEMALE = re.compile(
    r"\b(?:external (?:female|women)|female external|women external) (?:candidates?|applicants?)\b"
    r"(?:[^.;\n]{0,60}?\b(?P<grade>[PD][ -]?[1-7])\b)?",
    re.IGNORECASE,
)
"""`External female candidates (for position at P-4 and above grades)`: IOM's clause of April 2022 (R16)."""
_SECOND_TIER = re.compile(r"\bsecond[- ]tier\b|\bdeuxieme niveau\b|\bsegundo nivel\b", re.IGNORECASE)
_FEWEST = 3
_PARTS = re.compile(r",\s{0,3}(?![^()]{0,60}\))|;\s{0,3}|:\s|\n")
_AND = re.compile(r"\s(?:and|et|y|e)\s(?=[A-Z])")
_NUMBERED = re.compile(
    r"\b[Tt][Ii][Ee][Rr] (?P<number>\d)(?: or no tier indicated)?\s?[:\u2013-]\s?(?P<who>[^\n]{4,400})"
)
_NAMED = re.compile(
    r"\b(?P<nth>first|second|third)[- ]tier(?: candidates| applicants)?"
    r"(?:\s?:| (?:are|will be|include|comprise|consist of))\s(?P<who>[^\n]{4,2000})",
    re.IGNORECASE,
)
"""Tiers that a sentence each defines: `First-tier candidates are nationals of ... .`"""
_STARTS = re.compile(r"\btier \d|\b(?:first|second|third)[- ]tier", re.IGNORECASE)
_NTHS = {"first": 1, "second": 2, "third": 3}
_OWN_STAFF = re.compile(r"\b(?:serving |current |our )?staff members?\b|\bstaff of (?:the|this)\b")
_STAFF = re.compile(
    r"\b(?:staff|personnel|permanent|fixed ?term|internal|appointments?|volunteers?|abolish\w*)\b"
)
_OTHERS = re.compile(r"\ball other\b|\bexternal candidates?\b|\bothers\b")
_FEWEST_TIERS = 2
_CONSIDERED_FIRST = re.compile(
    r"\bconsidered (?:first|before|in the first instance)\b|\ben (?:priorite|premier lieu)\b"
    r"|\ben primer (?:lugar|termino)\b|\bem primeiro lugar\b"
)
_CONSIDERED_NEXT = re.compile(
    r"\bbefore (?:any |all |other ){0,2}external\b|\bconsidered (?:second|next|thereafter|subsequently)\b"
    r"|\ben (?:second|deuxieme) lieu\b|\ben segundo (?:lugar|termino)\b|\bem segundo lugar\b"
)
_CONTRACT = re.compile(r"\b(?:permanent|fixed ?term|temporary|appointments?|contracts?)\b")
_BEFORE_A_LIST = re.compile(
    r"^.{0,80}?\b(?:nationals|citizens|candidates|applicants) (?:of|from)(?: the)?"
    r"(?: following)?(?: [\w-]+){0,3}?(?: (?:countries|states))?\b:?\s",
    re.IGNORECASE,
)
"""What stands before the countries of a list: `nationals of`, `candidates from the following states:`."""


def tiers(outline: Outline) -> list[Tier]:
    """Return the tiers that the notice defines, with the states it lists for the first."""
    if numbered := _by_contract(outline):
        return numbered
    start = next(
        (
            at
            for at, each in enumerate(outline.passages)
            if _FIRST_TIER.search(outline.text(each)) and _defines(outline, at)
        ),
        None,
    )
    if start is None:
        return _in_prose(outline)
    internal, female, grade_from = False, None, None
    spans: list[Span] = []
    listed: list[str] = []
    texts: list[str] = []
    second: list[Tier] = []
    for passage in outline.passages[start : start + 14]:
        text = outline.text(passage)
        plain = " ".join(flat(text).split())
        if _SECOND_TIER.search(text) and not _FIRST_TIER.search(text):
            second = _second(outline, passage.start)
            break
        names = states(text)
        internal = internal or bool(_INTERNAL.search(plain))
        if woman := _FEMALE.search(text):
            female, grade_from = "female", _ladder(woman["grade"])
        if len(names) >= _FEWEST:
            listed += names
        if len(names) >= _FEWEST or _INTERNAL.search(plain) or _LISTED.search(plain):
            spans.append(outline.sheet.source_span(passage.start, passage.end))
            texts.append(text)
    else:
        second = _second(outline, outline.passages[start].start)
    if not internal and not listed:
        return []
    first = Tier(
        id="tier-1", text=" ".join(texts), spans=tuple(spans), tier=1, internal=internal,
        nationalities=tuple(dict.fromkeys(listed)), gender=female, grade_from=grade_from,
    )  # fmt: skip
    return [first, *second]


def _in_prose(outline: Outline) -> list[Tier]:
    """Return the two tiers of `internal candidates are considered before external ones`, in its languages."""
    for passage in outline.passages:
        text = outline.text(passage)
        plain = flat(text)
        first, following = _CONSIDERED_FIRST.search(plain), _CONSIDERED_NEXT.search(plain)
        if not (first and following) or following.end() < first.end():
            continue
        pieces = sentences(text, passage.start)
        at = next(n for n, each in enumerate(pieces) if each.end > passage.start + first.start())
        told = flat(pieces[at].text)
        internal = bool(_INTERNAL.search(told))
        listed = tuple(dict.fromkeys(states(pieces[at].text.rpartition(":")[2], 1)))
        if not (internal or listed):
            continue
        spans = [outline.sheet.source_span(each.start, each.end) for each in pieces]
        last = next(n for n, each in enumerate(pieces) if each.end > passage.start + following.start())
        return [
            Tier(
                id="tier-1", text=pieces[at].text, spans=(spans[at],), tier=1, internal=internal,
                nationalities=listed,
            ),
            Tier(id="tier-2", text=pieces[last].text, spans=(spans[last],), tier=2, rest=True),
        ]  # fmt: skip
    return []


def _ladder(grade: str | None) -> str | None:
    """Return a grade of the international ladder in one spelling: `P4` and `p 4` are `P-4`."""
    return f"{grade[0].upper()}-{grade[-1]}" if grade else None


def _defines(outline: Outline, at: int) -> bool:
    """Tell whether the passages that follow say who belongs to the first tier."""
    near = " ".join(outline.text(each) for each in outline.passages[at : at + 6])
    return bool(_INTERNAL.search(" ".join(flat(near).split())) or _LISTED.search(flat(near)))


def _second(outline: Outline, start: int) -> list[Tier]:
    for number, passage in enumerate(outline.passages):
        text = outline.text(passage)
        if passage.start >= start and _SECOND_TIER.search(text) and not _FIRST_TIER.search(text):
            following = outline.passages[number : number + 2]
            said = " ".join(outline.text(each) for each in following)
            span = outline.sheet.source_span(passage.start, following[-1].end)
            return [Tier(id="tier-2", text=said, spans=(span,), tier=2, rest=True)]
        if passage.start >= start and passage.section and "second tier" in passage.label.lower():
            span = outline.sheet.source_span(passage.start, passage.end)
            return [Tier(id="tier-2", text=text, spans=(span,), tier=2, rest=True)]
    return []


def states(text: str, fewest: int = _FEWEST) -> list[str]:
    """Return the codes of the countries that a comma list names; one name too strange leaves the others."""
    names: list[str] = []
    for part in _PARTS.split(text):
        name = part.strip(" .:")
        # `Saint Kitts and Nevis` is one state, `Tuvalu and Vanuatu` are two
        names += [name] if countries.named(name) else [each.strip(" .:") for each in _AND.split(name)]
    known = [countries.named(name) for name in names if name]
    found = [code for code in known if code]
    return found if len(found) >= fewest and len(found) * 2 >= len(names) else []


def _by_contract(outline: Outline) -> list[Tier]:
    """Return the tiers that the notice numbers: `Tier 1: internal candidates`, `Tier 2: nationals of ...`.

    On which contract an applicant serves is in no file: where the tiers part the staff by contract, an
    internal applicant may belong to any of them.
    """
    found: dict[int, Tier] = {}
    for passage in outline.passages:
        text = outline.text(passage)
        starts = [each.start() for each in _STARTS.finditer(text)]
        for at, each in enumerate(starts):
            end = starts[at + 1] if at + 1 < len(starts) else len(text)
            match = _NUMBERED.match(text, each, end) or _NAMED.match(text, each, end)
            if match is None:
                continue
            span = outline.sheet.source_span(passage.start + match.start(), passage.start + match.end())
            if tier := _numbered(match, span):
                found.setdefault(tier.tier, tier)
    if len(found) < _FEWEST_TIERS or all(each.rest for each in found.values()):
        return []
    return [found[number] for number in sorted(found)]


def _numbered(match: re.Match[str], span: Span) -> Tier | None:
    """Return one numbered tier with its clauses; None for words that say of nobody that they belong to it."""
    told, who = match.groupdict(), match["who"]
    number = _NTHS[told["nth"].lower()] if "nth" in told else int(told["number"])
    plain = flat(who)
    countries_only = _BEFORE_A_LIST.sub("", who)
    listed = tuple(dict.fromkeys(states(countries_only, _FEWEST if countries_only == who else 1)))
    woman = _FEMALE.search(who)
    internal = bool(_INTERNAL.search(plain) or _OWN_STAFF.search(plain)) and not _CONTRACT.search(plain)
    others = bool(_OTHERS.search(plain)) and ("external" in plain or not _STAFF.search(plain))
    if listed or woman or internal:
        return Tier(
            id=f"tier-{number}", text=match[0].strip(), spans=(span,), tier=number, internal=internal,
            nationalities=listed, gender="female" if woman else None,
            grade_from=_ladder(woman["grade"]) if woman else None,
        )  # fmt: skip
    if not (_STAFF.search(plain) or _OTHERS.search(plain)):
        return None
    return Tier(
        id=f"tier-{number}",
        text=match[0].strip(),
        spans=(span,),
        tier=number,
        rest=others,
        some_internal=not others,
    )
