"""Words made comparable: accents, case and spelling variants folded, in every script."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
_VARIANTS = str.maketrans(
    {
        "ł": "l", "đ": "d", "ð": "d", "ø": "o", "ħ": "h", "ŧ": "t", "\u0131": "i", "ŋ": "n", "þ": "th", "æ": "ae",
        "œ": "oe", "\u0649": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643", "\u06cc": "\u064a", "\u0640": None,
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip
"""Letters that Unicode does not decompose but that people type without their stroke, and Arabic spellings."""


def fold(text: str) -> str:
    """Return the text without accents, vowel points, case and compatibility forms; linear in its length."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in decomposed if not unicodedata.category(sign).startswith(("M", "Cf")))
    return bare.casefold().translate(_VARIANTS)


def words(text: str) -> list[str]:
    """Return the folded words of a text in their order."""
    return _WORD.findall(fold(text))
