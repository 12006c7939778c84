"""However a notice is mangled, what is still stated is right: a value may go missing, never change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.reading.notices import read_notice
from recruiter_tui.reading.text import decode
from recruiter_tui.writing.notice_json import notice_json
from tests.reading.notices.mutations import MUTATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).with_name("samples")
REAL = Path(__file__).parents[3] / ".." / "shared" / "notices"
NOTICES = (
    REAL / "iom-18338-algiers.txt",
    REAL / "iom-selibaby.txt",
    SAMPLES / "harbour-glued.txt",
    SAMPLES / "secretariat.txt",
    SAMPLES / "infirmier.txt",
    SAMPLES / "analista.txt",
    SAMPLES / "contadora.txt",
    SAMPLES / "orchard-board.txt",
)
FIELDS = (
    "title",
    "reference",
    "organisation",
    "duty_station_city",
    "duty_station_country",
    "grade",
    "contract_type",
    "duration",
    "posted_on",
    "closing",
)


def read(path: Path) -> dict[str, Any]:
    return notice_json(read_notice(path)[0])


def plain(value: object) -> str:
    return " ".join("".join(c for c in str(value).casefold() if c.isalnum() or c.isspace()).split())


def routes(notice: dict[str, Any]) -> set[tuple[str, int | None]]:
    return {
        (route["degree"], route["months"])
        for each in notice["criteria"]
        if each["kind"] == "education_experience"
        for route in each["alternatives"]
    }


def spoken(notice: dict[str, Any]) -> set[frozenset[str]]:
    return {
        frozenset(need["language"] for need in each["any_of"])
        for each in notice["criteria"]
        if each["kind"] == "language" and each["necessity"] == "essential"
    }


def barred(notice: dict[str, Any]) -> set[tuple[str, str | None]]:
    return {(each["rule"], each["country"]) for each in notice["criteria"] if each["kind"] == "nationality"}


def wrong(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """Return the fields and criteria that are stated after a mutation and were not so before it."""
    found = []
    for name in FIELDS:
        field = after["fields"][name]
        if field["state"] != "stated":
            continue
        told = before["fields"][name]["value"]
        value = field["value"]
        if isinstance(value, dict):
            value, told = value["date"], told and told["date"]
        if told is None or not same(plain(value), plain(told)):
            found.append(f"{name}: {value!r} for {told!r}")
    told_degrees = {(degree, None) for degree, _ in routes(before)}  # the years may have been cut away
    if routes(after) - routes(before) - told_degrees:
        found.append(f"education: {routes(after)} for {routes(before)}")
    if spoken(after) - spoken(before):
        found.append(f"languages: {spoken(after)} for {spoken(before)}")
    bars = {(rule, None) for rule, _ in barred(before)}  # the country may have been cut away
    if barred(after) - barred(before) - bars:
        found.append(f"nationality: {barred(after)} for {barred(before)}")
    return found


def same(value: str, told: str) -> bool:
    """Tell whether a value says what was told, or its beginning, where a cut took the rest."""
    return told.startswith(value) or (len(told) > len("Unit") and told in value)


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.stem)
@pytest.mark.parametrize("mutate", MUTATIONS.values(), ids=MUTATIONS)
def test_nothing_is_stated_wrong(tmp_path: Path, path: Path, mutate: Callable[[str], str]) -> None:
    if not path.exists():
        pytest.skip("the real notices are not beside this checkout")
    text = mutate(decode(path.read_bytes()))
    mutated = tmp_path / ("notice.html" if text.startswith("<!DOCTYPE") else "notice.txt")
    mutated.write_text(text, encoding="utf-8")
    try:
        after = read(mutated)
    except Unreadable:
        return  # what is left says too little to be a notice, and the reader says so
    assert wrong(read(path), after) == []
