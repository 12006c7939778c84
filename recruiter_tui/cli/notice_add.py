"""`notice add`: notices become vacancies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import files_argument, json_option, with_services
from recruiter_tui.cli.shapes import vacancy_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    files_argument(parser, "notices: text, Markdown, saved pages")
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Store the notices, all or none, and print the id that each vacancy got."""

    async def add(services: Services) -> int:
        notices = await services.vacancies.preview(options.files)
        added = await services.vacancies.add(notices)
        rows = [(await services.vacancies.get(vacancy)).row for vacancy in added.vacancies]
        if options.json:
            shapes = [
                vacancy_json(row) | {"file": notice.source.file, "known": known}
                for row, notice, known in zip(rows, notices, added.known, strict=True)
            ]
            console.json(shapes[0] if len(options.files) == len(shapes) == 1 else shapes)
        else:
            for row, known in zip(rows, added.known, strict=True):
                mark = "  (stored before, unchanged)" if known else ""
                console.line(f"{row.id}  {row.reference or 'no reference'}  {row.title}{mark}")
        console.say(added.changed.summary)
        for row in await services.vacancies.list():
            twins = [
                new.id
                for new in rows
                if new.reference and new.reference == row.reference and new.id != row.id
            ]
            if twins:
                console.say(f"{row.id} has the same reference as {', '.join(twins)}: name them by their ids")
        return 0

    return with_services(options, add, create=True)
