"""Names of persons in letters that can be compared, whatever script and order they were written in."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ARTICLE: Final = re.compile(r"(?<!\w)(?:وال|ال)(?=\w{2})")
"""The Arabic article, which Latin spellings set apart or leave out."""
_HAN_OR_HANGUL: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]{2,}")
_TWO_SIGNS: Final = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "司徒",
        "东方",
        "東方",
        "皇甫",
        "慕容",
        "尉迟",
        "长孙",
        "夏侯",
        "남궁",
        "황보",
        "제갈",
        "선우",
        "독고",
    ]
)
"""Family names of two signs; all others have one."""
_APART: Final = re.compile(r"[^a-z]+")
_SILENT: Final = str.maketrans("", "", "'`\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}")
_TITLES: Final = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "eng", "mme", "mlle", "sr", "sra", "phd"]
)
_LONGEST: Final = 300


@lru_cache(maxsize=16384)
def words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower-case Latin letters, in their order, without titles.

    Chinese and Korean names written without blanks are parted after the family name. Letters that have no
    counterpart are left out; a name of nothing else has no words.
    """
    text = name[:_LONGEST]
    if not text.isascii():
        from anyascii import anyascii

        text = _HAN_OR_HANGUL.sub(_parted, _ARTICLE.sub("", text))
        text = anyascii(text)
    text = text.translate(_SILENT).lower()
    found = tuple(word for word in _APART.split(text) if word)
    kept = tuple(word for word in found if word not in _TITLES)
    return kept or found


def has_other_script(name: str) -> bool:
    """Tell whether a name is written in letters other than Latin ones."""
    return not name.isascii() and any(
        letter.isalpha() and not _is_latin(letter) for letter in name[:_LONGEST]
    )


def _is_latin(letter: str) -> bool:
    """Tell whether a letter is Latin, with or without marks."""
    return ord(letter) < 0x250 or 0x1E00 <= ord(letter) <= 0x1EFF or 0xFF21 <= ord(letter) <= 0xFF5A  # noqa: PLR2004 - bounds of Unicode's blocks


def _parted(found: re.Match[str]) -> str:
    """Return a name of signs as family name, blank, and given name."""
    from anyascii import anyascii

    signs = found.group()
    family = 2 if signs[:2] in _TWO_SIGNS else 1
    return f" {anyascii(signs[:family])} {anyascii(signs[family:])} "
