"""Where a shortlist goes: path, form and scope; an existing file is replaced only by `y`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.widgets import Input, Static

from recruiter_tui.paths import path_of
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import content, safe

if TYPE_CHECKING:
    import datetime as dt

    from textual.app import ComposeResult
    from textual.events import Key

FORMS: Final = (".csv", ".xlsx", ".json")
_WORDS: Final = {
    ".csv": "CSV, for spreadsheets and other systems",
    ".xlsx": "XLSX, a workbook",
    ".json": "JSON, for programs",
}


def suggested(reference: str, today: dt.date) -> str:
    """Return a file name for a vacancy's short list, in the folder where the program was started."""
    name = "".join(letter if letter.isalnum() else "-" for letter in safe(reference))[:60]
    return str(Path.cwd() / f"shortlist-{name}-{today}.csv")


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to write where; the form follows from the path's ending."""

    path: Path
    everything: bool = False
    """Whether everybody is meant, not the shortlisted alone."""
    force: bool = False
    """Whether an existing file is replaced."""


class ExportDialog(Dialog[ExportWish]):
    """Asks for path, form and scope."""

    title_text = "Export"
    hint = "enter exports · tab form and scope · esc cancels"
    AUTO_FOCUS = "Input"
    DEFAULT_CSS = "ExportDialog Choices { margin-top: 1; }"

    def __init__(self, suggested: str) -> None:
        """Take the path to suggest."""
        super().__init__()
        self._suggested = suggested
        self._everything = False

    def body(self) -> ComposeResult:
        """Give the path, forms and scope, and the question about an existing file."""
        yield Input(value=self._suggested, select_on_focus=False)
        yield Choices(self._forms(), name="forms", marked=self._form())
        yield Choices(self._scope(), name="scope")
        yield Choices(
            [
                Choice("n", (("keep the file, change the path", Ink.TEXT),), "keep"),
                Choice("y", (("replace the file", Ink.TEXT),), "replace"),
            ],
            name="replace",
        )

    def on_mount(self) -> None:
        """Keep the question for later."""
        self._choices("replace").display = False

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the path where something can be written."""
        path = path_of(message.value.strip())
        if path.suffix.lower() not in FORMS:
            self.complain(f"The path must end in {', '.join(FORMS)}.")
        elif not path.parent.is_dir():
            self.complain(f"There is no folder {path.parent}: create it, or choose another.")
        elif path.is_dir():
            self.complain(f"{path} is a folder: add a file name.")
        elif path.exists() or path.is_symlink():
            self._ask_replace(path)
        else:
            self.dismiss(ExportWish(path, self._everything))

    def on_key(self, event: Key) -> None:
        """Let the letters of form and scope count on both of their lists."""
        if event.character == "a":
            self._choices("scope").action_choose()
        elif form := next((one for one in self._forms() if one.key == event.character), None):
            self._choices("forms").post_message(Choices.Chosen(self._choices("forms"), form.value))

    def on_choices_chosen(self, message: Choices.Chosen[str]) -> None:
        """Change form or scope, or answer the question about the file."""
        line = self.query_one(Input)
        match message.value:
            case "scope":
                self._everything = not self._everything
                self._choices("scope").replace(self._scope())
            case "replace":
                self.dismiss(ExportWish(path_of(line.value.strip()), self._everything, force=True))
            case "keep":
                self._choices("replace").display = False
                self.complain("")
                line.focus()
            case form:
                line.value = str(Path(line.value).with_suffix(form)) if Path(line.value).name else line.value
                self._choices("forms").marked = self._form(line.value)
                line.focus()

    def _ask_replace(self, path: Path) -> None:
        """Ask before a file is replaced; enter, which asked, does not answer."""
        self.complain(f"{path.name} exists already.")
        question = self._choices("replace")
        question.display = True
        question.focus()
        self.query_one(".dialog-hint", Static).update(
            content("y replaces it · n changes the path · esc cancels")
        )

    def _form(self, path: str | None = None) -> int | None:
        """Return the number of the form that the path's ending names."""
        suffix = Path(self._suggested if path is None else path).suffix.lower()
        return FORMS.index(suffix) if suffix in FORMS else None

    def _forms(self) -> list[Choice[str]]:
        """Return the forms."""
        return [Choice(form[1], ((_WORDS[form], Ink.DIM),), form) for form in FORMS]

    def _scope(self) -> list[Choice[str]]:
        """Return who is meant as of now; choosing it changes that."""
        whom = "everybody with every outcome" if self._everything else "the shortlisted alone, in rank order"
        return [Choice("a", (("writes ", Ink.DIM), (whom, Ink.TEXT)), "scope")]

    def _choices(self, name: str) -> Choices[str]:
        """Return one of the lists."""
        return next(one for one in self.query(Choices) if one.name == name)
