"""Vacancy notices: bytes to text, text to an outline, each field by a reader of its own."""

from __future__ import annotations

import hashlib
import stat
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.domain.notice import Notice

MOST_BYTES = 20_000_000
"""The size above which a file is no notice."""


def read_notice(path: Path) -> tuple[Notice, ...]:
    """Return the notices in a file: several where it is a board's CSV or a JSON list, else one.

    Raises Unreadable, with the file's name and what to do, when it is no text, too big, or holds no notice.
    """
    from recruiter_tui.reading.notices.assemble import assemble, is_a_notice
    from recruiter_tui.reading.notices.source import sheets_of

    data = _bytes_of(path)
    digest = hashlib.sha256(data).hexdigest()
    try:
        notices = [assemble(sheet, path.name, digest) for sheet in sheets_of(data, path)]
    except Unreadable as refusal:
        if path.name in refusal.problem:
            raise
        message = f"{path.name}: {refusal.problem}"
        raise Unreadable(message, refusal.remedy) from None
    kept = tuple(notice for notice in notices if is_a_notice(notice))
    if not kept:
        message = f"{path.name} holds nothing that reads like a vacancy notice"
        raise Unreadable(
            message, "check that it is the right file, or paste the notice's text into a .txt file"
        )
    return kept


def _bytes_of(path: Path) -> bytes:
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            message = f"{path.name} is not an ordinary file"
            raise Unreadable(message, "name a file that holds the notice")
        if found.st_size > MOST_BYTES:
            message = f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB"
            raise Unreadable(message, "save the notice alone, as text")
        return path.read_bytes()
    except OSError as error:
        message = f"{path.name} cannot be opened: {error.strerror or 'unknown reason'}"
        raise Unreadable(message, "check the name and the permissions") from None
