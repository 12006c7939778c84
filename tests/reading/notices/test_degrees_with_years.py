"""Which degree goes with how many years, in wordings that are easily paired wrongly (R19 to R21)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from recruiter_tui.domain.requirement import EducationExperience

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice

Reader: TypeAlias = "Callable[[str], Notice]"


@pytest.mark.parametrize(
    ("education", "experience", "pairs"),
    [
        ("Diplôme universitaire du niveau du master et quatre ans d'expérience, ou licence et six ans.",
         "", "master 48, bachelor 72"),
        ("Master. À défaut, une licence et deux années d'expérience supplémentaires peuvent être acceptées.",
         "Au moins sept ans d'expérience.", "master 84, bachelor 108"),
        ("A Master's degree (or a Bachelor's degree with an additional 2 years of experience).",
         "Minimum 5 years.", "master 60, bachelor 84"),
        ("Master's degree with no experience required, or Bachelor's degree with two years of experience.",
         "", "master 0, bachelor 24"),
        ("Diploma (two years of study) with five years of work, or secondary school with eight years.",
         "", "diploma 60, secondary 96"),
        ("Bachelor's degree and seven years of experience. A Master's degree may replace two of these years.",
         "", "master 60, bachelor 84"),
        ("Secondary school with four years of work. A university degree counts as two years of experience.",
         "", "bachelor 24, secondary 48"),
        ("High school diploma. The years are reduced to five for candidates with a university degree.",
         "A minimum of seven years of experience.", "bachelor 60, secondary 84"),
        ("High school diploma. The years are reduced by three for candidates with a university degree.",
         "A minimum of seven years of experience.", "bachelor 48, secondary 84"),
        ("Maîtrise universitaire, ou licence assortie de deux années d'expérience supplémentaire.",
         "Sept années d'expérience.", "master 84, bachelor 108"),
        ("Bachelor's degree in law. A Master's degree may replace two years.", "", "bachelor None"),
    ],
    ids=["a level told after", "years on top", "brackets", "none", "years of study", "for years", "counts as",
         "reduced to", "reduced by", "a French master",
         "for years that nobody asks"],
)  # fmt: skip
def test_each_degree_has_its_own_years(
    read_text: Reader, education: str, experience: str, pairs: str
) -> None:
    notice = read_text(
        f"Education\n\n{education}\n\nExperience\n\n{experience}\n\nHow to apply\n\nWrite to us."
    )
    (criterion,) = (each for each in notice.criteria if isinstance(each, EducationExperience))
    assert ", ".join(f"{each.degree.word} {each.months}" for each in criterion.alternatives) == pairs
