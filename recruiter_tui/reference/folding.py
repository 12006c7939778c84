"""The one way in which the reference lists compare names: accents, case and punctuation do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATA = Path(__file__).parent / "data"
_NOT_A_WORD = re.compile(r"[\W_]+")
_DOT_OF_INITIALS = re.compile(r"(?<=\b\w)\.(?=\w\b)")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the words of `text` without accents, case and punctuation, one blank apart."""
    plain = unicodedata.normalize("NFKD", _DOT_OF_INITIALS.sub("", text.casefold()))
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", letters).strip()


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-parted cells of the data file `name`, comments and blank lines left out."""
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
