"""`tier close`: records what came of a tier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import vacancy_option, with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument("tier", metavar="TIER", type=int, help="the tier's number")
    parser.add_argument("--note", metavar="TEXT", required=True, help="the outcome, in your own words")


def run(options: Namespace, console: Console) -> int:
    """Record it as an undoable act."""

    async def close(services: Services) -> int:
        changed = await services.screening.close_tier(options.vacancy, options.tier, options.note)
        console.say(changed.summary)
        return 0

    return with_services(options, close)
