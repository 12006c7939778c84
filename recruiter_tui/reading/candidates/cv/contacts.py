"""Who the CV is about: name, e-mail addresses, phones, nationality and residence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.cv import lexicon
from recruiter_tui.reading.candidates.cv.headings import LANGUAGE_LABELS
from recruiter_tui.reading.candidates.cv.lexicon import Section
from recruiter_tui.reading.candidates.cv.lines import unspaced
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.reading.candidates.cv.lines import Line

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_PHONE = re.compile(
    r"(?<![\w.+/@=-])(?:\+|00|\()?[0-9](?:[0-9().\u2014\u2013/-]| (?! )){5,24}[0-9](?![\w@])(?!-[0-9])"
)
_YEARS = re.compile(
    r"(?:(?:19|20)[0-9]{2}[ /.\u2014\u2013-]*){1,2}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}"
    r"|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
)
_COLON = re.compile(r":(?:[ \t]|$)")
_LABEL = re.compile(r"([^:|\u2022]{2,40}?) ?[:\uff1a] ?(.+)")
_PARTS = re.compile(r" ?[|\u2022\u00b7] ?| {2,}|\t| [\u2013\u2014-] ")
_GAP = re.compile(r" {2,}|\t")
_GAP_BEHIND_COLON = re.compile(r"(?:(?<=\S) {1,60})?:[ \t]{1,60}")
_NUMBERED = re.compile(r"[0-9]{1,2}[.)] (?=[^\W\d_])")
"""Forms count their boxes: `5. Present nationality: ...`."""
_GAP_LABELS: Final = (
    lexicon.NAME_LABELS
    | lexicon.GIVEN_LABELS
    | lexicon.FAMILY_LABELS
    | lexicon.NATIONALITY_LABELS
    | lexicon.RESIDENCE_LABELS
    | lexicon.PHONE_LABELS
    | LANGUAGE_LABELS
)
_CELLS = re.compile(r" ?[|\u2022\u00b7] ?| {2,}|\t")
_FEWEST_DIGITS: Final = 7
_MOST_DIGITS: Final = 15
_LONGEST_NAME: Final = 60
_FIRST_LINES: Final = 15
_MOST_WORDS: Final = 5
_MOST_LINES_ABOVE: Final = 80
_SURE: Final = 1.9
"""What a name weighs at the least that the mail address repeats."""
_TITLED = re.compile(
    r"^(?:(?:curriculum vitae|hoja de vida|curr[i\u00ed]culo|resume|cv|r\u00e9sum\u00e9)"
    r"(?: (?:of|de|for))?[ :\u2013\u2014-]+)|^(?:mr|mrs|ms|dr|prof|mme|m|sr|sra)\. ?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:['\u2019]s)? (?:cv|resume|r\u00e9sum\u00e9|curriculum vitae)$"
    r"|,? ?\(?\b"
    r"(?:ph\.?d|mba|m\.?sc|b\.?sc|pmp|cpa|md|msc|esq|llm|jr|sr|he/him|she/her|they/them)\b\.?\)?.*$",
    re.IGNORECASE,
)
_PARTICLES: Final = lexicon.words_of(
    "de|da|do|dos|das|del|la|le|van|von|der|den|bin|ibn|al|el|y|e|di|ter|ben|abu|du|st|los|las|ould"
    "|mint|bint|ag|zu|af|av"
)
"""Small words within names."""
_CONTACT_SECTIONS: Final = (Section.HEAD, Section.PERSON)


def labelled(line: Line) -> Iterator[tuple[str, str, Span]]:
    """Yield the `label: value` pairs of a line, the label folded; a gap behind a known label will do too."""
    text = _GAP_BEHIND_COLON.sub(": ", line.text.replace("\uff1a", ":"))
    if ":" not in text:
        label, gap, value = _GAP.sub("\t", text, count=1).partition("\t")
        if gap and fold(label).strip(" .*-\u2013") in _GAP_LABELS:
            yield fold(label).strip(" .*-\u2013"), value.strip(), line.span
        return
    is_one = text.count(":") == 1 and len(_PARTS.split(text.partition(":")[0])) == 1
    parts = _CELLS.split(text) if is_one else _PARTS.split(text)
    for part in parts:
        if found := _LABEL.fullmatch(_NUMBERED.sub("", part.strip())):
            yield fold(found[1]).replace("(s)", "s").strip(" .*-\u2013"), found[2].strip(), line.span


def emails(lines: list[Line]) -> tuple[Stated[str], ...]:
    """Return the applicant's addresses; those of referees are not among them."""
    found: dict[str, Stated[str]] = {}
    for line in lines:
        if line.section is Section.REFEREES or "@" not in line.text:
            continue
        for mail in _MAIL.finditer(line.text):
            address = mail.group().rstrip(".-")
            if line.text[max(0, mail.start() - 1) : mail.start()] not in ("@", "/") and "/@" not in line.text:
                found.setdefault(address.casefold(), Stated.known(address, line.span))
    return tuple(found.values())


def phones(lines: list[Line]) -> tuple[Stated[str], ...]:
    """Return the applicant's numbers: from the head and the contact section, or behind a label."""
    found: dict[str, Stated[str]] = {}
    marks = [any(label in lexicon.PHONE_LABELS for label, _, _ in labelled(line)) for line in lines]
    for marked, line in sorted(zip(marks, lines, strict=True), key=lambda pair: not pair[0]):
        if line.section is Section.REFEREES or line.is_blank:
            continue
        if not marked and line.section not in _CONTACT_SECTIONS:
            continue
        for match in _PHONE.finditer(line.text):
            written = match.group().strip(" .-/")
            digits = sum(sign.isdigit() for sign in written)
            if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS or _YEARS.fullmatch(written):
                continue
            phone = facts.phone(written if written.count("(") == written.count(")") else written.strip("()"))
            found.setdefault(phone.value or "", Stated.known(phone.value or "", line.span, text=written))
    return tuple(found.values())


def name(lines: list[Line], addresses: tuple[Stated[str], ...]) -> Stated[str]:
    """Return the name: behind its label, else the likeliest of the first lines, else nothing."""
    for line in lines:
        for label, value, span in labelled(line) if line.section in _CONTACT_SECTIONS else ():
            if label in lexicon.NAME_LABELS and (shown := _as_name(value)):
                return Stated.known(shown, span)
    given, family = _labelled_text(lines, lexicon.GIVEN_LABELS), _labelled_text(lines, lexicon.FAMILY_LABELS)
    if given and family:
        return Stated.inferred(f"{given} {family}", why="put together from given and family name")
    local = [fold(address.value or "").partition("@")[0] for address in addresses]
    found: list[tuple[float, Stated[str]]] = []
    for number, line in enumerate([each for each in lines if not each.is_blank][:_FIRST_LINES]):
        if line.section not in _CONTACT_SECTIONS and number > 1:
            break
        if shown := _as_name(line.text):
            found.append((_score(shown, number, local), Stated.known(shown, line.span)))
    if not found or max(score for score, _ in found) < _SURE:
        found += _in_the_mail(lines, local)
    return max(found, key=lambda each: each[0])[1] if found else Stated.missing()


def _in_the_mail(lines: list[Line], local: list[str]) -> Iterator[tuple[float, Stated[str]]]:
    """Yield a line further down whose words the mail address repeats: some CVs begin with a side column."""
    for line in [each for each in lines if not each.is_blank][:_MOST_LINES_ABOVE]:
        shown = _as_name(line.text) if len(line.text) <= _LONGEST_NAME else None
        words = [word for word in re.split(r"[\s.'-]+", fold(shown or "")) if len(word) > 1]
        if len(words) > 1 and any(all(word in part for word in words) for part in local):
            yield _SURE, Stated.known(shown or "", line.span)


def _labelled_text(lines: list[Line], labels: frozenset[str]) -> str:
    """Return the first value behind one of the labels."""
    pairs = (pair for line in lines if line.section in _CONTACT_SECTIONS for pair in labelled(line))
    return next((value for label, value, _ in pairs if label in labels), "")


def given_and_family(lines: list[Line]) -> tuple[Stated[str], Stated[str]]:
    """Return given and family name where the CV labels them."""
    values = (_labelled_text(lines, labels) for labels in (lexicon.GIVEN_LABELS, lexicon.FAMILY_LABELS))
    given, family = (Stated.known(value) if value else Stated[str].missing() for value in values)
    return given, family


def _score(shown: str, number: int, local: list[str]) -> float:
    """Weigh a candidate for the name: early lines and words that occur in the mail address count."""
    words = [word for word in re.split(r"[\s.'-]+", fold(shown)) if len(word) > 1]
    in_mail = any(word in part for word in words for part in local)
    return (2.0 if in_mail else 0.0) + (1.0 if len(words) > 1 else 0.0) - number / 5


def _as_name(text: str) -> str | None:
    """Return the name that a line consists of or begins with, or None."""
    text = _TITLED.sub("", unspaced(text.strip()))
    if _COLON.search(text):
        return None
    for cut in (" | ", " \u2013 ", " \u2014 ", " - ", " \u2022 ", " \u00b7 ", "  ", ", "):
        text = text.partition(cut)[0]
    text = _TRAILING.sub("", text).strip(" ,;:|*#\u2013\u2014-")
    words = text.split()
    if not 1 < len(words) <= _MOST_WORDS or len(text) > _LONGEST_NAME:
        return None
    folded = [fold(word).strip(".,'") for word in words]
    if any(
        word in lexicon.NOT_A_NAME or word in lexicon.TITLES or word in lexicon.SCHOOLS for word in folded
    ):
        return None
    for word, small in zip(words, folded, strict=True):
        if not all(
            sign.isalpha() or sign in "'.\u2019-\u02bc\u00b7" or (not sign.isascii() and not sign.isdigit())
            for sign in word
        ):
            return None
        if word[:1].islower() and small not in _PARTICLES and not small.startswith(("al-", "el-", "d'")):
            return None
    return clean(text)


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
        for label, value, span in labelled(line) if line.section in _CONTACT_SECTIONS else ():
            if label in lexicon.RESIDENCE_LABELS and (code := _country_at_the_end(value)):
                return Stated.known(code, span, text=value)
    for line in [each for each in lines if not each.is_blank][:_FIRST_LINES]:
        for part in _PARTS.split(line.text) if line.section is Section.HEAD else ():
            place = part.strip(" .")
            if "," in place and len(place.split()) <= _MOST_WORDS and (code := _country_at_the_end(place)):
                why = "the place at the head of the CV"
                return Stated.inferred(code, line.span, why=why, text=place)
    return Stated.missing()


def _country_at_the_end(address: str) -> str | None:
    """Return the country that ends an address; Georgia is left open, as it is more often the state."""
    code = countries.named(address.rpartition(",")[2].strip(" .()"))
    return None if code == "GE" else code
