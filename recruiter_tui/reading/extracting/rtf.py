"""RTF files to text; pictures and objects within them are left out."""

from __future__ import annotations

import re
from typing import Final

from recruiter_tui.reading.extracting.unusable import Unusable

_LARGEST: Final = 8 << 20
_PICTURE = re.compile(rb"[0-9a-fA-F\r\n]{400,}")


def rtf_text(data: bytes) -> str:
    """Return the text of an RTF file, cells of a table apart by bars."""
    from striprtf.striprtf import rtf_to_text

    bare = _PICTURE.sub(b"", data)
    if len(bare) > _LARGEST:
        message = "it is larger than a document of text should be"
        raise Unusable(message)
    text: str = rtf_to_text(bare.decode("latin-1"), errors="replace")  # type: ignore[no-untyped-call]  # it ships none
    return text
