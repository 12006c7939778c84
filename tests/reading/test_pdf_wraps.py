"""What a narrow cell breaks in two becomes whole: addresses, numbers and large names."""

from __future__ import annotations

from recruiter_tui.reading.pdf_pieces import Piece
from recruiter_tui.reading.pdf_wraps import unbroken


def piece(text: str, line: int, left: float = 40, height: float = 9) -> Piece:
    bottom = 800.0 - 12 * line
    return Piece(left, bottom, left + 100, bottom + height, text)


BODY = [piece(f"line {at}", 10 + at) for at in range(8)]


def test_the_rest_of_a_mail_address_and_of_a_phone_is_put_behind_it() -> None:
    told = [
        piece("samir@medmail.exampl", 0),
        piece("e", 1),
        piece("+216 24 555", 0, 300),
        piece("340", 1, 300),
    ]
    assert [each.text for each in unbroken([*told, *BODY])][:2] == [
        "samir@medmail.example",
        "+216 24 555 340",
    ]


def test_words_below_or_elsewhere_stay_where_they_are() -> None:
    told = [piece("samir@medmail.example", 0), piece("Tunis", 1), piece("e", 2, 300)]
    assert [each.text for each in unbroken([*told, *BODY])][:3] == [each.text for each in told]


def test_the_two_large_lines_of_a_name_are_one() -> None:
    told = [piece("SAMIR BEN", 0, height=20), piece("ROMDHANE", 2, height=20)]
    assert unbroken([*told, *BODY])[0].text == "SAMIR BEN ROMDHANE"


def test_large_lines_of_other_things_stay_apart() -> None:
    far = [piece("SAMIR BEN", 0, height=20), piece("SUMMARY", 6, height=20)]
    assert unbroken([*far, *BODY])[:2] == far
    three = [piece(word, 2 * at, height=20) for at, word in enumerate(("ANN", "LEE", "NURSE"))]
    assert unbroken([*three, *BODY])[:3] == three
    assert unbroken([]) == []
