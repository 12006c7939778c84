"""The one write path: all of an act or none of it, counted, searchable, and never over somebody else's."""

from __future__ import annotations

import multiprocessing
import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.application import Disposition, ReasonCode, VacancyStatus
from recruiter_tui.domain.errors import Conflict, NotFound, Refused
from recruiter_tui.domain.finding import Outcome, Override
from recruiter_tui.domain.person import Candidate
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import fold
from recruiter_tui.store import codec
from recruiter_tui.store.reading import SORTS
from recruiter_tui.store.records import candidate_columns, papers_of, searchable
from recruiter_tui.store.store import Store
from tests.store.store_builders import NAMES, add_vacancy, decide, import_people, person, screen, screened

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.reading import Reader


def test_a_vacancy_comes_back_as_it_went_in(store: Store, reader: Reader) -> None:
    key = add_vacancy(store)
    with store.write("ann", "changed", "Codes and closing") as unit:
        codes = codec.dump_codes([ReasonCode("relocation", "does not want to move", needs_text=True)])
        unit.update("vacancy", key, {"reason_codes": codes})
    found = reader.vacancy(key)
    assert (found.line.title, found.line.reference, found.line.status) == (
        "Officer",
        "18338",
        VacancyStatus.OPEN,
    )
    assert found.notice.text == "An officer is wanted."
    assert [criterion.id for criterion in found.notice.criteria] == ["skill-1"]
    assert (found.criteria.number, found.criteria.frozen_at) == (1, None)
    assert found.codes == (ReasonCode("relocation", "does not want to move", needs_text=True),)


def test_a_vacancy_is_found_by_reference_or_own_id(store: Store, reader: Reader) -> None:
    first, second = add_vacancy(store, "18338"), add_vacancy(store, "X/1")
    assert [reader.vacancy_key(ref) for ref in ("18338", "X/1", f"V{first}", f"v{second}")] == [
        first,
        second,
        first,
        second,
    ]
    for ref in ("nothing", "V99", "V", "", "V99999999999999999999999", "V\u0661"):
        with pytest.raises(NotFound, match="there is no vacancy"):
            reader.vacancy_key(ref)


def test_a_reference_that_two_vacancies_bear_asks_for_the_own_id(store: Store, reader: Reader) -> None:
    add_vacancy(store)
    add_vacancy(store)
    with pytest.raises(Refused, match="V1 and V2 have the reference"):
        reader.vacancy_key("18338")


def test_an_application_comes_back_with_everything(store: Store, reader: Reader) -> None:
    (key,) = import_people(store, add_vacancy(store), [5])
    record = reader.record(key)
    assert record.applicant.candidate == person(5)
    application = record.applicant.application
    assert (application.id, application.internal, application.channel) == ("A5", True, "e-recruitment")
    assert application.received is not None
    assert application.received.earliest.isoformat() == "2026-01-20T09:00:00+00:00"
    assert [note.text for note in record.notes] == ["came in by post"]
    assert (record.line.tags, record.line.spoken, record.line.nationalities) == (
        ("roster",),
        ("fr", "ar"),
        ("DZ",),
    )
    assert reader.document(record.applicant.candidate.documents[0].sha256)


def test_counts_move_with_every_decision(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(5))
    with store.write("bo", "decided", "two decided") as unit:
        decide(unit, keys[0], "shortlisted")
        decide(unit, keys[1], "maybe")
        decide(unit, keys[1], "not-suitable")
    assert reader.vacancies()[0].counts == {
        Disposition.NEW: 3,
        Disposition.SHORTLISTED: 1,
        Disposition.NOT_SUITABLE: 1,
    }
    line = reader.rows([keys[1]])[0]
    assert (line.disposition, line.reason, line.decided_by, line.version) == ("not-suitable", "late", "bo", 3)


def test_a_block_that_raises_leaves_nothing(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(2))
    anchor = store.anchor()

    def fail() -> None:
        with store.write("ann", "decided") as unit:
            decide(unit, keys[0], "shortlisted")
            message = "no"
            raise KeyError(message)

    with pytest.raises(KeyError):
        fail()
    assert store.anchor() == anchor
    assert reader.rows(keys[:1])[0].disposition == "new"
    assert store.verify().holds


def test_an_act_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    keys = import_people(store, add_vacancy(store), range(1))
    with store.write("ann", "decided") as unit:
        assert not unit.update("application", keys[0], {"disposition": "new"})
        added = unit.insert("setting", {"name": "a", "value": "b"})
        unit.delete("setting", added)
    assert (unit.sequence, unit.touched) == (0, ())
    assert store.anchor()[0] == 2


def test_an_export_is_remembered_although_no_row_changed(store: Store) -> None:
    sequence = store.record("ann", "exported", "Exported 3 to list.csv", details=["list.csv"])
    (entry,) = store.entries(10)
    assert (entry.seq, entry.summary, entry.details, entry.undoable) == (
        sequence,
        "Exported 3 to list.csv",
        ("list.csv",),
        False,
    )


def test_a_decision_on_a_row_that_moved_is_a_conflict_that_names_who_was_first(store: Store) -> None:
    keys = import_people(store, add_vacancy(store), range(1))
    with store.write("bo", "decided") as unit:
        decide(unit, keys[0], "maybe", expected=1)
    with (
        pytest.raises(Conflict, match="A0 was changed since: maybe by bo"),
        store.write("ann", "decided") as unit,
    ):
        decide(unit, keys[0], "shortlisted", expected=1)


def test_what_is_gone_is_said_to_be_gone(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    with pytest.raises(NotFound), store.write("ann", "decided") as unit:
        decide(unit, 99, "shortlisted")
    with pytest.raises(NotFound):
        reader.record(99)
    with pytest.raises(NotFound):
        reader.vacancy(99)
    with pytest.raises(NotFound, match="no application 'A9'"):
        reader.keys(vacancy, ["A9"])
    with pytest.raises(Refused, match="cannot be sorted by 'salary'"):
        reader.roll(vacancy, "salary")


def test_a_fact_is_corrected_in_columns_facts_and_full_text(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    (key,) = import_people(store, vacancy, [1])
    person_key = reader.rows([key])[0].candidate
    new = person(1, paper="Writes about xylophones.")
    with store.write("ann", "corrected", "Name corrected") as unit:
        assert unit.put_candidate(person_key, new)
        assert not unit.put_candidate(person_key, new)
    assert reader.search(vacancy, "xylophones") == {key}
    assert reader.search(vacancy, "logistics") == set()
    assert reader.record(key).applicant.candidate == new
    assert store.verify().holds


def test_a_candidate_can_be_added_by_hand(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    candidate = person(3)
    with store.write("ann", "added", "One application added") as unit:
        unit.keep(papers_of(candidate))
        who = unit.insert("candidate", candidate_columns(candidate))
        facts: Row = {"id": who, "facts": codec.dump_candidate(candidate), "words": searchable(candidate)}
        unit.insert("candidate_facts", facts)
        place: Row = {"vacancy_id": vacancy, "candidate_id": who, "public_id": "H1", "disposition": "new"}
        key = unit.insert("application", {**place, "fingerprint": "-"})
    assert reader.search(vacancy, "curriculum") == {key}
    assert reader.vacancies()[0].counts == {Disposition.NEW: 1}
    assert store.verify().holds


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zoe", {0, 6}),
        ("ZOË angstrom", {0, 6}),
        ("Wisniewski", {1, 7}),
        ("жуков", {3, 9}),
        ("أمينة", {2, 8}),
        ("o'neil", {5, 11}),
        ("officer 11", {11}),
        ("person7", {7}),
        ("offi", set(range(12))),
        ("nobody", set()),
        ("   ", set()),
        ('"', set()),
        ("*", set()),
    ],
)
def test_search_finds_names_and_papers(store: Store, reader: Reader, words: str, found: set[int]) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, range(12))
    import_people(store, add_vacancy(store, "other"), range(3))
    assert reader.search(vacancy, words) == {keys[number] for number in found}


LONG_DEAD = ('["elsewhere", "", 1, ""]', "2000-01-01T00:00:00+00:00")
HOSTILE = (
    "C++",
    "C#",
    "node.js",
    "-python",
    "a OR",
    "NEAR(",
    "name:x",
    '"a',
    "a*",
    "(",
    "^a",
    "{a b}",
    "a AND NOT",
    "\0x",
    "'; DROP TABLE note",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_no_search_text_is_ever_an_error(store: Store, reader: Reader, words: str) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, range(2))
    assert reader.search(vacancy, words) <= set(keys)


def test_random_search_text_is_never_an_error(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    chance = random.Random(4)  # noqa: S311  # the same texts in every run
    for _ in range(500):
        reader.search(vacancy, "".join(chr(chance.randrange(0xD7FF)) for _ in range(chance.randrange(40))))


def test_every_order_holds_everybody_once(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, range(12))
    screen(store, keys[:6])
    assert {sort: sorted(reader.roll(vacancy, sort)) for sort in SORTS} == dict.fromkeys(SORTS, sorted(keys))
    assert [line.name.split()[0] for line in reader.lines(vacancy, "name")] == sorted(
        (line.name.split()[0] for line in reader.rows(keys)), key=fold
    )
    assert set(reader.roll(vacancy, "tier")[:6]) == set(keys[:6])


def test_rows_come_in_the_order_that_was_asked_for(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(4))
    asked = [keys[2], 999, keys[0]]
    assert [line.key for line in reader.rows(asked)] == [keys[2], keys[0]]
    assert [line.name for line in reader.rows(keys[:1])] == [f"{NAMES[0]} 0"]


def test_screening_keeps_results_and_leaves_equal_ones_alone(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(3))
    assert screen(store, keys) == 3
    sequence = store.anchor()[0]
    assert screen(store, keys) == 0
    assert store.anchor()[0] == sequence
    assert screen(store, keys[:1], Outcome.NOT_MET) == 1
    record = reader.record(keys[0])
    assert (record.line.outcome, record.line.months_high, record.line.flags) == (
        Outcome.NOT_MET,
        13.5,
        ("boundary",),
    )
    assert record.findings[0].reason == "It is not met."
    assert codec.load_findings(reader.findings(keys)[keys[1]])[0].outcome is Outcome.MET
    assert store.verify().holds


def test_a_ruling_reaches_screening(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    (key,) = import_people(store, vacancy, [1])
    with store.write("ann", "overruled") as unit:
        made = {"made_by": "ann", "made_at": unit.act.at}
        ruling = {"criterion": "skill-1", "outcome": "met", "reason": "seen in the interview"}
        unit.insert("override", {"application_id": key, **ruling, **made})
        unit.put_screenings([screened(key)])
    (applicant,) = reader.applicants(vacancy)
    assert applicant.overrides == {
        "skill-1": Override(Outcome.MET, "seen in the interview", "ann", unit.act.at)
    }


def test_a_person_of_another_vacancy_is_found_again(store: Store, reader: Reader) -> None:
    first, second = add_vacancy(store, "one"), add_vacancy(store, "two")
    (mine,) = import_people(store, first, [1])
    (again,) = import_people(store, second, [1])
    assert reader.record(mine).also_applied == ("Officer",)
    assert len(reader.candidates_with_email("person1@example.org")) == 2
    assert reader.applications_of(reader.rows([again])[0].candidate) == [again]


def test_a_candidate_without_a_name_is_known_by_its_parts(store: Store, reader: Reader) -> None:
    columns = candidate_columns(Candidate(given_name=Stated.known("Ana"), family_name=Stated.known("Díaz")))
    assert (columns["name"], columns["folded"], columns["email"]) == ("Ana Díaz", "ana diaz", None)
    assert reader.vacancies() == []
    assert store.entries(1) == []


def _race(path: Path, keys: list[int], seed: int) -> None:
    """Decide at random in a process of its own, on what was last seen; look again after a conflict."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    with Store.open(path) as store:
        reader = store.reader()
        done = conflicts = 0
        while done < 60:
            line = reader.rows([chance.choice(keys)])[0]
            others = [each for each in ("maybe", "longlisted", "new") if each != line.disposition]
            try:
                with store.write(f"actor{seed}", "decided", f"{seed}/{done}") as unit:
                    decide(unit, line.key, chance.choice(others), expected=line.version)
                done += 1
            except Conflict:
                conflicts += 1
        reader.close()


def test_two_processes_that_decide_at_once_lose_nothing(store: Store, reader: Reader) -> None:
    keys = import_people(store, add_vacancy(store), range(3))
    start = multiprocessing.get_context("spawn")
    racers = [start.Process(target=_race, args=(store.path, keys, seed)) for seed in (1, 2)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(60)
    assert [racer.exitcode for racer in racers] == [0, 0]
    entries = store.entries(1000)
    assert sorted(entry.summary for entry in entries if entry.kind == "decided") == sorted(
        f"{seed}/{number}" for seed in (1, 2) for number in range(60)
    )
    assert sum(line.version - 1 for line in reader.rows(keys)) == 120
    assert store.verify().holds


def test_a_store_that_another_program_holds_is_refused_after_the_wait(store: Store) -> None:
    add_vacancy(store)
    store._raw.execute("PRAGMA busy_timeout = 20")  # so that the test need not wait 5 s
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Refused, match="another program is writing"):
            add_vacancy(store)
        other.execute("ROLLBACK")
    assert add_vacancy(store) == 2


def test_a_full_disk_undoes_the_act_and_the_store_goes_on(store: Store, reader: Reader) -> None:
    vacancy = add_vacancy(store)
    keys = import_people(store, vacancy, range(10))
    raw = store._raw  # a limit on pages stands for a full disk
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages + 20}").fetchall()
    with pytest.raises(Refused, match="the disk is full"):
        import_people(store, vacancy, range(100, 400))
    raw.execute("PRAGMA max_page_count = 1000000").fetchall()
    assert list(reader.roll(vacancy, "key")) == keys
    for loading in _unfinished(store):
        raw.execute("UPDATE batch SET owner = ?, made_at = ? WHERE id = ?", (*LONG_DEAD, loading))
    with Store.open(store.path):
        pass
    assert _unfinished(store) == []
    with store.write("ann", "decided") as unit:
        decide(unit, keys[0], "shortlisted")
    assert store.verify().holds


def _unfinished(store: Store) -> list[int]:
    return [key for (key,) in store._raw.execute("SELECT id FROM batch WHERE state = 'staging'")]


def test_errors_name_no_candidate(store: Store) -> None:
    keys = import_people(store, add_vacancy(store), range(1))
    with store.write("bo", "decided") as unit:
        decide(unit, keys[0], "maybe")
    with pytest.raises(Conflict) as conflict, store.write("ann", "decided") as unit:
        decide(unit, keys[0], "shortlisted", expected=1)
    with pytest.raises(Conflict) as double, store.write("ann", "added") as unit:
        unit.insert("application", {**unit.row("application", keys[0]), "id": None})
    for error in (conflict.value, double.value):
        assert "Zo" not in str(error)
        assert "person0" not in repr(error.__context__) + repr(error.__cause__)
