"""`demo`: a filled store of its own, to look around in without touching anything real."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console

_WRONG_PLACE = 2


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--keep", metavar="PATH", type=Path, help="keep the store here, and open it again next time"
    )
    parser.add_argument("--no-open", action="store_true", help="build the store and print its path")


def run(options: Namespace, console: Console) -> int:
    """Build the demo store and open it; without `--keep` it goes when the app is closed."""
    from recruiter_tui.cli.app import can_open  # noqa: PLC0415 - not needed for usage errors
    from recruiter_tui.compose import build_demo  # noqa: PLC0415 - as above
    from recruiter_tui.writing.files import shown  # noqa: PLC0415 - as above

    if not options.no_open and not can_open(console):
        return _WRONG_PLACE
    folder = None if options.keep else Path(tempfile.mkdtemp(prefix="recruiter-tui-demo-"))
    path: Path = options.keep or Path(folder or ".") / "demo.store"
    try:
        if path.exists():
            console.say(f"the demo store at {shown(path)} is there already and stays as it is")
        else:
            progress = console.progress("building the demo")
            try:
                asyncio.run(build_demo(path, progress))
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
