"""Papers that a row names: found beside the table, never outside its folder, known by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import Document
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import SourceFile, Unclear
from recruiter_tui.reading.text import decode

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 20 << 20
LONGEST_TEXT: Final = 400_000
MEDIA_TYPES: Final = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
}


def attachment(folder: Path, wording: str) -> tuple[Document, SourceFile]:
    """Return the paper that a table in `folder` names, with its text where the file is plain text.

    Raises Unclear for a name that leads out of the folder (by `..`, an absolute path or a link), a file that
    is missing or no ordinary file, and one that is larger than 20 MB.
    """
    path = _inside(folder, wording)
    with open_regular(path, follow=False) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        problem = f"the file is larger than {LARGEST >> 20} MB"
        raise Unclear(problem, "attach a smaller one")
    digest = hashlib.sha256(data).hexdigest()
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    is_plain = media_type in ("text/plain", "text/markdown")
    text = clean(decode(data), multiline=True, limit=LONGEST_TEXT) if is_plain else ""
    return Document(clean(path.name, limit=255), digest, text, media_type), SourceFile(digest, path)


def _inside(folder: Path, wording: str) -> Path:
    """Return the named file's own path, or raise Unclear where it is not a file in the folder."""
    named = PurePosixPath(wording if "/" in wording else wording.replace("\\", "/"))
    root = folder.resolve()
    problem = "the file lies outside the folder of the table"
    if named.is_absolute() or ".." in named.parts or (named.parts and ":" in named.parts[0]):
        raise Unclear(problem, "put it beside the table and name it relative to that")
    try:
        path = (root / named).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        missing = "there is no such file beside the table"
        raise Unclear(missing, "put it there, or empty the cell") from None
    if not path.is_relative_to(root):
        raise Unclear(problem, "put the file itself there instead of a link")
    return path
