"""In whose time a vacancy closes, by the names, offsets and abbreviations that notices use (R1, R3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from recruiter_tui.reading.notices.zones import of_offset

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

Reader: TypeAlias = "Callable[[str], Notice]"


@pytest.mark.parametrize(
    ("closes", "time", "zone"),
    [
        ("17:00 Central European Time", "17:00", "Europe/Paris"),
        ("17:00 (Central Time)", "17:00", "America/Chicago"),
        ("17:00 Central Asia Time", "17:00", None),
        ("23:59 East Africa Time", "23:59", "Africa/Nairobi"),
        ("23:59 hrs (GMT+5:30)", "23:59", "Asia/Kolkata"),
        ("23:59 Kathmandu time (UTC+05:45)", "23:59", "Asia/Kathmandu"),
        ("23:59 (GMT+7:15)", "23:59", None),
        ("23:59 (UTC-13)", "23:59", None),
        ("17:00 St. John's time", "17:00", "America/St_Johns"),
        ("1700hrs Kampala time", "17:00", "Africa/Kampala"),
        ("6 pm PDT", "18:00", "America/Los_Angeles"),
        ("5 p.m. duty station time", "17:00", "Africa/Douala"),
        ("17 h 30 (heure de Yaoundé)", "17:30", "Africa/Douala"),
        ("17:30 Yaoundé local time", "17:30", "Africa/Douala"),
        ("17:30 local time", "17:30", None),
        ("17:30 IST", "17:30", None),
    ],
)
def test_the_zone_of_a_closing(read_text: Reader, closes: str, time: str, zone: str | None) -> None:
    value = read_text(f"Duty station: Yaoundé, Cameroon\nClosing date: 30 June 2025, {closes}").closing.value
    assert value is not None
    assert value.time is not None
    assert (f"{value.time:%H:%M}", value.zone) == (time, zone)


def test_an_abbreviation_of_several_zones_is_clear_in_one_of_their_countries(read_text: Reader) -> None:
    value = read_text("Duty station: New Delhi, India\nClosing date: 30 June 2025, 17:00 IST").closing.value
    assert value is not None
    assert value.zone == "Asia/Kolkata"


def test_a_timestamp_keeps_its_half_hour(read_text: Reader) -> None:
    value = read_text("Closing date: 2025-06-30T18:00:00+05:30").closing.value
    assert value is not None
    assert value.instant is not None
    assert value.instant.isoformat() == "2025-06-30T12:30:00+00:00"


@pytest.mark.parametrize(
    ("rule", "zone"),
    [
        ("Les candidatures doivent parvenir à 18 h 00, heure de Dakar, à la date limite.", "Africa/Dakar"),
        ("The deadline is 18:00 hours, Rome time, on the closing date.", "Europe/Rome"),
    ],
)  # fmt: skip
def test_a_sentence_about_every_closing_tells_time_and_zone(read_text: Reader, rule: str, zone: str) -> None:
    value = read_text(f"Closing date: 30 June 2025\n\nNotes\n\n{rule}").closing.value
    assert value is not None
    assert value.time is not None
    assert (value.time.hour, value.zone) == (18, zone)


def test_what_comes_too_late_tells_when_it_closes(read_text: Reader) -> None:
    told = "Applications received after 17:00 (Bangkok time) on 30 June 2025 will not be considered."
    value = read_text(f"How to apply\n\n{told}").closing.value
    assert value is not None
    assert value.instant is not None
    assert value.instant.isoformat() == "2025-06-30T10:00:00+00:00"


def test_offsets_of_whole_hours_have_a_zone_of_their_own() -> None:
    assert [of_offset(hours * 60) for hours in (0, 3, 14, 15, -12, -13)] == [
        "UTC", "Etc/GMT-3", "Etc/GMT-14", None, "Etc/GMT+12", None,
    ]  # fmt: skip
