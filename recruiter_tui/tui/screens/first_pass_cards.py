"""The candidates of a first pass as they are needed: the next ones are read before anybody asks for them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from recruiter_tui.tui.drawing.card import Card
from recruiter_tui.tui.drawing.names import JUDGED_BY_PEOPLE
from recruiter_tui.tui.drawing.papers import papers_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow

_KEPT: Final = 16


class Cards:
    """Reads candidates and keeps the last few."""

    def __init__(self, services: Services) -> None:
        """Read from the services, which mask who it is where the vacancy is read blind."""
        self._services = services
        self._kept: OrderedDict[int, Card] = OrderedDict()

    def get(self, key: int) -> Card | None:
        """Return somebody who was read already."""
        card = self._kept.get(key)
        if card is not None:
            self._kept.move_to_end(key)
        return card

    def row(self, key: int) -> ApplicationRow | None:
        """Return the line of somebody at once; None where the application is gone."""
        card = self.get(key)
        if card is not None:
            return card.dossier.row
        rows = self._services.candidates.rows_now([key])
        return rows[0] if rows else None

    def forget(self, keys: Iterable[int] | None = None) -> None:
        """Read somebody, or everybody, again at the next question."""
        for key in list(self._kept) if keys is None else keys:
            self._kept.pop(key, None)

    async def read(self, key: int) -> Card:
        """Return somebody; papers that are long come without passages, which `searched` adds."""
        card = self.get(key)
        if card is not None:
            return card
        dossier = await self._services.candidates.dossier(key, at_once=True)
        previous = await self._services.queue.previous(key)
        is_judged = any(one.kind in JUDGED_BY_PEOPLE for one in dossier.findings)
        is_searched = dossier.is_searched or not is_judged
        card = Card(dossier, papers_of(dossier.candidate), previous, is_searched=is_searched)
        return self._keep(key, card)

    async def searched(self, key: int) -> Card:
        """Return somebody with the passages on what a person judges; the papers stay the same."""
        card = await self.read(key)
        if card.is_searched:
            return card
        dossier = await self._services.candidates.dossier(key, beside=True)
        found = {one.criterion: one for one in dossier.findings}
        findings = tuple(found.get(one.criterion, one) for one in card.dossier.findings)
        return self._keep(
            key, replace(card, dossier=replace(card.dossier, findings=findings), is_searched=True)
        )

    def _keep(self, key: int, card: Card) -> Card:
        self._kept[key] = card
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return card
