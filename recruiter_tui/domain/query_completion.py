"""What may stand next in a filter: fields, their values, joiners; and how a value is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.query_fields import FIELDS, UNKNOWN, Nature, find_field
from recruiter_tui.domain.query_words import TokenKind, tokens
from recruiter_tui.domain.text import fold

if TYPE_CHECKING:
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
_EXACT: Final = frozenset({"tier", "rank"})
"""Numbers that are asked for one by one rather than from a limit on."""
_RANGED: Final = re.compile(r"[0-9.-]*[0-9]")


@dataclass(frozen=True, slots=True)
class Completion:
    """What can replace `start` to `end` of the filter."""

    start: int
    end: int
    text: str
    about: str = ""


Values = Mapping[str, Mapping[str, str] | Sequence[str]]
"""What occurs, by field name: the values, or each value with what it stands for."""


def completions(text: str, cursor: int, values: Values | None = None) -> list[Completion]:
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
        for name in values or ()
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


def beginning(text: str, cursor: int) -> tuple[str, bool]:
    """Return what was typed of the word at the cursor, and whether it is the value of a field."""
    token = _token_at(text, max(0, min(cursor, len(text))))
    if token is None:
        return "", False
    if token.field is None:
        return text[token.position : cursor], False
    return text[token.value_position : cursor], True


def _operator(asked: Field) -> str:
    ordered = asked.nature in {Nature.NUMBER, Nature.DATE} and asked.name not in _EXACT
    return ">=" if ordered else ":"


def _token_at(text: str, cursor: int) -> Token | None:
    """Return the word that the cursor stands in or behind."""
    for token in tokens(text[:cursor]):
        if token.kind in {TokenKind.END, TokenKind.OPEN, TokenKind.CLOSE}:
            continue
        whole = token.text or text[token.position : cursor]
        if token.position + len(whole) == cursor:
            return token
    return None


def _values(token: Token, asked: Field, typed: str, cursor: int, values: Values) -> list[Completion]:
    """Return the values that begin like what was typed: fixed ones first, then those that occur.

    A value can also be found by the name that it stands for: `Algeria` for DZ.
    """
    begun = fold(typed.strip('"“„«'))
    known = values.get(asked.name, ())
    occurring = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
    fixed = _FIXED.get(asked.nature, ())
    can_be_unknown = token.operator in {":", "=", "!="}
    offered = dict.fromkeys(fixed, "") | {**occurring}
    if not fixed and can_be_unknown:
        offered.setdefault(UNKNOWN, "")
    elif not can_be_unknown:
        offered = {value: about for value, about in offered.items() if _RANGED.fullmatch(value)}
    return [
        Completion(token.value_position, cursor, f"{written(value)} ", about)
        for value, about in offered.items()
        if fold(value).startswith(begun) or (begun and fold(about).startswith(begun))
    ][:MOST]
