# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""A CV's text as lines that know their place, what marks them, and which section they stand in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.reading.candidates.cv.lexicon import HEADINGS, Section

LONGEST_HEADING: Final = 60
EDGES: Final = " ,;|–—-·•:*"
_MOST_HEADING_WORDS: Final = 6
_WRAPPED: Final = 55
"""A line of at least so many characters may go on in the next one."""
_BULLET = re.compile(r"[ \t]*(?:[•◦◆▪▫●○■□‣⁃∙·➢➤✓✔❖»*+?–—-]|\(?[0-9]{1,2}[.)]|o)[ \t]+")
_MARKUP = re.compile(
    r"[*`]{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]*>[ \t]?"
    r"|\[(?=[^\]]{1,200}\]\()|\]\([^)\s]{1,300}\)|\\(?=[#*_-])"
)
_HEADING_MARK = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_FOOTER = re.compile(
    r"(?:page )?[0-9]{1,2}(?: ?/ ?| of | sur | de )[0-9]{1,2}"
    r"|.{2,60} [–—-] (?:page )?[0-9]{1,2}(?: ?/ ?| of )[0-9]{1,2}"
)
_DATE = re.compile(r"(?<![0-9])([0-9]{2})[/-]([0-9]{2})[/-]((?:19|20)[0-9]{2})(?![0-9])")
_LAST_MONTH: Final = 12
_DECORATION = re.compile(r"^[^\w(+\"'¿¡]+|[^\w)\]%.!?+\"']+$")
_REMARK = re.compile(r" \([^()]{1,60}\)(?=:?$)")
_JOINERS = re.compile(r" ?[&/,|+] ?| and | et | y | e ")


@dataclass(slots=True)
class Line:
    """One line: `text` without bullets and markup, `plain` the same in small letters without accents."""

    text: str
    plain: str
    span: Span
    is_bullet: bool = False
    is_blank: bool = False
    depth: int = 0
    """The level of a Markdown heading, 0 for none."""
    goes_on: bool = False
    """Whether the line is the rest of the one before it."""
    section: Section = Section.HEAD


@lru_cache(maxsize=4096)
def _letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def plain(text: str) -> str:
    """Return the text in small letters without accents, character by character, so that places agree."""
    if text.isascii():
        return text.lower()
    return "".join("'" if letter == "\u2019" else _letter(letter) for letter in text)


def lines_of(source: str) -> list[Line]:
    """Cut a text into lines; page feet are blank lines here."""
    found: list[Line] = []
    at = 0
    for raw in source.split("\n"):
        found.append(_line(raw, at, found[-1] if found else None))
        at += len(raw) + 1
    if order := _date_order(source):
        for line in found:
            line.plain = _DATE.sub(order, line.plain)
    return found


def _date_order(source: str) -> str | None:
    """Return how dates like `01/09/2018` become ISO dates, where others of the text tell day from month."""
    days = {(int(found[1]) > _LAST_MONTH, int(found[2]) > _LAST_MONTH) for found in _DATE.finditer(source)}
    day_first, month_first = (True, False) in days, (False, True) in days
    return None if day_first == month_first else r"\3-\2-\1" if day_first else r"\3-\1-\2"


def _line(raw: str, at: int, before: Line | None) -> Line:
    """Return one line; behind a long point of a list it goes on where its first letter is small."""
    span = Span(at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip()))
    if not raw or raw.isspace():
        return Line("", "", span, is_blank=True)
    mark = _HEADING_MARK.match(raw)
    bullet = None if mark else _BULLET.match(raw)
    shown = clean(_MARKUP.sub("", raw[bullet.end() if bullet else 0 :]).replace("\t", "  "), multiline=True)
    text = shown.strip()
    if not text or _FOOTER.fullmatch(plain(text)):
        return Line("", "", span, is_blank=True)
    line = Line(text, plain(text), span, is_bullet=bullet is not None, depth=len(mark[1]) if mark else 0)
    if before and not before.is_blank and not bullet and not mark:
        length = before.span.end - before.span.start
        line.goes_on = length >= _WRAPPED and (before.is_bullet or before.goes_on) and not _is_start(text)
    return line


def _is_start(text: str) -> bool:
    return not text[:1].islower() and text[:1] not in ",;)&"


def trimmed(piece: str) -> str:
    """Return a piece without what parted it from its neighbours, brackets only where they are alone."""
    piece = piece.strip(EDGES)
    if piece.startswith("(") and piece.endswith(")"):
        piece = piece[1:-1]
    if piece.count("(") != piece.count(")"):
        piece = piece.strip("() ")
    return piece.strip(EDGES)


def heading_of(line: Line) -> Section | None:
    """Return the section that a line opens, or None where it is no heading.

    `Education & Certifications` opens what its first part opens; `Work experience: 6 years` opens it too.
    """
    text = _DECORATION.sub("", line.text)
    if not text or len(text) > LONGEST_HEADING + len(" 2019") or line.goes_on:
        return None
    text = _REMARK.sub("", text)
    head, colon, rest = text.partition(":")
    if colon and rest.strip() and (len(rest.split()) > 3 or not rest.strip()[0].isdigit()):  # noqa: PLR2004 - `6 years so far`
        return None
    words = fold(unspaced(head)).strip(" .-–—_=")
    if len(words.split()) > _MOST_HEADING_WORDS:
        return None
    if found := HEADINGS.get(words):
        return found
    parts = [part.strip() for part in _JOINERS.split(words)]
    return (
        HEADINGS.get(parts[0])
        if len(parts) > 1 and all(part in HEADINGS or part in _LOOSE for part in parts)
        else None
    )


_LOOSE: Final = frozenset(
    ("training", "certifications", "qualifications", "other", "relevant", "research", "employment")
)


def unspaced(text: str) -> str:
    """Close up a letter-spaced heading: `E D U C A T I O N` is `EDUCATION`."""
    letters = text.split(" ")
    if len(letters) > 3 and all(len(letter) == 1 for letter in letters if letter):  # noqa: PLR2004 - `A B C` may be initials
        return " ".join(part.replace(" ", "") for part in text.split("  ") if part.strip())
    return text


def sections(lines: list[Line]) -> list[Line]:
    """Give every line its section and return the lines that carry content, blanks between them kept."""
    current = Section.HEAD
    kept: list[Line] = []
    for line in lines:
        if line.is_blank:
            kept.append(line)
            continue
        opened = heading_of(line)
        if opened is None and line.depth == 1 and current is not Section.HEAD:
            opened = Section.OTHER
        if opened is Section.OTHER and all(each.is_blank for each in kept):
            opened = Section.HEAD  # `Resume` above a name is the paper's title, not a summary
        if opened is not None:
            current = opened
            kept.append(Line("", "", line.span, is_blank=True, section=current))
            continue
        line.section = current
        kept.append(line)
    return kept
