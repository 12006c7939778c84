"""Cells of the store's columns as filters compare them: several values, flags, tags."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping


def _lines(value: str) -> Hashable:
    return tuple(value.split("\n")) if value else ()


def _words(value: str) -> Hashable:
    return tuple(value.split()) if value else ()


def _tags(value: str) -> Hashable:
    return tuple(json.loads(value)) if value != "[]" else ()


def _flag(value: int | None) -> Hashable:
    return None if value is None else bool(value)


SHAPES: Final[Mapping[str, Callable[[Any], Hashable]]] = {
    "email": _lines,
    "phone": _lines,
    "language": _words,
    "nationalities": _words,
    "flags": _words,
    "tags": _tags,
    "internal": _flag,
    "overruled": _flag,
}


def shaped(name: str, value: Any) -> Hashable:  # noqa: ANN401 - any cell of SQLite
    """Return a cell as filters compare it."""
    shape = SHAPES.get(name)
    found: Hashable = value if shape is None else shape(value)
    return found
