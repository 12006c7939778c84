"""PDF and DOCX files to text, in a child process with limits: strangers' bytes stay outside."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from recruiter_tui.domain.errors import Unreadable

_SECONDS = 10
_MEMORY = 1 << 30
_MOST_TEXT = 4_000_000
_MOST_UNPACKED = 100_000_000
_MOST_ENTRIES = 2_000
_MOST_PAGES = 300


def document_text(path: Path) -> str:
    """Return the text of a PDF or DOCX file, a line a paragraph; pages are parted by a blank line.

    Raises Unreadable, with the file's name and what to do, when it is broken, locked, empty or too big.
    """
    command = [sys.executable, "-I", "-c", _bootstrap(), str(Path(path).resolve())]
    try:
        done = subprocess.run(  # noqa: S603  (our own interpreter and module, the path is one argument)
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        message = f"{path.name} took longer than {_SECONDS} s to read"
        raise Unreadable(message, "save it as plain text and read that") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = {}
    text = answer.get("text") if isinstance(answer, dict) else None
    if not isinstance(text, str):
        reason = answer.get("problem", "it is broken") if isinstance(answer, dict) else "it is broken"
        message = f"{path.name} cannot be read: {reason}"
        raise Unreadable(message, "save it as plain text and read that")
    if not text.strip():
        message = f"{path.name} holds no text, only pictures"
        raise Unreadable(message, "have its text recognised first, or paste the text")
    return text


def _bootstrap() -> str:
    """Return the child's first line: it finds this package where the parent found it."""
    root = str(Path(__file__).resolve().parents[2])
    run = "from recruiter_tui.reading.documents import child; child()"
    return f"import sys; sys.path.insert(0, {root!r}); {run}"


def child() -> None:
    """Run in the child: set the limits, read the file, answer with JSON on stdout."""
    _limit()
    path = Path(sys.argv[1])
    try:
        text = _pdf(path) if path.read_bytes()[:1024].find(b"%PDF-") >= 0 else _docx(path)
        answer = {"text": text[:_MOST_TEXT]}
    except MemoryError:
        answer = {"problem": "it needs more memory than a document should"}
    except Exception as error:  # noqa: BLE001  (any failure of a parser is the document's, and is told as one)
        answer = {"problem": str(error)[:200] or type(error).__name__}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    """Bound memory, time and files of this process where the system can."""
    try:
        import resource  # noqa: PLC0415  (not on every system)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS - 2, _SECONDS - 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _pdf(path: Path) -> str:
    import pypdfium2  # noqa: PLC0415  (the child alone needs it)

    from recruiter_tui.reading.pdf_rows import page_text  # noqa: PLC0415  (the child alone needs it)

    document = pypdfium2.PdfDocument(path.read_bytes())
    pages = (page_text(document[number].get_textpage()) for number in range(min(len(document), _MOST_PAGES)))
    return "\n\n".join(pages)


def _docx(path: Path) -> str:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if len(entries) > _MOST_ENTRIES or sum(each.file_size for each in entries) > _MOST_UNPACKED:
            message = "it unpacks to more than a document should"
            raise ValueError(message)
    import docx  # noqa: PLC0415  (the child alone needs it)

    lines: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = list(dict.fromkeys(cell.text.strip() for cell in row.cells))
                lines.append(": ".join(cells) if len(cells) == len(("label", "value")) else " | ".join(cells))
        else:
            style = (block.style.name or "") if block.style is not None else ""
            body = block.text.strip()
            lines.append(f"- {body}" if body and style.startswith("List") else body)
    return "\n".join(lines)
