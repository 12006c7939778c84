"""Writes the demo: notices and the files of invented applicants, the same bytes on the same day."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from . import cases, forms
from .draw import Draft, Draw
from .papers import paper
from .people import People
from .plans import MAIN, OTHERS, Plan
from .pools import FOLDER, labels

if TYPE_CHECKING:
    from .model import Applicant

SEED = "a notice and a pile of applications"
_PLACEHOLDER = re.compile(r"\{([+-]\d+)d:([a-z-]+)\}")
_IN_JSON, _IN_RESUMES = 15, 5


@dataclass(frozen=True, slots=True)
class DemoVacancy:
    """One notice with the files of its applicants, in the order in which they are to be taken in."""

    notice: Path
    applicants: tuple[Path, ...] = ()
    intended_problems: tuple[Path, ...] = ()
    """Files among the applicants whose rows try to do harm."""


@dataclass(frozen=True, slots=True)
class DemoFiles:
    """What was written."""

    folder: Path
    today: date
    vacancies: tuple[DemoVacancy, ...]
    """The main one first."""
    cases: Mapping[str, str]
    """Edge cases of the main vacancy: name to application number."""

    @property
    def main(self) -> DemoVacancy:
        """Return the vacancy with the many applicants."""
        return self.vacancies[0]


def write_demo(folder: Path, today: date) -> DemoFiles:
    """Write notices and applicants' files below `folder`; raises OSError where it cannot."""
    rng = random.Random(SEED)  # noqa: S311 - invented people, no secret
    people = People(rng)
    plans = {plan.notice: plan for plan in (MAIN, *OTHERS)}
    stories = {MAIN.notice: _drafts(rng, people, MAIN, today)}
    for plan in OTHERS:
        again = rng.sample(stories[MAIN.notice][: MAIN.count], plan.shared)
        stories[plan.notice] = [*_drafts(rng, people, plan, today), *_again(rng, people, plan, today, again)]
    vacancies, known = [], {}
    for source in sorted(
        (FOLDER / "notices").iterdir(), key=lambda path: (path.name != MAIN.notice, path.name)
    ):
        notice = folder / "notices" / source.name
        _write(notice, dated(source.read_text(encoding="utf-8"), today))
        if source.name not in plans:
            vacancies.append(DemoVacancy(notice))
            continue
        drafts = sorted(stories[source.name], key=lambda draft: draft.instant)
        applicants = [_numbered(rng, number, draft) for number, draft in enumerate(drafts, 1)]
        if source.name == MAIN.notice:
            known = {
                draft.case: applicant.id
                for draft, applicant in zip(drafts, applicants, strict=True)
                if draft.case
            }
        vacancies.append(
            _write_applicants(folder / "applicants" / source.stem, notice, applicants, set(known.values()))
        )
    main = _with_hostile(vacancies[0], MAIN, today)
    return DemoFiles(folder, today, (main, *vacancies[1:]), known)


def dated(text: str, today: date) -> str:
    """Put days counted from today into a notice: `{-6d:en-dmy}` is six days ago as `16 November 2026`."""
    return _PLACEHOLDER.sub(lambda slot: _in_words(today + timedelta(days=int(slot[1])), slot[2]), text)


def _in_words(day: date, style: str) -> str:
    if style == "iso":
        return day.isoformat()
    language, _, order = style.partition("-")
    month = labels(language).months[day.month - 1]
    if order == "mdy":
        return f"{month} {day.day}, {day.year}"
    if language == "es":
        return f"{day.day} de {month} de {day.year}"
    return f"{day.day:02} {month} {day.year}" if language == "en" else f"{day.day} {month} {day.year}"


def _drafts(rng: random.Random, people: People, plan: Plan, today: date) -> list[Draft]:
    """Return the applicants whom a plan asks for; the main vacancy's edge cases come last."""
    draw = Draw(rng, people, plan, today)
    intents = rng.choices(list(plan.intents), list(plan.intents.values()), k=plan.count)
    drafts = [draw.applicant(intent) for intent in intents]
    return [*drafts, *cases.edges(draw)] if plan is MAIN else drafts


def _again(rng: random.Random, people: People, plan: Plan, today: date, drafts: list[Draft]) -> list[Draft]:
    """Return the same persons with the same careers as applicants to another vacancy."""
    draw = Draw(rng, people, plan, today)
    found = []
    for draft in drafts:
        received, instant = draw.receipt()
        applicant = replace(draft.applicant, received=received, channel="e-recruitment")
        found.append(replace(draft, applicant=applicant, instant=instant))
    return found


def _numbered(rng: random.Random, number: int, draft: Draft) -> Applicant:
    """Return the applicant with a number and a CV."""
    applicant = replace(draft.applicant, id=f"A{number:04}")
    return replace(applicant, paper=paper(rng, applicant, draft.trade))


def _write_applicants(
    folder: Path, notice: Path, applicants: list[Applicant], cases_kept: set[str]
) -> DemoVacancy:
    """Write a vacancy's applicants: most as CSV; where there are hundreds, some in the other two forms."""
    others: list[Applicant] = []
    if len(applicants) > 10 * (_IN_JSON + _IN_RESUMES):
        plain = [applicant for applicant in applicants if applicant.id not in cases_kept]
        others = plain[:: len(plain) // (_IN_JSON + _IN_RESUMES)][: _IN_JSON + _IN_RESUMES]
    elsewhere = {applicant.id for applicant in others}
    rows = [applicant for applicant in applicants if applicant.id not in elsewhere]
    written = [_write(folder / "applicants.csv", "\ufeff" + forms.as_csv(rows))]
    for applicant in rows:
        _write(folder / "cvs" / f"{applicant.id}.txt", applicant.paper)
    if others:
        written.append(_write(folder / "applicants.json", forms.as_json(others[:_IN_JSON])))
        written += [
            _write(folder / f"resume-{each.id}.json", forms.as_resume(each)) for each in others[_IN_JSON:]
        ]
    return DemoVacancy(notice, tuple(written))


def _with_hostile(vacancy: DemoVacancy, plan: Plan, today: date) -> DemoVacancy:
    path = _write(vacancy.applicants[0].with_name("unusual.csv"), cases.hostile(plan.window(today)[1]))
    return DemoVacancy(vacancy.notice, (*vacancy.applicants, path), (path,))


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
