"""The program's start: `recruiter-tui` and `python -m recruiter_tui`; joins the command line and the app."""

from __future__ import annotations

import gc
import sys

from recruiter_tui.cli.doors import Doors
from recruiter_tui.cli.main import run


def main() -> int:
    """Run the command line with the arguments of this process and return its exit status."""
    return run(sys.argv[1:], Doors(_open_app, _keys))


def _open_app(store: str | None, actor: str | None) -> int:
    """Open the app; Textual is loaded here and nowhere earlier."""
    # Start-up makes objects and drops none: collecting garbage meanwhile takes a tenth of its time. The app
    # collects again once its first rows stand.
    gc.disable()
    from recruiter_tui.tui.app import run_app

    status = run_app(store, actor)
    gc.freeze()  # the process ends: what is left is looked through for nothing
    return status


def _keys() -> list[tuple[str, str, str, str, str]]:
    """Return what the app's registry of commands declares, with the keys that the settings give it."""
    from recruiter_tui.tui import commands, preferences

    preferences.use_keys()
    return list(commands.manual())


if __name__ == "__main__":
    sys.exit(main())
