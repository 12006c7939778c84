"""Verdicts on many at once: the number first, then one act and one undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain import disposition as rules
from recruiter_tui.domain.application import REASON_CODES, Disposition
from recruiter_tui.domain.errors import Refused
from recruiter_tui.services.tiers import Gate

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from recruiter_tui.services.candidates import Candidates
    from recruiter_tui.services.decisions import Decisions
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.views import Changed
    from recruiter_tui.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Preview:
    """What a bulk verdict would do, counted before anybody confirms it."""

    keys: tuple[int, ...]
    """The applications that would change, in the order of the list."""
    versions: Mapping[int, int]
    """What they look like now; the act refuses where one moved since."""
    hidden: int
    """Marks that the filter hides: they are counted, and never acted on."""
    unchanged: int
    """Applications that stand there already, with the same reason."""
    refused: tuple[tuple[str, str], ...]
    """Applications that a rule keeps back, by number, and why."""
    disposition: Disposition
    reason: str | None
    note: str | None

    @property
    def count(self) -> int:
        """Return how many would change."""
        return len(self.keys)


class Bulk:
    """The use cases of deciding on a filter, a range or marks."""

    def __init__(self, room: Room, candidates: Candidates, decisions: Decisions) -> None:
        """Work on the room's store."""
        self._room = room
        self._candidates = candidates
        self._decisions = decisions

    async def preview(  # noqa: PLR0913 - whom and what, each given by name
        self,
        vacancy: str,
        disposition: Disposition,
        *,
        query: str = "",
        sort: str = "tier",
        marks: Collection[int] | None = None,
        span: tuple[int, int] | None = None,
        reason: str | None = None,
        note: str | None = None,
    ) -> Preview:
        """Count what a verdict on many would do; nothing is written.

        Whom it means: the marks that the filter shows, or the range between two applications of the list
        (both included), or everybody inside the filter. Raises Refused where a reason is missing.
        """
        key = await self._room.read(lambda reader: reader.vacancy_key(vacancy))
        shown = list(await self._candidates.roll(f"V{key}", query, sort))
        wanted = shown if marks is None else [one for one in shown if one in marks]
        if span is not None:
            wanted = _between(wanted, span)
        hidden = 0 if marks is None else len(set(marks) - set(shown))

        def look(reader: Reader) -> Preview:
            with reader.snapshot():
                return _preview(reader, key, wanted, hidden, (disposition, reason, note))

        return await self._room.read(look)

    async def decide(self, preview: Preview, *, actor: str | None = None) -> Changed:
        """Do what was shown: one transaction, one journal entry, one undo; Conflict where somebody moved."""
        if not preview.keys:
            problem = "nothing would change"
            raise Refused(problem, "look at what the preview keeps back, or choose others")
        return await self._decisions.decide(
            preview.keys,
            preview.disposition,
            reason=preview.reason,
            note=preview.note,
            actor=actor,
            expected=preview.versions,
        )


def _between(keys: Sequence[int], span: tuple[int, int]) -> list[int]:
    """Return the part of a list from one application to another, whichever stands first."""
    places = sorted(keys.index(end) for end in span if end in keys)
    if not places:
        problem = "neither end of the range is shown"
        raise Refused(problem, "choose the range anew")
    return list(keys[places[0] : places[-1] + 1])


def _preview(
    reader: Reader,
    vacancy: int,
    wanted: Sequence[int],
    hidden: int,
    verdict: tuple[Disposition, str | None, str | None],
) -> Preview:
    disposition, reason, note = verdict
    codes = (*REASON_CODES, *reader.codes(vacancy))
    rules.decide(Disposition.NEW, disposition, reason, note, codes)
    gate = Gate(reader)
    keys, refused, unchanged = [], [], 0
    versions: dict[int, int] = {}
    for line in reader.rows(wanted):
        if (line.disposition, line.reason, line.note) == (disposition, reason, (note or "").strip() or None):
            unchanged += 1
            continue
        try:
            rules.decide(line.disposition, disposition, reason, note, codes)
            if disposition is not line.disposition:
                gate.check(line, disposition)
        except Refused as error:
            refused.append((line.application, error.problem))
            continue
        keys.append(line.key)
        versions[line.key] = line.version
    return Preview(tuple(keys), versions, hidden, unchanged, tuple(refused), disposition, reason, note)
