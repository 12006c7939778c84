"""The whole job from the command line: a notice and a pile of applications become a shortlist."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from tests.cli.cli_sample import HEAD, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.cli_sample import Said


def test_from_a_notice_and_a_pile_to_a_shortlist(cli: Callable[..., Said], tmp_path: Path) -> None:
    notice, pile = write(tmp_path)

    added = cli("notice", "add", notice, "--json")
    assert (added.status, added.json["vacancy"], added.json["reference"]) == (0, "V1", "24501")

    dry = cli("import", pile, "--vacancy", "24501", "--dry-run")
    assert dry.out == "dry run, nothing stored: 3 added, 0 updated, 0 unchanged\n"
    imported = cli("import", pile, "--vacancy", "24501", "--json")
    assert (imported.status, imported.json["batch"], imported.json["added"]) == (0, "B1", 3)
    again = cli("import", pile, "--vacancy", "24501")
    assert (again.status, again.out) == (0, "nothing changed: 0 added, 0 updated, 3 unchanged\n")

    screened = cli("screen", "--vacancy", "V1", "--json").json
    assert (screened["vacancy"], screened["criteria_version"]) == ("24501", 1)
    assert {one["application"]: one["outcome"] for one in screened["applications"]} == {
        "A1": "met",
        "A2": "met",
        "A3": "not met",
    }
    education = next(
        finding
        for finding in screened["applications"][2]["findings"]
        if finding["kind"] == "education_experience"
    )
    assert education["inputs"]["policy"] == "once-fte"
    assert [branch["outcome"] for branch in education["inputs"]["branches"]] == ["not met", "not met"]
    assert education["override"] is None

    assert cli("decide", "--vacancy", "24501", "--to", "shortlisted", "A2", "A1").err == "2 shortlisted\n"
    refused = cli("decide", "--vacancy", "24501", "--to", "not-suitable", "A3")
    assert refused.status == 1
    assert refused.err.startswith(
        "recruiter-tui: nobody is not suitable without a reason: give a reason: education,"
    )
    reason = ("--to", "not-suitable", "--reason", "experience")
    assert cli("--as", "ines", "decide", "A3", "--vacancy", "24501", *reason).status == 0
    assert cli("rank", "--vacancy", "24501", "A1", "up").err == "A1 moved to rank 1\n"
    assert cli("note", "--vacancy", "24501", "A1", "ask", "for", "papers").status == 0
    assert cli("tag", "--vacancy", "24501", "A1", "asked").status == 0

    target = tmp_path / "shortlist.csv"
    exported = cli("export", "--vacancy", "24501", "--output", target)
    assert (exported.status, exported.out) == (0, f"{target}\n")
    rows = list(csv.DictReader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [(row["rank"], row["application"], row["phone"]) for row in rows] == [
        ("1", "A1", "+213555123456"),
        ("2", "A2", ""),
    ]
    assert rows[0]["note"] == "ask for papers"
    anchor = exported.err.strip().rpartition(" ")[2]
    assert cli("verify").out.endswith(f"last hash {anchor}\n")

    compared = cli("compare", "--vacancy", "24501", "A1", "A3", "--json").json
    assert compared["vacancy"] == "24501"
    assert compared["lines"][0]["differs"] is True
    listed = cli("list", "--vacancy", "24501", "--filter", "disposition:not-suitable", "--json").json
    assert [(one["application"], one["decided_by"]) for one in listed["applications"]] == [("A3", "ines")]

    assert all(one["decided_at"].endswith("Z") for one in listed["applications"])
    undone = cli("undo", "--json")
    assert undone.err.startswith("undone: tags of A1: +asked")
    assert undone.json == cli("history", "--json").json[0]
    assert cli("redo").err.startswith("done again: tags of A1: +asked")
    history = cli("history", "--json").json
    assert [entry["summary"] for entry in history[-2:]] == [
        "3 imported from pile.csv into V1",
        "1 vacancy added",
    ]
    assert cli("import", "revert", "B1").status == 1
    for _ in range(5):
        cli("undo")
    assert cli("import", "revert", "B1").status == 0
    assert cli("list", "--vacancy", "24501", "--json").json["applications"] == []
    assert cli("verify").status == 0


def test_the_words_around_overrule_and_tier_and_backup(cli: Callable[..., Said], tmp_path: Path) -> None:
    notice, pile = write(tmp_path)
    cli("notice", "add", notice)
    cli("import", pile, "--vacancy", "24501")
    done = cli(
        "overrule", "--vacancy", "24501", "A3", "education", "--outcome", "met", "--reason", "Papers seen"
    )
    assert (done.status, done.err) == (0, "A3: education is met\n")
    shown = cli("screen", "--vacancy", "24501", "--json").json["applications"][2]
    finding = next(one for one in shown["findings"] if one["criterion"] == "education")
    assert (finding["outcome"], finding["override"]["outcome"], finding["override"]["reason"]) == (
        "not met",
        "met",
        "Papers seen",
    )
    assert shown["outcome"] == "met"
    assert "education (overruled): " in cli("screen", "--vacancy", "24501").out
    refused = cli("tier", "close", "--vacancy", "24501", "1", "--note", "Nobody qualified")
    assert refused.err == "recruiter-tui: V1 has no tier 1: it has no tiers\n"
    copy = tmp_path / "copy.db"
    assert cli("backup", copy).out == f"{copy}\n"
    assert cli("backup", copy).status == 1
    assert cli("list", "--store", copy, "--vacancy", "24501").out.count("\n") == 4


def test_a_wrong_row_is_named_and_nothing_comes_in(cli: Callable[..., Said], tmp_path: Path) -> None:
    notice, pile = write(tmp_path)
    cli("notice", "add", notice)
    pile.write_text(f"{HEAD}\nA9;Gul Khan;;;Atlantis;;;;;\n", encoding="utf-8")
    said = cli("import", pile, "--vacancy", "24501")
    assert said.status == 1
    assert said.out == "nothing was taken in: 1 row or file is refused\n"
    assert (
        "refused: pile.csv, row 2, nationalities 1: no country or nationality is known by this name"
        in said.err
    )
    assert f"listed in {pile}.errors.csv" in said.err
    assert "Gul" not in said.err
    assert cli("list", "--vacancy", "24501", "--json").json["applications"] == []
