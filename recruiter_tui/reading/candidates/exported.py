"""The program's own exported JSON, read again: whom it lists, without what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.reading.candidates.dialects.headings import RESULTS
from recruiter_tui.reading.candidates.incoming import RowProblem
from recruiter_tui.reading.candidates.json_entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_OUTCOMES: Final = frozenset(outcome.value for outcome in Outcome)


def is_export(value: Mapping[str, object]) -> bool:
    """Tell whether an object is an exported list: `applications` beside the vacancy that they are for."""
    return isinstance(value.get("applications"), list) and "vacancy" in value


def listed(file: str, entry: Entry) -> Iterator[Entry | RowProblem]:
    """Yield the applications of an export as entries of their own."""
    applications = entry.value["applications"]
    for number, each in enumerate(applications if isinstance(applications, list) else (), 1):
        place = f"application {number}"
        if isinstance(each, dict):
            yield Entry(place, each, is_listed=True)
        else:
            yield RowProblem(file, place, "this is not an object", "see `export` for the shape")


def bare(entry: Entry, results: set[str]) -> Entry:
    """Return a listed application without results of the screening, whose names are added to `results`."""
    found = {
        key
        for key, value in entry.value.items()
        if key in RESULTS or (key == "languages" and value in (*_OUTCOMES, None))
    }
    results |= found
    return Entry(entry.place, {key: value for key, value in entry.value.items() if key not in found})


def left_out(file: str, results: set[str]) -> RowProblem:
    """Return the warning that names the results that were left out."""
    what = f"results of an earlier screening: {', '.join(sorted(results))}"
    return RowProblem(file, "", what, "they are not imported", is_warning=True)
