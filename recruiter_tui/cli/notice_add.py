"""`notice add`: notices become vacancies, or another version of one, with what changed."""

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
    from recruiter_tui.domain.notice_diff import lines
    from recruiter_tui.services.education_values import NAMES

    async def add(services: Services) -> int:
        notices = await services.vacancies.preview(options.files)
        added = await services.vacancies.add(notices)
        rows = [(await services.vacancies.get(vacancy)).row for vacancy in added.vacancies]
        if options.json:
            shapes = [
                vacancy_json(row)
                | {
                    "file": notice.source.file,
                    "known": known,
                    "changes": None if diff is None else list(lines(diff, NAMES)),
                }
                for row, notice, known, diff in zip(rows, notices, added.known, added.revised, strict=True)
            ]
            console.json(shapes[0] if len(options.files) == len(shapes) == 1 else shapes)
        else:
            for row, known, diff in zip(rows, added.known, added.revised, strict=True):
                revised = "" if diff is None else "  (another version)"
                mark = "  (stored before, unchanged)" if known else revised
                console.line(f"{row.id}  {row.reference or 'no reference'}  {row.title}{mark}")
                for line in () if diff is None else list(lines(diff, NAMES)) or ["it says the same"]:
                    console.line(f"    {line}")
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
