"""vCards: the contacts of one person or many, versions 2.1 to 4.0."""

from __future__ import annotations

import hashlib
import quopri
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.person import PRESENT, Candidate, Document, Employment
from recruiter_tui.domain.stated import State, Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import Incoming, RowProblem, Source, Unclear
from recruiter_tui.reading.candidates.papers import LARGEST
from recruiter_tui.reading.candidates.places import located
from recruiter_tui.reading.candidates.rows import identity
from recruiter_tui.reading.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from recruiter_tui.reading.candidates.files import Examined

_ESCAPED = re.compile(r"\\([nN,;:\\])")
_UNESCAPED = re.compile(r"(?<!\\);")
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})")
_LONGEST: Final = 2_000
_KEPT: Final = frozenset(("FN", "N", "EMAIL", "TEL", "ADR", "ORG", "TITLE", "UID", "BDAY"))

Card = dict[str, list[str]]


def read_vcard(path: Path, source: Source, examined: Examined) -> Iterator[Incoming | RowProblem]:
    """Yield the person of each card; raises Unclear for a file that is too large."""
    if examined.size > LARGEST:
        problem = f"the file is larger than {LARGEST >> 20} MB"
        raise Unclear(problem, "split it")
    number = 0
    for number, card in enumerate(_cards(decode(_bytes(path))), 1):
        candidate = _candidate(card)
        if not (candidate.name.value or candidate.emails):
            yield RowProblem(
                source.file, f"card {number}", "the card names nobody", "give it a name or an address"
            )
            continue
        content = [f"{name}={value}" for name in sorted(card) for value in card[name]]
        key = identity(*(card.get("UID") or content))
        place = f"card {number}"
        text = _shown(card)
        digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
        document = Document(f"{source.file}, {place}", digest, text, "text/vcard")
        yield Incoming(
            Application(key), replace(located(candidate, text), documents=(document,)), place, source
        )
    if not number:
        yield RowProblem(source.file, "", "the file holds no whole card", "export the contacts again")


def _shown(card: Card) -> str:
    """Return what a card says as lines, for people to read."""
    lines = (
        f"{name}: {', '.join(part for part in _parts(value) if part)}"
        for name, values in card.items()
        if name != "UID"
        for value in values
    )
    return "\n".join(lines)


def _bytes(path: Path) -> bytes:
    with open_regular(path) as file:
        return file.read()


def _cards(text: str) -> Iterator[Card]:
    """Yield each card's properties; folded lines are joined, pictures left out."""
    card: Card | None = None
    for line in _unfolded(text):
        name, colon, value = line.partition(":")
        kind, *parameters = name.upper().split(";")
        kind = kind.rpartition(".")[2]
        if kind == "BEGIN":
            card = {}
        elif kind == "END" and card is not None:
            yield card
            card = None
        elif card is not None and colon and kind in _KEPT:
            if any("QUOTED-PRINTABLE" in each for each in parameters):
                value = decode(quopri.decodestring(value.encode()))
            card.setdefault(kind, []).append(value[:_LONGEST])


def _unfolded(text: str) -> Iterator[str]:
    parts: list[str] = []
    for line in text.split("\n"):
        if line[:1] in (" ", "\t") and parts:
            parts.append(line[1:])
        elif parts and parts[-1].endswith("=") and "QUOTED-PRINTABLE" in parts[0].upper():
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        else:
            if parts:
                yield "".join(parts)
            parts = [line]
    yield "".join(parts)


def _candidate(card: Card) -> Candidate:
    """Return the person of a card."""
    family, given = (*_parts(card.get("N", [""])[0]), "", "")[:2]
    whole = _plain(card.get("FN", [""])[0]) or " ".join(filter(None, (given, family)))
    employer, title = _parts(card.get("ORG", [""])[0])[0], _plain(card.get("TITLE", [""])[0])
    job = Employment(employer=employer, title=title, end=PRESENT, state=State.INFERRED)
    address = next((_parts(each)[-1] for each in card.get("ADR", []) if _parts(each)[-1]), "")
    return Candidate(
        name=Stated.known(whole) if whole else Stated.missing(),
        given_name=Stated.known(given) if given else Stated.missing(),
        family_name=Stated.known(family) if family else Stated.missing(),
        emails=tuple(Stated.known(_plain(each)) for each in card.get("EMAIL", []) if _plain(each)),
        phones=tuple(
            facts.phone(_plain(each).removeprefix("tel:")) for each in card.get("TEL", []) if _plain(each)
        ),
        residence=facts.country_of_address(address) if address else Stated.missing(),
        birth_date=_born(card),
        employment=(job,) if employer or title else (),
    )


def _born(card: Card) -> Stated[str]:
    """Return the date of birth where the card gives it to the day, as `1988-05-04` or `19880504`."""
    wording = _plain(card.get("BDAY", [""])[0])
    found = _DAY.match(wording)
    date = partial_date("-".join(found.groups())) if found else None
    return Stated.known(str(date), text=wording) if date else Stated.missing()


def _parts(value: str) -> list[str]:
    return [_plain(part) for part in _UNESCAPED.split(value)]


def _plain(value: str) -> str:
    return clean(_ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], value)).strip()
