"""Where a person's data and settings lie, on each system in its own place."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

STORE_VARIABLE: Final = "RECRUITER_TUI_STORE"
"""The environment variable that names a store in place of the default one."""
NAME: Final = "recruiter-tui"


def path_of(written: str) -> Path:
    """Return the path that a person wrote; `~` is one's home, and that of nobody stays as it was written."""
    return Path(os.path.expanduser(written))  # noqa: PTH111 - Path's own raises for a home that there is not


@dataclass(frozen=True, slots=True)
class Paths:
    """The places that the program uses; nothing is made before it is needed."""

    data: Path
    """The folder of the default store and of the backups that migrations make."""
    settings: Path
    """The settings file, which need not exist."""

    @classmethod
    def default(cls) -> Paths:
        """Return the places that this system keeps for programs of one user."""
        import platformdirs

        config = Path(platformdirs.user_config_path(NAME, appauthor=False))
        return cls(Path(platformdirs.user_data_path(NAME, appauthor=False)), config / "settings.toml")

    def store(
        self,
        named: str | None = None,
        setting: str | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> Path:
        """Return the store's file: named to the command, in the environment or settings, or default."""
        chosen = named or environment.get(STORE_VARIABLE) or setting
        return path_of(chosen) if chosen else self.data / "store.db"

    @property
    def remembered(self) -> Path:
        """Return the file of what the app remembers of how it was left; it may be removed at any time."""
        return self.settings.with_name("remembered.json")

    @property
    def backups(self) -> Path:
        """Return the folder of the backups that migrations make of the default store."""
        return self.data / "backups"
