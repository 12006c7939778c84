from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.merging import Which
from tests.duplicate_pile import Pile
from tests.services.services_job import keys, notice, row, write_pile
from tests.services.store_dump import content

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

HADDAD = (
    row("A1", "Amina Haddad", nationalities="AG", phone="+213555123456", email="amina@example.org"),
    row("A2", "HADDAD Amina", nationalities="TN", phone="'+213 555 12 34 56", email="k3_x@indeedemail.com"),
    row("A3", "Benoît Lefèvre"),
)


async def with_pile(services: Services, folder: Path, rows: tuple[str, ...] = HADDAD) -> None:
    await services.vacancies.add([notice()])
    await services.intake.load([write_pile(folder, rows)], "24501")


async def ids(services: Services, *applications: str) -> list[int]:
    return [
        (await services.candidates.dossier(key)).candidate_id for key in await keys(services, *applications)
    ]


async def test_two_applications_of_one_person_are_proposed_with_reasons_and_left_as_they_are(
    services: Services, tmp_path: Path
) -> None:
    await with_pile(services, tmp_path)
    before = content(services.store_path)
    [group] = await services.persons.duplicates()
    assert set(group.names.values()) == {"Amina Haddad", "HADDAD Amina"}
    [pair] = group.pairs
    said = {reason.says: reason.is_for for reason in pair.reasons}
    assert said["same phone number"]
    assert said["same name, its words in another order"]
    assert not said["different nationalities"]
    assert content(services.store_path) == before
    one, other = await ids(services, "A1", "A2")
    assert [(p.one, p.other) for p in await services.persons.alike(other)] == [(one, other)]
    assert await services.persons.duplicates("24501") == [group]


async def test_a_merge_moves_the_applications_keeps_both_papers_and_screens_again(
    services: Services, tmp_path: Path
) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    changed = await services.persons.merge(
        one, other, {"nationalities": Which.OTHER, "emails": Which.BOTH, "name": Which.KEEP}
    )
    assert set(changed.applications) == set(await keys(services, "A1", "A2"))
    assert await ids(services, "A1", "A2") == [one, one]
    merged = await services.persons.person(one)
    assert [applied.application for applied in merged.applications] == ["A1", "A2"]
    assert [mail.value for mail in merged.candidate.emails] == ["amina@example.org", "k3_x@indeedemail.com"]
    rows = await services.candidates.rows(await keys(services, "A1", "A2"))
    assert {line.eligibility for line in rows} == {Outcome.NOT_MET}
    assert await services.persons.duplicates() == []
    assert (await services.history.verify()).ok
    with pytest.raises(NotFound):
        await services.persons.person(other)


async def test_merging_and_parting_leaves_everything_as_it_was(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    before = content(services.store_path)
    await services.persons.merge(one, other, {"employment": Which.BOTH, "name": Which.OTHER})
    assert content(services.store_path) != before
    [third] = await keys(services, "A3")
    await services.candidates.tag([third], add=["seen"])
    await services.candidates.tag([third], remove=["seen"])
    [merge] = await services.persons.merges()
    assert (merge.keep, merge.other, merge.by) == (one, other, "awa")
    await services.persons.unmerge(other)
    assert content(services.store_path) == before
    assert await services.persons.merges() == []
    assert len(await services.persons.duplicates()) == 1
    assert (await services.history.verify()).ok
    await services.history.undo()
    assert await ids(services, "A2") == [one]
    await services.history.redo()
    assert content(services.store_path) == before


async def test_undo_takes_a_merge_back(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    before = content(services.store_path)
    one, other = await ids(services, "A1", "A2")
    await services.persons.merge(one, other, {"phones": Which.BOTH})
    await services.history.undo()
    assert content(services.store_path) == before


async def test_what_was_changed_since_keeps_a_merge(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    await services.persons.merge(one, other, {"phones": Which.OTHER})
    [key] = await keys(services, "A1")
    await services.candidates.correct(key, "name", "Amina Hadad")
    with pytest.raises(Conflict, match="changed since"):
        await services.persons.unmerge(other)
    with pytest.raises(NotFound):
        await services.persons.unmerge(one)


async def test_a_verdict_given_since_does_not_stand_in_the_way(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    await services.persons.merge(one, other, {})
    [key] = await keys(services, "A2")
    await services.candidates.note([key], "rang back")
    await services.persons.unmerge(other)
    assert await ids(services, "A1", "A2") == [one, other]


async def test_a_merge_of_a_record_that_moved_is_refused(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    seen = {person.id: person.version for person in await services.persons.people([one, other])}
    [key] = await keys(services, "A2")
    await services.candidates.correct(key, "name", "A. Haddad")
    before = content(services.store_path)
    with pytest.raises(Conflict):
        await services.persons.merge(one, other, {}, expected=seen)
    with pytest.raises(Refused):
        await services.persons.merge(one, one, {})
    with pytest.raises(Refused):
        await services.persons.merge(one, other, {"name": Which.BOTH})
    assert content(services.store_path) == before


async def test_who_is_not_the_same_is_remembered_with_who_said_so(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    one, other = await ids(services, "A1", "A2")
    changed = await services.persons.keep_apart([(other, one)])
    assert changed.sequence
    assert await services.persons.duplicates() == []
    assert await services.persons.alike(one) == []
    [said] = await services.persons.separations()
    assert (said.one, said.other, said.by) == (one, other, "awa")
    assert not (await services.persons.keep_apart([(one, other)])).sequence
    await services.history.undo()
    assert len(await services.persons.duplicates()) == 1


async def test_a_person_of_two_vacancies_is_known_in_both(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    await services.vacancies.add([notice("24502", "Port Officer")])
    again = row("B7", "Amina HADDAD", phone="+213555123456", email="amina@example.org")
    await services.intake.load([write_pile(tmp_path, (again,), "more.csv")], "24502")
    [group] = await services.persons.duplicates("24502")
    assert len(group.members) == 3
    [key] = await services.candidates.keys_of("24502", ["B7"])
    other = (await services.candidates.dossier(key)).candidate_id
    [one] = await ids(services, "A2")
    await services.persons.merge(one, other, {})
    assert "Harbour Officer" in (await services.candidates.dossier(key)).also_applied


HOUSES = ("Alpha", "Beta", "Gamma", "Delta", "Omega")


async def test_five_john_does_stay_five(services: Services, tmp_path: Path) -> None:
    does = tuple(
        row(
            f"A{n}",
            "John Doe",
            email="john.doe@email.com",
            phone=f"+21355512345{n}",
            employment=f"Officer | {house} House | 2015-01-01 | 2020-12-31 | 100%",
        )
        for n, house in enumerate(HOUSES)
    )
    await with_pile(services, tmp_path, does)
    assert await services.persons.duplicates() == []
    rows = await services.candidates.roll("V1")
    assert len({(await services.candidates.dossier(key)).candidate_id for key in rows}) == 5


async def test_planted_duplicates_are_found_and_lookalikes_left_alone(
    services: Services, tmp_path: Path
) -> None:
    pile = Pile()
    assert (len(pile.rows), len(pile.truth())) == (2_000, 140)
    await services.vacancies.add([notice()])
    await services.intake.load([pile.write(tmp_path / "pile.csv")], "24501")
    with closing(sqlite3.connect(services.store_path)) as store:
        named = dict(store.execute("SELECT candidate_id, public_id FROM application"))
    groups = await services.persons.duplicates()
    proposed = {frozenset((named[p.one], named[p.other])) for group in groups for p in group.pairs}
    truth, kinds = pile.truth(), pile.kinds()
    missed = sorted(kinds[pair] for pair in truth - proposed)
    assert len(truth & proposed) >= 0.95 * len(truth), missed
    assert len(truth & proposed) >= 0.90 * len(proposed)
    assert len(set(named)) == 2_000


async def test_an_import_taken_back_leaves_the_store_as_it_was(services: Services, tmp_path: Path) -> None:
    await with_pile(services, tmp_path)
    before = content(services.store_path)
    strange = (
        row("B1", "أمينة بن يوسف", phone="+213555000111", note='first line\nsecond; "quoted"'),
        row("B2", '=HYPERLINK("http://example.org")', tags="a; b"),
        row("B3", "Émile Zongo", email="emile@example.org"),
    )
    report = await services.intake.load([write_pile(tmp_path, strange, "strange.csv")], "24501")
    assert report.batch is not None
    shown = {line.name for line in await services.candidates.rows(await keys(services, "B1", "B2", "B3"))}
    assert shown == {"أمينة بن يوسف", '=HYPERLINK("http://example.org")', "Émile Zongo"}
    await services.intake.revert(report.batch)
    assert content(services.store_path) == before
    assert (await services.history.verify()).ok
