"""Zip archives that office files are: measured before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from recruiter_tui.reading.extracting.unusable import Unusable

MOST_UNPACKED: Final = 100_000_000
MOST_ENTRIES: Final = 2_000
HIGHEST_RATIO: Final = 200
_SMALL: Final = 1_000_000
"""Bytes below which a high ratio harms nobody: an empty table packs well."""


def opened(data: bytes) -> zipfile.ZipFile:
    """Return the archive; raises Unusable for one that unpacks to more than a document should.

    The sizes that the archive states can be trusted: `zipfile` reads no more than them and checks the sum.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    is_bomb = whole > _SMALL and whole > HIGHEST_RATIO * max(packed, 1)
    if len(entries) > MOST_ENTRIES or whole > MOST_UNPACKED or is_bomb:
        message = "it unpacks to more than a document should"
        raise Unusable(message)
    if any(entry.flag_bits & 1 for entry in entries):
        message = "it is locked with a password"
        raise Unusable(message)
    return archive
