"""`where`: which folders and files the program uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console


def arguments(parser: ArgumentParser) -> None:
    """Declare nothing beyond the global options."""
    parser.epilog = "Nothing is created by asking."


def run(options: Namespace, console: Console) -> int:
    """Print one place a line."""
    from recruiter_tui.compose import places
    from recruiter_tui.writing.files import shown

    for name, path in places(options.store).items():
        console.line(f"{name:<10} {shown(path)}")
    return 0
