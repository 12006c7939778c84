"""What the store needs to know of the file system: its type, and whether a file is still the same one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "gpfs", "lustre", "ceph", "afs", "drvfs", "ntfs3"}
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "fuseblk", "davfs", "fuse.davfs2"}
)
"""File systems without the shared memory that a write-ahead log needs, or on which it is known to fail."""

_MOUNTS = Path("/proc/self/mountinfo")


class Identity(NamedTuple):
    """Which file a path names; a path that was replaced names another one."""

    device: int
    inode: int

    @classmethod
    def of(cls, path: Path) -> Identity | None:
        """Return the identity of the file at `path`, or None where there is none."""
        try:
            found = path.stat()
        except OSError:
            return None
        return cls(found.st_dev, found.st_ino)


def type_of(path: Path, mounts: Path = _MOUNTS) -> str | None:
    """Return the type of the file system that holds `path`, or None where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    where = os.path.realpath(path)
    best: tuple[int, str] | None = None
    for line in lines:
        left, separator, right = line.partition(" - ")
        fields = left.split()
        if not separator or len(fields) < 5:  # noqa: PLR2004  # the mount point is the fifth field
            continue
        point = (
            fields[4].encode().decode("unicode_escape", errors="replace") if "\\" in fields[4] else fields[4]
        )
        inside = point in ("/", where) or where.startswith(point.rstrip("/") + "/")
        if inside and (best is None or len(point) >= best[0]):
            best = (len(point), right.split()[0])
    return best[1] if best else None


def is_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Tell whether `path` lies on a file system where a write-ahead log must not be used."""
    return type_of(path, mounts) in NETWORK_TYPES


def make_private_folder(folder: Path) -> None:
    """Make `folder` and its parents where they are missing, open to their owner alone (0700)."""
    missing = [folder, *folder.parents]
    for each in reversed([one for one in missing if not one.exists()]):
        each.mkdir(mode=0o700, exist_ok=True)


def make_private_file(path: Path) -> None:
    """Make an empty file for its owner alone (0600); raises FileExistsError rather than follow a link."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600))


def settle_file(path: Path) -> None:
    """Make a file's contents durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put_in_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, durably; raises FileExistsError where the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        draft.rename(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Make the names in `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
