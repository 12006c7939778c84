"""Papers that a row names: found beside the table, never outside its folder, known by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.person import Document
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates.cv_file import harmless
from recruiter_tui.reading.candidates.files import open_regular
from recruiter_tui.reading.candidates.incoming import SourceFile, Unclear
from recruiter_tui.reading.candidates.papers import BINARY, MEDIA_TYPES, form_of, paper_text, text_of

if TYPE_CHECKING:
    from pathlib import Path

LARGEST: Final = 20 << 20
_HEAD: Final = 4096


def attachment(folder: Path, wording: str) -> tuple[Document, SourceFile, Unclear | None]:
    """Return the paper that a table in `folder` names, with its text, and why there is none.

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
    form = form_of(path.suffix, data[:_HEAD])
    text, why = "", None
    try:
        remarks: list[str] = []
        text = _text(path, form, data, remarks)
        if remarks:
            why = Unclear(remarks[0], "look at the paper itself")
    except Unclear as unclear:
        why = unclear
    media_type = MEDIA_TYPES.get(form or path.suffix.lower().lstrip("."), "application/octet-stream")
    name = clean(path.name, limit=255)
    return (
        Document(name, digest, harmless(text), media_type),
        (SourceFile(digest, path)),
        why,
    )


def _text(path: Path, form: str | None, data: bytes, remarks: list[str]) -> str:
    """Return a paper's text; raises Unclear where the form has none that can be read."""
    if form is None:
        problem = "the text of files of this kind cannot be read"
        raise Unclear(problem, "it is kept as it is; save it as PDF, DOCX or plain text to read it here")
    return paper_text(path, form, remarks) if form in BINARY else text_of(data, form, remarks)


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
