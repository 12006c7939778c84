"""`export`: the shortlist as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.cli.session import vacancy_option, with_services

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument(
        "--output", metavar="FILE", type=Path, required=True, help="FILE.csv, FILE.xlsx or FILE.json"
    )
    parser.add_argument("--all", action="store_true", help="every application, not the shortlisted alone")
    parser.add_argument(
        "--columns",
        metavar="NAME",
        nargs="+",
        help="which columns, in this order (separated by blanks or commas)",
    )
    parser.add_argument(
        "--reveal",
        metavar="WHY",
        help="write the names of a vacancy that is read blind; the journal keeps the reason",
    )
    parser.add_argument("--force", action="store_true", help="replace an existing file")


def run(options: Namespace, console: Console) -> int:
    """Write the file, print its path, and say the journal's anchor on stderr."""
    from recruiter_tui.writing.files import shown

    columns = [name for part in options.columns or () for name in part.split(",") if name]

    async def export(services: Services) -> int:
        report = await services.export.export(
            options.vacancy,
            options.output,
            everything=options.all,
            columns=columns,
            force=options.force,
            reveal=options.reveal,
        )
        console.line(shown(report.path))
        console.say(f"{report.rows} applications written")
        if report.hidden:
            console.say(f"{report.hidden} of them without names, as the vacancy is read blind: --reveal WHY")
        console.say(f"journal: entry {report.sequence}, hash {report.anchor}")
        return 0

    return with_services(options, export)
