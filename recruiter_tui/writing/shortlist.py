"""The shortlist as a table: which columns an export has, and how several values share a cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recruiter_tui.domain.errors import Refused

COLUMNS: tuple[str, ...] = (
    "rank",
    "application",
    "name",
    "email",
    "phone",
    "nationalities",
    "tier",
    "outcome",
    "eligibility",
    "deadline",
    "education_experience",
    "languages",
    "disposition",
    "reason",
    "note",
    "tags",
    "decided_by",
    "decided_at",
)
"""All columns in their order; a choice of columns keeps the order that was asked for."""

Value = str | int | None | tuple[str, ...]
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an export says: the rows, their vacancy, and the journal's last hash as an anchor."""

    vacancy: str
    title: str
    criteria_version: int
    columns: tuple[str, ...]
    rows: Sequence[Row]
    sequence: int
    """Number of the journal's last entry."""
    anchor: str
    """The journal's last hash: with it a copy shows later whether the journal was rewritten."""


def chosen(names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the columns asked for, or all; raises Refused for an unknown or repeated name."""
    if not names:
        return COLUMNS
    for name in names:
        if name not in COLUMNS:
            problem = f"there is no column {name!r}"
            raise Refused(problem, f"choose from {', '.join(COLUMNS)}")
    if len(set(names)) != len(names):
        problem = "a column is named twice"
        raise Refused(problem, "name every column once")
    return tuple(names)


def text_of(value: Value) -> str:
    """Return a value as one cell's text; several values are separated by `; `, as the import reads them."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "; ".join(value)
    return str(value)
