"""`note`: a remark on applications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import applications_argument, vacancy_option, with_services, words_of

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.epilog = "note --vacancy REF APPLICATION WORD... or note --vacancy REF --text TEXT APPLICATION..."
    applications_argument(parser)
    parser.add_argument("--text", metavar="TEXT", help="the remark; then all words are applications")


def run(options: Namespace, console: Console) -> int:
    """Write the remark."""

    async def note(services: Services) -> int:
        applications, text = words_of(options, "the remark")
        keys = await services.candidates.keys_of(options.vacancy, applications)
        console.say((await services.candidates.note(keys, text)).summary)
        return 0

    return with_services(options, note)
