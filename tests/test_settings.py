"""Settings: without a file the defaults hold; a wrong key or value is named with its remedy."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Unreadable
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.settings import Settings, load, login_name

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    found = load(tmp_path / "settings.toml")
    assert found == Settings()
    assert found.policy is ExperiencePolicy.ONCE_FTE
    assert found.actor == login_name()


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'user = "Zoë"\nstore = "~/x.db"\npolicy = "sum"\ntheme = "night"\n'
        '[keys]\n"decision.shortlist" = "f2"\n',
        encoding="utf-8",
    )
    wanted = Settings("Zoë", "~/x.db", ExperiencePolicy.SUM, "night", {"decision.shortlist": "f2"})
    assert load(path) == wanted
    assert wanted.actor == "Zoë"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("usr = 'x'", "did you mean 'user'"),
        ("password = 'x'", "the settings are user, store, policy"),
        ("policy = 'twice'", "policy is not right"),
        ("user = 3", "user is not right"),
        ("user = ", "is not TOML"),
        ("[keys]\na = 1", r"keys\.a is not right"),
    ],
)
def test_what_is_wrong_is_named_with_its_remedy(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(Unreadable, match=words) as error:
        load(path)
    assert str(path) in str(error.value)
    assert error.value.remedy


def test_a_file_that_is_not_text_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Unreadable, match="cannot be read as text"):
        load(path)


def test_a_system_without_a_login_name_has_an_actor_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError(0)

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert login_name() == "unknown"
