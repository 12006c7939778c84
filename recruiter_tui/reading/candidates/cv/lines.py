# ruff: noqa: RUF001 - dashes and quotation marks that look alike are what people separate with
"""A CV's text as lines that know their place, what marks them, and which section they stand in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.cv.lexicon import Section

EDGES: Final = " ,;|–—-·•:*"
WRAPPED: Final = 55
"""A line of at least so many characters may go on in the next one."""
_BULLET = re.compile(
    r"[ \t]*(?:[•◦◆▪▫●○■□‣⁃∙·➢➤✓✔✉❖»*+?–—-]|[\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf06e\uf076]"
    r"|[0-9]{1,2}[.)]|\([0-9]{1,2}\)(?![ \t]*[0-9])|o)[ \t]+"
)
_ICON = re.compile(r"^[ \t]*(?:[\ue000-\uf8ff\u2600-\u27bf\u2190-\u23ff\U0001f000-\U0001faff\ufe0f]+[ \t]*)+")
"""Pictures before a line: they say what follows, and are no part of it."""
_RULE = re.compile(r"[ \t]*(?:[-=_*~\u2013\u2014\u2500-\u257f#.|+:][ \t]*){3,}")
_DEFINITION = re.compile(r"[ \t]*:[ \t]{1,8}(?=\S)")
"""What Markdown puts before a definition."""
CELLS: Final = re.compile(r" ?\| ?| {2,}")
"""What sets the cells of a line apart."""
_LEADER = re.compile(r"(?<=[\w.)]) ?(?:-{4,}|\.{4,}|_{4,}|(?:\. ){4,}) ?(?=[\w(])")
"""Dots and dashes that lead the eye from one end of a line to the other."""
_TAGS = re.compile(
    r"</?(?:a|b|br|center|code|details|div|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|pre|samp|small|span|strong|sub|summary|sup"
    r"|table|tbody|td|th|thead|tr|u|ul)(?:[ /][^<>]{0,400})?>",
    re.IGNORECASE,
)
"""Marks of web pages, which some write into Markdown."""
_DATED = re.compile(
    r"(?:depuis|desde|since|from|du|de|des)? ?(?:[0-3]?[0-9][/.])?(?:[a-z]{3,10}\.? (?:de )?)?"
    r"(?:19|20)[0-9]{2}(?![0-9])"
)
_MARKUP = re.compile(
    r"[*`]{1,3}|(?<!\w)_{1,3}(?=[\w\[])|(?<=[\w\]])_{1,3}(?!\w)|^[ \t]{0,3}#{1,6}[ \t]+|^[ \t]*>[ \t]?"
    r"|\[(?=[^\]]{1,200}\]\()|\]\([^)\s]{1,300}\)|\\(?=[#*_-])"
)
_HEADING_MARK = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+")
_FOOTER = re.compile(
    r"(?:page )?[0-9]{1,2}(?: ?/ ?| of | sur | de )[0-9]{1,2}"
    r"|.{2,60} [–—-] (?:page )?[0-9]{1,2}(?: ?/ ?| of )[0-9]{1,2}"
)
_DATE = re.compile(r"(?<![0-9])([0-9]{2})[/-]([0-9]{2})[/-]((?:19|20)[0-9]{2})(?![0-9])")
_SHORT_END = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2})-([0-9]{2})(?![0-9/.-])")
_LAST_MONTH: Final = 12


@dataclass(slots=True)
class Line:
    """One line: `text` without bullets and markup, `plain` the same in small letters without accents."""

    text: str
    plain: str
    span: Span
    is_bullet: bool = False
    is_numbered: bool = False
    """Whether the bullet is a number: forms count their headings."""
    is_blank: bool = False
    depth: int = 0
    """The level of a Markdown heading, 0 for none."""
    indent: int = 0
    """Blanks before the line."""
    is_rule: bool = False
    """Whether the line is nothing but a rule drawn with signs; it is blank then."""
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
    if _has_short_ends(source):
        for line in found:
            line.plain = _SHORT_END.sub("\\1\u2013\\2", line.plain)
    if order := _date_order(source):
        for line in found:
            line.plain = _DATE.sub(order, line.plain)
    return found


def _has_short_ends(source: str) -> bool:
    """Tell whether periods like `2009-16` show that `2003-09` is one too, and no month."""
    return any(
        int(found[2]) > _LAST_MONTH and found[1][2:] < found[2] for found in _SHORT_END.finditer(source)
    )


def _date_order(source: str) -> str | None:
    """Return how dates like `01/09/2018` become ISO dates, where others of the text tell day from month."""
    days = {(int(found[1]) > _LAST_MONTH, int(found[2]) > _LAST_MONTH) for found in _DATE.finditer(source)}
    day_first, month_first = (True, False) in days, (False, True) in days
    return None if day_first == month_first else r"\3-\2-\1" if day_first else r"\3-\1-\2"


def _line(raw: str, at: int, before: Line | None) -> Line:
    """Return one line; behind a long point of a list it goes on where its first letter is small."""
    span = Span(at + len(raw) - len(raw.lstrip()), at + len(raw.rstrip()))
    if not raw or raw.isspace() or _RULE.fullmatch(raw):
        return Line("", "", span, is_blank=True, is_rule=bool(raw.strip()))
    mark = _HEADING_MARK.match(raw)
    bullet = None if mark else _BULLET.match(raw)
    lead = bullet or _DEFINITION.match(raw) or _ICON.match(raw)
    bare = _LEADER.sub("  ", _MARKUP.sub("", _TAGS.sub("", raw[lead.end() if lead else 0 :])))
    text = _ICON.sub("", clean(bare.replace("\t", "  ").replace("\xa0", " "), multiline=True)).strip()
    if not text or _FOOTER.fullmatch(plain(text)):
        return Line("", "", span, is_blank=True)
    depth, indent = len(mark[1]) if mark else 0, len(raw) - len(raw.lstrip())
    line = Line(text, plain(text), span, is_bullet=bullet is not None, depth=depth, indent=indent)
    line.is_numbered = bullet is not None and bullet.group().strip()[:1].isdigit()
    if before and not before.is_blank and not bullet and not mark:
        length = before.span.end - before.span.start
        line.goes_on = (
            length >= WRAPPED
            and (before.is_bullet or before.goes_on)
            and not (_is_start(text) or _DATED.match(line.plain))
        )
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


def unspaced(text: str) -> str:
    """Close up letter-spaced text: `E D U C A T I O N` is `EDUCATION`; two blanks part its words."""
    letters = text.split()
    if len(letters) > 3 and sum(len(each) == 1 for each in letters) > 0.7 * len(letters):  # noqa: PLR2004 - `A B C` may be initials
        return " ".join(part.replace(" ", "") for part in text.split("  ") if part.strip())
    return text
