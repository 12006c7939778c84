"""A correction of one fact: the imported value stays beside the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.dialogs.facts import Fact, Facts, facts_of
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, fit, joined, safe, stacked

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

_LABEL = 28


@dataclass(frozen=True, slots=True)
class FactCorrection:
    """Which fact is to hold which value from now on; an empty value means that nothing is known."""

    fact: str
    value: str


class CorrectDialog(Dialog[FactCorrection]):
    """Asks which fact is wrong, and for the right value."""

    hint = "↑ ↓ enter choose · esc cancels"
    AUTO_FOCUS = "Choices"
    DEFAULT_CSS = """
    CorrectDialog .dialog-about { height: auto; padding: 0 0 1 0; }
    CorrectDialog .dialog-body { max-height: 65vh; }
    """

    def __init__(self, dossier: Facts, fact: str | None = None, name: str = "") -> None:
        """Take the facts.

        Args:
            dossier: The facts.
            fact: The fact that is meant (`residence`), or its beginning (`employment/2`); None offers all.
            name: Whose facts, where that is not the name among them.
        """
        super().__init__()
        self.title_text = f"Correct a fact of {name or dossier.candidate.name.value or 'this applicant'}"
        everything = facts_of(dossier)
        part = "" if fact is None else fact
        near = [one for one in everything if one.path == part or one.path.startswith(f"{part}/")]
        held = part.partition("/")[0]
        self._facts = near or [one for one in everything if one.path == held] or everything
        self._fact: Fact | None = None

    def body(self) -> ComposeResult:
        """Give the facts, then the line for the new value."""
        yield Choices([self._choice(fact) for fact in self._facts])
        yield Static("", markup=False, classes="dialog-about")
        yield Input(placeholder="empty means not stated", max_length=LONGEST_REMARK)

    def on_mount(self) -> None:
        """Begin with the list, or with the value where there is only one fact."""
        self._show(asking=False)
        if len(self._facts) == 1:
            self._ask(self._facts[0])

    def on_choices_chosen(self, message: Choices.Chosen[Fact]) -> None:
        """Ask for the value."""
        self._ask(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the value where its form is right, and say where it is wrong."""
        fact, value = self._fact, message.value.strip()
        if fact is None:
            return
        wrong = fact.check(value) if fact.check and value else None
        if wrong:
            self.complain(wrong)
        elif value == fact.value:
            self.complain("This is the value on file: change it, or esc.")
        else:
            self.dismiss(FactCorrection(fact.path, value))

    def _ask(self, fact: Fact) -> None:
        """Show a fact and take its new value."""
        self._fact = fact
        first = fact.value if fact.imported is None else fact.imported
        told = [joined((fact.label, Ink.STRONG)), _told("imported", first)]
        if fact.imported is not None:
            told.append(_told("corrected", fact.value))
        if fact.hint:
            told.append(joined((f"{'written as':<11}{fact.hint}", Ink.FAINT)))
        self.query_one(".dialog-about", Static).update(stacked(told))
        line = self.query_one(Input)
        line.value = safe(fact.value)
        self._show(asking=True)
        line.focus()
        self.query_one(".dialog-hint", Static).update(content("enter corrects · esc cancels"))

    def _show(self, *, asking: bool) -> None:
        """Show the list or the line."""
        self.query_one(Choices).display = not asking
        self.query_one(".dialog-about", Static).display = asking
        self.query_one(Input).display = asking

    def _choice(self, fact: Fact) -> Choice[Fact]:
        """Return a fact as a line to choose."""
        value = safe(fact.words or fact.value)
        shown = (value, Ink.TEXT) if value else ("not stated", Ink.FAINT)
        return Choice("", ((fit(fact.label, _LABEL - 1) + " ", Ink.DIM), shown), fact)


def _told(label: str, value: str) -> Content:
    """Return a value of the fact beside what it is."""
    return joined((f"{label:<11}", Ink.DIM), (value or "not stated", Ink.TEXT if value else Ink.FAINT))
