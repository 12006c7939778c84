"""`compare`: applications side by side, differences first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import applications_argument, json_option, vacancy_option, with_services
from recruiter_tui.cli.shapes import comparison_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    applications_argument(parser)
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Compare 2 to 6 applications."""

    async def compare(services: Services) -> int:
        keys = await services.candidates.keys_of(options.vacancy, options.applications)
        comparison = await services.comparison.compare(keys)
        if options.json:
            row = (await services.vacancies.get(options.vacancy)).row
            console.json(comparison_json(comparison, row.reference or row.id))
            return 0
        head = ("", "", *(f"{row.application} {row.name}" for row in comparison.applications))
        rows = [("*" if line.differs else "", line.label, *line.cells) for line in comparison.lines]
        console.table(head, [tuple(" ".join(cell.split()) for cell in row) for row in rows])
        return 0

    return with_services(options, compare)
