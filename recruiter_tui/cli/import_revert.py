"""`import revert`: takes one whole import back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("batch", metavar="BATCH", help="the import's name, as `import` printed it (B3)")
    parser.add_argument(
        "--force",
        action="store_true",
        help="also where its applications were decided on, noted or corrected since: that goes too, and undo"
        " brings all of it again",
    )


def run(options: Namespace, console: Console) -> int:
    """Take it back as an undoable change."""

    async def revert(services: Services) -> int:
        console.say((await services.intake.revert(options.batch, force=options.force)).summary)
        return 0

    return with_services(options, revert)
