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
    """Yield the applications of an export as entries of their own, results of the screening left out."""
    applications = entry.value["applications"]
    results: set[str] = set()
    for number, each in enumerate(applications if isinstance(applications, list) else (), 1):
        place = f"application {number}"
        if not isinstance(each, dict):
            yield RowProblem(file, place, "this is not an object", "see `export` for the shape")
            continue
        found = {
            key for key in each if key in RESULTS or (key == "languages" and each[key] in (*_OUTCOMES, None))
        }
        results |= found
        yield Entry(place, {key: value for key, value in each.items() if key not in found})
    if results:
        what = f"results of an earlier screening: {', '.join(sorted(results))}"
        yield RowProblem(file, "", what, "they are not imported", is_warning=True)
