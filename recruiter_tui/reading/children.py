"""A few warm child processes that parse strangers' bytes within limits, and what to say when one fails."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.errors import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS: Final = 10
"""Wall-clock seconds that a document may take."""
_BYTES_A_SECOND: Final = 1 << 20
"""A large workbook may take longer: a second more for each megabyte."""
_MOST_JOBS: Final = 200
"""After so many documents a child makes room for a fresh one, whatever it may have kept."""
_MOST_ANSWER: Final = 256 << 20
_LARGEST_READ: Final = 1 << 16
_REMEDY: Final = "save it as plain text and read that"


class _Gone(Exception):
    """The child ended, or took too long."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem


class _Child:
    """One child process; jobs go in one at a time."""

    def __init__(self) -> None:
        self.jobs = 0
        self._rest = b""
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-c", bootstrap("recruiter_tui.reading.child")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath},
            start_new_session=True,
        )

    def answers(self, job: dict[str, Any], seconds: float) -> Iterator[dict[str, Any]]:
        """Yield the answers to a job; raises _Gone where the child cannot go on."""
        self.jobs += 1
        until = time.monotonic() + seconds
        try:
            os.write(self._stdin, json.dumps(job | {"seconds": int(seconds)}).encode() + b"\n")
        except OSError:
            broken = "it is broken"
            raise _Gone(broken) from None
        taken = 0
        while True:
            line = self._line(until, seconds)
            taken += len(line)
            if taken > _MOST_ANSWER:
                large = "it holds more than a document should"
                raise _Gone(large)
            try:
                answer = json.loads(line)
            except ValueError:
                broken = "it is broken"
                raise _Gone(broken) from None
            yield answer
            if "done" in answer or "problem" in answer:
                return

    def _line(self, until: float, seconds: float) -> bytes:
        """Return the child's next line."""
        parts = [self._rest]
        while b"\n" not in parts[-1]:
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._stdout], [], [], left)[0]:
                slow = f"it took longer than {int(seconds)} s to read"
                raise _Gone(slow)
            data = os.read(self._stdout, _LARGEST_READ)
            if not data:
                ended = "it needs more time or memory than a document should, or is broken"
                raise _Gone(ended)
            parts.append(data)
        last, _, self._rest = parts[-1].partition(b"\n")
        return b"".join((*parts[:-1], last))

    def end(self) -> None:
        """End the process and wait for it."""
        end(self._process)

    @property
    def _stdin(self) -> int:
        assert self._process.stdin is not None  # noqa: S101 - it was asked for as a pipe
        return self._process.stdin.fileno()

    @property
    def _stdout(self) -> int:
        assert self._process.stdout is not None  # noqa: S101 - it was asked for as a pipe
        return self._process.stdout.fileno()


class _Nursery:
    """The idle children; they are kept only while somebody reads a pile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_Child] = []
        self._piles = 0

    @contextlib.contextmanager
    def warm(self) -> Iterator[None]:
        """Keep children between documents for the length of the block."""
        with self._lock:
            self._piles += 1
        try:
            yield
        finally:
            with self._lock:
                self._piles -= 1
                gone = [] if self._piles else self._idle
                self._idle = self._idle if self._piles else []
            for child in gone:
                child.end()

    def take(self) -> _Child:
        """Return a child that is free."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Child()

    def give_back(self, child: _Child, *, is_well: bool) -> None:
        """Keep a child for the next document, or end it."""
        with self._lock:
            keep = is_well and self._piles > 0 and child.jobs < _MOST_JOBS
            if keep:
                self._idle.append(child)
        if not keep:
            child.end()


_NURSERY: Final = _Nursery()
warm = _NURSERY.warm


def answers(path: Path, form: str, **details: object) -> Iterator[dict[str, Any]]:
    """Yield what a child says about a file of some form, chunk by chunk.

    Raises Unreadable, with the file's name and what to do, when it is broken, locked, too big or too slow.
    """
    child = _NURSERY.take()
    length = details.get("length")
    seconds = SECONDS + (length if isinstance(length, int) else _size(path)) / _BYTES_A_SECOND
    is_well = False
    problem: str | None = None
    try:
        for answer in child.answers(
            {"form": form, "path": os.fsencode(Path(path).resolve()).hex(), **details}, seconds
        ):
            problem = answer.get("problem")
            if problem is None and "done" not in answer:
                yield answer
        is_well = problem is None
    except _Gone as gone:
        problem = gone.problem
    finally:
        _NURSERY.give_back(child, is_well=is_well)
    if problem is not None:
        message = f"{path.name} cannot be read: {problem}"
        raise Unreadable(message, _REMEDY)


def answer(path: Path, form: str, **details: object) -> dict[str, Any]:
    """Return the one answer of a child about a file; raises Unreadable as `answers`."""
    return next(iter([*answers(path, form, **details)]), {})


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def bootstrap(module: str) -> str:
    """Return a child's first line: it finds this package where the parent found it, and runs a module."""
    root = str(Path(__file__).resolve().parents[2])
    return f"import sys; sys.path.insert(0, {root!r}); from {module} import main; main()"


def end(process: subprocess.Popen[bytes]) -> None:
    """End a child, whatever it does, and wait for it."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
