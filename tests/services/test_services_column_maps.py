"""Tables of nobody's dialect: what their columns mean is said once, used everywhere, can be undone."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.errors import Refused
from recruiter_tui.reading.candidates import Incoming
from tests.services.services_job import notice

if TYPE_CHECKING:
    from recruiter_tui.services import Services

UNKNOWN = (
    "Wer,Anschrift 1,Wann,Ort\nAnn Lee,ann@example.org,03/04/2026,Oran\nBo Chen,bo@example.org,04/04/2026,\n"
)
ANSWER = {"Wer": "name", "Anschrift 1": "email", "Wann": "received:day", "Ort": None}


@pytest.fixture
async def vacancy(services: Services) -> str:
    [found] = (await services.vacancies.add([notice()])).vacancies
    return found


def table(folder: Path, name: str = "pile.csv", text: str = UNKNOWN) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


async def test_an_unknown_table_is_refused_with_its_columns_and_the_remedy(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    report = await services.intake.load([table(tmp_path)], vacancy)
    assert report.refused
    [problem] = report.problems
    assert problem.problem == "no column says who the applicants are"
    assert problem.remedy == (
        "not known are Wer, Anschrift 1, Wann, Ort; Wer looks like name; Anschrift 1 looks like email;"
        ' Wann looks like received; say what they mean in the app\'s intake, or with --map "Wer=name"'
    )


async def test_what_was_said_once_holds_for_every_table_with_these_headings(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    [asked] = await services.columns.tables([table(tmp_path)])
    assert asked.asks
    assert asked.mapping.suggested == {**ANSWER, "Wann": "received"}
    changed = await services.columns.remember(asked, ANSWER)
    assert changed.sequence
    assert not (await services.columns.remember(asked, ANSWER)).sequence
    turned = "Ort,Wann,Wer,Anschrift 1\n,05/04/2026,Cleo Diaz,cleo@example.org\n"
    paths = [table(tmp_path), table(tmp_path, "later.csv", turned)]
    assert [one.asks for one in await services.columns.tables(paths)] == [False, False]
    report = await services.intake.load(paths, vacancy)
    assert (report.added, report.warnings) == (3, ())
    rows = await services.candidates.rows(await services.candidates.roll(vacancy, "", "name"))
    assert [(row.name, row.received) for row in rows] == [
        ("Ann Lee", "2026-04-03"),
        ("Bo Chen", "2026-04-04"),
        ("Cleo Diaz", "2026-04-05"),
    ]
    first = await services.candidates.dossier(rows[0].key)
    assert [paper.text for paper in first.candidate.documents] == ["Ort: Oran"]
    await services.history.undo()
    await services.history.undo()
    assert [one.asks for one in await services.columns.tables(paths)] == [True, True]


async def test_columns_said_with_an_import_are_remembered_unless_it_is_dry(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = table(tmp_path)
    dry = await services.intake.load([path], vacancy, columns=ANSWER, dry_run=True)
    assert dry.added == 2
    assert (await services.intake.load([path], vacancy)).refused
    assert (await services.intake.load([path], vacancy, columns=ANSWER)).added == 2
    assert (await services.intake.load([path], vacancy)).unchanged == 2
    more = await services.intake.load([path], vacancy, columns={"ort": "tags"}, dry_run=True)
    assert (more.added, len(more.differing)) == (0, 1)


async def test_what_cannot_be_is_refused_in_one_sentence(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = table(tmp_path)
    with pytest.raises(Refused, match=r"no table has a column 'Nom': the columns are Wer, Anschrift 1"):
        await services.intake.load([path], vacancy, columns={"Nom": "name"})
    with pytest.raises(Refused, match="there is no field shoes: there are application, name"):
        await services.intake.load([path], vacancy, columns={"Wer": "shoes"})
    [asked] = await services.columns.tables([path])
    with pytest.raises(Refused, match="no column says who the applicants are"):
        await services.columns.remember(asked, {"Wer": None})
    with pytest.raises(Refused, match="two columns are said to be name: keep one of them as text"):
        await services.columns.remember(asked, {"Wer": "name", "Ort": "name"})
    assert len(await services.history.entries()) == 1


async def test_two_known_columns_for_one_fact_are_a_question_too(
    services: Services, vacancy: str, tmp_path: Path
) -> None:
    path = table(tmp_path, text="Candidate,Applicant name,Email\nAnn Lee,ANN LEE,ann@example.org\n")
    [problem] = (await services.intake.load([path], vacancy)).problems
    assert problem.problem == "two columns mean name"
    assert problem.remedy.startswith("they are Candidate and Applicant name: rename one, or keep one as text")
    [asked] = await services.columns.tables([path])
    assert asked.asks
    assert asked.mapping.suggested == {"Candidate": "name", "Applicant name": None, "Email": "email"}
    assert (await services.intake.load([path], vacancy, columns={"Applicant name": None})).added == 1


@pytest.mark.parametrize(
    "rows",
    [
        "Ann Lee,ann@example.org\nBo Chen,bo@example.org\n",
        "Ann Lee;Kigali;Rwanda\nBo Chen;Accra;Ghana\n",
        "Ann Lee,+213555123456\nBo Chen,+213555123457\n",
    ],
)
async def test_a_table_without_headings_is_not_asked_about_and_not_quoted(
    services: Services, vacancy: str, tmp_path: Path, rows: str
) -> None:
    path = table(tmp_path, text=rows)
    [one] = await services.columns.tables([path])
    assert not one.asks
    [problem] = (await services.intake.load([path], vacancy)).problems
    assert "Ann" not in problem.remedy
    assert "put a row of column names above it" in problem.remedy


async def test_the_first_rows_are_shown_as_they_would_come_in(services: Services, tmp_path: Path) -> None:
    [asked] = await services.columns.tables([table(tmp_path)])
    found = [one for one in asked.sample.understood(ANSWER, 5) if isinstance(one, Incoming)]
    assert [one.candidate.name.value for one in found] == ["Ann Lee", "Bo Chen"]
    assert found[0].application.received is not None
    assert found[0].application.received.text == "2026-04-03"
    assert asked.sample.values(3, 5) == ["Oran"]


@pytest.mark.parametrize(
    ("noise", "remedy"),
    [
        (random.Random(1).randbytes(3_000), "check that it is the right file"),  # noqa: S311 - not for secrets
        (b"\xa7$" * 1_500, "its first row holds no words: check that it is the right file"),
    ],
)
async def test_garbage_is_neither_quoted_nor_asked_about(
    services: Services, vacancy: str, tmp_path: Path, noise: bytes, remedy: str
) -> None:
    path = tmp_path / "garbage.csv"
    path.write_bytes(noise)
    assert not [one for one in await services.columns.tables([path]) if one.asks]
    report = await services.intake.load([path], vacancy)
    assert all(len(f"{one.problem}{one.remedy}") < 200 for one in report.problems)
    assert report.problems[0].remedy == remedy


MEMORY = Path("/proc/self/mem")
"""Opens like a file, and its first byte cannot be read."""


@pytest.mark.skipif(not MEMORY.exists(), reason="this system has no such file")
async def test_a_table_that_fails_while_it_is_read_is_asked_about_by_nobody(
    services: Services, tmp_path: Path
) -> None:
    (tmp_path / "pile.csv").symlink_to(MEMORY)
    assert await services.columns.tables([tmp_path]) == []
