"""Papers of a blind vacancy as its readers see them, so that no filter finds anybody by what is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.services.curtain import mask_of
from recruiter_tui.store import facts

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader


class Veil:
    """The masked papers and notes of the hidden people of one vacancy, each masked once."""

    def __init__(self, room: Room, vacancy: int) -> None:
        """Mask nothing yet."""
        self._room = room
        self._vacancy = vacancy
        self._texts: dict[int, str] = {}

    def lift(self) -> None:
        """Mask everything anew at the next question, because papers or notes changed."""
        self._texts.clear()

    def still_found(self, reader: Reader, found: Collection[int], holds: Callable[[str], bool]) -> set[int]:
        """Return those whose texts bear the words also when masked; everybody where nothing is hidden."""
        curtain = self._room.curtain
        if self._vacancy not in curtain.drawn(reader):
            return set(found)
        hidden = curtain.hidden(reader, reader.rows(sorted(found)))
        fresh = hidden.keys() - self._texts.keys()
        if fresh:
            bodies, notes = facts.texts(reader, fresh), reader.note_texts(self._vacancy)
            for key in fresh:
                text = "\n".join((bodies.get(key, ""), notes.get(key, "")))
                self._texts[key] = mask_of(reader, hidden[key]).text(text)
        return {key for key in found if key not in hidden or holds(self._texts[key])}
