"""What lies in a folder, by name: every file of it, or a line about what is not read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from recruiter_tui.services.views import RowProblem
from recruiter_tui.writing.files import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_DEEPEST: Final = 20
_TRACES: Final = ("._", "~$", ".~lock.")
"""How the names begin of what systems and office programs leave beside a document that was open."""


def is_folder(path: Path) -> bool:
    """Tell whether a name stands for a folder; one that cannot be looked at is for the reader to explain."""
    return os.path.isdir(path)  # noqa: PTH112 - Path's own raises for a name that is too long or not to be seen


def below(folder: Path) -> Iterator[Path | RowProblem]:
    """Yield what a folder and those below it hold, by name, whatever may come of reading it.

    Nothing is left out without a line: a folder that cannot be opened or lies too deep is a problem, as
    papers may be in it; links to folders and what programs leave beside a document are warnings.
    """
    yield from _below(folder, folder, 0)


def _below(top: Path, folder: Path, depth: int) -> Iterator[Path | RowProblem]:
    if depth > _DEEPEST:
        what = f"the folder lies more than {_DEEPEST} folders deep"
        yield RowProblem(_name(top, folder), "", what, "name it as a folder of its own")
        return
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        what = f"the folder cannot be opened ({os.strerror(error.errno or 0)})"
        yield RowProblem(_name(top, folder), "", what, "check that it is there and that you may read it")
        return
    for entry in found:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(top, path, depth + 1)
        elif entry.is_symlink() and is_folder(path):
            what = "passed over: a link to a folder"
            yield RowProblem(_name(top, path), "", what, "name that folder itself", is_warning=True)
        elif entry.name.startswith(_TRACES):
            what = "passed over: left by a program beside a document"
            yield RowProblem(_name(top, path), "", what, "the document itself is read", is_warning=True)
        else:
            yield path


def _name(top: Path, path: Path) -> str:
    """Return a place below the folder that was named, or that folder's own name."""
    return shown(path.relative_to(top)) if path != top else shown(path)


def state_of(paths: Iterable[Path]) -> object:
    """Return what tells whether files and folders hold the same again: which files, their sizes and times.

    None where something cannot be looked at; then reading says what is wrong.
    """
    seen: list[object] = []
    try:
        for path in paths:
            for file in below(path) if is_folder(path) else (path,):
                if isinstance(file, RowProblem):
                    seen.append(file)
                else:
                    status = file.stat()
                    seen.append((str(file), status.st_size, status.st_mtime_ns))
    except (OSError, ValueError):  # a name that no system takes is a ValueError
        return None
    return seen
