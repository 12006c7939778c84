"""Keeps the keys under which candidates who may be the same person meet; they follow from the columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from recruiter_tui.store.journal import Change, Value

_FORGET: Final = "DELETE FROM candidate_key WHERE candidate_id = ?"
_KEEP: Final = "INSERT INTO candidate_key (key, candidate_id) VALUES (?, ?)"
_READ: Final = ("name", "emails", "phones")
"""The columns from which the keys follow."""


def keys_of(columns: Mapping[str, Value]) -> tuple[int, ...]:
    """Return the keys of one candidate."""
    from recruiter_tui.reference.person_keys import keys

    return tuple(keys(*(str(columns[name] or "") for name in _READ)))


def settle(run: Callable[..., object], changes: Iterable[Change]) -> None:
    """Bring the keys of the candidates whom a unit changed in step; those who went took theirs along."""
    for entity, key, was, now in changes:
        if entity != "candidate" or now is None:
            continue
        if was is not None and all(was[name] == now[name] for name in _READ):
            continue
        run(_FORGET, (key,))
        made = [(one, key) for one in keys_of(now)]
        if made:
            run(_KEEP, made)
