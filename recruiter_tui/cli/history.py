"""`history`: what was done, by whom and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import json_option, with_services
from recruiter_tui.cli.shapes import history_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services

_ENOUGH_TO_READ = 100


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--limit",
        metavar="N",
        type=int,
        default=_ENOUGH_TO_READ,
        help=f"how many of the latest (default {_ENOUGH_TO_READ})",
    )
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Print the latest entries, newest first."""

    async def show(services: Services) -> int:
        from recruiter_tui.services.entries import folded

        entries = await services.history.entries(max(options.limit, 1))
        if options.json:
            console.json([history_json(entry) for entry in entries])
            return 0
        console.table(
            ("entry", "at", "by", "what"),
            [
                (
                    str(entry.sequence),
                    f"{entry.at:%Y-%m-%d %H:%M:%S}Z",
                    entry.by,
                    entry.summary + (" (undone)" if entry.undone else ""),
                )
                for entry in folded(entries)
            ],
        )
        return 0

    return with_services(options, show)
