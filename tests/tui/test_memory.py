"""What the app remembers of how it was left, and how little a broken memory matters."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.tui import preferences
from recruiter_tui.tui.memory import Memory
from recruiter_tui.tui.preferences import Preferences, fitting, is_plain
from tests.tui.conftest import sitting_at
from tests.tui.stores import notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "config" / "remembered.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def broken_file(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)


def remembering(place: Path, store: Path) -> Preferences:
    return Preferences(memory=Memory(place, store))


async def test_vacancy_pane_order_and_theme_are_found_as_they_were_left(
    services: Services, place: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store.db"
    await services.vacancies.add([notice("20001", "Driver")])
    async with sitting_at(services, begin=remembering(place, store)) as desk:
        await desk.sees("Driver").press("1", "end", "2")
        desk.app.choose_theme("day")
        assert desk.room.vacancy is not None
        left = desk.room.vacancy.id
        desk.room.sort_by("name")
    assert mode(place) == 0o600
    async with sitting_at(services, begin=remembering(place, store)) as desk:
        await desk.sees("Driver")
        assert desk.room.vacancy is not None
        assert desk.room.vacancy.id == left != desk.room.list.source.key_at(0)
        assert (desk.room.here, desk.room.table.sort) == ("candidates", "name")
        desk.room.sort_by("years")
        await desk.press("1", "home").sees("Driver")
        desk.room.sort_by("received")
        await desk.press("end").sees("Driver")
        assert desk.room.table.sort == "years"
    assert Memory(place, store).theme == "day"
    assert Memory(place, tmp_path / "other.db").word("vacancy") is None


async def test_the_widths_of_panes_are_changed_by_keys_and_found_again(
    services: Services, place: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store.db"

    def widths(desk: Desk) -> tuple[int, int]:
        return desk.room.query_one("#left").size.width, desk.room.query_one("#right").size.width

    async with sitting_at(services, begin=remembering(place, store)) as desk:
        await desk.sees("18338").press("1")
        left, right = widths(desk)
        await desk.press("ctrl+right", "ctrl+right").press("3", "ctrl+left")
        assert widths(desk) == (left + 8, right - 4)
        await desk.press("2", "ctrl+right")
        assert widths(desk) == (left + 8, right - 8)
        await desk.press(*["ctrl+left"] * 40).press("1", *["ctrl+right"] * 40)
        assert sum(widths(desk)) <= 120 - 40
        await desk.press(*["ctrl+left"] * 40)
        assert widths(desk)[0] == 16
        await desk.pilot.resize_terminal(80, 24)
        await desk.press("ctrl+right").sees("one pane at a time")
        assert widths(desk)[0] == 80
    async with sitting_at(services, begin=remembering(place, store)) as desk:
        await desk.sees("18338")
        assert widths(desk)[0] == 16


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"\xff\x00",
        b"[1, 2]",
        b'{"stores": 3, "theme": {"a": 1}}',
        b"[" * 100_000,
        b'{"theme": "night"' + b" " * 300_000 + b"}",
        b'{"stores": {"STORE": {"vacancy": 7, "pane": "attic", "sorts": [], "left": -4}}}',
        b'{"stores": {"STORE": {"vacancy": "V99", "sorts": {"V1": "shoe size"}}}, "theme": "\\u001b[2J"}',
    ],
)
async def test_a_broken_memory_is_as_none_at_all(
    services: Services, place: Path, tmp_path: Path, broken: bytes
) -> None:
    store = tmp_path / "store.db"
    broken_file(place, broken.replace(b"STORE", str(store).encode()))
    async with sitting_at(services, begin=remembering(place, store)) as desk:
        await desk.sees("18338").press("2")
        assert desk.room.vacancy is not None
    assert Memory(place, store).word("pane") == "candidates"


def test_two_windows_keep_what_is_each_ones_own(place: Path, tmp_path: Path) -> None:
    one, two = Memory(place, tmp_path / "a.db"), Memory(place, tmp_path / "b.db")
    one.note(vacancy="V1")
    two.note(vacancy="V2")
    two.note_theme("day")
    two.keep()
    one.keep()
    assert Memory(place, tmp_path / "a.db").word("vacancy") == "V1"
    assert Memory(place, tmp_path / "b.db").word("vacancy") == "V2"
    assert Memory(place).theme == "day"
    assert [path.name for path in place.parent.iterdir()] == ["remembered.json"]


def test_the_file_stays_small(place: Path, tmp_path: Path) -> None:
    for number in range(40):
        memory = Memory(place, tmp_path / f"{number}.db")
        memory.note(vacancy="V1")
        memory.keep()
    assert len(json.loads(place.read_bytes())["stores"]) == 30


def test_a_folder_that_takes_no_file_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file in the way")
    memory = Memory(tmp_path / "config" / "remembered.json", tmp_path / "store.db")
    memory.note(pane="dossier")
    memory.keep()
    assert memory.word("pane") == "dossier"


def test_the_settings_theme_holds_until_another_is_chosen_and_again_once_the_line_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "recruiter-tui").mkdir()
    settings = tmp_path / "recruiter-tui" / "settings.toml"
    settings.write_text('theme = "day"\n')
    begun = preferences.load("store.db")
    assert begun.theme == "day"
    begun.memory.note_theme("contrast")
    begun.memory.keep()
    assert preferences.load("store.db").theme == "contrast"
    settings.write_text('theme = "nord"\n')
    assert preferences.load("store.db").theme == "nord"
    settings.write_text('theme = "nite"\n')
    with pytest.raises(Unreadable, match="did you mean 'night'"):
        preferences.load("store.db")


@pytest.mark.parametrize(
    ("environ", "plain"),
    [
        ({}, False),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LANG": "C"}, True),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "POSIX"}, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LANG": "fr_FR.ISO-8859-1"}, True),
        ({"LANG": "fr_FR@euro"}, False),
        ({"LANG": "en_US.utf8", "TERM": "linux"}, True),
        ({"TERM": "xterm-256color"}, False),
    ],
)
def test_plain_signs_are_taken_where_others_cannot_be_shown(environ: dict[str, str], *, plain: bool) -> None:
    assert is_plain(environ) is plain


async def test_with_plain_signs_nothing_of_ours_is_beyond_ascii(services: Services) -> None:
    async with sitting_at(services, begin=Preferences(plain=True)) as desk:
        await desk.browse().shortlist("Amina").press("enter").sees("v shortlisted")
        assert "─" not in desk.screen
        foreign = {letter for letter in desk.screen if not letter.isascii()}
        assert foreign <= set("éÉ张伟")
        await desk.press("question_mark").sees("Keys")
        assert {letter for letter in desk.screen if not letter.isascii()} <= set("éÉ张伟")


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"TERM": "xterm-256color"}, "night"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "night"),
        ({"TERM": "xterm-kitty"}, "night"),
        ({"TEXTUAL_COLOR_SYSTEM": "truecolor"}, "night"),
        ({"TERM": "xterm"}, "sixteen"),
        ({"TERM": "linux"}, "sixteen"),
        ({}, "sixteen"),
        ({"TERM": "xterm", "NO_COLOR": "1"}, "mono"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "night"),
    ],
)
def test_few_colours_have_a_theme_of_their_own(environ: dict[str, str], theme: str) -> None:
    assert fitting(environ) == theme
