"""`decide`: records a person's decision on applications, all or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import applications_argument, vacancy_option, with_services
from recruiter_tui.domain.application import Disposition

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument(
        "--to",
        metavar="DISPOSITION",
        required=True,
        choices=[disposition.value for disposition in Disposition],
        help=f"one of {', '.join(disposition.value for disposition in Disposition)}; new reinstates",
    )
    parser.add_argument(
        "--reason", metavar="CODE", help="why not suitable; `notice show --json` lists the codes"
    )
    parser.add_argument("--note", metavar="TEXT", help="own words, kept with the decision")
    applications_argument(parser)


def run(options: Namespace, console: Console) -> int:
    """Decide."""

    async def decide(services: Services) -> int:
        keys = await services.candidates.keys_of(options.vacancy, options.applications)
        changed = await services.decisions.decide(
            keys, Disposition(options.to), reason=options.reason, note=options.note
        )
        console.say(changed.summary)
        return 0

    return with_services(options, decide)
