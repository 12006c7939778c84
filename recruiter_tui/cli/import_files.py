"""`import`: applications come in, all or none of a call."""

from __future__ import annotations

from argparse import ArgumentTypeError
from pathlib import Path
from typing import TYPE_CHECKING, Final

from recruiter_tui.cli.session import json_option, vacancy_option, with_services
from recruiter_tui.cli.shapes import import_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ImportReport


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "files",
        metavar="FILE|FOLDER",
        nargs="+",
        type=_path,
        help="applications: tables, JSON, Europass, CVs, mails, or a folder of any of them",
    )
    vacancy_option(parser)
    parser.add_argument("--dry-run", action="store_true", help="say what would happen, store nothing")
    parser.add_argument(
        "--update",
        action="store_true",
        help="apply rows that differ from what is stored, as a change to undo",
    )
    parser.add_argument(
        "--partial", action="store_true", help="take the readable rows in although others are refused"
    )
    parser.add_argument(
        "--errors",
        metavar="FILE",
        type=Path,
        help="where the refused rows are listed (default: beside the first file)",
    )
    parser.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        type=_meaning,
        dest="columns",
        default=[],
        help="what a column of a table means, for instance 'Nom complet=name'; nothing behind the = keeps its"
        " text. Remembered for tables with the same headings; may be given several times",
    )
    json_option(parser)


def _path(text: str) -> Path:
    """Return the path that a word names; an empty one is not the folder that one stands in."""
    if not text.strip():
        message = "the name of a file or folder is empty; write . for the folder that you are in"
        raise ArgumentTypeError(message)
    return Path(text)


def _meaning(text: str) -> tuple[str, str | None]:
    """Return a column's heading and the field that it fills; raises ArgumentTypeError without a =."""
    heading, sign, field = text.rpartition("=")
    if not (sign and heading.strip()):
        message = "write COLUMN=FIELD, for instance 'Nom complet=name'"
        raise ArgumentTypeError(message)
    return heading.strip(), field.strip() or None


def run(options: Namespace, console: Console) -> int:
    """Import and say row by row what was refused and why; status 1 when nothing could be taken in."""

    async def load(services: Services) -> int:
        progress = console.progress("importing")
        try:
            report = await services.intake.load(
                options.files,
                options.vacancy,
                dry_run=options.dry_run,
                update=options.update,
                partial=options.partial,
                errors=options.errors,
                columns=dict(options.columns),
                progress=progress,
            )
        finally:
            progress.close()
        if options.json:
            console.json(import_json(report, options.vacancy))
        else:
            console.line(summary(report))
        _narrate(report, console)
        return 1 if report.refused else 0

    return with_services(options, load)


_TOLD: Final = 50
"""Refused rows and warnings told one by one; a pile with a habit would else scroll everything away."""


def summary(report: ImportReport) -> str:
    """Return the whole import in one line."""
    if report.refused:
        count = len(report.problems)
        return (
            f"nothing was taken in: {count} {'rows or files are' if count > 1 else 'row or file is'} refused"
        )
    counts = f"{report.added} added, {report.updated} updated, {report.unchanged} unchanged"
    if report.differing:
        counts += f", {len(report.differing)} differ from what is stored"
    if report.problems:
        counts += f", {len(report.problems)} refused"
    if report.dry_run:
        return f"dry run, nothing stored: {counts}"
    return f"{report.batch}: {counts}" if report.batch else f"nothing changed: {counts}"


def _narrate(report: ImportReport, console: Console) -> None:
    """Say on stderr what a person should look at."""
    for mark, entries in (("refused", report.problems), ("warning", report.warnings)):
        for entry in entries[:_TOLD]:
            place = f", {entry.place}" if entry.place else ""
            remedy = f": {entry.remedy}" if entry.remedy else ""
            console.say(f"{mark}: {entry.file}{place}: {entry.problem}{remedy}")
        if len(entries) > _TOLD:
            console.say(f"{mark}: {len(entries) - _TOLD} more; --json tells all of them")
    if report.differing:
        told = ", ".join(report.differing)
        console.say(f"differing: {told}; import again with --update to apply what the file says")
    if report.refused:
        console.say("mend the refused rows, or take the others in with --partial")
    if report.error_file:
        console.say(f"the refused rows are listed in {report.error_file}")
