"""What the columns of a table mean: known by their headings, else guessed from what stands in them."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.dialects.headings import (
    EXACT,
    FIELDS,
    REPEATABLE,
    RESULTS,
    WHO,
    field_of,
    key,
)
from recruiter_tui.reading.candidates.dialects.systems import System, system_of
from recruiter_tui.reference import countries

if TYPE_CHECKING:
    from collections.abc import Mapping as Words
    from collections.abc import Sequence

SAMPLE: Final = 200
"""Rows that are looked at before anything is guessed."""
_LONGEST_PREVIEW: Final = 80
_SHARE: Final = 0.8
"""Of a column's values so many must look alike for a guess."""
_MAIL = re.compile(r"[^\s@;,]{1,64}@[^\s@;,]{1,255}\.[^\s@;,]{2,63}")
_PHONE = re.compile(r"'?\+?[0-9][0-9 ()./-]{6,24}")
_DATE = re.compile(
    r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.+Z-]{1,30})?|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}"
)
_FILE = re.compile(r"[^\n]{1,200}\.(?:pdf|docx?|odt|rtf|txt|html?)", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w'.’-]*(?: [^\W\d_][\w'.’-]*){1,4}")  # noqa: RUF001 - both apostrophes stand in names
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{4}|[0-9]{2})(?![0-9])")
_LAST_MONTH: Final = 12
_LONGEST_HEADING: Final = 120
_SHARE_OF_LETTERS: Final = 0.6
_DATED: Final = {"received:day": "day", "received:month": "month"}
"""Answers that also say what comes first in dates like 03/04/2026."""
ANSWERS: Final = (*FIELDS, *_DATED)
"""What a person can say that a column means, beside nothing, which keeps it as text."""


class Certainty(StrEnum):
    """How the meaning of a column came to be known."""

    KNOWN = "known"
    GUESSED = "guessed"
    REMEMBERED = "remembered"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, what it means, and the first value that stands in it."""

    heading: str
    field: str | None
    """One of `headings.FIELDS` or `headings.RESULTS`; None keeps the column as text."""
    preview: str = ""
    certainty: Certainty = Certainty.UNKNOWN


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a table's columns mean; where that is not certain a person is asked, and the answer kept."""

    columns: tuple[Column, ...]
    system: System | None = None
    dates: str | None = None
    """Which comes first in dates like 03/04/2026: `day`, `month`, or None where the file does not tell."""

    @property
    def key(self) -> str:
        """Return the digest of the header set, under which an answer is remembered."""
        names = sorted(key(column.heading) for column in self.columns)
        return hashlib.sha256("\x1f".join(names).encode()).hexdigest()

    @property
    def is_certain(self) -> bool:
        """Tell whether a column says for certain who the applicants are."""
        return any(
            column.field in WHO and column.certainty in (Certainty.KNOWN, Certainty.REMEMBERED)
            for column in self.columns
        )

    @property
    def guesses(self) -> dict[str, str]:
        """Return the headings whose meaning is only likely."""
        return {
            each.heading: each.field
            for each in self.columns
            if each.field and each.certainty is Certainty.GUESSED
        }

    @property
    def unknown(self) -> tuple[str, ...]:
        """Return the headings of which nobody said what they mean."""
        return tuple(
            each.heading for each in self.columns if each.certainty in (Certainty.GUESSED, Certainty.UNKNOWN)
        )

    @property
    def twice(self) -> str | None:
        """Return a field that two columns claim and only one can fill."""
        claimed: Counter[str] = Counter(
            column.field
            for column in self.columns
            if column.field and (column.field not in REPEATABLE or key(column.heading) in EXACT)
        )
        return next((field for field in sorted(claimed) if claimed[field] > 1), None)

    def are_headings(self, cells: Sequence[str]) -> bool:
        """Tell whether each cell names its column: a second row of names, or one repeated on every page."""
        filled = [(column, cell) for column, cell in zip(self.columns, cells, strict=False) if cell.strip()]
        return len(filled) > 1 and all(
            key(cell) == key(column.heading) or (column.field is not None and field_of(cell) == column.field)
            for column, cell in filled
        )

    @property
    def has_data_for_headings(self) -> bool:
        """Tell whether what should be headings are somebody's address, number, date or country."""
        return any(
            countries.named(column.heading) is not None
            or any(pattern.fullmatch(column.heading) for pattern in (_MAIL, _PHONE, _DATE))
            for column in self.columns
            if column.certainty is not Certainty.KNOWN
        )

    @property
    def is_no_table(self) -> bool:
        """Tell whether the first row is nothing that one would call headings: too long, or few letters."""
        text = "".join(column.heading for column in self.columns)
        letters = sum(sign.isalnum() or sign.isspace() for sign in text)
        return any(
            len(column.heading) > _LONGEST_HEADING for column in self.columns
        ) or letters < _SHARE_OF_LETTERS * len(text)

    @property
    def suggested(self) -> dict[str, str | None]:
        """Return an answer to begin with: what is known and what is likely, no field twice.

        Results of an earlier screening are not in it: they are left alone.
        """
        taken: set[str] = set()
        answer: dict[str, str | None] = {}
        for column in self.columns:
            if column.field in RESULTS:
                continue
            again = column.field in taken and column.field not in REPEATABLE
            field = None if again else column.field
            taken.add(field or "")
            answer[column.heading] = f"{field}:{self.dates}" if field == "received" and self.dates else field
        return answer

    def answered(self, fields: Words[str, str | None]) -> Mapping:
        """Return the mapping with what a person said: heading to field, or to None to keep it as text.

        `received:day` and `received:month` also say what comes first in its dates. Raises ValueError for a
        field that there is none of.
        """
        if unknown := sorted({str(name) for name in fields.values() if name not in (*ANSWERS, None)}):
            message = f"there is no field {unknown[0]}; there are {', '.join(ANSWERS)}"
            raise ValueError(message)
        by_key = {key(heading): name for heading, name in fields.items()}
        dates = next((order for name in by_key.values() if (order := _DATED.get(name or ""))), self.dates)
        return replace(
            self,
            dates=dates,
            columns=tuple(
                replace(
                    column,
                    field=(by_key[key(column.heading)] or "").partition(":")[0] or None,
                    certainty=Certainty.REMEMBERED,
                )
                if key(column.heading) in by_key
                else column
                for column in self.columns
            ),
        )


def mapping_of(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    remembered: Words[str, Words[str, str | None]] | None = None,
) -> Mapping:
    """Return what the columns mean; `remembered` holds persons' answers by a mapping's key."""
    headings = [clean(cell, limit=200) or f"column {number}" for number, cell in enumerate(header, 1)]
    system = system_of(headings)
    columns = []
    for at, heading in enumerate(headings):
        values = [row[at].strip() for row in rows if at < len(row) and row[at].strip()]
        preview = clean(values[0], limit=_LONGEST_PREVIEW) if values else ""
        columns.append(_column(heading, system, values, preview))
    dates = [
        row[at]
        for at, column in enumerate(columns)
        if column.field == "received"
        for row in rows
        if at < len(row)
    ]
    found = Mapping(tuple(columns), system, (system.dates if system else None) or _order(dates))
    if remembered and (answer := remembered.get(found.key)):
        found = found.answered(answer)
    return _guessed_once(found)


def _column(heading: str, system: System | None, values: Sequence[str], preview: str) -> Column:
    """Return one column: by its system, by its heading, else by its values."""
    name = key(heading)
    if system and name in system.columns:
        return Column(heading, system.columns[name], preview, Certainty.KNOWN)
    field = field_of(heading)
    if field in ("employer", "title", "street", "city", "state", "country") and system is None:
        field = None  # `Title` and `Company` mean many things in a table of unknown origin
    if field:
        return Column(heading, field, preview, Certainty.KNOWN)
    guess = _guess(values)
    return Column(heading, guess, preview, Certainty.GUESSED if guess else Certainty.UNKNOWN)


def _guess(values: Sequence[str]) -> str | None:
    """Return the field that most of a column's values look like."""
    if not values:
        return None
    for field, pattern in (("email", _MAIL), ("received", _DATE), ("phone", _PHONE), ("cv", _FILE)):
        if sum(pattern.fullmatch(value) is not None for value in values) >= _SHARE * len(values):
            return field
    if sum(countries.named(value) is not None for value in values) >= _SHARE * len(values):
        return "residence"
    is_name = sum(_NAME.fullmatch(value) is not None and value.title() == value for value in values)
    return "name" if is_name >= _SHARE * len(values) and len(set(values)) > len(values) / 2 else None


def _guessed_once(found: Mapping) -> Mapping:
    """Keep of several guesses for one field the first: people stand before their employers."""
    seen: set[str] = {
        each.field for each in found.columns if each.field and each.certainty is Certainty.KNOWN
    }
    columns = []
    for column in found.columns:
        again = column.certainty is Certainty.GUESSED and column.field in seen
        columns.append(replace(column, field=None, certainty=Certainty.UNKNOWN) if again else column)
        seen.add(column.field or "")
    return replace(found, columns=tuple(columns))


def _order(dates: Sequence[str]) -> str | None:
    """Tell whether dates like 13/04/2026 begin with the day or the month, where some of them show it."""
    pairs = [(int(one[1]), int(one[2])) for date in dates if (one := _SLASHED.match(date.strip(" '")))]
    day, month = any(a > _LAST_MONTH for a, _ in pairs), any(b > _LAST_MONTH for _, b in pairs)
    return None if day == month else "day" if day else "month"
