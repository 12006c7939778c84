"""Files that leave the program."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Refused
from recruiter_tui.writing.files import shown, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def names_in(folder: Path) -> list[str]:
    return sorted(found.name for found in folder.iterdir())


def test_a_new_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert write_whole(tmp_path / "list.csv", [b"a", b"bc"]) == 3
    finally:
        os.umask(before)
    assert (tmp_path / "list.csv").read_bytes() == b"abc"
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["list.csv"]


def test_an_existing_file_is_kept_unless_its_replacement_was_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old")
    with pytest.raises(Refused, match="exists already: choose another name, or replace it with --force"):
        write_whole(target, [b"new"])
    assert target.read_bytes() == b"old"
    write_whole(target, [b"new"], force=True)
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("force", [False, True])
def test_what_a_link_points_at_is_never_touched(tmp_path: Path, *, force: bool) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / "list.csv").symlink_to(victim)
    if force:
        write_whole(tmp_path / "list.csv", [b"new"], force=True)
    else:
        with pytest.raises(Refused, match="exists already"):
            write_whole(tmp_path / "list.csv", [b"new"])
    assert victim.read_bytes() == b"precious"


def test_a_link_that_appears_meanwhile_is_refused_as_well(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")

    def parts() -> Iterator[bytes]:
        yield b"new"
        (tmp_path / "list.csv").symlink_to(victim)

    with pytest.raises(Refused, match="exists already"):
        write_whole(tmp_path / "list.csv", parts())
    assert victim.read_bytes() == b"precious"
    assert names_in(tmp_path) == ["list.csv", "victim"]


def test_a_failure_in_the_middle_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old")

    def parts() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "no room")

    with pytest.raises(Refused, match="cannot be written"):
        write_whole(target, parts(), force=True)
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["list.csv"]


def test_folders_that_are_missing_or_in_the_way_are_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="does not exist: create it first"):
        write_whole(tmp_path / "no" / "list.csv", [b""])
    with pytest.raises(Refused, match="is a folder: name a file in it"):
        write_whole(tmp_path, [b""], force=True)


def test_a_file_name_is_shown_without_what_steers_a_terminal() -> None:
    assert shown(Path(os.fsdecode(b"cv\xff\x1b[31m\n.csv"))) == "cv\\xff\\x1b[31m\\n.csv"
