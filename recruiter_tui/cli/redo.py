"""`redo`: does again what was taken back last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import json_option, with_services
from recruiter_tui.cli.shapes import history_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    json_option(parser)
    parser.epilog = "Acts are decisions, ranks, notes, tags, overrules, corrections and imports."


def run(options: Namespace, console: Console) -> int:
    """Do it again as a new act."""

    async def redo(services: Services) -> int:
        console.say((await services.history.redo()).summary)
        if options.json:
            [entry] = await services.history.entries(1)
            console.json(history_json(entry))
        return 0

    return with_services(options, redo)
