"""What the app remembers of how it was left: theme, and for each store vacancy, pane, order and widths.

A small file beside the settings. It holds names of the program alone, never text of a notice or a candidate;
without it, or with a broken one, everything begins as it does the first time.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

_STORES_KEPT: Final = 30
_VACANCIES_KEPT: Final = 200
_LARGEST: Final = 256 * 1024
"""Bytes above which the file is not ours."""
_LONGEST: Final = 100
_ONLY_MINE: Final = 0o600


class Memory:
    """What is remembered for one store; without a path it lasts as long as the app."""

    def __init__(self, path: Path | None = None, store: Path | None = None) -> None:
        """Read what there is; nothing that is wrong with the file matters."""
        self._path = path
        self._store = "" if store is None else os.path.abspath(store)  # noqa: PTH100 - text is all that is needed
        found = _read(path)
        self.theme = _word(found.get("theme")) or ""
        self.instead_of = _word(found.get("instead_of"))
        """The theme that the settings named when another one was chosen; a newer setting wins."""
        self.setting: str | None = None
        self._here = _mapping(_mapping(found.get("stores")).get(self._store))
        self._changed: set[str] = set()

    def word(self, name: str) -> str | None:
        """Return what was remembered under a name: `vacancy`, `pane`."""
        return _word(self._here.get(name))

    def number(self, name: str) -> int | None:
        """Return a number that was remembered: a width in cells."""
        found = self._here.get(name)
        return found if isinstance(found, int) and 0 < found < 1_000 else None  # noqa: PLR2004 - cells

    def sort(self, vacancy: str) -> str | None:
        """Return the order of a vacancy's candidates."""
        return _word(_mapping(self._here.get("sorts")).get(vacancy))

    def note(self, **found: str | int | None) -> None:
        """Remember words and numbers by name for this store; None forgets one."""
        for name, value in found.items():
            if self._here.get(name) != value:
                self._here[name] = value
                self._changed.add(name)

    def note_sort(self, vacancy: str, sort: str) -> None:
        """Remember the order of a vacancy's candidates."""
        sorts = _mapping(self._here.get("sorts"))
        if sorts.pop(vacancy, None) != sort:
            self._changed.add("sorts")
        sorts[vacancy] = sort
        self._here["sorts"] = dict(list(sorts.items())[-_VACANCIES_KEPT:])

    def note_theme(self, name: str) -> None:
        """Remember the theme, which is the same for every store."""
        self.theme, self.instead_of = name, self.setting
        self._changed.add("theme")

    @property
    def is_changed(self) -> bool:
        """Tell whether there is something to keep."""
        return bool(self._changed) and self._path is not None

    def keep(self) -> None:
        """Write the file, whole or not at all; where that is impossible nothing is said: little is lost."""
        if self._path is None or not self._changed:
            return
        found = _read(self._path)  # another window may have written its own part
        if "theme" in self._changed:
            found |= {"theme": self.theme, "instead_of": self.instead_of}
        self._changed.clear()
        stores = _mapping(found.get("stores"))
        stores.pop(self._store, None)
        if self._here:
            stores[self._store] = {name: value for name, value in self._here.items() if value is not None}
        found["stores"] = dict(list(stores.items())[-_STORES_KEPT:])
        import json

        with suppress(OSError):
            _write(self._path, json.dumps(found, indent=1).encode())


def _read(path: Path | None) -> dict[str, Any]:
    """Return what the file says; nothing where it is missing, foreign or broken."""
    if path is None:
        return {}
    try:
        if path.stat().st_size > _LARGEST:
            return {}
        import json

        return _mapping(json.loads(path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return {}


def _write(path: Path, data: bytes) -> None:
    """Put a new file, readable by its owner alone, in the place of the old one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    import secrets

    draft = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        file = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _ONLY_MINE)
        with os.fdopen(file, "wb") as opened:
            opened.write(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _mapping(found: object) -> dict[str, Any]:
    return {str(name): value for name, value in found.items()} if isinstance(found, dict) else {}


def _word(found: object) -> str | None:
    return found if isinstance(found, str) and len(found) <= _LONGEST and found.isprintable() else None
