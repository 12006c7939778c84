# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""The parts of a job's heading: titles, employers and places, told apart by separators and by words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from recruiter_tui.domain.text import fold
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.labels import NUMBERED, job_role, label_of
from recruiter_tui.reading.candidates.cv.lines import trimmed
from recruiter_tui.reading.candidates.dates import is_present
from recruiter_tui.reference import countries

_STRONG = re.compile(r" ?\| ?| ?\t ?| {2,}| [–—] | -{1,3} | [•·] | @ ")
_AT = re.compile(
    r" ((?i:at|chez|with|for|na|no|en|em|auprès de|à l'|au sein de))(?: (?:the|la|le|el|o|a))? (?=[^a-z ])"
)
_COMMA = re.compile(r"[,;] (?![^(]*\))|(?<=[^\W\d_]{3})\. (?=[A-Z])|(?<=S\.[LA])\. (?=[A-Z])")
_PAIR = re.compile(r"(?:^|[,;|] ?)([^:,;|]{2,40}): ([^,;|]{1,80})")
_REMARK = re.compile(
    r"\((?:[^()]{0,20}(?:[0-9] ?%|[- ](?:time|partiel|plein)|parcial|completo|integral)[^()]{0,20})\)"
    r"|\[[^\[\]]{1,40}\]"
)
_STATE = re.compile(r"[A-Z]{2}|[A-Z]{1,3}\.?[A-Z]?\.?")
_GRADE = re.compile(r"(?:[PDGLNSO]{1,3}-?[A-E1-7]|ICS-?[0-9]{1,2}|level [0-9]{1,2})", re.IGNORECASE)
_DISTRICT = re.compile(r" ?\([0-9]{2,5}\)\.?$")
"""The number of a French department, or a postcode, behind a place."""
STOPPED = re.compile(r"[^\W\d_]{5}\.$")
_REMOTE: Final = frozenset(
    ("remote", "hybrid", "home-based", "home based", "on-site", "teletravail", "remoto", "a distance")
)
_PROFESSION = re.compile(
    r"(?:ologist|ologue|olog[oa]|ographer|ographe|ograf[oa]|iatrist|metrician|metrist|[a-z]therapist|[a-z]therapeute"
    r"|terapeuta)$"
)
"""How the names of professions end of which no list holds them all."""
_UNITS: Final = frozenset(
    (
        "programme",
        "programa",
        "service",
        "system",
        "media",
        "software",
        "network",
        "group",
        "international",
        "mission",
        "fund",
    )
)
"""Words of employers that name what a post is for as often: `Director of Programmes`."""
_STAGE = re.compile(r"(?:stage|pasant[ií]as?|pr[aá]cticas|alternance|praktikum)\b", re.IGNORECASE)
"""Internships by words that mean other things within a name."""
_OPENED = re.compile(
    r"(?<=[^\W\d_]{3}) (?=(?:Institut[eo]?|Universi(?:t[éey]|dad|dade)|Minist(?:ère|erio|ério|ry of)"
    r"|Ag(?:ence|encia|ência)|Banque|Banco|Fond?ation|Fundaci[oó]n|Fundação|Mairie|Lyc[ée]e|[EÉ]cole|Escuela|Escola|Cent(?:re|ro)|H[oô]pital|Hospital|Clini(?:que|ca)"
    r"|Associa(?:tion|ção)|Asociación|ONG|NGO|Société|Sociedad|Coop[ée]rati(?:ve|va)|Munici(?:palidad|pio|pality)|Prefeitura|Alcaldía"
    r"|Coll[èe]ge|Colegio|Colégio|Facult[ée]|Facultad|Faculdade|Cabinet|Groupe|Grupo|Entreprise|Empresa|Comit[éé])\b)"
)
"""Where an employer's name begins behind a post, with nothing that parts the two."""
_FOR = re.compile(
    r"(?:for|pour|para) (?:the )?(?P<employer>[^\W\d_a-zà-ÿ][^()]{2,70}?)(?: \((?P<post>[^()]{3,60})\))?"
)
"""For whom a consultant worked, and as what."""
_LINKS: Final = frozenset(
    (
        "of",
        "the",
        "at",
        "for",
        "du",
        "de",
        "des",
        "la",
        "le",
        "les",
        "del",
        "da",
        "do",
        "dos",
        "das",
        "au",
        "aux",
        "en",
        "em",
        "el",
    )
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
DURATION = re.compile(
    r"[0-9]{1,2}\+? ?(?:years?|yrs?|months?|mos?|ans?|mois|anos?|meses|mes)"
    r"(?:[ ,]+(?:and |et |y |e )?[0-9]{1,2} ?(?:months?|mos?|mois|meses|mes))?"
)
_MOST_WORDS_OF_A_PLACE: Final = 4
_UNIT = re.compile(
    r"(?:department|dept|division|unit|section|faculty|school|bureau|office|service|direction|département|faculté|"
    r"departamento|facultad|unidad|sección|departamento|faculdade|chair|laboratory)\b",
    re.IGNORECASE,
)
"""What begins the name of a part of an employer."""
_COMPANY_FORMS: Final = frozenset(("SA", "AG", "NV", "BV", "SE", "UN", "EU"))


def is_title(piece: str) -> bool:
    """Tell whether a piece names a post and no employer."""
    if not has_title(piece):
        return False
    return not has(piece, lexicon.ORGANISATIONS) or _is_post_of_unit(piece)


def _is_post_of_unit(piece: str) -> bool:
    """Tell whether a word of employers is part of a post: `Programme Manager`, `Chargé de programme`."""
    words = [word.strip(".") for word in piece.split() if word[:1].isalpha()]
    if not words or "," in piece:
        return False
    named = [word for word in words if has(word, lexicon.ORGANISATIONS)]
    if fold(words[-1]) in lexicon.TITLES or all(word.islower() for word in named):
        return True
    return fold(words[0]) in lexicon.TITLES and all(fold(word).rstrip("s") in _UNITS for word in named)


def split(text: str) -> list[str]:
    """Split a header line at its strong separators, places and remarks left out."""
    parts = [piece for part in _STRONG.split(of_labels(text)) for piece in _at(part)]
    parts = [each for part in parts for each in _post_and_employer(part)]
    found = [trimmed(_REMARK.sub("", unlabelled(each))) for each in parts]
    found = [NUMBERED.sub("", part) for part in found if any(map(str.isalnum, part))]
    return [part for part in found if part and not is_place(part) and not is_present(part)]


def _post_and_employer(part: str) -> list[str]:
    """Split `Clerk: Harbour Fund` at its colon; a label of a form before it stays for what reads labels."""
    post, colon, employer = part.partition(": ")
    is_pair = colon and is_title(post) and job_role(label_of(post)) is None and is_name_like(employer)
    return [post, employer] if is_pair and not has_title(employer) else [part]


def of_labels(text: str) -> str:
    """Return what labels within a line say of a job: `Vínculo: Bolsista, Função: Docente` a post."""
    pairs = [(job_role(label_of(found[1])), found[2]) for found in _PAIR.finditer(text)]
    told = [value for role, value in pairs if role in ("employer", "title")]
    return " | ".join(told) if told and len(pairs) > 1 else text


def _at(part: str) -> list[str]:
    """Split `Intern at Example`; behind `for` and the like only what follows a title employs."""
    found = _AT.search(part)
    if found is None:
        return [part]
    head = part[: found.start()]
    tail = part[found.end() :]
    is_within = found[1].casefold() in ("en", "em", "no", "na")
    if is_within and (len(tail.split()) < len(("a", "name")) or is_place(tail)):
        return [part]
    if found[1].casefold() in ("at", "chez") or has_title(re.split(r"[,.] ", head)[-1]):
        return [head, part[found.end() :]]
    return [part]


def unlabelled(piece: str) -> str:
    """Return a piece without the label of a form before it: `Position: Officer` is `Officer`."""
    label, colon, value = piece.partition(":")
    return value if colon and fold(label).strip() in lexicon.JOB_LABELS else piece


def split_commas(pieces: list[str]) -> list[str]:
    """Split pieces at commas, where the strong separators left too few."""
    found: list[str] = []
    for piece in pieces:
        parts = [part.strip() for part in _COMMA.split(piece)]
        while len(parts) > 1 and (
            is_place(parts[-1]) or (_STATE.fullmatch(parts[-1]) and parts[-1] not in _COMPANY_FORMS)
        ):
            is_state = _STATE.fullmatch(parts.pop()) is not None
            if (
                is_state
                and len(parts) > 1
                and not has_title(parts[-1])
                and not has(parts[-1], lexicon.ORGANISATIONS)
            ):
                parts.pop()
        if len(parts) > 1 and fold(parts[1]).strip(".") in lexicon.ORGANISATIONS:
            parts = [", ".join(parts[:2]), *parts[2:]]  # `Example, Inc.` is one name
        found += [part for part in parts if part]
    return found


def commissioned(pieces: list[str]) -> list[str]:
    """Return post and employer of `Survey of wells, for Reed Fund (Team Leader)`, or the pieces."""
    found = next((match for piece in pieces[1:] if (match := _FOR.fullmatch(piece))), None)
    if found is None:
        return pieces
    post = found["post"] if found["post"] and has_title(found["post"]) else pieces[0]
    return [post, found["employer"]]


def parted_at_employer(pieces: list[str]) -> list[str]:
    """Return the pieces with a post and its employer parted that stand in one: `Archivist Institut du Sel`.

    They stay as they are where another piece names an employer.
    """
    titles = [at for at, piece in enumerate(pieces) if has_title(piece)]
    if len(titles) != 1 or any(has(each, lexicon.ORGANISATIONS) for each in pieces if not has_title(each)):
        return pieces
    at = titles[0]
    for found in _OPENED.finditer(pieces[at]):
        head, tail = pieces[at][: found.start()], pieces[at][found.end() :]
        if is_title(head) and fold(head.split()[-1]) not in _LINKS and head[:1] != "(":
            return [*pieces[:at], head, tail, *pieces[at + 1 :]]
    return pieces


def is_place(text: str) -> bool:
    """Tell whether a piece is only a place or a length of time: `Geneva, Switzerland`, `2 years`."""
    folded = fold(text)
    if folded in _REMOTE or DURATION.fullmatch(folded) or countries.named(text):
        return True
    city, comma, rest = text.rpartition(", ")
    if not comma or ", " in city or len(city.split()) > _MOST_WORDS_OF_A_PLACE:
        return False
    if has(city, lexicon.ORGANISATIONS) or has_title(city):
        return False
    return (
        bool(_STATE.fullmatch(rest) and rest not in _COMPANY_FORMS)
        or countries.named(rest) is not None
        or fold(rest) in _REMOTE
    )


def has(text: str, words: frozenset[str]) -> bool:
    """Tell whether a text holds one of the words."""
    return any(
        token in words or token.rstrip("s") in words or any(part in words for part in token.split("-"))
        for token in _TOKEN.findall(fold(text))
    )


@lru_cache(maxsize=512)
def has_title(text: str) -> bool:
    """Tell whether a text holds a word for a post; such a word is singular: `Doctors of the Coast` employ."""
    return any(
        token in lexicon.TITLES
        or any(part in lexicon.TITLES for part in token.split("-"))
        or _PROFESSION.search(token) is not None
        for token in _TOKEN.findall(fold(text))
    ) or bool(_STAGE.match(text))


def lacks_one(pieces: list[str]) -> bool:
    """Tell whether title or employer is still to be found."""
    return len(pieces) < len(("title", "employer")) or all(is_title(piece) for piece in pieces)


def without_place(employer: str) -> str:
    """Return an employer's name without the place behind it and without the stop of a sentence."""
    employer = _DISTRICT.sub("", employer)
    head, comma, tail = employer.rpartition(", ")
    if comma and (is_place(tail) or is_place(tail.replace(" (", ", ").rstrip(")"))):
        employer = head
    return employer[:-1] if STOPPED.search(employer) else employer


def roles(pieces: list[str], *, employer_first: bool = False) -> tuple[str, str, bool]:
    """Tell the title from the employer by their words; where they do not tell, by the order of the others."""
    if not pieces:
        return "", "", False
    titles = [piece for piece in pieces if has_title(piece)]
    pure = [piece for piece in titles if not has(piece, lexicon.ORGANISATIONS)]
    if not titles:
        if len(pieces) == 1:
            return "", pieces[0], False
        named = [piece for piece in pieces[:2] if has(piece, lexicon.ORGANISATIONS)]
        first_employs = named[0] == pieces[0] if len(named) == 1 and not employer_first else employer_first
        return (pieces[1], pieces[0], False) if first_employs else (pieces[0], pieces[1], False)
    title = (pure or titles)[-1 if employer_first and len(pure) != 1 and len(pieces) == len(titles) else 0]
    others = [piece for piece in pieces if piece != title]
    named = [piece for piece in others if has(piece, lexicon.ORGANISATIONS)]
    whole = [piece for piece in named if not _UNIT.match(piece)]
    plain = [piece for piece in others if not has_title(piece) and not _GRADE.fullmatch(piece)]
    if (
        named
        and not whole
        and plain
        and others.index(plain[0]) < others.index(named[0])
        and is_name_like(plain[0])
    ):
        named = []  # an office of the employer that stands before it
    return title, (whole or named or plain or others or [""])[0], True


def of_heading(text: str) -> list[str]:
    """Return the post and the employer of a heading that names both: `Nurse, Clinic`; nothing of others."""
    parts = split_commas(split(text))
    is_told = len(parts) == len(("title", "employer")) and is_title(parts[0]) and not has_title(parts[1])
    return parts if is_told else []


def is_name_like(text: str) -> bool:
    """Tell whether a line could name an employer: by a word of employers, or by capitals."""
    if has(text, lexicon.ORGANISATIONS) or has(text, lexicon.SCHOOLS):
        return True
    words = [word for word in text.split() if len(word) > _SMALL_WORD]
    return bool(words) and sum(word[:1].isupper() for word in words) * 2 >= len(words)


_SMALL_WORD: Final = 3
