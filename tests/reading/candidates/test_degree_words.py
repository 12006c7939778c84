"""Levels of degrees as applicants write them in a cell or an entry."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.requirement import DegreeLevel
from recruiter_tui.reading.candidates.degree_words import level


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("M2", DegreeLevel.MASTER),
        ("L3", DegreeLevel.BACHELOR),
        ("L3 support", None),
        ("M.Sc. in Hydrology", DegreeLevel.MASTER),
        ("Mestre em Economia", DegreeLevel.MASTER),
        ("Brevet de technicien supérieur", DegreeLevel.DIPLOMA),
    ],
)
def test_a_degree_is_known_by_its_wording(written: str, meant: DegreeLevel | None) -> None:
    assert level(written) is meant
