"""`backup`: a complete, verified copy of the store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.cli.session import with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the new file; an existing one is refused")


def run(options: Namespace, console: Console) -> int:
    """Write the copy, print its path, and say the journal's anchor on stderr."""
    from recruiter_tui.writing.files import shown

    async def backup(services: Services) -> int:
        made = await services.maintenance.backup(options.file)
        console.line(shown(made.path))
        console.say(f"journal: entry {made.sequence}, hash {made.anchor}")
        return 0

    return with_services(options, backup)
