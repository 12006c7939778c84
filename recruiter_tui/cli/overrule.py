"""`overrule`: a person's outcome in place of a finding's, with a written reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import vacancy_option, with_services
from recruiter_tui.domain.finding import Outcome

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument("application", metavar="APPLICATION", help="the application's own number")
    parser.add_argument("criterion", metavar="CRITERION", help="the criterion's id, as `screen` prints it")
    parser.add_argument(
        "--outcome",
        metavar="OUTCOME",
        required=True,
        choices=[outcome.value for outcome in Outcome],
        help="met, 'not met' or 'cannot tell'",
    )
    parser.add_argument("--reason", metavar="TEXT", required=True, help="why, in your own words")


def run(options: Namespace, console: Console) -> int:
    """Overrule."""

    async def overrule(services: Services) -> int:
        [key] = await services.candidates.keys_of(options.vacancy, [options.application])
        changed = await services.screening.overrule(
            key, options.criterion, Outcome(options.outcome), options.reason
        )
        console.say(changed.summary)
        return 0

    return with_services(options, overrule)
