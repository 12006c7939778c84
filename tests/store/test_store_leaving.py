"""Taking an import back in portions: one short act hides it, its rows are cleared away afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Conflict, NotFound, RecruiterError, WorkedOn
from recruiter_tui.domain.finding import Outcome
from recruiter_tui.store.leaving import Leaving, Moved, going, planned
from recruiter_tui.store.store import Store
from tests.store.store_builders import (
    add_vacancy,
    applicant,
    decide,
    hidden,
    import_people,
    person,
    screen,
    take_back,
)

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.store.reading import Reader

MANY = range(10, 210)


def counts(store: Store) -> dict[str, int]:
    """Return how many rows the tables hold that an import fills."""
    names = ("batch", "candidate", "candidate_facts", "candidate_key", "application", "screening", "finding")
    return {name: store._raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in names}  # noqa: S608 - names of this file


def test_what_is_taken_back_is_gone_for_everybody_at_once_and_cleared_in_portions(
    store: Store, reader: Reader
) -> None:
    vacancy = add_vacancy(store)
    keep = import_people(store, vacancy, [1, 2])
    gone = import_people(store, vacancy, list(MANY))
    screen(store, [*keep, *gone])
    whole = counts(store)
    leaving = hidden(store, 2)
    assert sorted(reader.roll(vacancy)) == sorted([*keep, *gone])
    assert store.verify().holds
    leaving.finish()
    assert sorted(reader.roll(vacancy)) == keep
    assert reader.search(vacancy, "logistics") == set(keep)
    assert sum(reader.vacancies()[0].counts.values()) == len(keep)
    assert counts(store) == whole
    assert store.verify().holds
    portions = 1
    while leaving.clear():
        portions += 1
        assert store.verify().holds
        assert sorted(reader.roll(vacancy)) == keep
    assert portions > 5
    assert counts(store)["application"] == len(keep)
    assert counts(store)["screening"] == len(keep)
    store.undo("ann")
    assert sorted(reader.roll(vacancy)) == sorted([*keep, *gone])
    assert store.verify().holds


def test_nobody_writes_to_what_is_still_being_cleared_away(store: Store, reader: Reader) -> None:
    """Who looked at it before, or judged it meanwhile, finds it gone; the journal's chain holds."""
    vacancy = add_vacancy(store)
    [keep] = import_people(store, vacancy, [1])
    gone = import_people(store, vacancy, [2, 3])
    screen(store, [keep, *gone])
    leaving = hidden(store, 2)
    leaving.finish()
    screen(store, [keep, *gone], outcome=Outcome.NOT_MET)
    with store.write("bo", "decided", "nobody") as unit:
        assert unit.find("application", gone[0]) is None
        unit.prefetch("application", gone)
        assert unit.find("application", gone[1]) is None
    with pytest.raises(NotFound), store.write("bo", "decided", "1 shortlisted") as unit:
        decide(unit, gone[0], "shortlisted")
    with pytest.raises(NotFound), store.write("bo", "corrected", "1 corrected") as unit:
        unit.put_candidate(2, person(9))
    assert store.verify().holds
    while leaving.clear():
        pass
    screen(store, [keep, *gone])
    assert store.verify().holds
    assert sorted(reader.findings([keep, *gone])) == [keep]


def test_undo_waits_until_the_rows_are_cleared_away(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, list(MANY))
    leaving = hidden(store, 1)
    leaving.finish()
    leaving.clear()
    with pytest.raises(Conflict, match="still being cleared away"):
        store.undo("ann")
    while leaving.clear():
        pass
    store.undo("ann")
    assert sorted(reader.roll(vacancy)) == sorted(keys)
    assert store.verify().holds


@pytest.mark.parametrize("portions", [0, 1, 4])
def test_what_a_dead_process_left_half_cleared_is_cleared_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portions: int
) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        vacancy = add_vacancy(store)
        import_people(store, vacancy, list(MANY))
        leaving = hidden(store, 1)
        leaving.finish()
        for _ in range(portions):
            leaving.clear()
    monkeypatch.setattr("recruiter_tui.store.sweeping._lives", lambda *_: False)
    with Store.open(path) as store:
        assert not any(counts(store).values())
        assert store.verify().holds
        store.undo("ann")
        assert counts(store)["application"] == len(MANY)
        assert store.verify().holds


def test_what_a_dead_process_staged_is_swept_and_nothing_was_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        vacancy = add_vacancy(store)
        import_people(store, vacancy, list(MANY))
        images = store._raw.execute("SELECT count(*) FROM image").fetchone()
        hidden(store, 1)
    monkeypatch.setattr("recruiter_tui.store.sweeping._lives", lambda *_: False)
    with Store.open(path) as store:
        assert counts(store)["application"] == len(MANY)
        assert store._raw.execute("SELECT count(*) FROM image").fetchone() == images
        assert store.verify().holds


def test_what_is_called_off_leaves_everything_as_it_was(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, list(MANY))
    images = store._raw.execute("SELECT count(*) FROM image").fetchone()
    leaving = hidden(store, 1)
    while leaving.abandon():
        pass
    assert sorted(reader.roll(vacancy)) == sorted(keys)
    assert store._raw.execute("SELECT count(*) FROM image").fetchone() == images
    assert store.verify().holds


@pytest.mark.parametrize("act", ["decide", "note", "setting", "correct"])
def test_whoever_works_on_it_meanwhile_is_noticed(store: Store, reader: Reader, act: str) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, [1, 2])
    leaving = hidden(store, 1)
    with store.write("bo", act, act) as unit:
        if act == "decide":
            decide(unit, keys[0], "shortlisted")
        elif act == "note":
            made = {"made_by": "bo", "made_at": unit.act.at}
            unit.insert("note", {"application_id": keys[0], "text": "call back", **made})
        elif act == "setting":
            unit.insert("setting", {"name": f"snooze/{keys[1]}", "value": "2026-12-01"})
        else:
            unit.update("candidate", 1, {"phones": "+213 555 00 00 00"})
    with pytest.raises(Moved):
        leaving.finish()
    assert sorted(reader.roll(vacancy)) == keys
    while leaving.abandon():
        pass
    with pytest.raises(WorkedOn):
        take_back(store, 1)
    assert store.verify().holds


def test_who_takes_back_what_somebody_else_took_back_meanwhile_is_told(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    import_people(store, vacancy, [1, 2])
    plan = planned(reader, 1, lambda: None, force=False)
    take_back(store, 1)
    leaving = Leaving.begin(store, "bo", plan)
    for changes in going(reader, plan):
        leaving.stage(leaving.images(changes))
    with pytest.raises(Moved):
        leaving.finish()
    while leaving.abandon():
        pass
    with pytest.raises(RecruiterError):
        planned(reader, 1, lambda: None, force=False)
    assert store.verify().holds


def test_a_verdict_on_somebody_else_does_not_disturb_it(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keep = import_people(store, vacancy, [1])
    import_people(store, vacancy, [2, 3])
    leaving = hidden(store, 2)
    with store.write("bo", "decided", "1 shortlisted") as unit:
        decide(unit, keep[0], "shortlisted")
    leaving.finish()
    while leaving.clear():
        pass
    assert sorted(reader.roll(vacancy)) == keep
    assert store.verify().holds


def test_work_on_it_goes_with_it_where_that_is_wished_and_comes_again(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, [1, 2])
    with store.write("bo", "decided", "1 shortlisted") as unit:
        decide(unit, keys[0], "shortlisted")
        made = {"made_by": "bo", "made_at": unit.act.at}
        note = unit.insert("note", {"application_id": keys[1], "text": "call back", **made})
    take_back(store, 1, force=True)
    assert list(reader.roll(vacancy)) == []
    assert store.verify().holds
    store.undo("ann")
    assert sorted(reader.roll(vacancy)) == keys
    assert reader.rows([keys[0]])[0].disposition.value == "shortlisted"
    assert store._raw.execute("SELECT text FROM note WHERE id = ?", (note,)).fetchone() == ("call back",)
    assert store.verify().holds


def test_an_import_can_be_abandoned_in_portions(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    loading = store.load("ann", vacancy, "people.csv")
    loading.stage([applicant(number) for number in MANY])
    portions = 1
    while loading.abandon_some():
        portions += 1
        assert store.verify().holds
        assert list(reader.roll(vacancy)) == []
    assert portions > 5
    assert not any(counts(store).values())
