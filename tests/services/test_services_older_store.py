"""A store that version 2.0 screened, decided and froze comes along with every result and every version."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_edit import Turn
from recruiter_tui.services import concerned, everybody
from tests.services.services_job import keys, opened

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from recruiter_tui.services import Services

GOLDEN = Path(__file__).parents[1] / "store" / "golden" / "store-2.0.db.gz"


@pytest.fixture
async def old(tmp_path: Path) -> AsyncIterator[Services]:
    (tmp_path / "store.db").write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    async with opened(tmp_path) as services:
        yield services


async def test_it_is_proven_and_computed_again_at_every_version(old: Services) -> None:
    assert (await old.history.verify()).ok
    for version in (1, 2, 3):
        assert (await old.criteria.as_of("24501", version)).differences == ()
    assert len(await old.candidates.roll("V1", "finding.education:met")) == 6
    assert (await old.whatif.prepare("24501")).people


async def test_its_last_act_is_undone_and_done_again(old: Services) -> None:
    await old.history.undo()
    assert (await old.vacancies.get("24501")).criteria_version == 2
    assert (await old.criteria.as_of("24501", 2)).differences == ()
    await old.history.redo()
    assert (await old.criteria.as_of("24501", 3)).differences == ()
    assert (await old.history.verify()).ok


async def test_the_first_change_judges_everybody_wholly_and_the_next_only_what_it_touches(
    old: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everybody, "FEW", 0)
    monkeypatch.setattr(concerned, "FEW", 0)
    await old.criteria.change("24501", [Turn("language-en")], reason="Agreed.")
    assert (await old.criteria.as_of("24501", 4)).differences == ()
    with closing(sqlite3.connect(tmp_path / "store.db")) as other:
        assert other.execute("SELECT count(*) FROM screening WHERE marks IS NULL").fetchone() == (0,)
    await old.criteria.change("24501", [Turn("nationality")], reason="Agreed again.")
    await old.criteria.settle()
    assert (await old.criteria.as_of("24501", 5)).differences == ()
    assert (await old.history.verify()).ok
    [a4] = await old.candidates.rows(await keys(old, "A4"))
    assert a4.outcome is not Outcome.NOT_MET
