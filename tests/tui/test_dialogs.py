from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from recruiter_tui.domain.application import REASON_CODES, ReasonCode
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.tui.dialogs.choices import keys_for
from recruiter_tui.tui.dialogs.confirm import ConfirmDialog
from recruiter_tui.tui.dialogs.correct import CorrectDialog, FactCorrection
from recruiter_tui.tui.dialogs.export import ExportDialog, ExportWish, suggested
from recruiter_tui.tui.dialogs.facts import facts_of
from recruiter_tui.tui.dialogs.message import MessageDialog
from recruiter_tui.tui.dialogs.note import NoteDialog
from recruiter_tui.tui.dialogs.overrule import OverruleDialog, Ruling
from recruiter_tui.tui.dialogs.reason import Reason, ReasonDialog
from tests.tui.bench import Bench
from tests.tui.people import DOSSIER
from tests.tui.screen import dump

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from recruiter_tui.tui.dialogs.base import Dialog

OPEN = object()
"""What stands in place of an answer while the dialog is open."""


class Asked:
    """A dialog on the bench and what it answered."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot
        self.answer: Any = OPEN

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        """Replace what the line holds, as a paste would, and press enter."""
        line = next(one for one in self.pilot.app.screen.query(Input) if one.display)
        line.value = words
        await self.press("enter")

    @property
    def shown(self) -> str:
        return dump(self.pilot.app)


@asynccontextmanager
async def asked(dialog: Dialog[Any], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Asked]:
    """Open a dialog."""
    app = Bench()
    async with app.run_test(size=size, notifications=True) as pilot:
        held = Asked(pilot)

        def answered(answer: object) -> None:
            held.answer = answer

        await app.push_screen(dialog, answered)
        await pilot.pause()
        yield held


ALL = [
    lambda: ReasonDialog(REASON_CODES),
    lambda: NoteDialog("Amina"),
    lambda: OverruleDialog(DOSSIER),
    lambda: CorrectDialog(DOSSIER),
    lambda: ExportDialog("/nowhere/x.csv"),
    lambda: MessageDialog("Somebody was faster", "ana decided first.", "Look again."),
    lambda: ConfirmDialog("Sure?"),
]


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_escape_always_cancels(make: Any, size: tuple[int, int]) -> None:  # noqa: ANN401 - any dialog
    async with asked(make(), size) as dialog:
        await dialog.press("escape")
        assert dialog.answer is None


# -- reasons -----------------------------------------------------------------------------------------------


async def test_one_key_names_the_reason() -> None:
    async with asked(ReasonDialog(REASON_CODES, 3)) as dialog:
        assert "3 not suitable, because" in dialog.shown
        assert "l  language     a required language is missing" in dialog.shown
        await dialog.press("l")
        assert dialog.answer == Reason("language")


async def test_the_key_that_opened_the_dialog_does_not_answer_it() -> None:
    async with asked(ReasonDialog(REASON_CODES)) as dialog:
        await dialog.press("x", "x")
        assert dialog.answer is OPEN


async def test_arrows_and_enter_choose_as_well() -> None:
    async with asked(ReasonDialog(REASON_CODES)) as dialog:
        await dialog.press("down", "j", "k", "enter")
        assert dialog.answer == Reason("experience")


async def test_other_needs_words() -> None:
    async with asked(ReasonDialog(REASON_CODES)) as dialog:
        await dialog.press("o")
        await dialog.write("   ")
        assert dialog.answer is OPEN
        assert "This reason needs words" in dialog.shown
        await dialog.write("withdrew by telephone")
        assert dialog.answer == Reason("other", "withdrew by telephone")


async def test_a_vacancys_own_codes_get_keys_of_their_own() -> None:
    codes = (*REASON_CODES, ReasonCode("[red]exam[/]", "failed [b]the exam"))
    async with asked(ReasonDialog(codes)) as dialog:
        assert "[red]exam[/]" in dialog.shown
        await dialog.press("r")
        assert dialog.answer == Reason("[red]exam[/]")


def test_every_word_has_a_key_and_no_two_share_one() -> None:
    keys = keys_for(["experience", "education", "eligibility", "الأمين", ""], taken="x")
    assert keys[:3] == ["e", "d", "l"]
    assert len(set(keys)) == len(keys)
    assert "x" not in keys


# -- notes, messages, questions ----------------------------------------------------------------------------


async def test_a_note_is_kept_as_written_and_an_empty_one_is_not() -> None:
    async with asked(NoteDialog("[b]Amina")) as dialog:
        assert "Note on [b]Amina" in dialog.shown
        await dialog.write("")
        assert "Nothing is written yet" in dialog.shown
        await dialog.write("called her: free from May")
        assert dialog.answer == "called her: free from May"


async def test_letters_of_a_note_are_typed_and_do_nothing_else() -> None:
    async with asked(NoteDialog("Amina")) as dialog:
        await dialog.press("y", "q", "x", "enter")
        assert dialog.answer == "yqx"


async def test_a_conflict_says_who_and_what_and_closes_with_enter() -> None:
    async with asked(MessageDialog("Somebody was faster", "ana said maybe.", "Decide again.")) as dialog:
        assert "ana said maybe." in dialog.shown
        assert "Decide again." in dialog.shown
        await dialog.press("enter")
        assert dialog.answer is None


async def test_only_y_says_yes() -> None:
    async with asked(
        ConfirmDialog("Take import B3 back?", "312 applications leave.", "takes it back")
    ) as dialog:
        await dialog.press("enter", "space")
        assert dialog.answer is OPEN
        await dialog.press("y")
        assert dialog.answer is True


async def test_n_says_no() -> None:
    async with asked(ConfirmDialog("Sure?")) as dialog:
        await dialog.press("n")
        assert dialog.answer is False


# -- rulings -----------------------------------------------------------------------------------------------


async def test_a_ruling_names_finding_outcome_and_reason() -> None:
    async with asked(OverruleDialog(DOSSIER, "nationality")) as dialog:
        assert "? cannot tell   Two nationalities are on file" in dialog.shown
        await dialog.press("m")
        await dialog.write("She renounced the first one in 2019.")
        assert dialog.answer == Ruling("nationality", Outcome.MET, "She renounced the first one in 2019.")


async def test_nobody_overrules_without_a_reason() -> None:
    async with asked(OverruleDialog(DOSSIER, "nationality")) as dialog:
        await dialog.press("n")
        await dialog.write(" ")
        assert dialog.answer is OPEN
        assert "A ruling needs a written reason" in dialog.shown


async def test_without_a_finding_under_the_cursor_one_is_chosen_first() -> None:
    async with asked(OverruleDialog(DOSSIER)) as dialog:
        await dialog.press("down", "enter", "c")
        assert dialog.answer is OPEN
        await dialog.press("n")
        await dialog.write("Passport seen.")
        assert dialog.answer == Ruling("nationality", Outcome.NOT_MET, "Passport seen.")


async def test_the_outcome_that_stands_already_is_not_offered() -> None:
    async with asked(OverruleDialog(DOSSIER, "deadline")) as dialog:
        assert "m  ✓ met" not in dialog.shown
        assert "n  ✗ not met" in dialog.shown


async def test_a_ruling_can_be_taken_back_in_writing() -> None:
    async with asked(OverruleDialog(DOSSIER, "education")) as dialog:
        assert "ruled by ana: The master's certificate came by mail" in dialog.shown
        await dialog.press("t")
        await dialog.write("The certificate was another person's.")
        assert dialog.answer == Ruling("education", None, "The certificate was another person's.")


# -- corrections -------------------------------------------------------------------------------------------


async def test_the_fact_under_the_cursor_is_asked_for_at_once() -> None:
    async with asked(CorrectDialog(DOSSIER, "residence")) as dialog:
        assert "imported   France" in dialog.shown
        assert "corrected  Tunisia" in dialog.shown
        await dialog.write("Tunisia")
        assert "the value on file" in dialog.shown
        await dialog.write("DZ")
        assert dialog.answer == FactCorrection("residence", "DZ")


async def test_a_job_offers_its_parts() -> None:
    async with asked(CorrectDialog(DOSSIER, "employment/1")) as dialog:
        assert "job 2: from" in dialog.shown
        assert "nationalities" not in dialog.shown
        await dialog.press("down", "down", "enter")
        await dialog.write("2019-04")
        assert dialog.answer == FactCorrection("employment/1/start", "2019-04")


async def test_an_item_of_a_list_leads_to_the_list() -> None:
    async with asked(CorrectDialog(DOSSIER, "emails/0")) as dialog:
        await dialog.write("amina@example.org")
        assert dialog.answer == FactCorrection("emails", "amina@example.org")


@pytest.mark.parametrize(
    ("fact", "wrong", "said"),
    [
        ("nationalities", "DZ; Algria", "Part 2, from character 4 on"),
        ("residence", "Atlantis", "names no country"),
        ("employment/1/start", "2019-13", "is not a date like 2019, 2019-07"),
        ("employment/1/end", "lately", "is not a date like 2019, 2019-07"),
        ("employment/1/fte", "150%", "is not a share between 0% and 100%"),
        ("employment/1/paid", "perhaps", "is neither yes nor no"),
        ("degrees/0/level", "magister", "is none of secondary, diploma"),
        ("languages/0/language", "klingonish", "names no language"),
        ("received", "yesterday", "is not a time like"),
    ],
)
async def test_a_value_of_the_wrong_form_is_refused_with_the_place(fact: str, wrong: str, said: str) -> None:
    async with asked(CorrectDialog(DOSSIER, fact)) as dialog:
        await dialog.write(wrong)
        assert dialog.answer is OPEN
        assert said in " ".join(dialog.shown.split())


async def test_the_value_on_file_is_no_correction() -> None:
    async with asked(CorrectDialog(DOSSIER, "name")) as dialog:
        await dialog.press("enter")
        assert dialog.answer is OPEN
        assert "This is the value on file" in dialog.shown


async def test_an_empty_value_says_that_nothing_is_known() -> None:
    async with asked(CorrectDialog(DOSSIER, "employment/1/fte")) as dialog:
        await dialog.write("")
        assert dialog.answer == FactCorrection("employment/1/fte", "")


def test_every_value_on_file_has_the_form_that_its_correction_asks_for() -> None:
    wrong = [fact for fact in facts_of(DOSSIER) if fact.value and fact.check and fact.check(fact.value)]
    assert wrong == []


async def test_the_keys_stay_visible_under_a_long_list() -> None:
    async with asked(CorrectDialog(DOSSIER)) as dialog:
        assert "enter choose · esc cancels" in dialog.shown
        await dialog.press(*["down"] * 25)
        assert "▸" in dialog.shown


# -- export ------------------------------------------------------------------------------------------------


async def test_the_suggested_path_is_one_enter_away(tmp_path: Path) -> None:
    async with asked(ExportDialog(str(tmp_path / "list.csv"))) as dialog:
        await dialog.press("enter")
        assert dialog.answer == ExportWish(tmp_path / "list.csv")


async def test_keys_choose_form_and_scope(tmp_path: Path) -> None:
    async with asked(ExportDialog(str(tmp_path / "list.csv"))) as dialog:
        await dialog.press("tab", "a")
        assert "everybody with every outcome" in dialog.shown
        await dialog.press("x", "enter")
        assert dialog.answer == ExportWish(tmp_path / "list.xlsx", everything=True)


async def test_an_existing_file_is_replaced_only_by_y(tmp_path: Path) -> None:
    held = tmp_path / "list.csv"
    held.write_text("old")
    async with asked(ExportDialog(str(held))) as dialog:
        await dialog.press("enter")
        assert "list.csv exists already." in dialog.shown
        await dialog.press("enter")
        assert dialog.answer is OPEN
        await dialog.press("enter", "y")
        assert dialog.answer == ExportWish(held, force=True)
        assert held.read_text() == "old"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("list.pdf", "must end in .csv, .xlsx, .json"),
        ("no/such/folder/list.csv", "There is no folder"),
        ("folder.csv", "is a folder"),
    ],
)
async def test_a_path_that_cannot_be_written_is_refused(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    async with asked(ExportDialog("x.csv")) as dialog:
        await dialog.write(str(tmp_path / name))
        assert dialog.answer is OPEN
        assert said in " ".join(dialog.shown.split())


def test_the_suggested_name_is_dated_and_safe() -> None:
    import datetime as dt

    name = Path(suggested("VN/2026\x1b[1m 7", dt.date(2026, 11, 22))).name
    assert name == "shortlist-VN-2026-7-2026-11-22.csv"


# -- closing -----------------------------------------------------------------------------------------------


async def test_a_dialog_is_answered_once_and_a_late_answer_closes_nothing_else() -> None:
    dialog = ReasonDialog(REASON_CODES)
    async with asked(dialog) as held:
        below = MessageDialog("Below", "This stays open.", "")
        await held.press("escape")
        await held.pilot.app.push_screen(below)
        await held.pilot.pause()
        dialog.dismiss(Reason("late"))
        await held.pilot.pause()
        assert held.answer is None
        assert held.pilot.app.screen is below
        await held.press("escape")
        below.dismiss()
        await held.pilot.pause()
        assert "Below" not in held.shown


async def test_many_quick_clicks_on_a_reason_are_one() -> None:
    async with asked(ReasonDialog(REASON_CODES)) as dialog:
        lines = dialog.shown.splitlines()
        y = next(number for number, line in enumerate(lines) if "a required language is missing" in line)
        await dialog.pilot.click(offset=(lines[y].index("language"), y), times=4)
        await dialog.pilot.pause()
        assert dialog.answer == Reason("language")
