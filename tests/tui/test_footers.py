"""Footer and help: the six keys that matter here, and what the screen is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.tui.commands import COMMANDS, at
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.footers import MOST, PURPOSES, desk, six

if TYPE_CHECKING:
    from tests.tui.desk import Desk


@pytest.mark.parametrize("place", Place)
def test_every_screen_says_in_one_sentence_what_it_is_for(place: Place) -> None:
    sentence = PURPOSES[place]
    assert sentence.endswith(".")
    assert len(sentence) <= 110


@pytest.mark.parametrize("place", Place)
def test_a_footer_has_six_keys_that_can_be_used_and_help_is_among_them(place: Place) -> None:
    commands = at(place)
    shown = six(commands, frozenset())
    assert len(shown) <= MOST == 6
    assert shown[-1].id == "app.help"
    unusable = frozenset(command.id for command in shown[:2])
    first = {c.id for c in six(commands, unusable)[:2]}
    assert not first & unusable or len([c for c in commands if c.footer]) <= 4


def test_what_the_desk_wants_exists_and_differs_by_pane() -> None:
    names = {command.id for command in COMMANDS}
    states = {
        (pane, people, marks): desk(pane, vacancies=True, people=people, marks=marks)
        for pane in ("vacancies", "candidates", "dossier")
        for people in (True, False)
        for marks in (True, False)
    }
    assert len(set(states.values())) == 5
    for wanted in (*states.values(), desk("vacancies", vacancies=False, people=False, marks=False)):
        assert len([name for name in wanted if name in names]) >= 4


async def test_the_footer_follows_the_pane_and_the_marks(desk: Desk) -> None:
    def footer() -> str:
        return desk.screen.splitlines()[-1]

    await desk.sees("18338").press("1")
    assert "enter open" in footer()
    assert "i take in" in footer() or "i " in footer()
    await desk.press("2")
    assert footer().startswith(" s short list  x not suitable  space mark  / filter")
    await desk.press("space", "space")
    assert "c compare" in footer()
    assert "A clear marks" in footer()
    await desk.press("A").press("3")
    assert "o overrule" in footer()
    assert footer().rstrip().endswith("? help")


async def test_help_says_first_what_the_screen_is_for(desk: Desk) -> None:
    await (
        desk.sees("18338").press("question_mark").sees("Keys · desk", "Work through a vacancy's applications")
    )
    await desk.press("escape", "H", "question_mark").sees(
        "Keys · history", "See what was done, by whom and when"
    )


async def test_the_short_list_shows_the_keys_of_ranking_and_handing_on(desk: Desk) -> None:
    await desk.browse().press("L").sees("0 on the short list")
    assert desk.screen.splitlines()[-1].split("  ")[0].strip() == "esc back"
    await desk.press("escape", "s").sees("✓ shortlisted").press("L").sees("1 on the short list")
    last = desk.screen.splitlines()[-1]
    assert "shift+↑ move up" in last
    assert "e export" in last
