"""`verify`: the journal's chain and the store's integrity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare nothing beyond the global options."""
    parser.epilog = (
        "The journal is tamper-evident, not tamper-proof: a journal rewritten as a whole shows only against\n"
        "a hash kept elsewhere, as every export and backup carries one."
    )


def run(options: Namespace, console: Console) -> int:
    """Say that all is well with the last hash, or name the first bad entry and return 1."""

    async def verify(services: Services) -> int:
        verification = await services.history.verify()
        if verification.ok:
            console.line(f"ok: {verification.entries} entries, last hash {verification.anchor}")
            return 0
        entry = f" (entry {verification.first_bad})" if verification.first_bad is not None else ""
        console.say(f"recruiter-tui: {verification.problem}{entry}")
        console.say("recruiter-tui: the store was changed from outside: keep a copy, restore the last backup")
        return 1

    return with_services(options, verify)
