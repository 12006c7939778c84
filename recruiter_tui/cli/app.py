"""`recruiter-tui` without a verb: opens the app where a person sits at a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from recruiter_tui.cli.console import Console

_WRONG_PLACE = 2
BROWSER = "textual.drivers.web_driver:WebDriver"
"""What textual-serve names in TEXTUAL_DRIVER for the app that it runs behind a page."""


def run(options: Namespace | SimpleNamespace, console: Console) -> int:
    """Open the app on the store that the options name; refuse with status 2 where there is no terminal."""
    if not can_open(console):
        return _WRONG_PLACE
    status: int = options.doors.open_app(options.store, options.actor)
    return status


def can_open(console: Console) -> bool:
    """Tell whether the app can be drawn and steered here; where not, say why and what works instead."""
    if os.environ.get("TEXTUAL_DRIVER") == BROWSER:
        return True
    if not _at_a_terminal():
        problem = "the app needs a terminal on standard input and output"
    elif os.environ.get("TERM") == "dumb":
        problem = "this terminal cannot draw (TERM=dumb)"
    else:
        return True
    console.say(f"recruiter-tui: {problem}; `recruiter-tui --help` lists the commands that need none")
    return False


def _at_a_terminal() -> bool:
    """Tell whether keys can come in and a screen can be drawn (which happens on stderr)."""
    try:
        return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
    except ValueError:
        return False  # a closed stream
