"""The child process that parses strangers' bytes: it takes jobs on stdin and answers with JSON lines."""

from __future__ import annotations

import json
import os
import stat
import sys
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.reading.extracting.unusable import Unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MEMORY: Final = 512 << 20
LARGEST: Final = 100 << 20
_ROWS_A_LINE: Final = 500

Answer = dict[str, Any]


def main() -> None:
    """Set the limits, then answer one job after the other until stdin ends."""
    _bound("RLIMIT_AS", MEMORY)
    _bound("RLIMIT_FSIZE", 0)
    _bound("RLIMIT_CORE", 0)
    for line in sys.stdin.buffer:
        job = json.loads(line)
        _processor_time(job["seconds"])
        for answer in _answers(job):
            sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _answers(job: Answer) -> Iterator[Answer]:
    """Yield a job's answers; the last one says that it is done or what the problem was."""
    try:
        yield from _WORK[job["form"]](_data(job), job)
        yield {"done": True}
    except MemoryError:
        yield {"problem": "it needs more memory than a document should"}
    except RecursionError:
        yield {"problem": "it is nested more deeply than a document should be"}
    except Unusable as error:
        yield {"problem": str(error)}
    except OSError as error:
        yield {"problem": f"it is not there any more ({os.strerror(error.errno or 0)})"}
    except Exception:  # noqa: BLE001 - any failure of a parser is the document's; its words may quote it
        yield {"problem": "it is broken"}


def _data(job: Answer) -> bytes:
    """Return the bytes that the job is about: a file, or a range of it."""
    # what was a file a moment ago may be a pipe by now, on which opening would wait for ever
    descriptor = os.open(os.fsdecode(bytes.fromhex(job["path"])), os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            message = "it is not an ordinary file any more"
            raise Unusable(message)
        file.seek(job.get("offset", 0))
        data = file.read(min(job.get("length", LARGEST + 1), LARGEST + 1))
    if len(data) > LARGEST:
        message = f"it is larger than {LARGEST >> 20} MB"
        raise Unusable(message)
    return data


def _text(data: bytes, job: Answer) -> Iterator[Answer]:
    from recruiter_tui.reading.extracting.written import text_of

    remarks: list[str] = []
    yield {"text": text_of(job["form"], data, remarks), "remarks": remarks}


def _rows(data: bytes, job: Answer) -> Iterator[Answer]:
    """Yield the rows of a workbook by the hundreds."""
    from recruiter_tui.reading.extracting.odf import ods_rows
    from recruiter_tui.reading.extracting.xlsx import xlsx_rows

    found: Iterable[tuple[str, int, list[str]]] = (xlsx_rows if job["form"] == "xlsx" else ods_rows)(data)
    batch = []
    for row in found:
        batch.append(row)
        if len(batch) == _ROWS_A_LINE:
            yield {"rows": batch}
            batch = []
    yield {"rows": batch}


def _mail(data: bytes, job: Answer) -> Iterator[Answer]:
    from recruiter_tui.reading.extracting import mail

    if job["form"] == "mail":
        yield mail.message(data)
    elif job["form"] == "mail-text":
        remarks: list[str] = []
        yield {"text": mail.part_text(data, job["part"], job["as"], remarks), "remarks": remarks}
    else:
        yield {"data": mail.part_data(data, job["part"]).hex()}


def _tree(data: bytes, job: Answer) -> Iterator[Answer]:
    from recruiter_tui.reading.extracting.pdf import pdf_xml
    from recruiter_tui.reading.extracting.tree import xml_tree

    inner = pdf_xml(data) if job["form"] == "pdf-tree" else data
    yield xml_tree(inner) if inner else {}


_WORK: Final[dict[str, Callable[[bytes, Answer], Iterator[Answer]]]] = {
    **dict.fromkeys(("pdf", "docx", "odt", "rtf"), _text),
    **dict.fromkeys(("xlsx", "ods"), _rows),
    **dict.fromkeys(("mail", "mail-text", "mail-data"), _mail),
    **dict.fromkeys(("xml-tree", "pdf-tree"), _tree),
}


def _bound(limit: str, value: int) -> None:
    """Set a limit of this process where the system knows it."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(getattr(resource, limit), (value, value))


def _processor_time(seconds: int) -> None:
    """Allow so many more seconds of processor time for the next job."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
