"""The settings file: TOML, checked key by key; without one, the defaults hold and Pydantic is not loaded."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Literal

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.experience_policy import ExperiencePolicy

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set; the text under each field is its manual."""

    user: str | None = None
    """Who acts: the name that every decision records. Default: the login name."""
    store: str | None = None
    """The store's file. Default: `store.db` in the user's data folder."""
    policy: ExperiencePolicy = ExperiencePolicy.ONCE_FTE
    """How months of experience are counted for vacancies that say nothing else: `sum`, `once`, `once-fte` or
    `once-fte-after-degree`."""
    theme: str | None = None
    """The name of the app's colours: `night`, `day`, `contrast`, `blue-orange`, or one of Textual's
    themes. What was chosen in the app later (f2) wins until this line changes. Default: `night`."""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for commands, by the command's name (`recruiter-tui keys` lists them):
    `"decide.shortlisted" = "f7"`; several with commas, none with an empty text."""
    signs: Literal["auto", "ascii", "unicode"] = "auto"
    """Which signs the app draws: `ascii` takes plain letters and lines, `auto` does so where the locale is C
    or the terminal is one without a font for more."""

    @property
    def actor(self) -> str:
        """Return the name that decisions record."""
        return self.user or login_name()


def login_name() -> str:
    """Return the login name, or `unknown` on a system that has none for this user."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def load(path: Path) -> Settings:
    """Read the settings file at `path`, or return the defaults where there is none.

    Raises Unreadable, which names the file, the key and what is wrong with it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path} cannot be read as text ({type(error).__name__})"
        raise Unreadable(message, "save it as UTF-8, or remove it") from None
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = f"{path} is not TOML: {error}"
        raise Unreadable(message, "mend the line, or remove the file") from None
    return _checked(path, found)


def _checked(path: Path, found: dict[str, object]) -> Settings:
    import difflib

    from pydantic import TypeAdapter, ValidationError

    known = [each.name for each in fields(Settings)]
    for name in found:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            message = f"{path} has a setting {name!r} that does not exist"
            remedy = f"did you mean {near[0]!r}?" if near else f"the settings are {', '.join(known)}"
            raise Unreadable(message, remedy)
    try:
        return TypeAdapter(Settings).validate_python(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        message = f"{path}: {place} is not right ({first['msg']})"
        raise Unreadable(message, "change it, or remove the line") from None
