"""`notice show`: one vacancy with its notice and criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.notice_text import notice_lines
from recruiter_tui.cli.session import json_option, with_services
from recruiter_tui.cli.shapes import detail_json, stamp

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("vacancy", metavar="REF", help="the notice's reference, or the store's own id (V2)")
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Print the vacancy."""

    async def show(services: Services) -> int:
        detail = await services.vacancies.get(options.vacancy)
        if options.json:
            from recruiter_tui.writing.notice_json import notice_json

            console.json(detail_json(detail) | {"notice": notice_json(detail.notice)})
            return 0
        row = detail.row
        counts = ", ".join(
            f"{count} {disposition.value}" for disposition, count in row.counts.items() if count
        )
        console.line(f"{'vacancy':<22} {row.id}, {row.status.value}")
        console.line(f"{'applications':<22} {counts or 'none'}")
        frozen = f"frozen {stamp(detail.frozen_at)}" if detail.frozen_at else "not frozen yet"
        console.line(f"{'criteria':<22} version {detail.criteria_version}, {frozen}")
        console.line(f"{'experience policy':<22} {detail.policy}")
        for line in notice_lines(detail.notice):
            console.line(line)
        return 0

    return with_services(options, show)
