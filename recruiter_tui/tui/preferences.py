"""What a person chose for the app, read and checked before the first picture."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from recruiter_tui import settings
from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.paths import Paths
from recruiter_tui.tui import commands
from recruiter_tui.tui.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.settings import Settings

OWN_THEME: Final = "night"
_POOR_TERMINALS: Final = frozenset({"linux", "vt100", "vt102", "vt220", "ansi", "cons25"})
"""Terminals whose font has no signs beyond the plainest."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the app begins."""

    theme: str = OWN_THEME
    plain: bool = False
    """Whether signs are of ASCII alone."""
    memory: Memory = field(default_factory=Memory)


def load(store: str | None = None, environ: Mapping[str, str] = os.environ) -> Preferences:
    """Read settings and memory, give the commands their keys; raises Unreadable where a setting is wrong."""
    paths = Paths.default()
    chosen = use_keys(paths)
    memory = Memory(paths.remembered, paths.store(store, chosen.store, environ))
    theme = fitting(environ) if chosen.theme is None else _theme(chosen.theme, paths)
    if memory.theme in _theme_names() and memory.instead_of == chosen.theme:
        theme = memory.theme
    memory.setting = chosen.theme
    plain = chosen.signs == "ascii" or (chosen.signs == "auto" and is_plain(environ))
    return Preferences(theme, plain, memory)


def use_keys(paths: Paths | None = None) -> Settings:
    """Give the commands the keys that the settings name for them, and return the settings."""
    place = (paths or Paths.default()).settings
    chosen = settings.load(place)
    commands.use_keys(chosen.keys, str(place))
    return chosen


def fitting(environ: Mapping[str, str]) -> str:
    """Return the theme to begin with where nobody chose one: a terminal of few colours needs its own."""
    many = environ.get("TEXTUAL_COLOR_SYSTEM", environ.get("COLORTERM", "")).strip().lower()
    if many in ("truecolor", "24bit", "256") or environ.get("TERM", "").endswith(("-256color", "-kitty")):
        return OWN_THEME
    return "mono" if "NO_COLOR" in environ else "sixteen"


def is_plain(environ: Mapping[str, str]) -> bool:
    """Tell whether terminal or locale say that only plain signs show; a silent locale says nothing."""
    locale = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    if not environ.get("LC_ALL") and locale.upper() == "C.UTF-8" and environ.get("LANG") in ("C", "POSIX"):
        locale = environ["LANG"]  # Python itself set LC_CTYPE, because the person's locale is plain C
    name, _, encoding = locale.partition(".")
    encoding = encoding.partition("@")[0].lower().replace("-", "")
    poor = environ.get("TERM", "") in _POOR_TERMINALS
    return poor or (name in ("C", "POSIX") and not encoding) or (bool(encoding) and encoding != "utf8")


def _theme(name: str, paths: Paths) -> str:
    """Return the theme of the settings; raises Unreadable with the nearest one for a name that is none."""
    known = _theme_names()
    if name in known:
        return name
    import difflib

    near = difflib.get_close_matches(name, known, 1)
    message = f"{paths.settings}: theme names {name!r}, which does not exist"
    raise Unreadable(message, f"did you mean {near[0]!r}?" if near else f"ours are {', '.join(known[:4])}")


def _theme_names() -> tuple[str, ...]:
    from recruiter_tui.tui.theme import names

    return names()
