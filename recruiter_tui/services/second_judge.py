"""A second process that judges portions of a large screening, so that two processors share the work.

It reads the store itself and writes nothing. Where it cannot start or ends early, its portion is judged by
the first; where the rules that it read are not those of the first, it is not used.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, NamedTuple

from recruiter_tui.reading.children import bootstrap, end
from recruiter_tui.services.portions import Portion, Telling, judged, read
from recruiter_tui.services.steps import in_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK: Final = b"judged: "
"""How a message begins; whatever else a new interpreter prints is none."""
_LENGTH: Final = 8
WORTH: Final = 3_000
"""Applications from which a second process, which takes half a second to start, saves time."""


class Task(NamedTuple):
    """What the second process is to judge by."""

    store: str
    vacancy: int
    policy: str
    telling: Telling


def is_worth_it(applications: int) -> bool:
    """Tell whether a second process would save time here."""
    return applications >= WORTH and bool(sys.executable) and _processors() > 1


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class SecondJudge:
    """The second process as the first sees it; close it when done."""

    def __init__(self, task: Task, rules: tuple[object, ...]) -> None:
        """Start it; `rules` are those that the first read. Raises OSError where it cannot start."""
        self._rules = rules
        self._is_ready = False
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-I", "-c", _bootstrap()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        with suppress(OSError):  # it ended already, and its first answer says so
            _send(self._stdin, task)

    async def judge(self, keys: Sequence[int]) -> Portion | None:
        """Return some applications as it judged them; None where it cannot."""
        return await in_thread(lambda: self._asked(list(keys)))

    def _asked(self, keys: list[int]) -> Portion | None:
        try:
            if not self._is_ready:
                self._is_ready = _receive(self._stdout) == self._rules
            if not self._is_ready:
                return None
            _send(self._stdin, keys)
            found: Portion = _receive(self._stdout)
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        return found

    def close(self) -> None:
        """End it, whatever it does."""
        end(self._process)

    @property
    def _stdin(self) -> Any:  # noqa: ANN401 - a pipe, which the library calls optional
        return self._process.stdin

    @property
    def _stdout(self) -> Any:  # noqa: ANN401 - a pipe, which the library calls optional
        return self._process.stdout


def _bootstrap() -> str:
    """Return the child's first line."""
    return bootstrap(__name__)


def main() -> None:
    """Judge portions for the parent until it closes the pipe."""
    import gc

    gc.disable()  # results hold no circles
    with suppress(EOFError, BrokenPipeError):
        _serve(sys.stdin.buffer, sys.stdout.buffer)


def _serve(asked: BinaryIO, answers: BinaryIO) -> None:
    from recruiter_tui.services.judging import Judge, read_by_rules
    from recruiter_tui.store.engine import connect
    from recruiter_tui.store.reading import Reader

    task: Task = _receive(asked)
    reader = Reader(connect(Path(task.store), write=False))
    record = reader.vacancy(task.vacancy)
    judge = Judge(record, task.policy)
    _send(answers, read_by_rules(record))
    while True:
        keys: list[int] = _receive(asked)
        seen, filed = read(reader, task.vacancy, keys)
        _send(answers, Portion(keys, seen, [judged(judge, task.telling, one) for one in filed]))


def _send(pipe: BinaryIO, value: object) -> None:
    body = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(_MARK + len(body).to_bytes(_LENGTH, "big") + body)
    pipe.flush()


def _receive(pipe: BinaryIO) -> Any:  # noqa: ANN401 - whatever was sent
    if _whole(pipe, len(_MARK)) != _MARK:
        raise EOFError
    length = int.from_bytes(_whole(pipe, _LENGTH), "big")
    return pickle.loads(_whole(pipe, length))  # noqa: S301 - from our own process, over its own pipe


def _whole(pipe: BinaryIO, length: int) -> bytes:
    found = pipe.read(length)
    if len(found) < length:
        raise EOFError
    return found
