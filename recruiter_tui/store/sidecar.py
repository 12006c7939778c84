"""A small file beside the store for what one person has open: never truth, never anybody's data but keys."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from pathlib import Path

_ONLY_MINE: Final = 0o600
_LONGEST: Final = 1_000_000
_ABANDONED: Final = 60
"""Seconds after which a draft is nobody's."""


class Sidecar:
    """What one person has open on one store, as JSON by name; kept across crashes, not across power cuts.

    It is no journal entry, because moving a cursor is no act; and it is not in the store, because there each
    move would wake every other terminal.
    """

    def __init__(self, store: Path, person: str) -> None:
        """Name the file by the store and a hash of the person's name; it is read at the first question."""
        mark = hashlib.sha256(person.encode()).hexdigest()[:12]
        self._path = store.with_name(f".{store.name}.{mark}.desk")
        self._kept: dict[str, Any] | None = None

    def get(self, name: str) -> Any:  # noqa: ANN401 - a JSON value
        """Return what was kept under a name, or None; a file that cannot be read holds nothing."""
        if self._kept is None:
            self._kept = self._read()
        return self._kept.get(name)

    def put(self, name: str, value: Any) -> bool:  # noqa: ANN401 - a JSON value
        """Keep a value under a name; tells whether it reached the file (a folder may be read only)."""
        if self.get(name) == value:
            return True
        kept = self._kept if self._kept is not None else {}
        kept[name] = value
        self._kept = kept
        return self._write(json.dumps(kept).encode())

    def _sweep(self) -> None:
        """Take away drafts that a killed program left behind."""
        with suppress(OSError):
            for draft in self._path.parent.glob(f"{self._path.name}.*"):
                if time.time() - draft.lstat().st_mtime > _ABANDONED:
                    draft.unlink()

    def _read(self) -> dict[str, Any]:
        self._sweep()
        try:
            descriptor = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
            with os.fdopen(descriptor, "rb") as file:
                found = json.loads(file.read(_LONGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, body: bytes) -> bool:
        """Replace the file in one step, so that a kill leaves the old one or the new one."""
        draft = self._path.with_name(f"{self._path.name}.{secrets.token_hex(6)}")
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
        try:
            with os.fdopen(os.open(draft, flags, _ONLY_MINE), "wb") as file:
                file.write(body)
            draft.replace(self._path)
        except OSError:
            with suppress(OSError):
                draft.unlink()
            return False
        return True
