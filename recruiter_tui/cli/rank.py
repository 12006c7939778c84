"""`rank`: the order of the shortlist, within a tier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import vacancy_option, with_services
from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import Changed


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument("application", metavar="APPLICATION", help="a shortlisted application's own number")
    parser.add_argument(
        "place", metavar="PLACE", help="a rank from 1, or up, down, first or last in its tier"
    )


def run(options: Namespace, console: Console) -> int:
    """Move the application; another tier is never entered."""

    async def rank(services: Services) -> int:
        [key] = await services.candidates.keys_of(options.vacancy, [options.application])
        console.say((await _move(services, key, options.place)).summary)
        return 0

    return with_services(options, rank)


async def _move(services: Services, key: int, place: str) -> Changed:
    """Do what the word or number asks for."""
    shortlist = services.shortlist
    if place in {"up", "down"}:
        return await shortlist.move(key, -1 if place == "up" else 1)
    if place in {"first", "last"}:
        return await shortlist.to_end(key, last=place == "last")
    if place.isascii() and place.isdigit():
        return await shortlist.place(key, int(place))
    problem = f"{place!r} is no place"
    raise Refused(problem, "write a number from 1, or up, down, first or last")
