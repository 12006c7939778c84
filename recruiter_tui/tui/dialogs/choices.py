"""A short list to choose from by one key each, by arrows and enter, or with the mouse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message

from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import cut, safe
from recruiter_tui.tui.text import width as width_of
from recruiter_tui.tui.widgets.lines import Lines, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual import events


T = TypeVar("T")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One line to choose."""

    key: str
    """The key that chooses it; empty where only arrows reach it."""
    runs: tuple[Run, ...]
    """What it says, in clean text."""
    value: T


def keys_for(words: Iterable[str], taken: str = "") -> list[str]:
    """Return one letter for each word: its first letter that is still free, else any free one.

    Args:
        words: What the keys stand for.
        taken: Letters that mean something else here, such as the key that opened the dialog.
    """
    used = set(taken)
    keys: list[str] = []
    for word in words:
        letters = [letter for letter in safe(word).casefold() if letter.isascii() and letter.isalpha()]
        key = next((one for one in [*letters, *"abcdefghijklmnopqrstuvwxyz"] if one not in used), "")
        used.add(key)
        keys.append(key)
    return keys


class Choices(Lines, Generic[T], can_focus=True):
    """The list; it posts `Chosen` and keeps a cursor for those who prefer arrows."""

    GROUND = "bar"
    DEFAULT_CSS = "Choices { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message, Generic[V]):
        """Somebody chose a line."""

        def __init__(self, choices: Choices[Any], value: V) -> None:
            """Carry what the line stands for."""
            super().__init__()
            self.choices = choices
            self.value = value

        @property
        def control(self) -> Choices[Any]:
            """Return the list."""
            return self.choices

    class Moved(Chosen[V]):
        """The cursor stands on another line."""

    def __init__(
        self,
        choices: Sequence[Choice[T]],
        *,
        cursor: int = 0,
        marked: int | None = None,
        name: str | None = None,
        empty: str = "",
    ) -> None:
        """Take the lines, where the cursor begins, which line holds now, and what is said without any."""
        super().__init__(name=name)
        self._empty = empty
        self.choices = tuple(choices)
        self.cursor = cursor
        self.marked = marked
        self.led = False
        """Whether another widget moves the cursor, so that it shows without the focus."""

    def replace(self, choices: Sequence[Choice[T]], *, cursor: int = 0) -> None:
        """Offer other lines."""
        self.choices = tuple(choices)
        self.cursor = cursor
        self.refresh(layout=True)

    def get_content_height(self, *_args: object) -> int:
        """Return one line for each choice, or for the words in their place."""
        return len(self.choices) or bool(self._empty)

    def runs(self, y: int, width: int) -> Sequence[Run]:
        """Draw one choice: cursor, key, words."""
        if y >= len(self.choices):
            return () if y else [(cut(f"  {self._empty}", width), Ink.FAINT)]
        choice = self.choices[y]
        here = y == self.cursor and (self.has_focus or self.led)
        sign = "▸ " if here else "● " if y == self.marked else "  "
        key = f"{choice.key}  " if choice.key else ""
        room = width - len(sign) - len(key)
        shown: list[Run] = [(sign, Ink.ACCENT), (key, Ink.ACCENT)]
        for text, ink in choice.runs:
            shown.append((cut(text, max(0, room)), ink))
            room -= width_of(text)
        return shown

    def action_step(self, way: int) -> None:
        """Move the cursor."""
        if self.choices:
            self.cursor = (self.cursor + way) % len(self.choices)
            self.refresh()
            self.post_message(self.Moved(self, self.choices[self.cursor].value))
            if self.parent is not None:
                self.screen.query_one(".dialog-body").scroll_to(
                    y=self.virtual_region.y + self.cursor - 2, animate=False
                )

    def action_choose(self) -> None:
        """Choose what is under the cursor."""
        if self.choices:
            self.post_message(self.Chosen(self, self.choices[self.cursor].value))

    def on_key(self, event: events.Key) -> None:
        """Choose by the line's own key."""
        for number, choice in enumerate(self.choices):
            if choice.key and event.character == choice.key:
                event.stop()
                event.prevent_default()
                self.cursor = number
                self.refresh()
                self.action_choose()
                return
        if event.character in ("j", "k"):
            event.stop()
            self.action_step(1 if event.character == "j" else -1)

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        if event.y < len(self.choices):
            self.cursor = event.y
            self.action_choose()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()
