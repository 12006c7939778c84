"""`relevance`: how much of one job counts for the vacancy, and what was ruled so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.session import json_option, vacancy_option, with_services
from recruiter_tui.domain.errors import NotFound, Refused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from recruiter_tui.cli.console import Console
    from recruiter_tui.domain.person import Employment
    from recruiter_tui.domain.rulings import Relevance
    from recruiter_tui.services import Services


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.epilog = "without --counts and --take-back it lists the jobs of the application by their numbers"
    parser.add_argument("application", metavar="APPLICATION", help="the application's own number")
    parser.add_argument(
        "job", metavar="JOB", nargs="?", type=int, help="the job's number in the list, from 1"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--counts", metavar="SHARE", help="yes, no, or a percentage such as 75%%")
    how.add_argument(
        "--take-back", action="store_true", help="take the ruling back; the job counts fully again"
    )
    parser.add_argument("--note", metavar="TEXT", default="", help="why, in your own words")
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Rule on one job, or list all of them."""
    rules = options.take_back or options.counts is not None
    if rules and options.job is None:
        problem = "the number of the job is missing"
        raise Refused(problem, "write it after the application; without --counts the jobs are listed")

    async def relevance(services: Services) -> int:
        [key] = await services.candidates.keys_of(options.vacancy, [options.application])
        jobs = (await services.candidates.dossier(key)).candidate.employment
        if options.job is not None and not 0 < options.job <= len(jobs):
            problem = f"{options.application} has no job {options.job}"
            raise NotFound(problem, "without a number all of them are listed, numbered from 1")
        if rules:
            share = None if options.take_back else options.counts
            changed = await services.rulings.relevance(key, options.job - 1, share, options.note)
            console.say(changed.summary)
            if not options.json:
                return 0
        ruled = {one.job: one.ruling for one in await services.rulings.jobs(key)}
        wanted = range(len(jobs)) if options.job is None else [options.job - 1]
        if options.json:
            console.json([_shape(place, jobs[place], ruled.get(place)) for place in wanted])
        else:
            console.table(
                ("job", "title", "employer", "from", "to", "full time", "counts", "ruled"),
                [_line(place, jobs[place], ruled.get(place)) for place in wanted],
            )
        return 0

    return with_services(options, relevance)


def _line(place: int, job: Employment, ruling: Relevance | None) -> Sequence[str]:
    """Return a job as a line of the list."""
    return (
        str(place + 1),
        job.title or "not stated",
        job.employer or "not stated",
        str(job.start or "not stated"),
        str(job.end or "not stated"),
        "not stated" if job.fte is None else f"{float(job.fte * 100):g} %",
        "fully" if ruling is None else ruling.in_words,
        "" if ruling is None else ", ".join(part for part in (ruling.by, ruling.note) if part),
    )


def _shape(place: int, job: Employment, ruling: Relevance | None) -> Mapping[str, object]:
    """Return a job for scripts; `relevance` null counts fully."""
    return {
        "job": place + 1,
        "title": job.title,
        "employer": job.employer,
        "start": None if job.start is None else str(job.start),
        "end": None if job.end is None else str(job.end),
        "fte": None if job.fte is None else float(job.fte),
        "relevance": None
        if ruling is None
        else {"share": str(ruling.share), "note": ruling.note, "by": ruling.by, "at": ruling.at},
    }
