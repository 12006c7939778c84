"""Files or a folder chosen by path; tab completes, and what is there is listed below."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from recruiter_tui.paths import path_of
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import joined, safe, stacked

if TYPE_CHECKING:
    from textual.app import ComposeResult

_LISTED: Final = 8
_MOST: Final = 2_000
"""Names of a folder that are looked at; a fuller one is completed by what was typed."""


class PathDialog(Dialog[tuple[Path, ...]]):
    """Asks for what to read: a file, a folder, or several files by a pattern such as `*.txt`."""

    hint = "tab completes · enter reads · esc cancels"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False, priority=True)]
    DEFAULT_CSS = "PathDialog .path-listed { height: 9; padding: 1 0 0 0; }"

    def __init__(self, title: str, start: str = "") -> None:
        """Take what the files are for, and where to start."""
        super().__init__()
        self.title_text = title
        self._start = start

    def body(self) -> ComposeResult:
        """Give the line and the list."""
        yield Input(value=self._start, select_on_focus=False)
        yield Static("", markup=False, classes="path-listed")

    def on_mount(self) -> None:
        """List what is there."""
        self._list(self._start)

    def on_input_changed(self, message: Input.Changed) -> None:
        """List what begins so."""
        self.complain("")
        self._list(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the path where something is there."""
        typed = message.value.strip()
        if not typed:
            self.complain("Nothing is typed yet: a file, a folder, or a pattern such as *.txt.")
            return
        found = chosen(typed)
        if found:
            self.dismiss(found)
        else:
            self.complain("Nothing is there: tab shows what is.")

    def action_complete(self) -> None:
        """Complete what was typed as far as it is certain."""
        line = self.query_one(Input)
        names = candidates(line.value)
        if names:
            line.value = shared(names)
            line.cursor_position = len(line.value)
            self._list(line.value)

    def _list(self, typed: str) -> None:
        names = candidates(typed)
        rows = [
            joined((safe(_tail(name)), Ink.TEXT if not name.endswith("/") else Ink.ACCENT))
            for name in names[:_LISTED]
        ]
        if len(names) > _LISTED:
            rows.append(joined((f"and {len(names) - _LISTED} more", Ink.FAINT)))
        self.query_one(".path-listed", Static).update(stacked(rows))


def chosen(typed: str) -> tuple[Path, ...]:
    """Return the files and folders that a line names; a pattern names several, all of them."""
    path = path_of(typed)
    try:
        if path.exists():
            return (path,)
        if any(sign in path.name for sign in "*?["):
            return tuple(sorted(path.parent.glob(path.name)))
    except (OSError, ValueError):
        return ()
    return ()


def candidates(typed: str) -> list[str]:
    """Return the paths that a line can become, folders with a slash behind; hidden ones when asked for."""
    folder, _, start = typed.rpartition("/")
    written = f"{folder}/" if "/" in typed else ""
    found = []
    try:
        for number, one in enumerate(path_of(written or ".").iterdir()):
            if number >= _MOST:
                break
            if one.name.startswith(start) and (start.startswith(".") or not one.name.startswith(".")):
                found.append(f"{written}{one.name}{'/' if one.is_dir() else ''}")
    except (OSError, ValueError):
        return []
    return sorted(found)


def shared(names: list[str]) -> str:
    """Return the longest beginning that all names share."""
    first, last = min(names), max(names)
    length = next(
        (n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1]), len(first)
    )
    return first[: min(length, len(last))]


def _tail(name: str) -> str:
    """Return the last part of a path, a folder's slash kept."""
    return name.rstrip("/").rpartition("/")[2] + ("/" if name.endswith("/") else "")
