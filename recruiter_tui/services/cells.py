"""Cells of the store's columns as filters compare them: several values, flags, tags."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.query_columns import Column
from recruiter_tui.store import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from recruiter_tui.store.reading import Reader

_BASES: Final[Mapping[str, tuple[str, ...]]] = {"months": ("months_low", "months_high")}
_BETWEEN_PAUSES: Final = 2_000
_PAUSE: Final = 0.002
"""Seconds that a column which is read beside other work lets that by, each time."""


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


def shaped_column(reader: Reader, vacancy: int, name: str) -> Iterable[Hashable]:
    """Return a column of the store as filters compare it, row by row."""
    cells = facts.column(reader, vacancy, name)
    return map(SHAPES[name], cells) if name in SHAPES else cells


def read_beside(reader: Reader, vacancy: str, name: str) -> tuple[Column, int]:
    """Read a column of the store in another thread, letting others by, and say as of which entry."""
    with reader.snapshot():
        cells = shaped_column(reader, reader.vacancy_key(vacancy), name)
        return Column(_unhurried(cells)), facts.sequence(reader)


def _unhurried(cells: Iterable[Hashable]) -> Iterator[Hashable]:
    """Yield cells with pauses: whoever waits for the interpreter has it then."""
    for number, cell in enumerate(cells, 1):
        yield cell
        if not number % _BETWEEN_PAUSES:
            time.sleep(_PAUSE)


def stored(name: str) -> tuple[str, ...]:
    """Return the columns of the store that a column is, or is made of."""
    return _BASES.get(name, (name,) if name in facts.COLUMNS else ())
