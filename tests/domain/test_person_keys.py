"""The keys under which candidates meet who may be one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_tui.domain.person_keys import (
    KeyKind,
    counterpart,
    is_masked,
    keys_of,
    kind_of,
    mail_of,
    phone_of,
    sound,
)


def kept(
    name: str, *, mails: tuple[str, ...] = (), phones: tuple[str, ...] = (), other: bool = False
) -> set[int]:
    return set(keys_of(tuple(name.split()), mails, phones, other_script=other))


def kinds(keys: set[int]) -> set[KeyKind]:
    return {kind_of(key) for key in keys}


@pytest.mark.parametrize(
    ("address", "counts_as"),
    [
        ("Ana.Silva+un@Example.org", "ana.silva@example.org"),
        ("ana.silva@gmail.com", "anasilva@gmail.com"),
        ("info@example.org", None),
        ("x7@indeedemail.com", None),
        ("ana", None),
        ("@example.org", None),
        ("ana@localhost", None),
        ("+un@example.org", None),
    ],
)
def test_an_address_counts_as_one_persons(address: str, counts_as: str | None) -> None:
    assert mail_of(address) == counts_as


def test_masked_addresses_are_known() -> None:
    assert is_masked("abc@privaterelay.appleid.com")
    assert not is_masked("abc@example.org")


def test_numbers_count_without_their_national_prefix() -> None:
    assert phone_of("+213 555 12 34 56") == phone_of("0555123456") == "555123456"
    assert phone_of("12 34") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("philip", "filip"), ("mohammed", "mohamed"), ("cesar", "sesar"), ("romanoff", "romanov")],
)
def test_spellings_of_one_pronunciation_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_turned_and_mistyped_names_meet() -> None:
    assert kept("ana silva") == kept("silva ana")
    assert kept("ana silva") & kept("ana silwa")
    assert kept("ana silva") & kept("a silva")
    assert not kept("ana silva") & kept("peter okoye")


def test_a_name_in_another_script_meets_by_its_counterpart() -> None:
    latin, cyrillic = kept("ana silva"), kept("ana silva", other=True)
    assert KeyKind.BONES in kinds(latin)
    assert KeyKind.BONES_ELSEWHERE in kinds(cyrillic)
    assert {counterpart(key) for key in latin} & cyrillic
    assert {counterpart(key) for key in cyrillic} & latin


def test_contacts_are_kept_even_without_a_name() -> None:
    found = kept("", mails=("ana@example.org", "info@example.org"), phones=("+213555123456", "1"))
    assert kinds(found) == {KeyKind.MAIL, KeyKind.PHONE}
    assert len(found) == 2


def test_one_word_has_no_key_by_sound_and_none_beside_an_initial() -> None:
    assert kinds(kept("madonna")) == {KeyKind.LETTERS, KeyKind.BONES}
    assert KeyKind.SOUND not in kinds(kept("a b"))


def test_of_a_long_name_the_first_words_and_the_last_count() -> None:
    assert (
        kept("ana b c d silva")
        & kept("ana silva")
        & {key for key in kept("ana silva") if kind_of(key) is KeyKind.WORD}
    )


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=6))
def test_keys_do_not_depend_on_the_order_of_two_words_and_fit_64_bits(words: list[str]) -> None:
    keys = keys_of(tuple(words), (), (), other_script=False)
    assert all(-(2**63) <= key < 2**63 for key in keys)
    assert all(counterpart(key) is None or kind_of(key) is KeyKind.BONES for key in keys)
