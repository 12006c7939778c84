"""`tag`: short words on applications, to find them again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import applications_argument, vacancy_option, with_services
from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.epilog = (
        "tag --vacancy REF APPLICATION TAG... or tag --vacancy REF --add TAG --remove TAG APPLICATION..."
    )
    applications_argument(parser)
    parser.add_argument(
        "--add", metavar="TAG", action="append", default=[], help="then all words are applications"
    )
    parser.add_argument(
        "--remove", metavar="TAG", action="append", default=[], help="as --add, takes the tag away"
    )


def run(options: Namespace, console: Console) -> int:
    """Set and take away tags."""
    applications, add = options.applications, options.add
    if not add and not options.remove:
        applications, add = applications[:1], applications[1:]
        if not add:
            problem = "the tag is missing"
            raise Refused(problem, "write it after the application, or several applications and then --add")

    async def tag(services: Services) -> int:
        keys = await services.candidates.keys_of(options.vacancy, applications)
        console.say((await services.candidates.tag(keys, add=add, remove=options.remove)).summary)
        return 0

    return with_services(options, tag)
