"""What a person does with the criteria of a vacancy: look, change with a reason, see who flips, look back."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.compose import open_services
from recruiter_tui.domain.application import Disposition
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.requirement import EducationExperience, Necessity
from recruiter_tui.tui.screens.criteria import CriteriaScreen
from tests.tui.conftest import sitting_at
from tests.tui.stores import NOW
from tests.tui.tiered import fill_tiered

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from recruiter_tui.services import Services
    from tests.tui.desk import Desk


@pytest.fixture
async def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Services]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    async with open_services(tmp_path / "criteria.db", "awa", clock=lambda: NOW) as services:
        await fill_tiered(services, tmp_path)
        yield services


@asynccontextmanager
async def panel(services: Services, size: tuple[int, int] = (120, 60)) -> AsyncIterator[Desk]:
    async with sitting_at(services, size) as desk:
        await desk.sees("Harbour").press("C").sees("version 1", "closing")
        yield desk


async def at(desk: Desk, key: str) -> None:
    """Put the cursor on a line, as a click does."""
    screen = desk.app.screen
    assert isinstance(screen, CriteriaScreen)
    screen.page.select(key)
    screen.page.post_message(screen.page.Pointed(key))
    await desk.settle()


async def freeze(services: Services) -> None:
    [key] = await services.candidates.roll("V1", "Nadia")
    await services.decisions.decide([key], Disposition.LONGLISTED)


async def necessity(services: Services, name: str) -> Necessity:
    detail = await services.vacancies.get("V1")
    return next(one.necessity for one in detail.notice.criteria if one.id == name)


async def test_the_panel_shows_families_policy_scales_and_versions(harbour: Services) -> None:
    async with panel(harbour, (120, 90)) as desk:
        await desk.sees("Education and experience", "master with 5 years", "Languages", "Skills", "advantage")
        await desk.sees("tier 1: internal candidates", "open; T closes it")
        await desk.sees("Whether later tiers wait for earlier ones", "the notice: considered before")
        await desk.sees("neither the United Nations nor the Council of Europe", "UN III", "fluent")
        await desk.sees("v1", "in force", "[bold]customs[/bold]")


async def test_the_rules_say_what_holds_here_and_change_their_switches(harbour: Services) -> None:
    async with panel(harbour) as desk:
        await at(desk, "rule/9")
        await desk.sees("R9", "several nationalities are read: each of them counts")
        await desk.press("enter").sees("How several nationalities are read", "only the first counts")
        await desk.press("b").sees("several nationalities are read: only the first counts")
        await at(desk, "rule/32")
        await desk.press("enter").sees("Change which switch?", "Whether traineeships count")
        await desk.press("b").sees("Whether traineeships count", "if paid")
        await desk.press("c").sees("Whether traineeships count: no")
        await at(desk, "rule/34")
        await desk.sees("Months are exact").press("enter").sees_no("Change which switch?")
        held = Policy.named((await harbour.vacancies.get("V1")).policy)
        assert (held.nationality_rule.value, held.traineeships.value) == ("recognised_one", "never")


async def test_before_the_freeze_a_criterion_changes_at_once_and_u_takes_it_back(harbour: Services) -> None:
    async with panel(harbour) as desk:
        await at(desk, "criterion/language-fr")
        await desk.press("t").sees("“French working knowledge” is essential")
        assert await necessity(harbour, "language-fr") is Necessity.ESSENTIAL
        await desk.press("escape", "u")
        assert await necessity(harbour, "language-fr") is Necessity.ADVANTAGE


async def test_a_threshold_is_typed_and_who_flips_is_listed(harbour: Services) -> None:
    async with panel(harbour) as desk:
        await at(desk, "criterion/education")
        await desk.press("enter").sees("Correct: Education and experience")
        line = desk.app.screen.query_one("Input")
        line.value = "master with 9 years in law or a related field"  # type: ignore[attr-defined]  # an Input
        await desk.press("enter").sees("Done", "flip", "Pia Lindqvist", "not met")
        detail = await harbour.vacancies.get("V1")
        education = next(one for one in detail.notice.criteria if isinstance(one, EducationExperience))
        assert education.alternatives[0].months == 108


async def test_after_the_freeze_a_change_shows_who_would_flip_and_needs_a_reason(harbour: Services) -> None:
    await freeze(harbour)
    async with panel(harbour) as desk:
        await desk.sees("frozen 22 Nov 2026", "changes need a reason")
        await at(desk, "criterion/language-fr")
        await desk.press("t").sees("Before the change", "[red]Rosa[/red]", "as a whole", "not met")
        await desk.sees("“French working knowledge” is essential now.")
        assert await necessity(harbour, "language-fr") is Necessity.ADVANTAGE
        await desk.press("enter").sees("Criteria on which verdicts rest")
        await desk.type("the office works in French").press("enter").sees("Done", "version 2 holds now")
        await desk.sees("V1: “French working knowledge” is essential")
        await desk.press("escape").sees("criteria v2")
        assert await necessity(harbour, "language-fr") is Necessity.ESSENTIAL


async def test_escape_before_the_reason_changes_nothing(harbour: Services) -> None:
    await freeze(harbour)
    async with panel(harbour) as desk:
        await at(desk, "criterion/language-fr")
        await desk.press("d").sees("Before the change").press("escape").sees_no("Before the change")
        assert (await harbour.vacancies.get("V1")).criteria_version == 1


async def test_a_switch_and_a_profile_of_the_policy_are_chosen(harbour: Services) -> None:
    async with panel(harbour, (120, 90)) as desk:
        await at(desk, "policy/tier_gate")
        await (
            desk.press("enter")
            .sees("Whether later tiers wait")
            .press("b")
            .sees("no ✎", "set for this vacancy")
        )
        await desk.press("p").sees("European Personnel Selection Office").press("c").sees("epso/2")
        assert (await harbour.vacancies.get("V1")).policy == "epso/2"
        await at(desk, "policy/military_months")
        await desk.press("enter").sees("12 months").press("end", *["backspace"] * 2).type("soon")
        await desk.press("enter").sees("cannot be").press("escape")


async def test_a_level_is_placed_on_another_rung_and_is_marked(harbour: Services) -> None:
    async with panel(harbour, (120, 90)) as desk:
        await at(desk, "level/B2")
        await desk.press("enter").sees("Not official")
        desk.app.screen.query_one("Input").value = "fluent"  # type: ignore[attr-defined]  # an Input
        await desk.press("enter").sees("convention: working knowledge")


async def test_an_older_version_can_be_read_and_computes_the_same(harbour: Services) -> None:
    await freeze(harbour)
    async with panel(harbour, (120, 90)) as desk:
        await at(desk, "criterion/language-fr")
        await (
            desk.press("t")
            .sees("Before")
            .type("French is needed")
            .press("enter")
            .sees("Done")
            .press("escape")
        )
        await desk.sees("replaced", "French is needed")
        await at(desk, "version/1")
        await desk.press("enter").sees("Criteria, version 1", "no difference", "nobody flipped")
        await desk.press("escape")
        await at(desk, "version/2")
        await desk.press("enter").sees("Criteria, version 2", "French is needed", "[red]Rosa[/red]")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_the_panel_fits_any_terminal(harbour: Services, size: tuple[int, int]) -> None:
    async with panel(harbour, size) as desk:
        await desk.press("G").sees("R60", "a place on the roster").press("g").sees("version 1")
        assert all(len(line) == size[0] for line in desk.screen.splitlines())


async def test_the_short_list_reminds_of_what_parts_the_equally_qualified(harbour: Services) -> None:
    [key] = await harbour.candidates.roll("V1", "Nadia")
    await harbour.decisions.decide([key], Disposition.SHORTLISTED)
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.sees("Harbour").press("L").sees("1 on the short list").sees_no("equally qualified")
    await harbour.criteria.change("V1", (), policy="once-fte; tie_break=women", reason="As the unit agreed")
    async with sitting_at(harbour, (120, 40)) as desk:
        await desk.sees("Harbour").press("L").sees("equally qualified: women first, where the unit has few")


async def test_who_flips_by_a_new_criterion_is_told_by_its_words(harbour: Services) -> None:
    async with panel(harbour) as desk:
        await desk.press("n").sees("A new criterion on").press("e")
        await desk.type("Experience with pilots").press("enter").sees("Done", "not asked → · open")
        await desk.sees("Experience with pilots  ").sees_no("experience-2")
