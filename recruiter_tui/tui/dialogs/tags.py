"""Tags of the marked, or of the one under the cursor: type a few letters, enter adds or takes away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.widgets import Input

from recruiter_tui.domain.text import fold
from recruiter_tui.tui.dialogs.base import Dialog
from recruiter_tui.tui.dialogs.choices import Choice, Choices
from recruiter_tui.tui.signs import Ink, tag_sign
from recruiter_tui.tui.text import fit, safe, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textual.app import ComposeResult

LONGEST_TAG: Final = 60
_SHOWN: Final = 12
_WIDEST: Final = 32


@dataclass(frozen=True, slots=True)
class TagWish:
    """One tag to add or to take away."""

    tag: str
    add: bool


class TagsDialog(Dialog[TagWish]):
    """Offers the tags on those that are meant, then those in use, then a new one."""

    hint = "type or ↑ ↓ · enter adds or takes away · esc closes"
    AUTO_FOCUS = "Input"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("tab", "complete", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(self, who: str, theirs: Sequence[tuple[str, ...]], used: Mapping[str, int]) -> None:
        """Take whom it is about, the tags of each of them, and the tags in use with how many have them."""
        super().__init__()
        self.title_text = f"Tags of {who}"
        self._theirs = tuple(theirs)
        self._used = dict(used)

    def body(self) -> ComposeResult:
        """Give the line to type on and the tags."""
        yield Input(placeholder="a tag", max_length=LONGEST_TAG)
        choices = Choices(self._found(""))
        choices.led = True
        yield choices

    def on_input_changed(self, message: Input.Changed) -> None:
        """Narrow the list."""
        self._choices.replace(self._found(message.value.strip()))
        self.complain("")

    def action_step(self, way: int) -> None:
        """Move the cursor while the typing goes on."""
        self._choices.action_step(way)

    def action_complete(self) -> None:
        """Write out the tag under the cursor."""
        if self._choices.choices:
            line = self.query_one(Input)
            line.value = self._choices.choices[self._choices.cursor].value.tag
            line.cursor_position = len(line.value)

    def action_take(self) -> None:
        """Take what is under the cursor."""
        if self._choices.choices:
            self._choices.action_choose()
        else:
            self.complain("Nothing is written yet: write a tag, or esc.")

    def on_choices_chosen(self, message: Choices.Chosen[TagWish]) -> None:
        """Answer with the tag."""
        if ";" in message.value.tag:
            self.complain("A tag has no semicolon: it stands between tags in files.")
        else:
            self.dismiss(message.value)

    @property
    def _choices(self) -> Choices[TagWish]:
        return self.query_one(Choices)

    def _found(self, typed: str) -> list[Choice[TagWish]]:
        """Return the tags that begin with what is typed or hold it, theirs first; a new one last."""
        wanted, theirs = fold(typed), self._counts()
        known = [*theirs, *(tag for tag in self._used if tag not in theirs)]
        found = [tag for tag in known if wanted in fold(tag)]
        found.sort(
            key=lambda tag: (tag not in theirs, not fold(tag).startswith(wanted), -self._used.get(tag, 0))
        )
        room = min(_WIDEST, max((width(safe(tag)) for tag in found), default=0)) + 2
        offers = [self._offer(tag, theirs.get(tag, 0), room) for tag in found[:_SHOWN]]
        if typed and all(fold(tag) != wanted for tag in known):
            said = (("+ ", Ink.ACCENT), (safe(typed), Ink.STRONG), ("  a new tag", Ink.DIM))
            offers.append(Choice("", said, TagWish(typed, add=True)))
        return offers

    def _offer(self, tag: str, count: int, room: int) -> Choice[TagWish]:
        """Return one tag: a sign where they have it, what enter does with it, how many others have it."""
        everybody = count == len(self._theirs)
        some = f"{count} of {len(self._theirs)} have it: enter adds it to the others"
        said = ("enter takes it away" if everybody else some) if count else _others(self._used.get(tag, 0))
        return Choice(
            "",
            (
                (tag_sign() + " " if count else "  ", Ink.ACCENT),
                (fit(safe(tag), room), Ink.STRONG if count else Ink.TEXT),
                (said, Ink.DIM),
            ),
            TagWish(tag, add=not everybody),
        )

    def _counts(self) -> dict[str, int]:
        """Return the tags of those that are meant, with how many of them have each."""
        found: dict[str, int] = {}
        for tags in self._theirs:
            for tag in tags:
                found[tag] = found.get(tag, 0) + 1
        return found


def _others(count: int) -> str:
    return "on 1 other" if count == 1 else f"on {count} others"
