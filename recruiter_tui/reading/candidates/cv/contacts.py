# ruff: noqa: E501 - word lists are read as blocks
"""How to reach whom the CV is about, and where from: e-mail addresses, phones, nationality and residence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.labels import labelled
from recruiter_tui.reading.candidates.cv.lexicon import OF_ENTRIES, OF_THE_PERSON, Section
from recruiter_tui.reading.candidates.cv.lines import plain
from recruiter_tui.reading.candidates.cv.periods import DATE
from recruiter_tui.reading.candidates.dates import partial_date
from recruiter_tui.reading.candidates.words import any_of
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.stated import Span
    from recruiter_tui.reading.candidates.cv.lines import Line

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![\w.+/@=-])\(?(?:\+ ?|00)?\(?[0-9](?:[0-9().\u2014\u2013-]|/(?! )| (?![ /])|(?<=[(][0-9]{3}[)]) [\u00b7\u22c4\u2022] (?=[0-9]{3}\b)|(?<=[ ][0-9]{3}) [\u00b7\u22c4\u2022] (?=[0-9]{4}\b)){5,24}[0-9](?![\w@])(?!-[0-9])"
)
_YEARS = re.compile(
    r"(?:(?:19|20)[0-9]{2}[ /.\u2014\u2013-]*){1,2}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)?[0-9]{2}"
    r"|(?:[0-9]{1,2}[/.-])?(?:[0-9]{1,2}[/.-])(?:19|20)[0-9]{2}[ \u2014\u2013-]+(?:[0-9]{1,2}[/.-]){1,2}(?:19|20)[0-9]{2}"
    r"|(?:19|20)[0-9]{2}[/.-][0-9]{1,2} ?[\u2014\u2013-]+ ?(?:19|20)[0-9]{2}[/.-][0-9]{1,2}|[0-9]{4,5}-[0-9]{3}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}|(?:199|20[0-3])[0-9][-/][0-9]{3}"
)
"""Periods, dates, postcodes and the numbers of notices, `2026-014`: no phones."""
_OF_OTHERS = re.compile(
    r"\b(?:for references?|references?|referees?|supervisor|jefe inmediato|superieur hierarchique|chefe imediato)\b"
)
"""What says that the address or number behind it is somebody else's."""
_PARTS = re.compile(r" ?[|\u2022\u00b7] ?| {2,}|\t| [\u2013\u2014-] ")
_PHONE_LABEL = re.compile(
    rf"(?:^|[^a-z])(?:{any_of(lexicon.PHONE_LABELS)}|t|m|p|ph|c)"
    r"[a-z]{0,2}\.?(?: ?\([^()]{1,20}\))? ?[:.\u2013-]? ?(?:n[o\u00ba\u00b0]\.? ?)?$"
)
_BORN = re.compile(
    r"\b(?:born(?: on)?|nee?(?:\(e\))? le|nacid[oa](?: el)?|nascid[oa](?: em)?|d\.?o\.?b\.?) ?:? ?([0-9a-z][^;|]{5,30})"
)
_IDENTITY = re.compile(
    r"\b(?:c\.?i\.?|c\.?c\.?|cpf|rg|dni|nif|nie|nuit|rut|cin|cnss|ssn|id|passport|passeport|pasaporte|passaporte|matricule|cedula)"
    r"(?: ?(?:no|n[o\u00ba\u00b0]|number|card))?[.: ]{0,3}$"
)
"""What stands before the number of a card or a file."""
_OF_CONTACTS: Final = lexicon.words_of(
    "e mail|email|mail|e-mail|courriel|correo|contact|contacts|contact details|coordonnées|office|home|work|residence|hp|direct"
    "|address and telephone|viber|signal|telegram|fax"
)
_NEXT_NUMBER: Final = 12
_MOST_WORDS_OF_A_COUNTRY: Final = 5
_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_FIRST_LINES: Final = 15
_LONGEST_ADDRESS: Final = 100


def emails(lines: list[Line]) -> tuple[Stated[str], ...]:
    """Return the applicant's addresses; those of referees are not among them."""
    found: dict[str, Stated[str]] = {}
    for line in sorted(lines, key=lambda each: each.section in OF_ENTRIES):
        if line.section is Section.REFEREES or "@" not in line.text:
            continue
        until = _where_others_begin(line)
        for mail in _MAIL.finditer(line.text):
            address = mail.group().rstrip(".-")
            if mail.start() > until:
                break
            if line.text[max(0, mail.start() - 1) : mail.start()] not in ("@", "/") and "/@" not in line.text:
                found.setdefault(address.casefold(), Stated.known(address, line.span))
    return tuple(found.values())


def _where_others_begin(line: Line) -> int:
    """Return the place in a line from which on it tells of referees and superiors, its length if nowhere."""
    found = _OF_OTHERS.search(line.plain)
    return found.start() if found else len(line.plain)


def phones(lines: list[Line], country: str | None = None) -> tuple[Stated[str], ...]:
    """Return the applicant's numbers: from the head and the contact section, or behind a label.

    A number in its national form is made international where the country of residence is known; an
    international number without a label elsewhere counts where there is no other.
    """
    found: dict[str, Stated[str]] = {}
    marks = [any(label in lexicon.PHONE_LABELS for label, _, _ in labelled(line)) for line in lines]
    pairs = [(marked, line) for marked, line in zip(marks, lines, strict=True) if not line.is_blank]
    for marked, line in sorted(pairs, key=lambda pair: (pair[1].section in OF_ENTRIES, not pair[0])):
        if line.section is Section.REFEREES or (found and line.section in OF_ENTRIES):
            continue
        if marked or line.section in OF_THE_PERSON:
            for written in _numbers(line, is_marked=marked):
                phone = _phone(written, line.span, country)
                found.setdefault(phone.value or "", phone)
    if not found:
        found = {phone.value or "": phone for phone in _beside_mail(lines, country)}
    if not found:
        others = (line for line in lines if not line.is_blank and line.section is not Section.REFEREES)
        found = {
            phone.value or "": phone
            for line in others
            for written in _numbers(line, is_marked=False)
            if written.startswith("+")
            for phone in (_phone(written, line.span, None),)
        }
    return tuple(found.values())


def _beside_mail(lines: list[Line], country: str | None) -> Iterator[Stated[str]]:
    """Yield the numbers that fill a line next to that of the mail address: contacts in a side column."""
    told = [line for line in lines if not line.is_blank]
    for at, line in enumerate(told):
        near = told[max(0, at - 2) : at + 3]
        if line.section is Section.REFEREES or not any("@" in each.text for each in near):
            continue
        if (match := _PHONE.fullmatch(line.text)) and _is_number(match.group()):
            yield _phone(match.group().strip(), line.span, country)


def _numbers(line: Line, *, is_marked: bool) -> Iterator[str]:
    """Yield the numbers of a line; where some stand behind a label of phones, only those and what follows them.

    What stands behind a label of something else (an identity card, a postcode) is no phone.
    """
    matches = [match for match in _PHONE.finditer(line.text) if _is_number(match.group())]
    labels = [label for label, _, _ in labelled(line)]
    is_other = bool(labels) and not is_marked and not any(map(_may_hold_phones, labels))
    behind = [bool(_PHONE_LABEL.search(line.plain[: match.start()])) for match in matches]
    end: int | None = None
    until = _where_others_begin(line)
    for match, is_labelled in zip(matches, behind, strict=True):
        follows = end is not None and match.start() - end <= _NEXT_NUMBER
        if _IDENTITY.search(line.plain[: match.start()]) or match.start() > until:
            continue
        if not is_labelled and _is_postcode(line, match):
            continue
        if not (is_labelled or follows) and (any(behind) or (is_other and match.group()[0] != "+")):
            continue
        end = match.end()
        written = match.group().strip(" .-/")
        yield (
            written if written.count("(") == written.count(")") else written.replace("(", "").replace(")", "")
        )


def _is_postcode(line: Line, match: re.Match[str]) -> bool:
    """Tell whether a bare number begins a line that goes on with a town: `4030000 Concepción`."""
    behind = line.text[match.end() :].strip()
    return match.start() == 0 and match.group().strip().isdigit() and behind[:1].isalpha()


def _may_hold_phones(label: str) -> bool:
    """Tell whether phones may stand behind a label that is none of theirs: contacts of all kinds."""
    return label in _OF_CONTACTS or len(label) <= 2 or label in lexicon.PHONE_LABELS  # noqa: PLR2004 - `T:`, `M:`


def _is_number(written: str) -> bool:
    digits = sum(sign.isdigit() for sign in written)
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not _YEARS.fullmatch(written.strip(" .-/"))


def _phone(written: str, span: Span, country: str | None) -> Stated[str]:
    """Return a number, international where it is written so or the country tells how."""
    phone = facts.phone(written)
    if country and phone.value == written and (known := facts.national_phone(written, country)):
        return Stated.inferred(known, span, why="the country of residence", text=written)
    return Stated.known(phone.value or "", span, text=written)


def birth_date(lines: list[Line]) -> Stated[str]:
    """Return the date of birth that stands behind its label; of one without day and month nothing is kept."""
    for line in lines:
        if line.section not in OF_THE_PERSON:
            continue
        for label, value, span in labelled(line):
            if label in lexicon.BIRTH_LABELS and (date := _whole_date(plain(value))):
                return Stated.known(date, span, text=value)
        if (born := _BORN.search(line.plain)) and (date := _whole_date(born[1])):
            return Stated.known(date, line.span, text=born[0])
    return Stated.missing()


def _whole_date(text: str) -> str | None:
    """Return the first date of a text as ISO 8601 if it is exact to the day."""
    for found in DATE.finditer(text):
        date = partial_date(found.group())
        if date is not None and date.day is not None:
            return str(date)
    return None


def nationalities(lines: list[Line]) -> tuple[Stated[str], ...]:
    """Return the nationalities that stand behind a label; none is ever guessed from a place or a language."""
    found: dict[str, Stated[str]] = {}
    for line in lines:
        for label, value, span in labelled(line):
            if label not in lexicon.NATIONALITY_LABELS:
                continue
            for part in re.split(r" ?[,;/&+] ?| and | et | y | e ", value):
                if code := countries.code(part.strip(" .()")):
                    found.setdefault(code, Stated.known(code, span, text=part))
    return tuple(found.values())


def residence(lines: list[Line]) -> Stated[str]:
    """Return the country that an address names; a state's letters (`San Jose, CA`) are no country."""
    for line in lines:
        for label, value, span in labelled(line) if line.section in OF_THE_PERSON else ():
            if label in lexicon.RESIDENCE_LABELS and (code := _country_at_the_end(value)):
                return Stated.known(code, span, text=value)
    for line in [each for each in lines if not each.is_blank][:_FIRST_LINES]:
        if line.section is not Section.HEAD or len(line.text) > _LONGEST_ADDRESS:
            continue
        for part in _PARTS.split(line.text):
            place = part.strip(" .")
            alone = place == line.text and len(place.split()) <= _MOST_WORDS_OF_A_COUNTRY
            if ("," in place or alone) and (code := _country_at_the_end(place)):
                why = "the place at the head of the CV"
                return Stated.inferred(code, line.span, why=why, text=place)
    return Stated.missing()


def _country_at_the_end(address: str) -> str | None:
    """Return the country that ends an address; Georgia is left open, as it is more often the state."""
    code = countries.named(address.rpartition(",")[2].strip(" .()"))
    return None if code == "GE" else code
