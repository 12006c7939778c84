"""The filter language of `/` and `--filter`: words, `field:value`, comparisons, and, or, not, parentheses.

A filter is three-valued: what is not known about a person is never inside a comparison, nor inside its
opposite; it is found by its own value, `nationality:unknown`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.query_fields import FIELDS, NAMES, Field, Test, find_field, read_test
from recruiter_tui.domain.query_words import Token, TokenKind, quoted, tokens
from recruiter_tui.domain.truth import Truth, every, negated, some

LONGEST = 10_000
"""Characters of a filter; beyond it somebody pasted the wrong thing."""
DEEPEST = 50
"""Parentheses within each other."""

Facts = Mapping[str, object]
"""What is known of one application, by field name. A string, a number, a `(low, high)` pair of numbers, or
a sequence of strings; None where it is not known, an empty string or sequence where there is nothing."""


class QueryError(Refused):
    """A filter that cannot be read: where (characters from 0) and what may stand there."""

    def __init__(self, problem: str, position: int, expected: str, said: str = "") -> None:
        """Keep the place, so that the prompt can mark it."""
        super().__init__(f"{problem} at character {position + 1}", f"expected {expected}")
        self.position = position
        self.expected = expected
        self.sentence = f"{problem}: {said or f'expected {expected}'}"
        """What is wrong and what may stand there, for where a mark shows the place."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One field tested against one value."""

    field: Field
    test: Test
    position: int = kept(default=0, compare=False)
    """Where the condition's value stands in the filter, for a fault that shows only later."""

    def holds(self, facts: Facts) -> Truth:
        """Return whether the application passes the test; None where its value is not known."""
        return self.field.holds(self.test, facts)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a part."""

    part: Part

    def holds(self, facts: Facts) -> Truth:
        """Return the opposite; the unknown stays unknown."""
        return negated(self.part.holds(facts))


@dataclass(frozen=True, slots=True)
class All:
    """Parts that must all hold; none at all lets everybody through."""

    parts: tuple[Part, ...]

    def holds(self, facts: Facts) -> Truth:
        """Return whether every part holds."""
        return every(part.holds(facts) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Any:
    """Parts of which one must hold."""

    parts: tuple[Part, ...]

    def holds(self, facts: Facts) -> Truth:
        """Return whether at least one part holds."""
        return some(part.holds(facts) for part in self.parts)


Part = Condition | Not | All | Any


@dataclass(frozen=True, slots=True)
class Query:
    """A filter that was read; `text` is what the person typed."""

    text: str
    root: Part

    def matches(self, facts: Facts) -> bool:
        """Tell whether the application is certainly inside the filter."""
        return self.root.holds(facts) is True

    @property
    def is_empty(self) -> bool:
        """Tell whether the filter lets everybody through because it asks for nothing."""
        return self.root == All(())

    @property
    def fields(self) -> frozenset[str]:
        """Return the names of the fields that the filter looks at, so that only those need to be read."""
        return frozenset(condition.field.name for condition in self.conditions)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Return all conditions in the order of the text."""
        found: list[Condition] = []
        waiting: list[Part] = [self.root]
        while waiting:
            part = waiting.pop()
            if isinstance(part, Condition):
                found.append(part)
            elif isinstance(part, Not):
                waiting.append(part.part)
            else:
                waiting.extend(reversed(part.parts))
        return tuple(found)


def parse(text: str) -> Query:
    """Read a filter in time linear in its length; QueryError names the place and what was expected there."""
    if len(text) > LONGEST:
        message = f"the filter is longer than {LONGEST} characters"
        raise QueryError(message, LONGEST, "something shorter")
    return Query(text, _Parser(text).whole())


def describe_fields() -> tuple[tuple[str, str], ...]:
    """Return every field with what it holds, for help and completion."""
    return tuple((field.name, field.about) for field in FIELDS)


def _field_meant(typed: str) -> str:
    """Return the fields that look like what was typed, else all of them."""
    from difflib import get_close_matches

    names = [name for field in FIELDS for name in (field.name, *field.aliases)]
    close = get_close_matches(typed, names, n=2)
    return " or ".join(close) or "one of " + ", ".join(field.name for field in FIELDS)


class _Parser:
    """Recursive descent over the tokens: `or` binds loosest, then `and` or nothing, then `not`."""

    def __init__(self, text: str) -> None:
        self._tokens = tokens(text)
        self._at = 0
        self._depth = 0

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def whole(self) -> Part:
        if self._next.kind is TokenKind.END:
            return All(())
        part = self._either()
        if self._next.kind is TokenKind.CLOSE:
            message = "a parenthesis closes that was never opened"
            raise QueryError(message, self._next.position, "a condition or the end")
        return part

    def _either(self) -> Part:
        parts = [self._both()]
        while self._next.kind is TokenKind.OR:
            self._take()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Any(tuple(parts))

    def _both(self) -> Part:
        parts = [self._one()]
        while self._next.kind not in {TokenKind.END, TokenKind.OR, TokenKind.CLOSE}:
            if self._next.kind is TokenKind.AND:
                self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self) -> Part:
        opposite = False
        while self._next.kind is TokenKind.NOT:
            self._take()
            opposite = not opposite
        part = self._group() if self._next.kind is TokenKind.OPEN else self._condition()
        return Not(part) if opposite else part

    def _group(self) -> Part:
        opened = self._take()
        self._depth += 1
        if self._depth > DEEPEST:
            message = f"more than {DEEPEST} parentheses within each other"
            raise QueryError(message, opened.position, "fewer parentheses")
        part = self._either()
        if self._next.kind is not TokenKind.CLOSE:
            message = "the parenthesis is not closed"
            raise QueryError(message, opened.position, "a closing parenthesis", "add a )")
        self._take()
        self._depth -= 1
        return part

    def _condition(self) -> Part:
        token = self._take()
        if token.kind is TokenKind.BROKEN:
            message = "the quotation is not closed"
            raise QueryError(message, token.position, "a closing quotation mark", 'add a "')
        if token.kind is not TokenKind.WORD:
            what = "the end of the filter" if token.kind is TokenKind.END else repr(token.text)
            message = f"{what} stands where a condition should"
            raise QueryError(message, token.position, "a word, field:value, not or an opening parenthesis")
        if token.field is None:
            return Condition(NAMES, Test.word(token.value), token.value_position)
        asked = find_field(token.field)
        if asked is None:
            message = f"there is no field {quoted(token.field)}"
            meant = _field_meant(token.field)
            raise QueryError(
                message, token.position, meant, f"did you mean {meant}?" if " " not in meant else ""
            )
        try:
            test = read_test(asked, token.operator, token.value, whole=token.is_quoted)
            return Condition(asked, test, token.value_position)
        except ValueError as error:
            message = f"{quoted(token.value)} does not fit {asked.name}"
            raise QueryError(message, token.value_position, str(error)) from None
