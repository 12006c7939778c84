"""Whether a field of study is one that the notice lists: by its words in four languages, or by a ruling."""

from __future__ import annotations

import pytest

from recruiter_tui.domain.rulings import FieldRuling, field_key
from recruiter_tui.domain.study_fields import FieldMatch, ListedFields

LISTED = (
    "International Relations",
    "Law",
    "Business or Public Administration",
    "Public International Health",
)
FIELDS = ListedFields(LISTED)
RELATED = ListedFields(LISTED, related=True)


@pytest.mark.parametrize(
    ("studied", "listed"),
    [
        ("Law", "Law"),
        ("LAW", "Law"),
        ("Droit", "Law"),
        ("Law and Economics", "Law"),
        ("Relations internationales", "International Relations"),
        ("International Relations of Africa", "International Relations"),
        ("IR", "International Relations"),
        # both halves of an alternative, and an abbreviation of one
        ("Public Administration", "Business or Public Administration"),
        ("Business Administration", "Business or Public Administration"),
        ("MBA", "Business or Public Administration"),
        ("Administración pública", "Business or Public Administration"),
        # two words of a longer listed field, and no others
        ("Public Health", "Public International Health"),
    ],
)
def test_a_field_is_found_by_its_words(studied: str, listed: str) -> None:
    for fields in (FIELDS, RELATED):
        assert fields.match(studied) == FieldMatch(truth=True, listed=listed)


@pytest.mark.parametrize(
    ("studied", "close"),
    [
        ("Health", "Public International Health"),
        ("International", "International Relations"),
        ("Administration", "Business or Public Administration"),
    ],
)
def test_one_word_of_several_leaves_it_to_a_person(studied: str, close: str) -> None:
    for fields in (FIELDS, RELATED):
        assert fields.match(studied) == FieldMatch(None, close)


@pytest.mark.parametrize("studied", ["Marine Biology", "Public Music", "Military Health"])
def test_another_field_is_none_of_them_unless_related_ones_will_do(studied: str) -> None:
    assert FIELDS.match(studied) == FieldMatch(truth=False)
    assert RELATED.match(studied) == FieldMatch(None)


@pytest.mark.parametrize("studied", [None, "", "  ", "of the", "-"])
def test_silence_cannot_be_told(studied: str | None) -> None:
    assert FIELDS.match(studied) == FieldMatch(None)


@pytest.mark.parametrize("studied", [None, "", "Marine Biology"])
def test_where_none_are_listed_any_field_will_do(studied: str | None) -> None:
    assert ListedFields(()).match(studied) == FieldMatch(truth=True)


def test_a_listed_field_that_says_nothing_lists_nothing() -> None:
    assert ListedFields(("of the", "Law")).match("Music") == FieldMatch(truth=False)


@pytest.mark.parametrize(
    ("listed", "one", "other"),
    [
        ("Business and/or Public Administration", "Business Administration", "Public Administration"),
        ("Social or Political Science", "Social Science", "Political Science"),
    ],
)
def test_either_half_of_an_alternative_will_do(listed: str, one: str, other: str) -> None:
    fields = ListedFields((listed,))
    for half in (one, other):
        assert fields.match(half).listed == listed
        assert fields.match(f"African {half}").listed == listed
    assert fields.match("Administration of ships").truth is False


def test_a_ruling_goes_before_the_words_and_names_who_ruled() -> None:
    rulings = {
        field_key(one.field): one
        for one in (
            FieldRuling("Music", related=True, reason="Of use.", by="ana"),
            FieldRuling("Law", related=False, reason="Of another land.", by=""),
        )
    }
    fields = ListedFields(LISTED, ruled=rulings)
    assert fields.match("MUSIC") == FieldMatch(truth=True, listed="Music", ruled_by="ana")
    assert fields.match(" law ") == FieldMatch(truth=False, ruled_by="a person")
    assert fields.match("Droit") == FieldMatch(truth=True, listed="Law")
    assert fields.match("MUSIC") == fields.match("music")


def test_a_branch_reads_its_own_fields_or_all_and_rulings_hold_there_too() -> None:
    ruling = FieldRuling("Music", related=True, reason="Of use.", by="ana")
    fields = ListedFields(LISTED, ruled={ruling.key: ruling})
    own = fields.of_branch(("History",), is_open=False)
    assert own.match("History").truth
    assert own.match("Law").truth is False
    assert own.match("Music").ruled_by == "ana"
    open_ones = fields.of_branch((), is_open=True)
    assert open_ones.match("Law").truth
    assert open_ones.match("Marine Biology").truth is None
    both = fields.of_branch(("History",), is_open=True)
    assert both.match("Law").truth is None
    related = ListedFields(LISTED, related=True).of_branch(("History",), is_open=False)
    assert related.match("Law").truth is None
    assert fields.of_branch(("History",), is_open=False) is own
    assert both is not own
