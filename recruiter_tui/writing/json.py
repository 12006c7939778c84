"""The shortlist as JSON for machines: values as they are, with the journal's last hash as a key."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from recruiter_tui.writing.shortlist import Sheet

_INDENT = 2
_ROWS = 500
"""Rows of a long document that are held as text at once; so many are worth the quicker encoder."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_STEERING = re.compile(
    r"[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)


def json_bytes(sheet: Sheet) -> bytes:
    """Return the document; the same sheet gives the same bytes."""
    document = {
        "vacancy": sheet.vacancy,
        "title": sheet.title,
        "criteria_version": sheet.criteria_version,
        "journal": {"sequence": sheet.sequence, "hash": sheet.anchor},
        "applications": [{column: _value(row.get(column)) for column in sheet.columns} for row in sheet.rows],
    }
    return (safe_json(document) + "\n").encode()


def safe_json(value: object, *, is_large: bool = False) -> str:
    """Return JSON text in which no character steers a terminal: those are escaped, the value is the same.

    Where it `is_large`, a quicker encoder is worth loading; the other writes what that one refuses.
    """
    text = _quickly(value) if is_large else None
    if text is None:
        text = json.dumps(value, ensure_ascii=False, indent=_INDENT, allow_nan=False)
    return _STEERING.sub(_escape, text)


def long_json(head: Mapping[str, object], name: str, rows: Iterable[object]) -> Iterator[str]:
    """Yield pieces of the JSON text of a document that ends with a list, of which only some rows are held.

    In all they are the text that `safe_json` gives.
    """
    start, end = safe_json({**head, name: []}).rsplit("]", 1)
    yield start
    left, several = iter(rows), False
    while some := list(itertools.islice(left, _ROWS)):
        text = safe_json(some, is_large=several or len(some) == _ROWS)
        yield ("," if several else "") + text[1:-2].replace("\n", "\n" + " " * _INDENT)
        several = True
    yield ("\n" + " " * _INDENT if several else "") + "]" + end


def in_ascii(text: str) -> str:
    """Return JSON text with escapes in place of what some terminals cannot show; the value is the same."""
    return _BEYOND_ASCII.sub(_escape, text)


def _quickly(value: object) -> str | None:
    """Return the same text six times as fast; None where something in it wants the other encoder."""
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(value, indent=_INDENT, inf_nan_mode="constants").decode()
    except (PydanticSerializationError, UnicodeEncodeError):
        return None


def _escape(found: re.Match[str]) -> str:
    """Return the character as JSON escapes, a surrogate pair above the basic plane."""
    return json.dumps(found.group())[1:-1]


def _value(value: object) -> object:
    """Return a tuple as a list and everything else as it is."""
    return list(value) if isinstance(value, tuple) else value
