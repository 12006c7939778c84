"""Stores with invented people in them, for the store's own tests."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from recruiter_tui.domain.application import Application
from recruiter_tui.domain.dates import Moment
from recruiter_tui.domain.finding import Finding, Outcome
from recruiter_tui.domain.notice import Notice, Source
from recruiter_tui.domain.person import Candidate, Document, Employment, LanguageSkill
from recruiter_tui.domain.requirement import Kind, Necessity, Skill
from recruiter_tui.domain.stated import Stated
from recruiter_tui.store import codec
from recruiter_tui.store.leaving import Leaving, going, planned
from recruiter_tui.store.records import NewApplication, Screened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.store.store import Store, Undone
    from recruiter_tui.store.writing import Unit

NAMES = ("Zoë Ångström", "Łukasz Wiśniewski", "أمينة بن يوسف", "Ольга Жукова", "王小明", "Ada O'Neil")


class Ticking:
    """A clock that moves one second with every look, so that entries are told apart."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def take_back(store: Store, batch: int, *, force: bool = False) -> Undone:
    """Take an import back as one piece, with nobody beside it."""
    leaving = hidden(store, batch, force=force)
    undone = leaving.finish()
    while leaving.clear():
        pass
    return undone


def hidden(store: Store, batch: int, *, force: bool = False) -> Leaving:
    """Stage all that taking an import back needs; the act itself is still to come."""
    with closing(store.reader()) as reader:
        plan = planned(reader, batch, lambda: None, force=force)
        leaving = Leaving.begin(store, "ann", plan)
        for changes in going(reader, plan):
            leaving.stage(leaving.images(changes))
    return leaving


def person(number: int, *, paper: str | None = None) -> Candidate:
    """Return an invented candidate; `paper` is the text of a CV."""
    text = paper if paper is not None else f"Curriculum of person{number}: logistics, reporting, python."
    return Candidate(
        name=Stated.known(f"{NAMES[number % len(NAMES)]} {number}"),
        emails=(Stated.known(f"person{number}@example.org"),),
        phones=(Stated.known(f"+213555{number:06}"),),
        nationalities=(Stated.known("DZ"),),
        employment=(Employment(employer="Relief Example", title=f"Officer {number}"),),
        languages=(LanguageSkill("fr"), LanguageSkill("ar")),
        documents=(Document(f"cv{number}.txt", codec.sha256(text), text),),
    )


def applicant(number: int, *, paper: str | None = None, candidate_id: int | None = None) -> NewApplication:
    """Return an application ready to be staged."""
    candidate = person(number, paper=paper)
    return NewApplication.of(
        Application(f"A{number}", Moment.parse("2026-01-20T10:00:00+01:00"), "e-recruitment", internal=True),
        candidate,
        fingerprint=f"row-{number}",
        tags=("roster",) if number % 2 else (),
        notes=("came in by post",) if number % 5 == 0 else (),
        data={paper.sha256: paper.text.encode() for paper in candidate.documents},
        candidate_id=candidate_id,
    )


def add_vacancy(store: Store, reference: str = "18338", actor: str = "ann") -> int:
    """Store a vacancy with one criterion and return its key."""
    criteria = codec.dump_criteria((Skill(id="skill-1", text="writes clearly"),))
    notice = Notice(Source("notice.txt", "0" * 64, "test"), "An officer is wanted.", Stated.known("Officer"))
    with store.write(actor, "added", "Vacancy added: Officer") as unit:
        made = {"made_by": actor, "made_at": unit.act.at}
        key = unit.insert(
            "vacancy",
            {
                "title": "Officer",
                "reference": reference,
                "status": "open",
                "added_by": actor,
                "added_at": unit.act.at,
            },
        )
        unit.insert(
            "notice_version",
            {
                "vacancy_id": key,
                "number": 1,
                "file": "notice.txt",
                "sha256": "0" * 64,
                "text": notice.text,
                "notice": codec.dump_notice(notice),
            },
        )
        unit.insert(
            "criteria_version",
            {"vacancy_id": key, "number": 1, "criteria": criteria, "digest": codec.sha256(criteria), **made},
        )
    return key


def import_people(
    store: Store, vacancy: int, numbers: Sequence[int], *, chunk: int = 50, actor: str = "ann"
) -> list[int]:
    """Import invented people and return the applications' keys."""
    loading = store.load(actor, vacancy, "people.csv")
    keys: list[int] = []
    for start in range(0, len(numbers), chunk):
        keys += loading.stage([applicant(number) for number in numbers[start : start + chunk]])
    with loading.finish(f"{len(keys)} applications imported"):
        pass
    return keys


def decide(unit: Unit, key: int, disposition: str, *, expected: int | None = None) -> None:
    """Put a verdict on an application."""
    made = {"decided_by": unit.act.actor, "decided_at": unit.act.at}
    reason = "late" if disposition == "not-suitable" else None
    unit.update("application", key, {"disposition": disposition, "reason": reason, **made}, expected=expected)


def screened(
    key: int, outcome: Outcome = Outcome.MET, *, criteria: int = 1, tier: int | None = 1
) -> Screened:
    """Return a result of screening."""
    finding = Finding(
        "skill-1", Kind.SKILL, Necessity.ESSENTIAL, outcome, f"It is {outcome}.", {"months": [1, None]}
    )
    families = (outcome, outcome, Outcome.MET, Outcome.MET, Outcome.CANNOT_TELL)
    body = codec.dump_findings((finding,))
    return Screened(key, criteria, "once-fte", tier, *families, False, ("boundary",), 12, 13.5, body)  # noqa: FBT003  # a tuple's field


def screen(store: Store, keys: Sequence[int], outcome: Outcome = Outcome.MET) -> int:
    """Keep results of screening and return how many differed."""
    with store.write("ann", "screened", "screened", undoable=False) as unit:
        return unit.put_screenings([screened(key, outcome) for key in keys])


def tags(store: Store, key: int) -> list[str]:
    """Return an application's tags."""
    reader = store.reader()
    found: list[str] = json.loads(json.dumps(reader.rows([key])[0].tags))
    reader.close()
    return found
