"""A pile of 2,000 from seven systems: who applied twice is proposed, nobody merged, no text suffers."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.dialect_pile import DIALECTS, write
from tests.duplicate_pile import Pile, Row
from tests.services.services_job import notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services


async def test_planted_duplicates_across_seven_systems_are_proposed_and_nobody_is_merged(
    services: Services, tmp_path: Path
) -> None:
    [vacancy] = (await services.vacancies.add([notice()])).vacancies
    pile = Pile(by_career=False)
    persons: list[int] = []
    for path, mine in write(tmp_path, pile):
        report = await services.intake.load([path], vacancy)
        assert (report.added, report.problems) == (len(mine), ()), path.name
        persons += mine
    keys = list(await services.candidates.roll(vacancy, "", "key"))
    assert len(keys) == len(persons) == 2_000
    rows = await services.candidates.rows(keys)
    candidates = [(await services.candidates.dossier(row.key)).candidate_id for row in rows]
    assert len(set(candidates)) == 2_000
    who = dict(zip(candidates, persons, strict=True))
    by_person: dict[int, list[int]] = {}
    for candidate, person in who.items():
        by_person.setdefault(person, []).append(candidate)
    truth = {frozenset(pair) for pair in by_person.values() if len(pair) > 1}
    assert len(truth) == 140
    groups = await services.persons.duplicates(vacancy)
    proposed = {frozenset((pair.one, pair.other)) for group in groups for pair in group.pairs}
    told = {row.person: row.planted for row in pile.rows if row.planted}
    missed = sorted(told[who[next(iter(pair))]] for pair in truth - proposed)
    assert len(truth & proposed) >= 0.95 * len(truth), missed
    assert len(truth & proposed) >= 0.90 * len(proposed)


WORDS = (
    "أمينة بن يوسف",
    "Zoë Müller-Ñandú",
    '=HYPERLINK("http://example.org","x")',
    "+213555123456 Lee",
    'Ann "Annie" O\'Neil',
    "@SUM(A1) Lee",
    "张 伟",
)


async def test_odd_names_and_notes_survive_every_system_and_the_way_out_and_in_again(
    services: Services, tmp_path: Path
) -> None:
    [vacancy, other] = (
        *(await services.vacancies.add([notice()])).vacancies,
        *(await services.vacancies.add([notice("24502")])).vacancies,
    )
    pile = Pile(size=200, planted=0)
    pile.rows = [
        Row(n, word, f"p{n}@example.org", "+213555123456") for n, word in enumerate(WORDS * len(DIALECTS))
    ]
    for path, mine in write(tmp_path, pile):
        assert (await services.intake.load([path], vacancy)).added == len(mine)
    rows = await services.candidates.rows(await services.candidates.roll(vacancy, "", "key"))
    assert sorted(row.name for row in rows) == sorted(WORDS * len(DIALECTS))
    note = 'first line\nsecond; "quoted", =1+1\n+213'
    await services.candidates.note([rows[0].key], note)
    out = tmp_path / "out.csv"
    await services.export.export(vacancy, out, everything=True)
    table = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert not [cell for line in table for cell in line.values() if cell[:1] in "=@" and cell]
    assert (await services.intake.load([out], other)).added == len(rows)
    again = await services.candidates.rows(await services.candidates.roll(other, "", "key"))
    assert sorted(row.name for row in again) == sorted(row.name for row in rows)
    people = [await services.candidates.dossier(row.key) for row in again]
    assert {phone.value for one in people for phone in one.candidate.phones} == {"+213555123456"}
