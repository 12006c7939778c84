"""A page of lines that are drawn as they are looked at, and the places in it where a cursor can rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.tui.drawing.line import Line, Stop

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one stop, first and last."""

    stop: Stop
    first: int
    last: int


class Page:
    """Lines read from a drawing no further than somebody looks."""

    def __init__(self, lines: Iterable[Line] = ()) -> None:
        """Take the drawing; nothing of it is worked out yet."""
        self._source: Iterator[Line] = iter(lines)
        self._lines: list[Line] = []
        self._blocks: list[Block] = []
        self.ended = False

    @property
    def known(self) -> int:
        """Return how many lines are drawn so far."""
        return len(self._lines)

    def reach(self, count: int) -> None:
        """Draw until `count` lines are known or the drawing ends."""
        while not self.ended and len(self._lines) < count:
            self._draw()

    def finish(self) -> int:
        """Draw everything and return the number of lines."""
        while not self.ended:
            self._draw()
        return len(self._lines)

    def line(self, number: int) -> Line | None:
        """Return a line, or None behind the end."""
        self.reach(number + 1)
        return self._lines[number] if number < len(self._lines) else None

    def block(self, stop: Stop | None) -> Block | None:
        """Return the lines of a stop, as far as they are drawn."""
        return next((block for block in self._blocks if block.stop == stop), None)

    def at(self, number: int) -> Block | None:
        """Return the block that holds the line."""
        return next((block for block in self._blocks if block.first <= number <= block.last), None)

    def starting(self, first: int, last: int) -> list[Block]:
        """Return the blocks that begin between two lines, both included."""
        self.reach(last + 1)
        return [block for block in self._blocks if first <= block.first <= last]

    def after(self, block: Block | None) -> Block | None:
        """Return the next block that is drawn, or the first."""
        number = self._blocks.index(block) + 1 if block in self._blocks else 0
        return self._blocks[number] if number < len(self._blocks) else None

    def before(self, block: Block | None) -> Block | None:
        """Return the block before."""
        number = self._blocks.index(block) if block in self._blocks else 0
        return self._blocks[number - 1] if number else None

    def _draw(self) -> None:
        """Draw one more line; lines of the same stop that follow each other are one block."""
        line = next(self._source, None)
        if line is None:
            self.ended = True
            return
        number = len(self._lines)
        self._lines.append(line)
        if line.stop is None:
            return
        if self._blocks and self._blocks[-1].stop == line.stop and self._blocks[-1].last == number - 1:
            self._blocks[-1] = Block(line.stop, self._blocks[-1].first, number)
        else:
            self._blocks.append(Block(line.stop, number, number))
