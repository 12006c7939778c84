"""Files that leave the program: whole or not at all, readable by their owner only, never through a link."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

REPLACE: Final = "choose another name, or replace it with --force"
_ONLY_MINE = 0o600


def write_whole(path: Path, parts: Iterable[bytes], *, force: bool = False) -> int:
    """Write the parts to a file that appears complete or not at all; return its size in bytes.

    The bytes go to a new file in the same folder, reach the disk, and only then get the name. Without
    `force` an existing name is refused, also one that appears meanwhile; with it the name is replaced and
    what a link pointed at stays untouched. Raises Refused with what to do next.
    """
    refuse_target(path, force=force)
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(8)}.part")
    try:
        size = _write_synced(temporary, parts)
        try:
            _give_name(temporary, path, force=force)
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        why = f"{shown(path)} cannot be written ({os.strerror(error.errno or 0)})"
        raise Refused(why, "choose a folder that you can write to and that has room") from error
    return size


def refuse_target(path: Path, *, force: bool, remedy: str = REPLACE) -> None:
    """Raise Refused where a file cannot take this name, before any work goes into it."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            problem = f"the folder of {shown(path)} does not exist"
            raise Refused(problem, "create it first, or choose another folder") from None
        return
    except OSError as error:
        why = f"{shown(path)} cannot be reached ({os.strerror(error.errno or 0)})"
        raise Refused(why, "choose another folder") from error
    if stat.S_ISDIR(mode):
        problem = f"{shown(path)} is a folder"
        raise Refused(problem, "name a file in it")
    if not force:
        problem = f"{shown(path)} exists already"
        raise Refused(problem, remedy)


def shown(path: Path | str) -> str:
    """Return a path for people: bytes that are no UTF-8 and characters that steer a terminal are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in text
    )


def _write_synced(temporary: Path, parts: Iterable[bytes]) -> int:
    """Create the file for its owner alone and wait for the disk; leave nothing after a failure."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(temporary, flags, _ONLY_MINE)
    size = 0
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), _ONLY_MINE)
            for part in parts:
                size += file.write(part)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink()
        raise
    return size


def _give_name(temporary: Path, path: Path, *, force: bool) -> None:
    """Give the finished file its name; a link instead of a rename keeps a name that appeared meanwhile."""
    if force:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        problem = f"{shown(path)} exists already"
        raise Refused(problem, REPLACE) from None
    except (PermissionError, NotImplementedError):
        # Some file systems (FAT, some network ones) know no hard links: claim the name, then replace it.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, _ONLY_MINE))
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself reach the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
