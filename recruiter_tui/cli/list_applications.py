"""`list`: the applications of a vacancy, filtered."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from recruiter_tui.cli.pointing import pointing_at
from recruiter_tui.cli.session import json_option, vacancy_option, with_services
from recruiter_tui.cli.shapes import application_json

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.domain.finding import Outcome
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import ApplicationRow

_HEAD = (
    "application",
    "name",
    "tier",
    "outcome",
    "eligibility",
    "deadline",
    "education",
    "languages",
    "years",
    "disposition",
    "reason",
    "rank",
    "tags",
)


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument(
        "--filter", metavar="QUERY", default="", help="for instance: tier:1 and (outcome:met or tag:asked)"
    )
    parser.add_argument("--view", metavar="NAME", help="a saved view: its filter, before --filter, and order")
    parser.add_argument(
        "--sort", metavar="COLUMN", help="the order (default: the view's, else tier); -name reverses"
    )
    json_option(parser)
    parser.epilog = _language()


def _language() -> str:
    """Return the filter language in a few lines, and its fields."""
    import textwrap

    from recruiter_tui.domain.query import describe_fields

    fields = ", ".join(name for name, _about in describe_fields())
    said = (
        "A filter is words of the name, or conditions: field:value, field>=value (also > < <= = !=), ranges"
        " (years:2..5, received:2026-01..2026-03), phrases in quotation marks, and, or, not, parentheses."
        " What nobody knows is found by field:unknown alone. Fields: " + fields + ", finding.CRITERION."
        " --json prints the vacancy, the version of its criteria, and its applications."
    )
    return textwrap.fill(said, 100)


def run(options: Namespace, console: Console) -> int:
    """Print one line an application."""

    async def show(services: Services) -> int:
        detail = await services.vacancies.get(options.vacancy)
        query, sort = options.filter, options.sort or "tier"
        if options.view is not None:
            view = await services.filters.view(options.view, detail.row.id)
            query = f"({view.query}) {query}".strip() if view.query and query else query or view.query
            sort = options.sort or view.sort
        with pointing_at(console, query):
            keys = await services.candidates.roll(detail.row.id, query, sort)
        rows = await services.candidates.rows(keys)
        if options.json:
            console.json(
                {
                    "vacancy": detail.row.reference or detail.row.id,
                    "criteria_version": detail.criteria_version,
                    "applications": [application_json(row) for row in rows],
                }
            )
        else:
            console.table(_HEAD, [row_cells(row) for row in rows])
        return 0

    return with_services(options, show)


def row_cells(row: ApplicationRow) -> tuple[str, ...]:
    """Return one application as the cells of a line."""
    return (
        row.application,
        row.name,
        "?" if row.tier is None else str(row.tier),
        _word(row.outcome) + (" (overruled)" if row.overruled else ""),
        _word(row.eligibility),
        _word(row.deadline),
        _word(row.education_experience),
        _word(row.languages),
        _years(row),
        row.disposition.value,
        row.reason or "",
        "" if row.rank is None else str(row.rank),
        " ".join(row.tags),
    )


def _word(outcome: Outcome | None) -> str:
    """Return an outcome's word, a dash where nothing was asked or nobody has looked."""
    return outcome.value if outcome else "-"


def _years(row: ApplicationRow) -> str:
    """Return the years of experience, rounded down; both bounds where the dates are imprecise."""
    if row.months_low is None:
        return "-"
    low = _floored(row.months_low)
    if row.months_high is None:
        return f"{low} or more"
    high = _floored(row.months_high)
    return low if low == high else f"{low} to {high}"


def _floored(months: float) -> str:
    """Return months as years with one decimal that never rounds up."""
    return f"{math.floor(months / 12 * 10) / 10:.1f}"
