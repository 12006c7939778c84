# ruff: noqa: RUF001 - letters and quotation marks that look alike are this table's subject
"""The text gate: what comes from outside passes `clean` before anything keeps, compares or shows it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARKS_ALLOWED: Final = 8
"""Combining marks in a row that a script may need; more of them are stacked to deface the screen."""

_ESCAPES = re.compile(
    "\x1b(?:"
    r"\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)"  # operating system command: title, clipboard, link
    r"|[PX^_][^\x1b]{0,4096}\x1b\\"  # device control and application strings
    r"|\[[0-?]*[ -/]*[@-~]"  # control sequence
    r"|[ -/]*[0-~])"  # everything shorter
    "|\x9b[0-?]*[ -/]*[@-~]"
    "|[\x90\x9d][^\x07\x1b\x90\x9c\x9d]{0,4096}[\x07\x9c]",
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)
)
_UNUSABLE = re.compile(f"[\ud800-\udfff{_NONCHARACTERS}]")
_SOFT_HYPHEN = "\u00ad"
_HIDDEN_CLASS = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(f"[{_HIDDEN_CLASS}]")
_REMOVED = re.compile(f"[{_HIDDEN_CLASS}{_SOFT_HYPHEN}]")
_LONG_RUN = re.compile(rf"[^\w\s\x00-\x7f]{{{MARKS_ALLOWED + 1},}}")
_BLANKS = re.compile(r"\s+")
_ORDINARY = re.compile("[ -~]*")
_ALPHABET_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "ʻ": "'",
        "`": "'",
        "´": "'",
        "\u200c": None,
        "\u200d": None,
    },
)
_ACCENT_CLASSES: Final = frozenset((*range(10, 37), *range(200, 256)))
"""Canonical combining classes of accents and points; vowel signs, virama and kana marks stay letters."""


def clean(text: str, *, multiline: bool = False, limit: int = 200_000) -> str:
    """Return `text` without anything that can act on a terminal, hide, or fail to be encoded.

    Escape sequences, control characters, bidirectional controls, invisible and tag characters go (but
    not the joiners that Persian, Indic scripts and emoji need); surrogates and noncharacters become
    U+FFFD; the result is NFC with at most eight combining marks in a row and at most `limit` characters.
    Without `multiline` each run of white space is one blank. Linear time; cleaning twice changes nothing.
    """
    if len(text) <= limit and _ORDINARY.fullmatch(text):
        return text if multiline else _one_line(text)
    text = _ESCAPES.sub("", text[: 2 * limit])
    text = _LINE_ENDS.sub("\n", text)
    text = _UNUSABLE.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", _REMOVED.sub("", text))
    text = _LONG_RUN.sub(_without_stacked_marks, text)
    if multiline:
        return text[:limit]
    return _one_line(text)[:limit].rstrip()


def hidden_characters(text: str) -> int:
    """Count the characters that `clean` takes out because nobody can see them.

    Soft hyphens and a leading byte-order mark are left out: word processors leave them behind.
    """
    text = text.removeprefix("\ufeff")
    if text.isascii() and text.isprintable():
        return 0
    in_escapes = sum(len(found.group()) for found in _ESCAPES.finditer(text))
    return in_escapes + len(_HIDDEN.findall(_ESCAPES.sub("", text)))


def fold(text: str) -> str:
    """Return the form in which words and names are compared: case, accents and width do not count."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
        text = "".join(c for c in text if unicodedata.combining(c) not in _ACCENT_CLASSES)
        text = unicodedata.normalize("NFKC", text)
    return _one_line(text.casefold().translate(_ALPHABET_LETTERS))


def _one_line(text: str) -> str:
    """Make each run of white space one blank."""
    if "  " in text or not (text.isascii() and text.isprintable()):
        text = _BLANKS.sub(" ", text)
    return text.strip()


def _without_stacked_marks(found: re.Match[str]) -> str:
    """Keep the first eight of a row of combining marks."""
    kept: list[str] = []
    marks = 0
    for character in found.group():
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= MARKS_ALLOWED:
            kept.append(character)
    return "".join(kept)
