"""`keys`: the keys of the app, for a card beside the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console


def arguments(parser: ArgumentParser) -> None:
    """Declare nothing beyond the global options."""
    parser.epilog = (
        "In the app `?` shows the keys of the screen that you are on. The settings file gives a command "
        'other keys by its name: [keys] "decide.shortlisted" = "s, f7".'
    )


def run(options: Namespace, console: Console) -> int:
    """Print one key a line, in the order of the app's help."""
    console.table(("key", "what", "which does", "where", "name"), options.doors.keys())
    return 0
