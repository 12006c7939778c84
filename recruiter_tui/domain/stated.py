"""Values that carry their origin: what was said, where it was said, and who corrected it since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open range of characters, `text[start:end]`, in the decoded source."""

    start: int
    end: int


class State(StrEnum):
    """How a value came to be known."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT_STATED = "not stated"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """A value with its state and the places in the source that bear it; `None` exactly when not stated."""

    value: T | None = None
    state: State = State.NOT_STATED
    spans: tuple[Span, ...] = ()
    text: str | None = None
    """The wording of the source, where `value` is a normalised form of it."""
    why: str | None = None
    """Why an inferred value was inferred, or why a reading stayed open; one plain sentence."""
    readings: tuple[T, ...] = ()
    """The possible values, where the source allows several and nothing settles which."""
    imported: T | None = None
    """The value as it came in, kept beside a correction."""
    by: str | None = None
    at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a value without a state and a state without a value."""
        if (self.value is None) != (self.state is State.NOT_STATED) and self.state is not State.CORRECTED:
            message = f"a value that is {self.state.value} cannot be {self.value!r}"
            raise ValueError(message)

    @classmethod
    def known(cls, value: T, *spans: Span, text: str | None = None) -> Stated[T]:
        """Return a value that the source states at `spans`."""
        return cls(value, State.STATED, spans, text)

    @classmethod
    def inferred(cls, value: T, *spans: Span, why: str, text: str | None = None) -> Stated[T]:
        """Return a value that the source implies, with the reason for reading it so."""
        return cls(value, State.INFERRED, spans, text, why)

    @classmethod
    def missing(cls, why: str | None = None, readings: tuple[T, ...] = ()) -> Stated[T]:
        """Return the value of a field about which the source is silent, or leaves several readings."""
        return cls(why=why, readings=readings)

    def corrected(self, value: T | None, by: str, at: datetime) -> Stated[T]:
        """Return the value as a person corrected it; the first imported value stays beside it."""
        first = self.imported if self.state is State.CORRECTED else self.value
        return replace(self, value=value, state=State.CORRECTED, imported=first, by=by, at=at)
