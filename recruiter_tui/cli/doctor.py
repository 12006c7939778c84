"""`doctor`: examines the store and says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare nothing beyond the global options."""
    parser.epilog = "Nothing is repaired or changed."


def run(options: Namespace, console: Console) -> int:
    """Print one line an examination; status 1 when any of them found a fault."""

    async def examine(services: Services) -> int:
        examined = await services.maintenance.doctor()
        for one in examined:
            mark = "note " if one.advice else "ok   " if one.ok else "FAULT"
            console.line(f"{mark} {one.subject}: {one.says}")
            if one.remedy:
                console.line(f"      {one.remedy}")
        return 0 if all(one.ok for one in examined) else 1

    return with_services(options, examine)
