"""Keeps the full-text index in step with names, facts and papers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import CursorResult

SEARCHED: Final = frozenset({"candidate", "candidate_facts"})
"""The tables whose rows full text finds, under the candidate's key."""
_TAKE_OUT: Final = (
    "INSERT INTO candidate_search (candidate_search, rowid, name, body)"
    " SELECT 'delete', id, name, body FROM candidate_text WHERE id IN (SELECT value FROM json_each(?))"
)
_PUT_IN: Final = (
    "INSERT INTO candidate_search (rowid, name, body)"
    " SELECT id, name, body FROM candidate_text WHERE id IN (SELECT value FROM json_each(?))"
)
_UNLINK: Final = "DELETE FROM candidate_document WHERE candidate_id IN (SELECT value FROM json_each(?))"
LINK: Final = (
    "INSERT INTO candidate_document (candidate_id, position, document_id)"
    " SELECT ?, ?, id FROM document WHERE sha256 = ?"
)


class Texts:
    """The candidates of one unit whose texts change.

    The index keeps no copy of the texts, so it must be told the old ones before they go.
    """

    def __init__(self, run: Callable[..., CursorResult[*tuple[object, ...]]]) -> None:
        """Begin with no candidate changed."""
        self._run = run
        self._changed: set[int] = set()

    @property
    def changed(self) -> list[int]:
        """Return the candidates whose texts changed."""
        return sorted(self._changed)

    def came(self, keys: Iterable[int]) -> None:
        """Remember candidates who were not in the index."""
        self._changed.update(keys)

    def about_to_change(self, keys: Iterable[int]) -> None:
        """Take candidates out of the index before their texts change."""
        fresh = sorted(set(keys) - self._changed)
        if fresh:
            self._run(_TAKE_OUT, (str(fresh),))
            self._changed.update(fresh)

    def settle(self, facts: Mapping[int, str]) -> None:
        """Name the papers of the candidates who stay, and put their texts into the index."""
        if not facts:
            return
        keys = (str(list(facts)),)
        self._run(_UNLINK, keys)
        links = [
            (key, place, paper["sha256"])
            for key, text in facts.items()
            for place, paper in enumerate(json.loads(text).get("documents", ()))
        ]
        if links:
            self._run(LINK, links)
        self._run(_PUT_IN, keys)
