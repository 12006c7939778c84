"""Who may apply and how: nationality, channel, roster (R6, R8, R60)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.requirement import Channel, Nationality, NationalityRule
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.notices.sheet import Zone
from recruiter_tui.reading.notices.tiers import states
from recruiter_tui.reading.notices.words import NUMBER_WORD, Piece, flat, number_of, sentences
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline

_EXCLUDES = re.compile(
    r"\b(?:nationals?|citizens?) of (?:the|this) (?:duty station|country of (?:the )?(?:duty|assignment)|"
    r"host country).{0,60}\b(?:cannot|not (?:be )?(?:eligible|considered|apply)|ineligible|"
    r"excluded|not eligible)"
    r"|\bressortissants? (?:du|de la|de ce) (?:pays|lieu|duty).{0,80}\bne (?:peuvent|sont|seront)|"
    r"\bnacionales? del? (?:pais|lugar).{0,80}\bno (?:pueden|podran|seran|son)"
    r"|\bnacionais do (?:pais|local).{0,80}\bnao (?:podem|sao|serao)"
    r"|\bnot be (?:a )?(?:nationals?|citizens?) of the (?:country of the )?(?:duty station|host|assignment)"
)
_ONLY_HERE = re.compile(
    r"\b(?:only|must be|open to|restricted to|limited to|are|"
    r"be a)\b.{0,40}\b(?:nationals?|citizens?)\b.{0,60}\b(?:country|duty station|host)\b"
    r"|\bnationals? of (?:the )?(?:country of the )?(?:duty station|country of assignment|"
    r"host country)\b.{0,60}\b(?:only|may apply|can apply|are eligible|eligible)"
    r"|\b(?:open|reserved|ouverte?|reservee?|abierta?|reservada?)\b.{0,40}\b(?:nationals? (?:only|"
    r"of the country)|aux (?:nationaux|ressortissants du pays)|nacionales del pais)"
)
_NATIONALS_HERE = re.compile(
    r"\b(?:nationals?|citizens?|nationality|citizenship) of (?:the|this) (?:country of (?:the )?)?"
    r"(?:duty|host|assignment)\b"
    r"|\b(?:ressortissants?|nationaux|nationalite) (?:du|de ce|de la|de l) (?:pays|lieu|etat)\b"
    r"|\b(?:nacional(?:es)?|nacionalidad) del? (?:pais|lugar|estado)\b"
    r"|\b(?:nacional|nacionais|nacionalidade) do (?:pais|local|lugar)\b"
)
_BARRED = re.compile(
    r"\b(?:cannot|can not|not (?:be )?(?:eligible|considered|apply|allowed|recruited|open|accepted|admitted)|"
    r"may not|must not|ineligible|excluded|except|"
    r"no (?:nationals?|citizens?) (?:of|from)|aucun ressortissant|"
    r"ne (?:peuvent|peut|sont|seront|doivent)|n est pas (?:ouvert\w*|accessible)|exclus|"
    r"no (?:pueden|podran|seran|son|puede|deben|estan?|se (?:admit|acept|consider)\w+)|excluid\w+|"
    r"nao (?:podem|sao|serao|estao?|devem))\b"
)
_OTHERS_BARRED = re.compile(
    r"\b(?:(?:who|that) (?:are|is) not|non|other than|ne (?:sont|seraient) pas|no (?:sean|son)|nao sejam)"
    r"(?: \w+){0,2} (?:nationals?|citizens?|ressortissant\w*|nacionales|nacionais)\b"
)
"""Whoever is not a national is barred: `candidates who are not nationals of Kenya cannot apply`."""
_ADMITTED = re.compile(
    r"\b(?:only|must|shall be|exclusively|limited to|restricted to|reserved|open to|seul(?:e?s)?|uniquement|"
    r"exclusivement|reserv\w+|ouverte?s?|doivent|doit|solo|unicamente|exclusivamente|abiert\w+|deben?|"
    r"somente|apenas|devem?|required to be|may apply|can apply|are eligible)\b"
)
_LOOSE = re.compile(
    r"\b(?:residents?|encourag\w+|regardless|preferen\w+|priorit\w+|welcome\w*|dual|visas?|permits?"
    r"|right to work|(?:authori[sz]ed|eligible) to work"
    r"|(?:of|from) (?:any|all|other) (?:countries|country|nationalit\w+))\b"
)
_OF_A_COUNTRY = re.compile(
    r"\b(?:nationals?|citizens?|ressortissant(?:e?s)?|nationaux|citoyens?|"
    r"(?:los|las|a|os|as|para|ser|sean?|son|solo|somente) (?:nacional(?:es)?|nacionais)|"
    r"ciudadan[oa]s?|cidadaos?|nationality|nationalite|nacionalidad|nacionalidade|citizenship)"
    r"(?: of| from| du| de la| de l| des| de| d| del| da| do| dos)? (?P<rest>.{2,120})"
)
_WHO = re.compile(
    r"(?P<who>\w+(?: \w+)?) (?:nationals?|citizens?|ressortissants|nacionales|nacionais|citizenship|"
    r"nationality)\b"
)
_JOINTS = frozenset({"and", "or", "et", "ou", "y", "o", "e", "the", "du", "de", "la", "of"})
_MOST_WORDS_OF_A_NAME = 6
_MEMBERS = re.compile(
    r"\b(?:following|listed) (?:countries|states)\b|\b(?:pays|etats) suivants\b"
    r"|\b(?:paises|estados) siguientes\b|\b(?:siguientes|seguintes) (?:paises|estados)\b"
    r"|\bmember (?:states?|countries)\b|\bof (?:its|our|the) (?:\d{1,3} )?members\b"
)
_ABOUT = re.compile(
    r"\b(?:national|nationaux|ressortissant|nacional|naciona|citizen|citoyen|ciudadan|cidada)"
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
_Rule = tuple[NationalityRule, str | None, tuple[str, ...]]


def nationality(outline: Outline, country: str | None) -> list[Nationality]:
    """Return the nationality rules that the notice states; a rule of another notice is never carried over."""
    found: dict[NationalityRule, Nationality] = {}
    for at, passage in enumerate(outline.passages):
        text = outline.text(passage) if passage.zone is Zone.NOTICE else ""
        if not _ABOUT.search(flat(text)):
            continue
        for piece in sentences(text, passage.start):
            plain = " ".join(flat(piece.text).split())
            rule = _rule(plain, country) or _members(outline, at, piece, plain)
            if rule is None or rule[0] in found:
                continue
            found[rule[0]] = Nationality(
                id="nationality" if not found else f"nationality-{len(found) + 1}",
                text=piece.text, spans=(outline.sheet.source_span(piece.start, piece.end),),
                rule=rule[0], country=rule[1] or country, listed=rule[2],
            )  # fmt: skip
    return list(found.values())


def _rule(plain: str, here: str | None) -> _Rule | None:
    if _EXCLUDES.search(plain):
        return NationalityRule.EXCLUDES_DUTY_STATION, None, ()
    if _LOOSE.search(plain) or not _ABOUT.search(plain):
        return None
    if codes := _countries_of(plain):
        return _by_country(plain, codes, here)
    if _NATIONALS_HERE.search(plain) and _bars(plain):
        return NationalityRule.EXCLUDES_DUTY_STATION, None, ()
    if _ONLY_HERE.search(plain) and "member" not in plain:
        return NationalityRule.ONLY_DUTY_STATION, None, ()
    return None


def _bars(plain: str) -> bool:
    """Tell whether a sentence shuts out those whom it names, and not everybody else."""
    return bool(_BARRED.search(plain)) and not _OTHERS_BARRED.search(plain)


def _by_country(plain: str, codes: tuple[str, ...], here: str | None) -> _Rule | None:
    """Return the rule of a sentence that names the countries: `nationals of Kenya only`."""
    local = len(codes) == 1 and here in {None, codes[0]}
    if _bars(plain):
        if local:
            return NationalityRule.EXCLUDES_DUTY_STATION, codes[0], ()
        return NationalityRule.EXCLUDES_LISTED, None, codes
    if _ADMITTED.search(plain) or _OTHERS_BARRED.search(plain):
        if local:
            return NationalityRule.ONLY_DUTY_STATION, codes[0], ()
        return NationalityRule.ONLY_LISTED, None, codes
    return None


def _countries_of(plain: str) -> tuple[str, ...]:
    """Return the countries whose nationals a folded sentence speaks of."""
    found: dict[str, None] = {}
    for match in _OF_A_COUNTRY.finditer(plain):
        words = match["rest"].split(" ")
        while name := _longest_name(words):
            found[name[0]] = None
            words = words[name[1] :]
            while words and words[0] in _JOINTS:
                words = words[1:]
    for match in _WHO.finditer(plain):
        who = match["who"].split(" ")
        for count in range(len(who), 0, -1):
            called = " ".join(who[-count:])
            if code := countries.nationality(called) or countries.named(called):
                found[code] = None
                break
    return tuple(found)


def _longest_name(words: list[str]) -> tuple[str, int] | None:
    """Return the code of the country that the first words name, and how many words that takes."""
    for count in range(min(_MOST_WORDS_OF_A_NAME, len(words)), 0, -1):
        name = " ".join(words[:count])
        if code := countries.named(name) or (countries.nationality(name) if count == 1 else None):
            return code, count
    return None


def _members(outline: Outline, at: int, piece: Piece, plain: str) -> _Rule | None:
    """Return the rule of a call for nationals of member states, where their list stands with it."""
    barred = _bars(plain)
    if not (_MEMBERS.search(plain) and (barred or _ADMITTED.search(plain)) and _ABOUT.search(plain)):
        return None
    near = [
        piece.text.partition(":")[2] or piece.text,
        *(outline.text(each) for each in outline.passages[at + 1 : at + 3]),
    ]
    codes = next((codes for text in near if (codes := states(text))), None)
    rule = NationalityRule.EXCLUDES_LISTED if barred else NationalityRule.ONLY_LISTED
    return (rule, None, tuple(dict.fromkeys(codes))) if codes else None


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
