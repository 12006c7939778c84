"""A person's ruling in place of a finding: which finding, which outcome, and why, in writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.widgets import Input, Static

from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.telling import told_of
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.dialogs.reason import LONGEST_REMARK
from recruiter_tui.tui.drawing.findings import found_piece, standing_piece, title_of
from recruiter_tui.tui.drawing.names import in_order
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, joined, safe, stacked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import ComposeResult

    from recruiter_tui.services.views import Dossier

_OUTCOMES = (("m", Outcome.MET), ("n", Outcome.NOT_MET), ("c", Outcome.CANNOT_TELL))


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person rules on one criterion; outcome None takes an earlier ruling back."""

    criterion: str
    outcome: Outcome | None
    reason: str


class OverruleDialog(Dialog[Ruling]):
    """Asks for a ruling: the finding where none is under the cursor, then the outcome, then the reason."""

    hint = "↑ ↓ enter choose · esc cancels"
    AUTO_FOCUS = "Choices"
    DEFAULT_CSS = """
    OverruleDialog .dialog-about { height: auto; padding: 0 0 1 0; }
    OverruleDialog .dialog-body { max-height: 65vh; }
    OverruleDialog Input { margin-top: 1; }
    """

    def __init__(
        self,
        dossier: Dossier,
        criterion: str | None = None,
        asked: Mapping[str, str] | None = None,
        draft: str = "",
    ) -> None:
        """Take the findings.

        Args:
            dossier: Whose findings.
            criterion: The finding that is meant; None lets the person choose.
            asked: The notice's wording per criterion id.
            draft: A reason that was written already.
        """
        super().__init__()
        self._draft = draft
        self.title_text = f"Overrule a finding on {dossier.row.name}"
        self._asked = asked or {}
        self._findings = {one.criterion: one for one in in_order(dossier.findings)}
        self._criterion = criterion if criterion in self._findings else None
        self._outcome: Outcome | None = None

    def body(self) -> ComposeResult:
        """Give finding, outcomes and reason; each appears when it is its turn."""
        yield Choices([self._choice(one) for one in self._findings.values()], name="finding")
        yield Static("", markup=False, classes="dialog-about")
        yield Choices([], name="outcome")
        words = "why, in a sentence that others can follow"
        yield Input(value=self._draft, placeholder=words, max_length=LONGEST_REMARK)

    def on_mount(self) -> None:
        """Begin with the finding, or with the outcome where the finding is known."""
        self._show("finding")
        if self._criterion is not None:
            self._ask_outcome(self._findings[self._criterion])
        elif not self._findings:
            self.complain("Nothing was found yet: screen the vacancy first.")

    def on_choices_chosen(self, message: Choices.Chosen[Finding | Outcome | None]) -> None:
        """Go on to the next question."""
        if isinstance(message.value, Finding):
            self._ask_outcome(message.value)
            return
        self._outcome = message.value
        message.choices.marked = message.choices.cursor
        self._show("outcome", "reason")
        words = self.query_one(Input)
        words.focus()
        self.hint_line("enter rules · esc cancels")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the ruling; nobody overrules without a reason."""
        words = message.value.strip()
        if self._criterion is None or not words:
            self.complain("A ruling needs a written reason: others will read it.")
            return
        self.dismiss(Ruling(self._criterion, self._outcome, words))

    def hint_line(self, words: str) -> None:
        """Say which keys count now."""
        self.query_one(".dialog-hint", Static).update(content(words))

    def _ask_outcome(self, finding: Finding) -> None:
        """Show the finding, and what a person can rule."""
        self._criterion = finding.criterion
        sign, ink = found_piece(finding, finding.outcome)
        said = safe(told_of(finding))
        title = title_of(finding, self._asked)
        parts = [joined((title, Ink.STRONG)), joined((f"{sign}   ", ink), (said, Ink.TEXT))]
        if finding.override:
            parts.append(joined((f"ruled by {finding.override.by}: {finding.override.reason}", Ink.DIM)))
        self.query_one(".dialog-about", Static).update(stacked(parts))
        offered: list[Choice[Finding | Outcome | None]] = [
            Choice(key, (found_piece(finding, outcome),), outcome)
            for key, outcome in _OUTCOMES
            if outcome is not finding.standing
        ]
        if finding.override:
            offered.append(Choice("t", (("take the ruling back", Ink.TEXT),), None))
        outcomes = self._choices("outcome")
        outcomes.replace(offered)
        self._show("outcome")
        outcomes.focus()
        self.hint_line("one key rules, then the reason · esc cancels")

    def _show(self, *parts: str) -> None:
        """Show only the questions whose turn it is."""
        self._choices("finding").display = "finding" in parts
        self._choices("outcome").display = "outcome" in parts
        self.query_one(".dialog-about", Static).display = "outcome" in parts
        self.query_one(Input).display = "reason" in parts

    def _choices(self, name: str) -> Choices[Finding | Outcome | None]:
        """Return one of the lists."""
        return next(one for one in self.query(Choices) if one.name == name)

    def _choice(self, finding: Finding) -> Choice[Finding]:
        """Return a finding as a line to choose."""
        sign, ink = standing_piece(finding)
        return Choice("", ((f"{sign:<15}", ink), (title_of(finding, self._asked), Ink.TEXT)), finding)
