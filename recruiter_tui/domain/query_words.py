"""The words of the filter language: one pass over the text, each token with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto


class TokenKind(Enum):
    """What a token is to the parser."""

    WORD = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()
    BROKEN = auto()
    """A quotation that never ends."""
    END = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; a WORD has a value, and a field and an operator where it is a condition on a field."""

    kind: TokenKind
    position: int
    text: str = ""
    field: str | None = None
    operator: str = ":"
    value: str = ""
    value_position: int = 0
    is_quoted: bool = False


_FIELD = re.compile(r"((?:finding\.)?[^\W\d][\w-]*)(:|\s*(?:>=|<=|!=|>|<|=))")
_BARE = re.compile(r"[^\s()\"“”„«»]+")
_SPACE = re.compile(r"\s*")
_SIGNS = {"(": TokenKind.OPEN, ")": TokenKind.CLOSE}
_JOINERS = {"and": TokenKind.AND, "or": TokenKind.OR, "not": TokenKind.NOT}
_CLOSING = {'"': '"', "“": "”", "„": "”", "«": "»", "”": "”", "»": "»"}
_LONGEST_SHOWN = 40


def quoted(text: str) -> str:
    """Return a piece of the filter for an error, cut where it is long."""
    return repr(text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…")


def tokens(text: str) -> list[Token]:
    """Return the tokens of a filter, the last one END."""
    found: list[Token] = []
    at = _skip(text, 0)
    while at < len(text):
        token, at = _token(text, at)
        found.append(token)
        at = _skip(text, at)
    found.append(Token(TokenKind.END, len(text)))
    return found


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _token(text: str, at: int) -> tuple[Token, int]:
    """Return the token that starts at `at` and where it ends."""
    sign = text[at]
    if sign in _SIGNS:
        return Token(_SIGNS[sign], at, sign), at + 1
    if sign == "-" and text[at + 1 : at + 2].strip():
        return Token(TokenKind.NOT, at, sign), at + 1
    condition = _FIELD.match(text, at)
    start = at
    if condition:
        start = condition.end() if condition[2] == ":" else _skip(text, condition.end())
    value, end = _value(text, start)
    if value is None:
        return Token(TokenKind.BROKEN, start, text[start:]), len(text)
    whole = text[at:end]
    if condition:
        quotation = text[start : start + 1] in _CLOSING
        operator = condition[2].strip()
        return Token(TokenKind.WORD, at, whole, condition[1].lower(), operator, value, start, quotation), end
    kind = _JOINERS.get(whole.lower(), TokenKind.WORD)
    quotation = text[at] in _CLOSING
    return Token(kind, at, whole, value=value, value_position=at, is_quoted=quotation), end


def _value(text: str, at: int) -> tuple[str | None, int]:
    """Return the value that starts at `at` and where it ends; None for a quotation that never ends."""
    if at < len(text) and text[at] in _CLOSING:
        end = text.find(_CLOSING[text[at]], at + 1)
        return (None, len(text)) if end < 0 else (text[at + 1 : end], end + 1)
    bare = _BARE.match(text, at)
    return (bare[0], bare.end()) if bare else ("", at)
