"""A folder as it really lies there: pipes, links, loops, what may not be opened and what lies too deep."""

from __future__ import annotations

import os
import socket
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.services.folders import below, is_folder
from recruiter_tui.services.views import RowProblem
from tests.reading.paper_files import CV, pdf
from tests.services.services_job import notice

if TYPE_CHECKING:
    from pathlib import Path

    from recruiter_tui.services import Services

NAMES = (b"new\nline.pdf", b"esc\x1b]0;x\x07.pdf", b"not\xff\xfeutf-8.pdf", "\u202efdp.exe.pdf".encode())


def person(name: str) -> bytes:
    return pdf((name, f"{name.split(maxsplit=1)[0].lower()}@example.org", *CV[2:]))


async def test_odd_things_in_a_folder_each_get_a_line_and_the_papers_come_in(
    services: Services, tmp_path: Path
) -> None:
    [vacancy] = (await services.vacancies.add([notice()])).vacancies
    pile = tmp_path / "pile"
    (pile / "dir.pdf").mkdir(parents=True)
    (pile / "dir.pdf" / "ann.pdf").write_bytes(person("Ann Lee"))
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "bo.pdf").write_bytes(person("Bo Chen"))
    (pile / "apart").symlink_to(tmp_path / "apart")
    (pile / "round.pdf").symlink_to("round.pdf")
    (pile / "lost.pdf").symlink_to("nowhere.pdf")
    (pile / "self").symlink_to(".")
    (pile / "endless.pdf").symlink_to("/dev/zero")
    (pile / "~$ann.docx").write_bytes(b"\x03Ann")
    (pile / "._ann.pdf").write_bytes(b"\x00\x05\x16\x07")
    os.mkfifo(pile / "pipe.pdf")
    os.mkfifo(pile / "pipe")
    with closing(socket.socket(socket.AF_UNIX)) as plug:
        plug.bind(str(pile / "plug.csv"))
    report = await services.intake.load([pile], vacancy, partial=True)
    assert report.added == 1
    assert {one.file for one in report.problems} == {
        "round.pdf", "lost.pdf", "endless.pdf", "pipe.pdf", "plug.csv",
    }  # fmt: skip
    assert {one.file for one in report.warnings} == {"apart", "self", "pipe", "~$ann.docx", "._ann.pdf"}


async def test_names_that_steer_a_terminal_or_are_no_text_are_read_and_told_safely(
    services: Services, tmp_path: Path
) -> None:
    [vacancy] = (await services.vacancies.add([notice()])).vacancies
    pile = tmp_path / "pile"
    pile.mkdir()
    for number, name in enumerate(NAMES):
        data = person(f"Ann{number} Lee") if number % 2 else pdf(())
        (pile / os.fsdecode(name)).write_bytes(data)
    report = await services.intake.load([pile], vacancy, partial=True)
    assert (report.added, len(report.problems)) == (2, 2)
    assert all(one.file.isprintable() and one.file.encode() for one in report.problems)


def test_a_folder_that_cannot_be_opened_or_lies_too_deep_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path.joinpath("deep", *("d" for _ in range(25)))
    deep.mkdir(parents=True)
    (deep / "ann.pdf").write_bytes(person("Ann Lee"))
    (tmp_path / "shut").mkdir()
    really = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "shut":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = [one for one in below(tmp_path) if isinstance(one, RowProblem)]
    assert [(one.file.count("/"), one.problem, one.is_warning) for one in found] == [
        (20, "the folder lies more than 20 folders deep", False),
        (0, "the folder cannot be opened (Permission denied)", False),
    ]
    assert all(one.remedy for one in found)


@pytest.mark.parametrize("name", ["x" * 300, "loop", "nowhere", "nul\0"])
async def test_a_name_that_stands_for_nothing_costs_one_line(
    services: Services, tmp_path: Path, name: str
) -> None:
    [vacancy] = (await services.vacancies.add([notice()])).vacancies
    (tmp_path / "loop").symlink_to("loop")
    assert not is_folder(tmp_path / name)
    report = await services.intake.load([tmp_path / name], vacancy, dry_run=True)
    assert (report.refused, len(report.problems)) == (True, 1)
