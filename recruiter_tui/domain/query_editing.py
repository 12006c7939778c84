"""Changing a filter by choosing values: narrowed by one more condition, widened, or one taken away again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from recruiter_tui.domain.query import Not, QueryError, parse
from recruiter_tui.domain.query_words import TokenKind, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator


class How(StrEnum):
    """In which way a value is chosen."""

    AND = "and"
    OR = "or"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Piece:
    """One of the conditions, or groups of them, that all have to hold."""

    text: str
    field: str | None
    """The field that all its conditions ask for; None where they ask for several."""
    is_opposite: bool

    @property
    def inner(self) -> str:
        """Return the piece without parentheses around the whole of it."""
        whole = self.text.startswith("(") and self.text.endswith(")")
        return self.text[1:-1].strip() if whole and not self.is_opposite else self.text


def pieces(text: str) -> list[Piece]:
    """Return the parts of a filter that all have to hold; one whole piece where an `or` joins them.

    Raises QueryError for a filter that cannot be read.
    """
    parse(text)
    found = list(_parts(text))
    if any(joined for _, joined in found):
        return [_piece(f"({text.strip()})")]
    return [_piece(part) for part, _ in found]


def chosen(text: str, condition: str, how: How) -> str:
    """Return the filter after a value was chosen; choosing it the same way again takes it away.

    `or` widens the condition on the same field where there is one, so that `tier:1` becomes
    `(tier:1 or tier:2)`; else it widens the whole filter.
    """
    held = pieces(text)
    if how is How.OR:
        return _widened(held, condition)
    wanted = f"not {condition}" if how is How.NOT else condition
    rest = [one for one in held if one.text not in {condition, f"not {condition}", f"-{condition}"}]
    if any(one.text == wanted for one in held):
        return _joined([one.text for one in rest])
    texts = [*(one.text for one in rest), wanted]
    return _joined(texts)


def without(text: str, field: str) -> str:
    """Return the filter without the conditions that ask for one field alone."""
    return _joined([one.text for one in pieces(text) if one.field != field])


def asked(text: str, field: str) -> str:
    """Return the part of a filter that asks for one field alone."""
    return _joined([one.text for one in pieces(text) if one.field == field])


def standing(text: str, condition: str) -> How | None:
    """Return whether a filter asks for a value (AND), for its opposite (NOT), or neither."""
    for one in pieces(text):
        if one.is_opposite:
            if one.text in {f"not {condition}", f"-{condition}"}:
                return How.NOT
        elif condition in _choices(one.inner):
            return How.AND
    return None


def _widened(held: list[Piece], condition: str) -> str:
    field = _piece(condition).field
    texts = [one.text for one in held]
    for place, one in enumerate(held):
        if one.field == field and not one.is_opposite:
            choices = [part for part in _choices(one.inner) if part != condition]
            if len(choices) == len(_choices(one.inner)):
                choices.append(condition)
            texts[place] = f"({' or '.join(choices)})" if len(choices) > 1 else "".join(choices)
            return _joined([part for part in texts if part])
    if not texts:
        return condition
    whole = _joined(texts)
    return f"{whole} or {condition}"


def _choices(text: str) -> list[str]:
    """Return what an `or` joins."""
    found = [""]
    for part, joined in _parts(text):
        if joined or not found[-1]:
            found.append(part)
        else:
            found[-1] += f" {part}"
    return [part for part in found if part]


def _joined(texts: list[str]) -> str:
    """Return pieces that all have to hold as one filter; a single one needs no parentheses."""
    if len(texts) == 1:
        return _piece(texts[0]).inner
    return " ".join(texts)


def _piece(text: str) -> Piece:
    query = parse(text)
    fields = {condition.field.name for condition in query.conditions}
    return Piece(text, fields.pop() if len(fields) == 1 else None, isinstance(query.root, Not))


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the outermost parts of a filter, each with whether an `or` stands before it."""
    start: int | None = None
    depth, joined = 0, False
    for token in tokens(text):
        if depth == 0 and token.kind in {TokenKind.AND, TokenKind.OR, TokenKind.END}:
            joined = joined or token.kind is TokenKind.OR
            continue
        if start is None:
            start = token.position
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if depth == 0 and token.kind is not TokenKind.NOT:
            yield text[start : token.position + len(token.text)], joined
            start, joined = None, False


__all__ = ["How", "Piece", "QueryError", "asked", "chosen", "pieces", "standing", "without"]
