"""`screen`: findings for every application of a vacancy."""

from __future__ import annotations

from argparse import BooleanOptionalAction
from collections import Counter
from typing import TYPE_CHECKING

from recruiter_tui.cli.session import json_option, vacancy_option, with_services
from recruiter_tui.cli.shapes import (
    as_kept_json,
    as_of_json,
    screened_application_json,
    screened_json,
)
from recruiter_tui.domain.policy import ExperiencePolicy
from recruiter_tui.domain.profiles import PROFILES

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console
    from recruiter_tui.services import Services

_MANY = 500


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    vacancy_option(parser)
    parser.add_argument(
        "--policy",
        choices=[policy.value for policy in ExperiencePolicy],
        help="how experience is counted (default: as the vacancy says, at first once-fte)",
    )
    parser.add_argument(
        "--profile",
        metavar="NAME",
        choices=[name for one in PROFILES for name in (one.name, one.id)],
        help="a body's whole way of screening: " + ", ".join(dict.fromkeys(one.name for one in PROFILES)),
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="make --policy or --profile the vacancy's; otherwise it is a look, kept nowhere",
    )
    parser.add_argument("--reason", metavar="TEXT", help="why, with --keep once a verdict froze the criteria")
    parser.add_argument(
        "--as-of",
        metavar="VERSION",
        type=int,
        help="compute the findings of a criteria version again from its inputs and report differences",
    )
    parser.add_argument(
        "--passages",
        action=BooleanOptionalAction,
        help=f"quote the papers on what a person judges (default: up to {_MANY} applications, with --json)",
    )
    json_option(parser)


def run(options: Namespace, console: Console) -> int:
    """Screen and print the findings."""
    from recruiter_tui.services.portions import Telling

    async def screen(services: Services) -> int:
        if options.as_of is not None:
            return await _as_of(services, options, console)
        progress = console.progress("screening")
        try:
            kept = (await services.vacancies.get(options.vacancy)).policy
            screened = await services.screening.screen(
                options.vacancy,
                _policy(options),
                keep=options.keep,
                reason=options.reason,
                telling=Telling(options.json, await _wants_passages(services, options)),
                progress=progress,
            )
        finally:
            progress.close()
        if options.policy and not options.keep and screened.policy != kept:
            console.say(f"a look under {screened.policy}, kept nowhere: the vacancy counts as {kept}")
        if options.json:
            rows = map(screened_application_json, screened.applications)
            console.long_json(screened_json(screened), "applications", rows)
            return 0
        for one in screened.applications:
            outcome = one.row.outcome.value if one.row.outcome else "not screened"
            tier = "tier ?" if one.row.tier is None else f"tier {one.row.tier}"
            console.line(f"{one.row.application}  {one.row.name}  {tier}  {outcome}")
            for reason in one.reasons:
                mark = " (overruled)" if reason.overruled else ""
                console.line(f"    {reason.stands:<12} {reason.criterion}{mark}: {reason.why}")
        counts = Counter(str(one.row.outcome or "not screened") for one in screened.applications)
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
        console.say(
            f"{len(screened.applications)} screened under {screened.policy}: {told or 'no applications'}"
        )
        return 0

    return with_services(options, screen)


def _policy(options: Namespace) -> str | None:
    """Return the policy asked for: a profile, a way of counting, or a profile that counts that way."""
    profile: str | None = options.profile
    policy: str | None = options.policy
    return f"{profile}; experience={policy}" if profile and policy else profile or policy


async def _as_of(services: Services, options: Namespace, console: Console) -> int:
    """Compute a version's findings again; a difference is a failure."""
    found = await services.criteria.as_of(options.vacancy, options.as_of)
    if options.json:
        console.long_json(as_of_json(found), "applications", map(as_kept_json, found.applications))
    for one in found.differences:
        console.say(f"{one.application}  {one.criterion}: stored {one.stored}; computed {one.computed}")
    told = f"{len(found.differences)} differences" if found.differences else "no differences"
    terms = f"criteria version {found.version} ({found.policy})"
    console.say(f"{len(found.applications)} applications under {terms}: {told}")
    return 1 if found.differences else 0


async def _wants_passages(services: Services, options: Namespace) -> bool:
    """Tell whether to quote the papers: as asked for, else in JSON where it does not take long."""
    if options.passages is not None:
        return bool(options.passages)
    return options.json and (await services.vacancies.get(options.vacancy)).row.total <= _MANY
