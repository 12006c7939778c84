"""The filter line: what is offered, where it is wrong, what was asked before, and how it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from syrupy.assertion import SnapshotAssertion

    from tests.tui.desk import Desk


async def test_fields_and_their_values_are_offered_while_one_types(desk: Desk) -> None:
    await desk.browse().press("slash").type("nat").sees("nationality:", "a nationality, as its code or name")
    await desk.press("tab").sees("/ nationality:", "FR  France · 6")
    await desk.type("fra").sees("FR  France · 6").press("tab").sees("/ nationality:FR", "6 of 6")
    await desk.press("enter").sees("/ nationality:FR").sees_no("tab completes")


async def test_arrows_choose_among_the_offers_and_enter_takes_the_chosen(desk: Desk) -> None:
    await desk.browse().press("slash").type("outcome:").sees("cannot-tell", "not-met", "tab")
    await desk.press("up", "up", "enter").sees("/ outcome:not-met").press("escape").sees_no("outcome:not-met")


async def test_escape_leaves_the_offers_before_it_leaves_the_line(desk: Desk) -> None:
    await desk.browse().press("slash").type("disp").press("up", "escape")
    await desk.sees("/ disp").sees_no("where the application stands")


async def test_tab_shows_what_may_stand_where_nothing_was_begun(desk: Desk) -> None:
    await desk.browse().press("slash", "tab").sees("name:", "application:", "email:")


async def test_a_word_that_may_become_a_field_empties_no_list(desk: Desk) -> None:
    await desk.browse().press("slash").type("tie").sees("/ tie", "Amina Haddad", "6 of 6")
    await desk.type("r:").sees("Amina Haddad").press("backspace", "enter").sees("nobody matches the filter")


async def test_an_error_points_at_its_place_in_one_sentence(desk: Desk) -> None:
    await desk.browse().press("slash").type("colou:red amina")
    await desk.sees("there is no field 'colou'")
    lines = desk.screen.splitlines()
    place = next(number for number, line in enumerate(lines) if "colou:red" in line)
    assert lines[place + 1].index("^") == lines[place].index("colou:red")


async def test_what_is_only_unfinished_is_no_error_until_enter(desk: Desk) -> None:
    await desk.browse().press("slash").type("tir:1").sees("^ there is no field 'tir': did you mean tier?")
    await desk.press("escape", "slash").type("years>=").sees("^ expected a number like 5")
    await desk.press("enter").sees("'' does not fit years")


async def test_a_criterion_that_nobody_knows_is_marked_on_the_line_too(desk: Desk) -> None:
    await (
        desk.browse().press("slash").type("finding.nope:met ").sees("there is no criterion 'nope' here", "^")
    )


async def test_the_caret_stands_under_wide_letters_as_well(desk: Desk) -> None:
    await desk.browse().press("slash").type("王小明").press("space").type("colou:red x").sees("no field")
    line, below = next(
        (line, below)
        for line, below in zip(desk.screen.splitlines(), desk.screen.splitlines()[1:], strict=False)
        if "colou:red" in line
    )
    wide = sum(ord(sign) > 0x2FFF for sign in line[: line.index("colou")])
    assert below.index("^") == line.index("colou") + wide


async def test_earlier_filters_come_back_with_up(desk: Desk) -> None:
    await desk.browse().filter("amina").press("escape").filter("tier:unknown").press("escape")
    await desk.press("slash", "up").sees("/ tier:unknown").press("up").sees("/ amina", "1 of 6")
    await desk.press("down", "down").sees_no("/ amina", "/ tier:unknown")
    assert desk.services.filters.recent() == ("tier:unknown", "amina")


async def test_the_line_explains_the_language_and_stays(desk: Desk) -> None:
    await desk.browse().press("slash").type("ami").press("question_mark")
    await desk.sees("How filters are written", "nationality:unknown").press("escape").sees("/ ami", "1 of 6")
    await desk.type(' text:"why').press("question_mark").sees('text:"why?')


async def test_a_filter_is_kept_as_a_view(desk: Desk) -> None:
    await desk.browse().press("slash").type("chlo").press("ctrl+s").sees("Keep this filter as a view")
    await desk.type("French").press("tab", "enter").sees("/ chlo").press("escape")
    [view] = await desk.services.filters.views()
    assert (view.name, view.query, view.vacancy) == ("French", "chlo", None)


async def test_offers_leave_with_the_line_and_fit_into_a_small_terminal(
    sit: Callable[..., AbstractAsyncContextManager[Desk]],
) -> None:
    async with sit((40, 12)) as desk:
        await desk.press("2", "slash").type("nationality:f").sees("FR  France")
        await desk.press("escape").sees_no("FR  France")


async def test_another_size_of_the_terminal_leaves_the_line_and_no_offers(desk: Desk) -> None:
    await desk.browse().press("slash").type("nationality:").sees("FR  France")
    await desk.pilot.resize_terminal(70, 20)
    await desk.sees("/ nationality:", "^ expected").sees_no("FR  France")


async def test_in_a_blind_vacancy_the_line_says_that_nobody_is_found_by_name(desk: Desk) -> None:
    await desk.services.blind.turn("V1", on=True)
    await desk.browse().press("r").sees("Candidate ").press("slash").type("chlo")
    await (
        desk.sees("^ expected another field: name is hidden", "6 of 6")
        .press("enter")
        .sees("V1 is read blind")
    )


async def test_a_click_into_the_table_ends_the_typing_and_keeps_the_filter(desk: Desk) -> None:
    await desk.browse().press("slash").type("chlo").sees("1 of 6")
    await desk.pilot.click("CandidateTable", offset=(4, 1))
    await desk.sees("/ chlo", "1 of 6").sees_no("tab completes")
    await desk.press("s").sees("Chloé Martin")


async def test_the_filter_line_looks_as_it_did(desk: Desk, svg: SnapshotAssertion) -> None:
    await desk.browse().press("slash").type("tier:unknown outcome:").sees("cannot-tell")
    desk.room.query_one("Input").cursor_blink = False  # type: ignore[attr-defined]  # found by its name
    await desk.settle()
    assert desk.app.export_screenshot() == svg
