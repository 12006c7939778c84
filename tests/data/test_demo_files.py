"""The demo's own files: invented, the same on the same day, and rich in the cases that the rules know."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import json
import re
import statistics
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.services.demo import DemoBuilder, DemoFiles

TODAY = dt.date(2026, 11, 22)
SHARED = Path(__file__).parents[2] / ".." / "shared"
WORDS = 8


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def everybody(files: DemoFiles) -> Iterator[dict[str, str]]:
    for vacancy in files.vacancies:
        for path in vacancy.applicants:
            if path.name == "applicants.csv":
                yield from rows(path)


def test_the_same_day_gives_the_same_bytes(files: DemoFiles, builder: DemoBuilder, tmp_path: Path) -> None:
    assert fingerprint(builder.write_demo(tmp_path, TODAY).folder) == fingerprint(files.folder)


def test_another_day_gives_other_dates_but_the_same_people(
    files: DemoFiles, builder: DemoBuilder, tmp_path: Path
) -> None:
    later = builder.write_demo(tmp_path, TODAY + dt.timedelta(days=100))
    assert fingerprint(later.folder) != fingerprint(files.folder)
    assert {row["email"] for row in everybody(later)} == {row["email"] for row in everybody(files)}


@pytest.mark.parametrize(
    "day", [dt.date(2028, 2, 29), dt.date(2026, 12, 31), dt.date(2027, 3, 6), dt.date(2027, 1, 1)]
)
def test_it_can_be_opened_on_any_day(builder: DemoBuilder, tmp_path: Path, day: dt.date) -> None:
    later = builder.write_demo(tmp_path, day)
    assert "late by 37 seconds" in later.cases
    assert all(row["received"][:10] <= day.isoformat() for row in everybody(later))


def test_no_placeholder_stays_in_a_notice(files: DemoFiles) -> None:
    for vacancy in files.vacancies:
        assert "{" not in vacancy.notice.read_text(encoding="utf-8"), vacancy.notice.name


def test_there_are_notices_that_are_open_closing_today_and_closed(files: DemoFiles) -> None:
    text = {vacancy.notice.stem: vacancy.notice.read_text(encoding="utf-8") for vacancy in files.vacancies}
    assert len(text) >= 9
    assert "Closing date: 16 November 2026" in text["programme-officer-tunis"]
    assert "Closing Date: 22 November 2026, 17:00 Nairobi time" in text["national-officer-nairobi"]
    assert "November 1, 2026December 12, 2026GoreChad" in text["registration-coordinator-gore"]
    assert "27 novembre 2026, 23h59" in text["assistant-dakar"]
    assert "25 de noviembre de 2026, 18:00" in text["evaluation-consultant-lima"]
    assert "closing_date: 2026-12-25" in text["data-analyst-remote"]


def test_hundreds_apply_for_the_main_vacancy_and_dozens_for_others(files: DemoFiles) -> None:
    main, *others = files.vacancies
    objects = json.loads(
        next(path for path in main.applicants if path.name == "applicants.json").read_bytes()
    )
    resumes = [path for path in main.applicants if path.name.startswith("resume-")]
    in_csv = rows(main.applicants[0])
    assert len(in_csv) + len(objects) + len(resumes) >= 320
    assert (len(objects), len(resumes)) == (15, 5)
    assert min(len(rows(other.applicants[0])) for other in others if other.applicants) >= 20


def test_some_persons_apply_twice(files: DemoFiles) -> None:
    main = {row["email"] for row in rows(files.main.applicants[0])}
    elsewhere = [row["email"] for row in everybody(files) if row["email"] in main]
    assert len(elsewhere) > len(main) + 10


def test_application_numbers_are_unique_and_follow_the_receipt(files: DemoFiles) -> None:
    for vacancy in files.vacancies:
        for path in vacancy.applicants[:1]:
            numbers = [row["application"] for row in rows(path)]
            assert numbers == sorted(set(numbers))


def test_nobody_can_be_reached(files: DemoFiles) -> None:
    invented = re.compile(
        r"\+44 7700 900\d{3}|\+33 6 39 98 \d\d \d\d|\+1 (202|613) 555 01\d\d|\+46 70 174 06 \d\d"
        r"|\+49 30 23125 \d{3}|\+61 2 5550 \d{4}|"
    )
    for row in everybody(files):
        assert re.fullmatch(r"[a-z0-9.-]+@example\.(org|com|net)", row["email"])
        assert invented.fullmatch(row["phone"])


@pytest.mark.parametrize("script", ["ARABIC", "CYRILLIC", "CJK", "THAI", "ETHIOPIC", "HANGUL", "GREEK"])
def test_names_come_in_many_scripts(files: DemoFiles, script: str) -> None:
    assert any(script in unicodedata.name(letter, "") for row in everybody(files) for letter in row["name"])


def test_names_come_in_many_shapes(files: DemoFiles) -> None:
    names = {row["name"] for row in everybody(files)}
    assert any(" " not in name and name.isascii() for name in names)
    assert any(particle in name for name in names for particle in (" van der ", " de la ", " dos "))
    assert any("Nguyễn" in name or "Trần" in name or "Phạm" in name for name in names)
    assert any("-" in name for name in names)
    assert any("'" in name for name in names)


def test_cvs_are_of_realistic_length_and_none_is_like_another(files: DemoFiles) -> None:
    papers = [
        path.read_text(encoding="utf-8") for path in (files.main.applicants[0].parent / "cvs").glob("*.txt")
    ]
    sizes = sorted(len(paper) for paper in papers)
    assert sizes[0] > 900
    assert sizes[-1] < 6000
    assert 2000 <= statistics.median(sizes) <= 4000
    assert len({paper.partition("\n")[2] for paper in papers}) == len(papers)
    assert not any(slot in paper for paper in papers for slot in ("{n", "{place}", "{country}"))


def test_every_cv_that_a_row_names_is_there(files: DemoFiles) -> None:
    for vacancy in files.vacancies:
        for path in vacancy.applicants[:1]:
            for row in rows(path):
                assert (path.parent / row["cv"]).is_file()


def test_cvs_are_written_in_four_languages(files: DemoFiles) -> None:
    folder = files.main.applicants[0].parent / "cvs"
    papers = [path.read_text(encoding="utf-8").lower() for path in folder.glob("*.txt")]
    for heading in ("work experience", "expérience professionnelle", "experiencia laboral", "الخبرة المهنية"):
        assert any(heading in paper for paper in papers), heading


def shingles(text: str) -> set[tuple[str, ...]]:
    """Runs of eight words within a line: nobody's sentences are ours."""
    found: set[tuple[str, ...]] = set()
    for line in text.splitlines():
        words = re.findall(r"\w+", line.lower())
        found.update(tuple(words[at : at + WORDS]) for at in range(len(words) - WORDS + 1))
    return found


def test_the_notices_share_no_run_of_eight_words_with_real_ones(files: DemoFiles) -> None:
    real = sorted((SHARED / "notices").glob("*.txt"))
    real += sorted((SHARED / "corpus" / "postings" / "unjobs_html").glob("*.html"))[::4]
    if not real:
        pytest.skip("no real notices here to compare with")
    theirs: set[tuple[str, ...]] = set()
    for path in real:
        theirs |= shingles(re.sub(r"<[^>]*>", "\n", path.read_text(encoding="utf-8", errors="replace")))
    for vacancy in files.vacancies:
        ours = shingles(vacancy.notice.read_text(encoding="utf-8"))
        assert not ours & theirs, vacancy.notice.name
