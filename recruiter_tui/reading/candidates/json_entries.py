"""JSON as entries: the elements of a top-level array one by one, or one object, with exact numbers."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final, NoReturn

from recruiter_tui.reading.candidates.facts import decimal
from recruiter_tui.reading.candidates.incoming import RowProblem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from decimal import Decimal

_CHUNK: Final = 1 << 16
LARGEST_ENTRY: Final = 4 << 20
DEEPEST: Final = 40
_BLANKS = re.compile(r"[ \t\r\n\ufeff]*")
_LISTED = re.compile(r'"applications"\s*:\s*\[')
_SURROGATE = re.compile("[\ud800-\udfff]")
_REMEDY: Final = "correct it; nothing after it was read"
_LONGEST_LITERAL: Final = 10
"""Signs that could still belong to a number or word that the buffer cuts."""


class Twice(dict[str, object]):
    """An object in which a key occurs twice; `key` is the key."""

    key: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One object of the file; `place` is `entry 3`, or empty where the file holds just this one."""

    place: str
    value: dict[str, object]
    is_listed: bool = False
    """Whether it is one of the applications of an exported list."""


class _Refused(Exception):
    """A number or constant that JSON or common sense does not know."""


class _TooLong(_Refused):
    """A value that is longer than what one applicant may take."""


def entries(file: str, text: IO[str]) -> Iterator[Entry | RowProblem]:
    """Yield the objects of a JSON file and what is wrong with them; holds one entry at a time.

    NaN, infinities, numbers without end, a key that occurs twice, lone surrogates and deep nesting make an
    entry a problem with its place. Broken syntax ends the reading, as nothing after it can be told apart.
    """
    stream = _Stream(text)
    if stream.peek() == "":
        yield RowProblem(file, "", "the file is empty", "check that it is the right file")
        return
    is_array = stream.peek() == "["
    if is_array:
        stream.take()
        whole = yield from _elements(file, stream, "entry")
    else:
        whole = yield from _alone(file, stream)
    if whole and stream.peek():
        what = f"{stream.where()}: there is more after the end of the data"
        yield RowProblem(file, "", what, "put several applicants into one array")


def _elements(
    file: str, stream: _Stream, word: str, *, listed: bool = False
) -> Generator[Entry | RowProblem, None, bool]:
    """Yield what stands in an array that has begun; return whether it could be read to its end."""
    number = 0
    while stream.peek() != "]":
        number += 1
        place = f"{word} {number}"
        try:
            value = stream.value()
        except _Refused as refused:
            yield RowProblem(file, place, str(refused), _REMEDY)
            return False
        yield _checked(file, place, value, listed=listed)
        if (sign := stream.peek()) not in (",", "]"):
            what = f"{stream.where()}: a comma or the array's end is missing"
            yield RowProblem(file, place, what, _REMEDY)
            return False
        if sign == ",":
            stream.take()
    stream.take()
    return True


def _alone(file: str, stream: _Stream) -> Generator[Entry | RowProblem, None, bool]:
    """Yield the one object of a file; one too long to hold may be a list, which is read one by one."""
    try:
        value = stream.value()
    except _TooLong as refused:
        if not stream.into_list():
            yield RowProblem(file, "", str(refused), _REMEDY)
            return False
        whole = yield from _elements(file, stream, "application", listed=True)
        return whole and (yield from _rest(file, stream))
    except _Refused as refused:
        yield RowProblem(file, "", str(refused), _REMEDY)
        return False
    yield _checked(file, "", value)
    return True


def _rest(file: str, stream: _Stream) -> Generator[Entry | RowProblem, None, bool]:
    """Step over what an object holds behind its list."""
    try:
        while (sign := stream.peek()) == ",":
            stream.take()
            stream.value()
            if stream.peek() == ":":
                stream.take()
            stream.value()
    except _Refused as refused:
        yield RowProblem(file, "", str(refused), "correct it")
        return False
    if sign != "}":
        what = f"{stream.where()}: a comma or the object's end is missing"
        yield RowProblem(file, "", what, "check that the file is whole")
        return False
    stream.take()
    return True


class _Stream:
    """Text that is read as far as the next value needs."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._is_over = False
        self._decoder = json.JSONDecoder(
            parse_float=_number,
            parse_int=_number,
            parse_constant=_constant,
            object_pairs_hook=_object,
        )

    def peek(self) -> str:
        """Return the next sign that is not blank, or nothing at the end."""
        while True:
            found = _BLANKS.match(self._buffer, self._at)
            self._at = found.end() if found else self._at
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more(_CHUNK):
                return ""

    def take(self) -> None:
        """Step over the sign that `peek` returned."""
        self._at += 1

    def where(self) -> str:
        """Return the line that the stream stands in."""
        return f"line {self._line + self._buffer.count(chr(10), 0, self._at)}"

    def into_list(self) -> bool:
        """Step into the applications of an exported list, where the value that is too long is one."""
        found = _LISTED.search(self._buffer, self._at)
        if found is None:
            return False
        before = self._buffer[self._at : found.start()].rstrip().removesuffix(",")
        try:
            json.loads(f"{before}}}")
        except ValueError:
            return False
        self._at = found.end()
        return True

    def value(self) -> object:
        """Return the next value; raises _Refused with the line for what is no acceptable JSON."""
        self.peek()
        size = _CHUNK
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if self._more(size):
                    size *= 2
                    continue
                line = self._line + self._buffer.count("\n", 0, error.pos)
                message = f"line {line}: {error.msg.lower()}"
                raise _Refused(message) from None
            except RecursionError:
                message = f"{self.where()}: it is nested too deep"
                raise _Refused(message) from None
            except ValueError as error:
                message = f"{self.where()}: {error}"
                raise _Refused(message) from None
            length = end - self._at
            if end < len(self._buffer) - _LONGEST_LITERAL or not self._more(size):
                self._at += length  # reading on moves the buffer along, so only the length still holds
                return value

    def _more(self, size: int) -> bool:
        """Read on; what was taken already is let go. Return whether anything came."""
        if self._is_over:
            return False
        self._line += self._buffer.count("\n", 0, self._at)
        self._buffer = self._buffer[self._at :]
        self._at = 0
        if len(self._buffer) > LARGEST_ENTRY:
            message = f"{self.where()}: one entry is longer than {LARGEST_ENTRY:,} characters"
            raise _TooLong(message)
        try:
            read = self._text.read(size)
        except UnicodeError:
            message = f"after {self.where()} the text cannot be decoded; save it as UTF-8"
            raise _Refused(message) from None
        self._buffer += read
        self._is_over = not read
        return bool(read)


def _number(digits: str) -> Decimal:
    return decimal(digits)


def _constant(word: str) -> NoReturn:
    message = f"{word} is no number"
    raise ValueError(message)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = Twice(found)
    seen: set[str] = set()
    for key, _ in pairs:
        twice.key = twice.key or (key if key in seen else "")
        seen.add(key)
    return twice


def _checked(file: str, place: str, value: object, *, listed: bool = False) -> Entry | RowProblem:
    """Return an entry whose every part is usable, or the first part that is not."""
    if not isinstance(value, dict):
        return RowProblem(
            file, place, "this is not an object", "describe each applicant as one object in braces"
        )
    todo: list[tuple[str, int, object]] = [(place, 0, value)]
    while todo:
        where, depth, part = todo.pop()
        if depth > DEEPEST:
            return RowProblem(
                file, where[:120], "it is nested too deep", "keep to the shape of `candidate read --json`"
            )
        if isinstance(part, Twice):
            what = "a key occurs twice in one object"
            return RowProblem(file, _joined(where, part.key[:40]), what, "remove one of the two")
        if isinstance(part, str) and _SURROGATE.search(part):
            what = "the text holds half a character or bytes that are not UTF-8"
            return RowProblem(file, where, what, "correct it and save the file as UTF-8")
        if isinstance(part, dict):
            todo += [(_joined(where, str(key)[:40]), depth + 1, each) for key, each in part.items()]
            todo += [(_joined(where, "a key"), depth + 1, key) for key in part]
        elif isinstance(part, list):
            todo += [(f"{where} {number}", depth + 1, each) for number, each in enumerate(part, 1)]
    return Entry(place, value, listed)


def _joined(where: str, key: str) -> str:
    return f"{where}, {key}" if where else key
