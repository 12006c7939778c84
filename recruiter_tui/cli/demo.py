"""`demo`: a filled store of its own, to look around in without touching anything real."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console

_WRONG_PLACE = 2
_PREFIX = "recruiter-tui-demo-"
_CLAIM = "held"


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--keep", metavar="PATH", type=Path, help="keep the store here, and open it again next time"
    )
    parser.add_argument("--no-open", action="store_true", help="build the store and print its path")


def run(options: Namespace, console: Console) -> int:
    """Build the demo store and open it; without `--keep` it goes when the app is closed."""
    from recruiter_tui.cli.app import can_open
    from recruiter_tui.compose import build_demo
    from recruiter_tui.writing.files import shown

    if not options.no_open and not can_open(console):
        return _WRONG_PLACE
    sweep()
    folder = None if options.keep else Path(tempfile.mkdtemp(prefix=_PREFIX))
    path: Path = options.keep or Path(folder or ".") / "demo.store"
    claim = None if folder is None or options.no_open else _claim(folder)
    try:
        if path.exists():
            console.say(f"the demo store at {shown(path)} is there already and stays as it is")
        else:
            progress = console.progress("building the demo")
            try:
                asyncio.run(build_demo(path, progress, scratch=folder))
            finally:
                progress.close()
        if options.no_open:
            console.line(shown(path))
            folder = None
            return 0
        status: int = options.doors.open_app(str(path), options.actor)
        return status
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        if claim is not None:
            os.close(claim)


def sweep() -> None:
    """Remove the folders of demos that were killed: one's own, and of no process that still lives."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            claim = os.open(folder / _CLAIM, os.O_RDWR | os.O_NOFOLLOW)
            try:
                fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails while its demo runs
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(claim)


def _claim(folder: Path) -> int:
    """Hold a folder for the life of this process; only a folder that somebody held is ever swept."""
    draft = folder / f"{_CLAIM}.draft"
    claim = os.open(draft, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    fcntl.flock(claim, fcntl.LOCK_EX)
    draft.rename(folder / _CLAIM)  # nobody meets the name before it is held
    return claim
