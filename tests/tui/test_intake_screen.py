"""The intake: look first, take in, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.dialogs.paths import chosen
from tests.reading.paper_files import pdf

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk

HEAD = "application,name,email,received,employment\n"
ROWS = (
    "B1,أمينة بن يوسف,amina@example.org,2026-11-03T10:00:00Z,Officer | Port | 2012-01 | 2020-12 | 100%\n"
    'B2,"[red]Mallory[/red]",mallory@example.org,2026-11-03T10:00:00Z,\n'
)
REFUSED = "B3,Late Person,late@example.org,the day before yesterday,\n"


def pile(folder: Path, text: str = HEAD + ROWS) -> Path:
    path = folder / "more.csv"
    path.write_text(text, encoding="utf-8")
    return path


async def choose(desk: Desk, path: Path) -> None:
    """Choose a file on the intake screen; the first import stands there already."""
    await desk.sees("18338").press("i").sees("B1", "applicants.csv").press("o").sees("tab completes")
    desk.app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]  # the line of the dialog
    await desk.press("enter")


async def choose_more(desk: Desk, path: Path) -> None:
    """Choose another file."""
    await desk.press("o").sees("tab completes")
    desk.app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]  # the line of the dialog
    await desk.press("enter")


async def test_files_are_looked_at_before_anything_is_stored(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await choose(desk, pile(tmp_path))
    await desk.sees("2 new", "nothing is stored yet", "[red]Mallory[/red]", "1 job", "Officer, Port")
    assert len(await services.candidates.roll("V1")) == 6
    await desk.press("t").sees("B2", "more.csv", "2 taken in as B2")
    assert len(await services.candidates.roll("V1")) == 8


async def test_an_import_is_taken_back_only_after_a_yes(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await services.intake.load([pile(tmp_path)], "V1")
    await desk.sees("18338").press("i").sees("B2", "more.csv").press("R").sees("Take import B2 back?")
    await desk.press("R", "enter").sees("Take import B2 back?").press("n").sees("2 imports")
    await desk.press("R", "y").sees("1 import").sees_no("more.csv  into")
    assert len(await services.candidates.roll("V1")) == 6
    await desk.press("u").sees("2 imports")


async def test_refused_rows_stop_an_import_until_they_are_left_out(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await choose(desk, pile(tmp_path, HEAD + ROWS + REFUSED))
    await desk.sees("1 refused", "this is not a timestamp").press("t").sees("nothing was taken in")
    assert len(await services.candidates.roll("V1")) == 6
    await desk.press("f").sees("flagged only").sees_no("Mallory").press("P").sees("2 taken in")
    assert len(await services.candidates.roll("V1")) == 8


async def test_somebody_on_file_is_pointed_out(desk: Desk, tmp_path: Path) -> None:
    again = "B7,HADDAD Amina,,2026-11-03T10:00:00Z,\n"
    await choose(desk, pile(tmp_path, HEAD + again))
    await desk.sees("on file already?")


async def test_a_file_that_is_not_there_is_said_so(desk: Desk, tmp_path: Path) -> None:
    await choose(desk, tmp_path / "nowhere.csv")
    await desk.sees("Nothing is there").press("escape").sees("1 import")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_every_size_shows_rows_and_their_facts(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], size: tuple[int, int], tmp_path: Path
) -> None:
    async with sit(size) as desk:
        await desk.sees("Programme").press("i").sees("B1").press("o")
        desk.app.screen.query_one("Input").value = str(pile(tmp_path))  # type: ignore[attr-defined]  # as above
        await desk.press("enter").sees("2 new").press("tab").sees("Employment").press("escape", "escape")
        await desk.sees("1 import").press("escape").sees("Programme")


async def test_an_import_that_was_worked_on_goes_back_with_that_work_after_a_second_yes(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await services.intake.load([pile(tmp_path)], "V1")
    [key] = await services.candidates.keys_of("V1", ["B1"])
    await services.candidates.note([key], "Called her")
    await desk.sees("18338").press("i").sees("B2").press("R", "y")
    await desk.sees("Take that back too?", "B1 of B2 was decided on").press("n").sees("2 imports")
    await desk.press("R", "y", "y").sees("1 import")
    assert len(await services.candidates.roll("V1")) == 6
    await desk.press("u").sees("2 imports")
    assert [note.text for note in (await services.candidates.dossier(key)).notes] == ["Called her"]


UNKNOWN = (
    "Wer,Anschrift 1,Wann,Ort\nAnn Lee,ann@example.org,03/04/2026,Oran\nBo Chen,bo@example.org,04/04/2026,\n"
)


async def test_a_table_that_nobody_knows_is_asked_about_column_by_column(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    await choose(desk, pile(tmp_path, UNKNOWN))
    await desk.sees("Columns", "full name?", "e-mail?", "received?", "kept as text", "t uses them")
    await desk.sees("The first applicants", "! received: day and month").press("j", "j")
    await desk.sees("03/04/2026  day and month of this date").press("enter")
    await desk.sees("What does “Wann” hold?", "2026-04-03", "2026-03-04").press("down", "enter")
    await desk.sees("received, day first", "2026-04-03").sees_no("received?")
    await (
        desk.press("t").sees("2 new", "nothing is stored yet", "Ann Lee").press("t").sees("2 taken in as B2")
    )
    again = tmp_path / "later.csv"
    again.write_text("Ort,Wann,Wer,Anschrift 1\n,05/04/2026,Cleo Diaz,cleo@example.org\n", encoding="utf-8")
    await choose_more(desk, again)
    await desk.sees("1 new", "Cleo Diaz").press("c").sees("received, day first", "full name")
    await desk.press("escape").sees("1 new")
    assert len(await services.candidates.roll("V1")) == 8


async def test_without_a_name_the_columns_are_not_used(desk: Desk, tmp_path: Path) -> None:
    await choose(desk, pile(tmp_path, UNKNOWN))
    await desk.sees("full name?").press("x").sees("kept as text").press("j", "x")
    await desk.sees("no column says who the applicants are", "Nobody comes in yet").press("t")
    await desk.sees("say first which column is the name").press("escape")
    await desk.sees("1 refused", "no column says who the applicants are")


async def test_known_tables_are_not_asked_about(desk: Desk, tmp_path: Path) -> None:
    await choose(desk, pile(tmp_path))
    await desk.sees("2 new").press("c").sees("application number", "full name").press("escape").sees("2 new")


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (200, 50)])
async def test_every_size_shows_the_columns(
    sit: Callable[..., AbstractAsyncContextManager[Desk]], size: tuple[int, int], tmp_path: Path
) -> None:
    async with sit(size) as desk:
        await desk.sees("Programme").press("i").sees("B1").press("o")
        desk.app.screen.query_one("Input").value = str(pile(tmp_path, UNKNOWN))  # type: ignore[attr-defined]  # as above
        await desk.press("enter").sees("full name?").press("tab").sees("Ann Lee").press("escape")
        await desk.press("enter").sees("What does").press("escape", "t").sees("2 new")


async def test_a_value_is_corrected_before_it_is_stored_with_its_paper_beside_it(
    desk: Desk, services: Services, tmp_path: Path
) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf())
    await choose(desk, tmp_path / "cv.pdf")
    await desk.sees("1 new", "Amina Haddad").press("E")
    await desk.sees("Correct a fact of Amina Haddad", "Harbour Agency", "March 2018")
    await desk.press("down", "down", "enter").sees("lives in", "enter corrects").type("TN").press("enter")
    await desk.sees("1 corrected", "Tunisia").press("t").sees("1 taken in as B2")
    [key] = await services.candidates.roll("V1", "Amina residence:TN")
    home = (await services.candidates.dossier(key)).candidate.residence
    assert (home.value, home.state.value, home.by, home.imported) == ("TN", "corrected", "awa", None)
    await choose_more(desk, tmp_path / "cv.pdf")
    await desk.sees("1 stored already")


async def test_a_refused_row_cannot_be_corrected_here(desk: Desk, tmp_path: Path) -> None:
    await choose(desk, pile(tmp_path, HEAD + REFUSED))
    await desk.sees("1 refused").press("E").sees("only a new row that was understood can be corrected here")


async def test_a_home_that_nobody_has_is_no_reason_to_fall(desk: Desk) -> None:
    await desk.sees("18338").press("i").sees("B1").press("o").sees("tab completes")
    await desk.press("~", "n", "o", "b", "o", "d", "y", "-", "/", "tab", "enter").sees("Nothing is there")


def test_a_pattern_names_every_file_that_fits_it(tmp_path: Path) -> None:
    for number in range(2_100):
        (tmp_path / f"{number}.pdf").touch()
    assert len(chosen(f"{tmp_path}/*.pdf")) == 2_100
