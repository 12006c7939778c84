from __future__ import annotations

import pytest

from recruiter_tui.domain.person_keys import counterpart, kind_of
from recruiter_tui.reference.person_keys import keys
from recruiter_tui.reference.person_names import has_other_script, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Amina Haddad", ("amina", "haddad")),
        ("HADDAD, Dr. Amina", ("haddad", "amina")),
        ("Łukasz Wiśniewski", ("lukasz", "wisniewski")),
        ("Ada O'Neil", ("ada", "oneil")),
        ("王小明", ("wang", "xiaoming")),
        ("欧阳娜娜", ("ouyang", "nana")),
        ("Ольга Жукова", ("olga", "zhukova")),
        ("Dr", ("dr",)),
        ("", ()),
    ],
)
def test_names_of_every_script_become_latin_words(name: str, found: tuple[str, ...]) -> None:
    assert words(name) == found


def test_only_other_letters_make_another_script() -> None:
    assert has_other_script("أمينة")
    assert not has_other_script("Ángela Ñandú")
    assert not has_other_script("Nguyễn Thị Hạnh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina Haddad", "Haddad Amina"),
        ("Amina Haddad", "A. Haddad"),
        ("Benoît Lefèvre", "BENOIT LEFEVRE"),
        ("Youssef Mansouri", "Yusuf Al-Mansuri"),
        ("Benoit Lefevre", "Benoit Lefevra"),
        ("محمد الحاج", "Mohamed El Hadj"),
        ("Юрий Щербаков", "Iouri Chtcherbakov"),
        ("王小明", "Xiao-Ming Wang"),
        ("김민준", "Min-jun Kim"),
    ],
)
def test_spellings_of_one_name_meet_under_a_key(one: str, other: str) -> None:
    mine, theirs = keys(one, "", ""), keys(other, "", "")
    crossed = {key for each in mine if (key := counterpart(each)) is not None}
    assert (mine | crossed) & theirs


def test_numbers_meet_however_they_are_written_and_masked_addresses_never_do() -> None:
    assert keys("", "", "+213 555 12 34 56") & keys("", "", "'+213555123456")
    assert keys("", "Ann.Lee+cv@gmail.com", "") & keys("", "annlee@gmail.com", "")
    assert not keys("", "ann_x2k@indeedemail.com\ninfo@example.org\nnot an address", "12")


def test_a_key_tells_what_it_was_made_of_and_fits_the_store() -> None:
    found = keys("أمينة بن يوسف", "amina@example.org", "+213555123456")
    assert len({kind_of(key) for key in found}) > 3
    assert all(-(1 << 63) <= key < 1 << 63 for key in found)
