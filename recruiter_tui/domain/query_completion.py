"""What may stand next in a filter: fields, their values, joiners; and how a value is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.query_fields import FIELDS, UNKNOWN, Nature, find_field
from recruiter_tui.domain.query_words import TokenKind, tokens
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recruiter_tui.domain.query_fields import Field
    from recruiter_tui.domain.query_words import Token

MOST: Final = 20
_SIMPLE = re.compile(r"[^\s()\"“”„«»]+")
_JOINERS = (("and", "both must hold"), ("or", "one must hold"), ("not", "the opposite"))
_FIXED: Mapping[Nature, tuple[str, ...]] = {
    Nature.OUTCOME: ("met", "not-met", "cannot-tell", UNKNOWN),
    Nature.DISPOSITION: (*Nature.DISPOSITION.value.split(", "), UNKNOWN),
    Nature.FLAG: ("yes", "no", UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class Completion:
    """What can replace `start` to `end` of the filter."""

    start: int
    end: int
    text: str
    about: str = ""


def completions(
    text: str, cursor: int, values: Mapping[str, Sequence[str]] | None = None
) -> list[Completion]:
    """Return what may stand at the cursor, best first; `values` are those that occur, by field name."""
    cursor = max(0, min(cursor, len(text)))
    token = _token_at(text, cursor)
    if token is not None and token.field is not None:
        asked = find_field(token.field)
        if asked is None or cursor < token.value_position:
            return []
        return _values(token, asked, text[token.value_position : cursor], cursor, values or {})
    start = cursor if token is None else token.position
    typed = fold(text[start:cursor])
    fields = [
        Completion(start, cursor, f"{one.name}{_operator(one)}", one.about)
        for one in FIELDS
        if any(name.startswith(typed) for name in (one.name, *one.aliases))
    ]
    findings = [
        Completion(start, cursor, f"{name}:", "one criterion's finding")
        for name in values or {}
        if name.startswith("finding.") and typed and (name.startswith(typed) or typed in name)
    ]
    joiners = [
        Completion(start, cursor, f"{word} ", about)
        for word, about in _JOINERS
        if word.startswith(typed) and (word == "not" or text[:start].strip())
    ]
    return [*fields, *findings, *joiners][:MOST]


def written(value: str) -> str:
    """Return a value as it stands in a filter, in quotation marks where it needs them."""
    return value if _SIMPLE.fullmatch(value) else '"{}"'.format(value.replace('"', " "))


def _operator(asked: Field) -> str:
    return ">=" if asked.nature in {Nature.NUMBER, Nature.DATE} else ":"


def _token_at(text: str, cursor: int) -> Token | None:
    """Return the word that the cursor stands in or behind."""
    for token in tokens(text[:cursor]):
        if token.kind in {TokenKind.END, TokenKind.OPEN, TokenKind.CLOSE}:
            continue
        whole = token.text or text[token.position : cursor]
        if token.position + len(whole) == cursor:
            return token
    return None


def _values(
    token: Token, asked: Field, typed: str, cursor: int, values: Mapping[str, Sequence[str]]
) -> list[Completion]:
    """Return the values that begin like what was typed: fixed ones first, then those that occur."""
    begun = fold(typed.strip('"“„«'))
    offered = [*_FIXED.get(asked.nature, ()), *values.get(asked.name, ())]
    if not _FIXED.get(asked.nature):
        offered.append(UNKNOWN)
    return [
        Completion(token.value_position, cursor, f"{written(value)} ")
        for value in dict.fromkeys(offered)
        if fold(value).startswith(begun)
    ][:MOST]
