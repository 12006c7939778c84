"""Where data and settings lie, and who may say so."""

from __future__ import annotations

from pathlib import Path

from recruiter_tui.paths import STORE_VARIABLE, Paths

PATHS = Paths(
    Path("/home/ann/.local/share/recruiter-tui"), Path("/home/ann/.config/recruiter-tui/settings.toml")
)


def test_without_a_word_the_store_lies_in_the_users_data_folder() -> None:
    assert PATHS.store(environment={}) == PATHS.data / "store.db"
    assert PATHS.backups == PATHS.data / "backups"


def test_the_command_line_goes_before_the_environment_and_that_before_the_settings() -> None:
    environment = {STORE_VARIABLE: "/tmp/env.db"}  # noqa: S108  # a name only
    assert PATHS.store("one.db", "set.db", environment) == Path("one.db")
    assert PATHS.store(None, "set.db", environment) == Path(environment[STORE_VARIABLE])
    assert PATHS.store(None, "set.db", {}) == Path("set.db")


def test_a_tilde_is_the_home_folder() -> None:
    assert PATHS.store("~/x.db") == Path.home() / "x.db"


def test_the_default_places_are_the_programs_own() -> None:
    found = Paths.default()
    assert found.data.name == "recruiter-tui"
    assert found.settings.name == "settings.toml"
