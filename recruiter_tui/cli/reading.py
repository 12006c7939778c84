"""Reading several files for the verbs that only look: one unreadable file does not hide the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from recruiter_tui.domain.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from recruiter_tui.cli.console import Console

T = TypeVar("T")


def each_file(paths: Sequence[Path], read: Callable[[Path], T], console: Console) -> tuple[list[T], int]:
    """Read every file; return what was read, and 1 as status when any was refused (each with its reason)."""
    results: list[T] = []
    failed = 0
    progress = console.progress("reading")
    for number, path in enumerate(paths):
        progress(number, len(paths))
        try:
            results.append(read(path))
        except Unreadable as error:
            progress.close()
            console.say(f"recruiter-tui: {error}")
            failed = 1
    progress.close()
    return results, failed
