"""The verbs one by one, where the story does not go."""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.cli import app
from recruiter_tui.cli.console import Progress
from recruiter_tui.cli.pointing import marked
from tests.cli.cli_sample import write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.cli_sample import Said

FIELDS = {
    "title",
    "reference",
    "organisation",
    "duty_station_city",
    "duty_station_country",
    "grade",
    "category",
    "contract_type",
    "duration",
    "posted_on",
    "closing",
}


@pytest.fixture
def filled(cli: Callable[..., Said], tmp_path: Path) -> Callable[..., Said]:
    notice, pile = write(tmp_path)
    assert cli("notice", "add", notice).out == "V1  24501  Port Registers Officer\n"
    assert cli("import", pile, "--vacancy", "24501").out == "B1: 3 added, 0 updated, 0 unchanged\n"
    return cli


def test_notice_read_prints_fields_json_and_text_and_stores_nothing(
    cli: Callable[..., Said], tmp_path: Path
) -> None:
    notice, _ = write(tmp_path)
    said = cli("notice", "read", notice, "--json")
    assert {*said.json} >= {
        "source",
        "fields",
        "criteria",
        "duties",
        "roster_months",
        "contradictions",
        "boilerplate",
    }
    assert {*said.json["fields"]} >= FIELDS
    reference = said.json["fields"]["reference"]
    text = cli("notice", "read", notice, "--text").out
    [span] = reference["spans"]
    assert text[slice(*span)] == reference["value"] == "24501"
    plain = cli("notice", "read", notice).out
    assert "reference              24501" in plain
    assert "roster months          not stated" in plain
    assert len(cli("notice", "read", notice, notice, "--json").json) == 2
    assert not (tmp_path / "store.db").exists()


def test_one_unreadable_notice_does_not_hide_the_others(cli: Callable[..., Said], tmp_path: Path) -> None:
    notice, _ = write(tmp_path)
    said = cli("notice", "read", tmp_path / "none.txt", notice)
    assert said.status == 1
    assert "Port Registers Officer" in said.out
    assert "none.txt" in said.err


def test_vacancies_are_listed_and_shown(filled: Callable[..., Said]) -> None:
    assert filled("notice", "list").out.splitlines()[1].split()[:3] == ["V1", "24501", "P-3"]
    [row] = filled("notice", "list", "--json").json
    assert (row["vacancy"], row["applications"]) == ("V1", {"new": 3})
    shown = filled("notice", "show", "24501")
    assert "criteria               version 1, not frozen yet" in shown.out
    detail = filled("notice", "show", "V1", "--json").json
    assert detail["notice"]["fields"]["reference"]["value"] == "24501"
    assert "education" in {code["code"] for code in detail["reason_codes"]}


def test_candidate_read_prints_what_a_file_says(cli: Callable[..., Said], tmp_path: Path) -> None:
    _, pile = write(tmp_path)
    first = cli("candidate", "read", pile, "--json").json[0]
    assert first["name"]["value"] == "Amina Haddad"
    assert first["phones"][0]["value"] == "+213555123456"
    assert (first["employment"][0]["start"], first["employment"][0]["end"]) == ("2015-01-01", "present")
    assert first["degrees"][0]["level"] == "master"
    assert first["source"]["format"] == "csv"
    plain = cli("candidate", "read", pile).out
    assert "employment       Clerk | Harbour Office | 2024-01-01 to present 50%" in plain
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b'name\n"open')
    said = cli("candidate", "read", broken)
    assert said.status == 1
    assert said.err.startswith("refused: broken.csv: ")


def test_what_candidate_read_prints_can_be_imported(filled: Callable[..., Said], tmp_path: Path) -> None:
    _, pile = write(tmp_path)
    target = tmp_path / "again.json"
    target.write_text(filled("candidate", "read", pile, "--json").out, encoding="utf-8")
    said = filled("import", target, "--vacancy", "24501")
    assert said.out == "nothing changed: 0 added, 0 updated, 3 unchanged\n"


def test_notes_tags_and_ranks_take_many_forms(filled: Callable[..., Said]) -> None:
    on = ("--vacancy", "24501")
    assert filled("note", *on, "--text", "call", "A1", "A2").err == "note on 2 applications\n"
    assert "the remark is missing" in filled("note", *on, "A1").err
    assert filled("tag", *on, "--add", "x y", "--remove", "z", "A1", "A2").status == 0
    assert "the tag is missing" in filled("tag", *on, "A1").err
    filled("decide", *on, "--to", "shortlisted", "A1", "A2", "A3")
    for place, told in (("last", "rank 3"), ("first", "rank 1"), ("2", "rank 2"), ("down", "rank 3")):
        assert filled("rank", *on, "A1", place).err == f"A1 moved to {told}\n"
    assert "is no place" in filled("rank", *on, "A1", "top").err
    assert filled("rank", *on, "A1", "9").status == 1
    filled("decide", *on, "--to", "new", "A1")
    assert "A1 is not on the shortlist" in filled("rank", *on, "A1", "1").err


def test_a_policy_is_a_look_unless_kept(filled: Callable[..., Said]) -> None:
    on = ("--vacancy", "24501")
    assert filled("screen", *on, "--policy", "sum", "--json").json["policy"] == "sum"
    assert filled("screen", *on, "--json", "--no-passages").json["policy"] == "once-fte"
    assert "under sum" in filled("screen", *on, "--policy", "sum", "--keep").err
    assert filled("screen", *on, "--json").json["policy"] == "sum"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_an_import_cleanly(
    cli: Callable[..., Said], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    notice, pile = write(tmp_path)
    cli("notice", "add", notice)

    def hit(_self: Progress, _done: int, total: int | None) -> None:
        if total:
            signal.raise_signal(number)

    with monkeypatch.context() as patched:
        patched.setattr(Progress, "__call__", hit)
        assert cli("import", pile, "--vacancy", "24501").status == 128 + number
    assert cli("list", "--vacancy", "24501", "--json").json["applications"] == []
    assert cli("import", pile, "--vacancy", "24501").status == 0


def test_a_filter_that_cannot_be_read_names_the_place(filled: Callable[..., Said]) -> None:
    said = filled("list", "--vacancy", "24501", "--filter", "tier:1 and (")
    assert said.status == 1
    assert "at character" in said.err


def test_exports_choose_columns_and_refuse_to_overwrite(filled: Callable[..., Said], tmp_path: Path) -> None:
    target = tmp_path / "list.json"
    words = ("export", "--vacancy", "24501", "--output", target)
    assert filled(*words, "--all", "--columns", "name,application").status == 0
    rows = json.loads(target.read_text(encoding="utf-8"))["applications"]
    assert [list(row) for row in rows] == [["name", "application"]] * 3
    assert "exists already" in filled(*words).err
    assert filled(*words, "--force").status == 0
    assert json.loads(target.read_text(encoding="utf-8"))["applications"] == []


def test_places_keys_and_the_doctors_report(filled: Callable[..., Said], tmp_path: Path) -> None:
    assert f"store      {tmp_path}/store.db" in filled("where").out
    (key,) = [line.split() for line in filled("keys").out.splitlines()[1:]][:1]
    assert (key[0], key[-2:]) == ("s", ["desk", "decide.shortlisted"])
    said = filled("doctor")
    assert said.status == 0
    assert "ok    journal: " in said.out


def test_a_mistyped_store_is_told_and_not_made(cli: Callable[..., Said], tmp_path: Path) -> None:
    said = cli("--store", tmp_path / "typo.db", "notice", "list")
    assert said.status == 1
    assert "there is no store at" in said.err
    assert not (tmp_path / "typo.db").exists()
    assert cli("notice", "list", "--json").json == []


def test_two_vacancies_with_one_reference_are_told_apart(filled: Callable[..., Said], tmp_path: Path) -> None:
    text = (tmp_path / "notice.txt").read_text(encoding="utf-8")
    for name in ("UNICEF", "FAO"):
        (tmp_path / name).write_text(f"Organization: {name}\n{text}".replace("24501", "77"), encoding="utf-8")
    filled("notice", "add", tmp_path / "UNICEF")
    said = filled("notice", "add", tmp_path / "FAO")
    assert said.err == "1 vacancy added\nV2 has the same reference as V3: name them by their ids\n"
    assert filled("list", "--vacancy", "77").status == 1
    assert filled("list", "--vacancy", "V3", "--json").json["applications"] == []


def test_a_notice_advertised_again_is_another_version_and_what_changed_is_told(
    filled: Callable[..., Said], tmp_path: Path
) -> None:
    again = tmp_path / "again.txt"
    text = (tmp_path / "notice.txt").read_text(encoding="utf-8")
    again.write_text(text.replace("20 November 2026", "4 December 2026"), encoding="utf-8")
    said = filled("notice", "add", again)
    assert said.status == 0
    first, second, *rest = said.out.splitlines()
    assert first.startswith("V1  24501")
    assert first.endswith("(another version)")
    assert second.startswith("    closing: 20 Nov 2026")
    assert "4 Dec 2026" in second
    assert rest == []
    assert len(filled("notice", "list", "--json").json) == 1
    assert filled("notice", "add", again).out.endswith("(stored before, unchanged)\n")
    assert filled("undo").status == 0
    assert filled("notice", "show", "V1", "--json").json["closing"]["date"] == "2026-11-20"


def test_a_store_that_is_none_is_refused_untouched(cli: Callable[..., Said], tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    foreign.write_bytes(b"not a store, but somebody's text")
    said = cli("--store", foreign, "notice", "list")
    assert said.status == 1
    assert "is not a store of recruiter-tui" in said.err
    assert foreign.read_bytes() == b"not a store, but somebody's text"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completions_name_every_verb_and_parse(cli: Callable[..., Said], shell: str) -> None:
    script = cli("completion", shell).out
    for word in ("notice", "decide", "--vacancy", "completion"):
        assert word.removeprefix("--" if shell == "fish" else "") in script
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=script.encode(), check=True)


def test_bash_completes_verbs_and_options(cli: Callable[..., Said]) -> None:
    script = cli("completion", "bash").out + (
        "COMP_WORDS=(recruiter-tui notice '') COMP_CWORD=2; _recruiter_tui; echo ${COMPREPLY[@]:0:4};"
        "COMP_WORDS=(recruiter-tui import revert --s) COMP_CWORD=3; _recruiter_tui; echo ${COMPREPLY[@]}"
    )
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=True)  # noqa: S607 - any bash will do
    assert done.stdout.decode().splitlines() == ["read add list show", "--store"]


def test_the_demo_is_built_kept_and_opened(
    cli: Callable[..., Said],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_apps: list[tuple[str | None, str | None]],
) -> None:
    keep = tmp_path / "demo.db"
    assert cli("demo", "--no-open", "--keep", keep).out == f"{keep}\n"
    assert cli("--store", keep, "verify").status == 0
    vacancies = cli("--store", keep, "notice", "list", "--json").json
    assert len(vacancies) >= 8
    assert max(sum(row["applications"].values()) for row in vacancies) >= 300
    monkeypatch.setattr(app, "_at_a_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    said = cli("demo", "--keep", keep)
    assert "is there already and stays as it is" in said.err
    assert opened_apps == [(str(keep), None)]


def test_a_pile_with_a_habit_is_told_in_part(filled: Callable[..., Said], tmp_path: Path) -> None:
    pile = tmp_path / "habit.csv"
    rows = "".join(f"H{number},Person {number},yesterday\n" for number in range(60))
    pile.write_text(f"application,name,received\n{rows}", encoding="utf-8")
    said = filled("import", pile, "--vacancy", "24501")
    assert (said.status, said.err.count("this is not a timestamp")) == (1, 50)
    assert "refused: 10 more; --json tells all of them" in said.err
    told = filled("import", pile, "--vacancy", "24501", "--dry-run", "--json").json
    assert len(told["problems"]) == 60


def test_an_unknown_table_comes_in_with_map_and_the_next_one_without(
    filled: Callable[..., Said], tmp_path: Path
) -> None:
    pile = tmp_path / "unknown.csv"
    pile.write_text("Wer,Anschrift 1\nAnn Lee,ann@example.org\n", encoding="utf-8")
    refused = filled("import", pile, "--vacancy", "24501")
    assert refused.status == 1
    assert "no column says who the applicants are: not known are Wer, Anschrift 1" in refused.err
    assert 'or with --map "Wer=name"' in refused.err
    said = filled("import", pile, "--vacancy", "24501", "--map", "Wer=name", "--map", "Anschrift 1=email")
    assert said.out == "B2: 1 added, 0 updated, 0 unchanged\n"
    later = tmp_path / "later.csv"
    later.write_text("Wer,Anschrift 1\nBo Chen,bo@example.org\n", encoding="utf-8")
    assert filled("import", later, "--vacancy", "24501").out == "B3: 1 added, 0 updated, 0 unchanged\n"
    wrong = filled("import", later, "--vacancy", "24501", "--map", "Wer")
    assert (wrong.status, "write COLUMN=FIELD" in wrong.err) == (2, True)
    missing = filled("import", later, "--vacancy", "24501", "--map", "Nom=name")
    assert (missing.status, "no table has a column 'Nom'" in missing.err) == (1, True)


def test_a_filter_that_cannot_be_read_is_shown_with_a_mark_to_people(
    filled: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recruiter_tui.cli.console.Console.err_is_terminal", property(lambda _self: True))
    said = filled("list", "--vacancy", "24501", "--filter", "amina colou:red").err.splitlines()
    assert said[-3:-1] == ["  amina colou:red", "        ^"]
    assert "there is no field 'colou'" in said[-1]
    unknown = filled("list", "--vacancy", "24501", "--filter", "finding.nope:met").err.splitlines()
    assert unknown[-2] == "  ^"


@pytest.mark.parametrize(
    ("query", "position", "shown", "mark"),
    [
        ("王小明 x:1", 4, "  王小明 x:1", 9),
        ("a" * 200 + "(", 200, "  …" + "a" * 40 + "(", 43),
        ("( " + "a" * 200, 0, "  ( " + "a" * 74 + "…", 2),
        ("\x1b[0m x:1", 5, "  \\x1b[0m x:1", 10),
    ],
)
def test_the_mark_stands_beneath_the_place(query: str, position: int, shown: str, mark: int) -> None:
    assert marked(query, position) == (shown, " " * mark + "^")


def test_a_saved_view_lists_for_scripts_and_a_filter_narrows_it(filled: Callable[..., Said]) -> None:
    from recruiter_tui.compose import open_services

    async def save(store: str) -> None:
        async with open_services(store, "awa") as services:
            await services.filters.save_view("Not late", "deadline:met", "-application")

    store = next(line.split()[-1] for line in filled("where").out.splitlines() if line.startswith("store"))
    asyncio.run(save(store))

    def listed(*more: str) -> list[str]:
        found = filled("list", "--vacancy", "24501", "--view", "not late", "--json", *more).json
        return [one["application"] for one in found["applications"]]

    whole = listed()
    assert whole == sorted(whole, reverse=True)
    assert listed("--sort", "application") == sorted(whole)
    assert set(listed("--filter", f"id:{whole[0]} or id:{whole[-1]}")) == {whole[0], whole[-1]}
    said = filled("list", "--vacancy", "24501", "--view", "nope")
    assert (said.status, "there is no view 'nope' here" in said.err) == (1, True)


def test_an_empty_name_is_not_the_folder_one_stands_in(filled: Callable[..., Said]) -> None:
    said = filled("import", "", "--vacancy", "24501")
    assert (said.status, "is empty" in said.err) == (2, True)


def test_relevance_lists_jobs_rules_by_per_cent_and_is_taken_back(filled: Callable[..., Said]) -> None:
    asked = ("relevance", "--vacancy", "24501", "A1")
    [job] = filled(*asked, "--json").json
    assert (job["job"], job["relevance"]) == (1, None)
    assert "fully" in filled(*asked).out
    said = filled(*asked, "1", "--counts", "75%", "--note", "a quarter was reception work")
    assert said.err == "A1: job 1 is relevant to 75 %\n"
    [job] = filled(*asked, "1", "--json").json
    assert job["relevance"]["share"] == "3/4"
    assert job["relevance"]["note"] == "a quarter was reception work"
    line = filled(*asked, "1").out.splitlines()[1]
    assert "75 %" in line
    assert line.endswith("a quarter was reception work")
    months = filled("screen", "--vacancy", "24501", "--json").json["applications"][0]["findings"]
    education = next(one for one in months if one["kind"] == "education_experience")
    assert any(
        "relevance ruled: 75 %" in flag for one in education["inputs"]["jobs"] for flag in one["flags"]
    )
    assert filled(*asked, "1", "--take-back", "--json").json[0]["relevance"] is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--counts", "yes"), "the number of the job is missing"),
        (("1", "--counts", "150%"), "is no share of a job"),
        (("0", "--counts", "no"), "has no job 0"),
        (("9",), "has no job 9"),
    ],
)
def test_relevance_says_what_is_wrong(filled: Callable[..., Said], words: tuple[str, ...], why: str) -> None:
    said = filled("relevance", "--vacancy", "24501", "A1", *words)
    assert said.status == 1
    assert why in said.err
