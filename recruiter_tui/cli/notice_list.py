"""`notice list`: the vacancies in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.notice_text import closing_words
from recruiter_tui.cli.session import json_option, with_services
from recruiter_tui.cli.shapes import vacancy_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services

_HEAD = ("id", "reference", "grade", "status", "closing", "applications", "title")


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Print one line a vacancy."""

    async def show(services: Services) -> int:
        rows = await services.vacancies.list()
        if options.json:
            console.json([vacancy_json(row) for row in rows])
            return 0
        console.table(
            _HEAD,
            [
                (
                    row.id,
                    row.reference or "not stated",
                    row.grade or "not stated",
                    row.status.value,
                    closing_words(row.closing) if row.closing else "not stated",
                    str(row.total),
                    row.title,
                )
                for row in rows
            ],
        )
        return 0

    return with_services(options, show)
