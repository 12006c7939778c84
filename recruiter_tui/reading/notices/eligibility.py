"""Who may apply and who comes first: nationality, tiers, channel, roster (R6, R8, R14-R17, R60)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import Channel, Nationality, NationalityRule, Tier
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.reading.notices.words import NUMBER_WORD, Piece, flat, number_of, sentences
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_EXCLUDES = re.compile(
    r"\bnationals? of (?:the|this) (?:duty station|country of (?:the )?(?:duty|assignment)|"
    r"host country).{0,60}\b(?:cannot|not (?:be )?(?:eligible|considered|apply)|ineligible|"
    r"excluded|not eligible)"
    r"|\bressortissants? (?:du|de la|de ce) (?:pays|lieu|duty).{0,80}\bne (?:peuvent|sont|seront)|"
    r"\bnacionales? del? (?:pais|lugar).{0,80}\bno (?:pueden|podran|seran|son)"
    r"|\bnacionais do (?:pais|local).{0,80}\bnao (?:podem|sao|serao)"
    r"|\bnot be (?:a )?nationals? of the (?:country of the )?(?:duty station|host|assignment)"
)
_ONLY_HERE = re.compile(
    r"\b(?:only|must be|open to|restricted to|limited to|are|"
    r"be a)\b.{0,40}\bnationals?\b.{0,60}\b(?:country|duty station|host)\b"
    r"|\bnationals? of (?:the )?(?:country of the )?(?:duty station|country of assignment|"
    r"host country)\b.{0,60}\b(?:only|may apply|can apply|are eligible|eligible)"
    r"|\b(?:open|reserved|ouverte?|reservee?|abierta?|reservada?)\b.{0,40}\b(?:nationals? (?:only|"
    r"of the country)|aux (?:nationaux|ressortissants du pays)|nacionales del pais)"
)
_MUST_BE = re.compile(
    r"\b(?:must be|shall be|only|open to|limited to|restricted to|reserved for|ouverte? aux|"
    r"reservee? aux|solo para|"
    r"exclusivamente)\b[^.]{0,20}?(?P<who>[a-z]+(?: [a-z]+)?) (?:nationals?|citizens?|"
    r"ressortissants|nacionales)\b"
)
_MEMBERS = re.compile(
    r"\bnationals? of (?:its|one of (?:its|the|our)|the|our|any of (?:its|"
    r"the)) ?(?:\d{1,3} )?(?:\w+ ){0,2}(?:member (?:states?|countries)|members)\b|"
    r"\bcitizens? of one of our \d{1,3}"
)
_FIRST_TIER = re.compile(
    r"\bfirst[- ]tier (?:candidates|applicants)\b|\btier 1\b|\bpremier niveau\b|\bprimer nivel\b",
    re.IGNORECASE,
)
_INTERNAL = re.compile(r"\binternal candidates?|\bcandidats internes\b|\bcandidat[oa]s intern[oa]s\b")
_LISTED = re.compile(
    r"\b(?:non[- ]?represented|following (?:\w+ ){0,3}(?:member )?(?:states|countries)|"
    r"etats membres non represent\w+|paises (?:miembros )?no representad\w+)\b"
)
_FEMALE = re.compile(r"\bexternal female candidates?\b(?:[^.;]{0,60}?\b(?P<grade>(?:P|D|NO)-?\d)\b)?")
_SECOND_TIER = re.compile(
    r"\bsecond[- ]tier\b|\bsecond tier\b|\bdeuxieme niveau\b|\bsegundo nivel\b", re.IGNORECASE
)
_ONLY_CHANNEL = re.compile(
    r"\b(?:only accepts?|only applications? (?:submitted|received)|must be submitted|"
    r"shall be submitted|should be submitted|submitted through|apply (?:online )?through|"
    r"apply via|"
    r"uniquement|exclusivamente|unicamente|seules? les candidatures)\b"
)
_CHANNELS = (
    ("e-recruitment", r"\be ?recruitment\b"),
    ("inspira", r"\binspira\b"),
    ("workday", r"\bworkday\b"),
    ("quantum", r"\bquantum\b"),
    ("unv platform", r"\bunified volunteering platform\b|\bapp unv org\b"),
    ("email", r"\be ?mail\b|\bcourriel\b|\bcorreo electronico\b"),
    ("online", r"\bonline\b|\bwebsite\b|\bportal\b|\ben ligne\b|\ben linea\b|\bsystem\b"),
)
_ROSTER = re.compile(
    r"\b(?:roster\w*|remain eligible|reserve list|pool of candidates|similar positions?|"
    r"liste de reserve|lista de reserva|banco de candidatos)\b"
)
_MONTHS = re.compile(
    rf"\b(?P<number>\d{{1,2}}|{NUMBER_WORD}) ?(?:\d{{1,2}} )?(?P<unit>months?|years?|mois|"
    rf"ans?|meses|anos?)\b"
)
_FEWEST = 3
_PARTS = re.compile(r",\s{0,3}(?![^()]{0,60}\))|;\s{0,3}|:\s|\n")
_AND = re.compile(r"\s(?:and|et|y|e)\s(?=[A-Z])")


def nationality(outline: Outline, country: str | None, national_post: bool) -> list[Nationality]:  # noqa: FBT001  (a fact of the post)
    """Return the nationality rules that the notice states; a rule of another notice is never carried over."""
    found: dict[NationalityRule, Nationality] = {}
    del national_post
    for passage in outline.body():
        for piece in sentences(outline.text(passage), passage.start):
            plain = " ".join(flat(piece.text).split())
            if (
                "national" not in plain
                and "ressortissant" not in plain
                and "naciona" not in plain
                and "citizen" not in plain
            ):
                continue
            rule = _rule(plain)
            if rule is None or rule[0] in found:
                continue
            span = outline.sheet.source_span(piece.start, piece.end)
            here = country if rule[1] is None else rule[1]
            found[rule[0]] = Nationality(
                id="nationality" if not found else f"nationality-{len(found) + 1}",
                text=piece.text, spans=(span,), rule=rule[0], country=here,
            )  # fmt: skip
    return list(found.values())


def _rule(plain: str) -> tuple[NationalityRule, str | None] | None:
    if _EXCLUDES.search(plain):
        return NationalityRule.EXCLUDES_DUTY_STATION, None
    must = _MUST_BE.search(plain)
    if must:
        words = must["who"].split()
        for count in range(len(words), 0, -1):
            if code := countries.nationality(" ".join(words[-count:])):
                return NationalityRule.ONLY_DUTY_STATION, code
    if _MEMBERS.search(plain):
        return None
    if (
        _ONLY_HERE.search(plain)
        and "legal resident" not in plain
        and "encourage" not in plain
        and "member" not in plain
    ):
        return NationalityRule.ONLY_DUTY_STATION, None
    return None


def tiers(outline: Outline) -> list[Tier]:
    """Return the tiers that the notice defines, with the states it lists for the first."""
    start = next(
        (
            at
            for at, each in enumerate(outline.passages)
            if _FIRST_TIER.search(outline.text(each)) and _defines(outline, at)
        ),
        None,
    )
    if start is None:
        return []
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
        names = _states(text)
        internal = internal or bool(_INTERNAL.search(plain))
        if woman := _FEMALE.search(text):
            female, grade_from = "female", woman["grade"]
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


def _states(text: str) -> list[str]:
    """Return the codes of the countries that a comma list names; one name too strange leaves the others."""
    names: list[str] = []
    for part in _PARTS.split(text):
        name = part.strip(" .:")
        # `Saint Kitts and Nevis` is one state, `Tuvalu and Vanuatu` are two
        names += [name] if countries.named(name) else [each.strip(" .:") for each in _AND.split(name)]
    known = [countries.named(name) for name in names if name]
    found = [code for code in known if code]
    return found if len(found) >= _FEWEST and len(found) * 2 >= len(names) else []


def channel(outline: Outline) -> list[Channel]:
    """Return the only way in which an application counts, where the notice says so."""
    for passage in outline.body():
        for piece in sentences(outline.text(passage), passage.start):
            plain = " ".join(flat(piece.text).split())
            if ("applica" in plain or "candidat" in plain or "postula" in plain) and _ONLY_CHANNEL.search(
                plain
            ):
                name = next((name for name, pattern in _CHANNELS if re.search(pattern, plain)), None)
                if name:
                    return [_channel(outline, piece, name)]
    return []


def _channel(outline: Outline, piece: Piece, name: str) -> Channel:
    span = outline.sheet.source_span(piece.start, piece.end)
    return Channel(id="channel", text=piece.text, spans=(span,), channel=name)


def roster_months(outline: Outline) -> Stated[int]:
    """Return for how many months recommended candidates stay eligible for similar posts."""
    for passage in outline.body():
        for piece in sentences(outline.text(passage), passage.start):
            plain = " ".join(flat(piece.text).split())
            if _ROSTER.search(plain) and (found := _MONTHS.search(plain)):
                number = number_of(found["number"])
                months = number if found["unit"].startswith(("m",)) else number * 12
                return Stated.known(
                    months, outline.sheet.source_span(piece.start, piece.end), text=piece.text
                )
    return Stated.missing()
