"""Dates as people write them are read exactly as far as they say."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.dates import PartialDate
from recruiter_tui.domain.person import PRESENT
from recruiter_tui.reading.candidates.dates import end_date, is_ambiguous, partial_date
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2019", "2019"),
        ("2019-07", "2019-07"),
        ("2019-07-31", "2019-07-31"),
        ("2019/7", "2019-07"),
        ("2019-07-31T00:00:00Z", "2019-07-31"),
        ("07/2019", "2019-07"),
        ("7.2019", "2019-07"),
        ("31.07.2019", "2019-07-31"),
        ("31/07/2019", "2019-07-31"),
        ("07/31/2019", "2019-07-31"),
        ("05/05/2019", "2019-05-05"),
        ("03/04/2018", "2018"),
        ("July 2019", "2019-07"),
        ("Sept. 2019", "2019-09"),
        ("Sep '19", "2019-09"),
        ("Jan-98", "1998-01"),
        ("31 July 2019", "2019-07-31"),
        ("July 31st, 2019", "2019-07-31"),
        ("juillet 2019", "2019-07"),
        ("1er août 2019", "2019-08-01"),
        ("Décembre 2019", "2019-12"),
        ("15 de marzo de 2019", "2019-03-15"),
        ("enero de 2019", "2019-01"),
        ("março de 2019", "2019-03"),
        ("set/2019", "2019-09"),
        ("Summer 2022", "2022"),
        ("automne 2022", "2022"),
        ("März 2019", "2019-03"),
        ("4. Mai 2019", "2019-05-04"),
        ("Dez. 2019", "2019-12"),
        ("Herbst 2019", "2019"),
        ("2. Quartal 2019", "2019"),
        ("2019 Q3", "2019"),
        ("1H 2019", "2019"),
        ("end of 2019", "2019"),
        ("summer of 2019", "2019"),
        ("2019, May", "2019-05"),
        ("20190504", "2019-05-04"),
        ("04-May-19", "2019-05-04"),
        ("4. 5. 2019", "2019-05-04"),
        ("4th of May 2019", "2019-05-04"),
        ("samedi 4 mai 2019", "2019-05-04"),
        ("le 4 mai 2019", "2019-05-04"),
        ("mid-May 2019", "2019-05"),
        ("first half of May 2019", "2019-05"),
        ("mediados de mayo de 2019", "2019-05"),
        ("juin 2019", "2019-06"),
    ],
)
def test_a_date_is_as_exact_as_its_wording(written: str, meant: str) -> None:
    assert partial_date(written) == PartialDate.parse(meant)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2019-13",
        "2019-02-30",
        "13.13.2019",
        "Foo 2019",
        "20191301",
        "about 2019",
        "1066",
        "12",
        "2019 to 2020",
        "00/2019",
    ],
)
def test_anything_else_is_no_date(written: str) -> None:
    assert partial_date(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "Present",
        "(present)",
        "aujourd\u2019hui",
        "à ce jour",
        "Actualidad",
        "hoje",
        "até o momento",
        "Now.",
        "derzeit",
        "up to now",
    ],
)
def test_what_goes_on_goes_on(written: str) -> None:
    assert end_date(written) == PRESENT


def test_only_days_and_months_that_change_places_are_ambiguous() -> None:
    assert is_ambiguous("03/04/2018")
    assert not is_ambiguous("13/04/2018")
    assert not is_ambiguous("04/04/2018")
    assert not is_ambiguous("2018")


@pytest.mark.parametrize("unit", ["1", " ", "de ", "jan ", "1/", ".", "a"])
def test_time_grows_with_the_wording_and_not_with_its_square(unit: str) -> None:
    assert grows_linearly(lambda size: partial_date((unit * size)[:size]), 100_000)
