"""How words are searched for in papers: what counts as the same word, and where a text bears it.

A full-text index knows letters and digits only, and folds Latin letters only. What it cannot tell apart or
find (`C++` and `C#`, Chinese words within a sentence, accents of other scripts) is put beside the text as
words of its own by `extra_words`, and a question is put the same way by `prepared`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.stated import Span
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_LETTERS: Final = 3
"""Full text answers from this many letters on; one sign is enough in scripts that write without blanks."""
_REACH: Final = 48
_LONGEST_LINE: Final = 4_000
"""Characters of a line that are looked through for the one passage that is shown."""

_SIGNED = re.compile(r"(?<!\w)([^\W\d_]{1,12})(\+\+|#)(?![+#])")
_DOTTED = re.compile(r"(?<![\w.])\.([^\W\d_]\w{1,11})")
_SIGNS: Final = {"++": "plusplus", "#": "sharp"}
_UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
"""Thai, Lao, Burmese, Khmer, kana and ideographs: every sign is a word of its own."""
UNSPACED: Final = re.compile(f"([{_UNSPACED}])")
_ODD = re.compile(
    f"[{_UNSPACED}\u0130\u0131ßæœøłđðþħŧÆŒØŁĐÐÞĦŦ\u0370-\u03ff\u0400-\u052f\u0590-\u08ff\u0900-\u0dff"
    "\u1f00-\u1fff\ufb00-\ufdff\ufe70-\ufefc\uff00-\uffef]"
)
"""Letters that the index does not fold as people do."""
_PIECE = re.compile(r"\w+")


class Passage(NamedTuple):
    """A line of a text that bears what was searched for, cut to what a list can show."""

    text: str
    spans: tuple[Span, ...]
    """Where in `text` the words stand."""
    at: int = 0
    """Where in the whole text the first of them stands."""


def prepared(text: str) -> str:
    """Return words as the index holds them: folded, signs spelled out, unspaced scripts parted."""
    found = _DOTTED.sub(r"xdot\1", _SIGNED.sub(_spelled, fold(text)))
    return UNSPACED.sub(r" \1 ", found) if not found.isascii() else found


def _spelled(found: re.Match[str]) -> str:
    return f"{found[1]}x{_SIGNS[found[2]]}"


def extra_words(text: str) -> str:
    """Return what has to stand in the index beside `text` so that all of it is found."""
    if text.isascii():
        lines = text.splitlines() if "++" in text or "#" in text or "." in text else ()
        return "\n".join(word for line in lines for word in _signed_words(line))
    found = []
    for line in text.splitlines():
        if _ODD.search(line):
            found.append(prepared(line))
        else:
            found += _signed_words(line)
    return "\n".join(found)


def _signed_words(line: str) -> list[str]:
    """Return the words with signs of a line, spelled out."""
    signed = [prepared(found[0]) for found in _SIGNED.finditer(line)] if "++" in line or "#" in line else []
    return signed + [prepared(found[0]) for found in _DOTTED.finditer(line)] if "." in line else signed


def phrase(text: str) -> str:
    """Return the words of a question as one blank apart; empty where nothing in it can be searched for."""
    return " ".join(_PIECE.findall(prepared(text)))


def long_enough(text: str) -> bool:
    """Tell whether a text asks for enough to be looked for in everybody's papers."""
    found = phrase(text)
    return len(found) >= LEAST_LETTERS or bool(UNSPACED.search(found)) or "x" in found[1:2]


def holds(text: str, wanted: str, *, whole: bool) -> bool:
    """Tell whether `text` bears the words in a row; without `whole` the last one may be a beginning."""
    needle = phrase(wanted)
    body = f" {phrase(text)} "
    return bool(needle) and (f" {needle} " if whole else f" {needle}") in body


def holds_as_spelled(text: str, wanted: str) -> bool:
    """Tell whether `text` bears exactly these letters, so that Zoë is not Zoe."""
    return re.search(rf"(?<!\w){re.escape(wanted)}", text) is not None


def passage(text: str, wanted: tuple[str, ...], reach: int = _REACH) -> Passage | None:
    """Return the first line of `text` that bears one of the words, cut around it; None where none does."""
    needles = tuple(found for found in map(fold, wanted) if found)
    if not needles:
        return None
    at = 0
    for line in text.splitlines(keepends=True):
        folded = line.casefold() if line.isascii() else fold(line)
        if any(needle in folded for needle in needles):
            spans = _spans(line[:_LONGEST_LINE], needles)
            if spans:
                return _cut(line, spans, at, reach)
        at += len(line)
    return None


def _spans(line: str, needles: tuple[str, ...]) -> list[Span]:
    """Return where the needles stand in a line, at beginnings of words first, in order and apart."""
    folded, origin = _folded(line)
    found: list[Span] = []
    for needle in needles:
        start = folded.find(needle)
        while start >= 0:
            begins = start == 0 or not (folded[start - 1].isalnum() and needle[0].isalnum())
            if begins or UNSPACED.match(needle):
                found.append(Span(origin[start], origin[start + len(needle) - 1] + 1))
            start = folded.find(needle, start + len(needle))
    apart: list[Span] = []
    for span in sorted(set(found)):
        if not apart or span.start >= apart[-1].end:
            apart.append(span)
    return apart


def _folded(line: str) -> tuple[str, Sequence[int]]:
    """Return the folded line, and for each of its characters the place in the line that it came from."""
    if line.isascii():  # nine lines of ten: one sign becomes one sign, and all of them at once
        return line.translate(_ascii()), range(len(line))
    signs: list[str] = []
    origin: list[int] = []
    for place, sign in enumerate(line):
        blank = sign.isspace()
        for letter in " " if blank else fold(sign):
            signs.append(letter)
            origin.append(place)
    return "".join(signs), origin


@cache
def _ascii() -> dict[int, str]:
    """Return what becomes of each sign of ASCII."""
    signs = map(chr, range(128))
    return {ord(sign): " " if sign.isspace() else fold(sign) for sign in signs}


def _cut(line: str, spans: list[Span], at: int, reach: int) -> Passage:
    """Return the line around its first span, blanks at the ends taken off, marks where it was cut."""
    body = line.rstrip()
    start, end = max(0, spans[0].start - reach), min(len(body), spans[0].end + reach)
    if start and (blank := body.find(" ", start, spans[0].start)) >= 0:
        start = blank + 1
    if end < len(body) and (blank := body.rfind(" ", spans[0].end, end)) >= 0:
        end = blank
    start += len(body[start:end]) - len(body[start:end].lstrip())
    head, tail = "…" if body[:start].strip() else "", "…" if end < len(body) else ""
    shown = tuple(
        Span(span.start - start + len(head), span.end - start + len(head))
        for span in spans
        if span.end <= end
    )
    return Passage(head + body[start:end] + tail, shown, at + spans[0].start)
