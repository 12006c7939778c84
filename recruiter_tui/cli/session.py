"""How a verb gets at the use cases: the services on the store that the options name, for one run."""

from __future__ import annotations

import asyncio
import signal
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from recruiter_tui.compose import open_services
from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Awaitable, Callable, Iterator

    from recruiter_tui.services import Services


_ENDING = (signal.SIGTERM, signal.SIGHUP)
_SIGNALLED = 128  # a shell's status for an end by signal n is 128 + n


def with_services(
    options: Namespace, work: Callable[[Services], Awaitable[int]], *, create: bool = False
) -> int:
    """Open the store, do the work and close it; return the work's exit status.

    A store that was named with `--store` is made only by verbs that begin one, so that a mistyped path is
    told instead of answered with an empty store.
    """
    make = create or options.store is None

    async def opened() -> int:
        with _ended_by_signals() as ended:
            try:
                async with open_services(options.store, options.actor, create=make) as services:
                    return await work(services)
            except asyncio.CancelledError:
                if ended:
                    return _SIGNALLED + ended[0]
                raise

    return asyncio.run(opened())


@contextmanager
def _ended_by_signals() -> Iterator[list[int]]:
    """Let SIGTERM and SIGHUP end the work cleanly, so that nothing half done waits for the next run."""
    ended: list[int] = []
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def end(number: int) -> None:
        ended.append(number)
        if task is not None:
            task.cancel()

    try:
        for number in _ENDING:
            loop.add_signal_handler(number, end, number)
    except (RuntimeError, ValueError):  # not the main thread, where signals are somebody else's
        yield ended
        return
    try:
        yield ended
    finally:
        for number in _ENDING:
            loop.remove_signal_handler(number)


def vacancy_option(parser: ArgumentParser) -> None:
    """Declare `--vacancy`, which most verbs need."""
    parser.add_argument(
        "--vacancy", metavar="REF", required=True, help="the notice's reference, or the store's own id (V2)"
    )


def json_option(parser: ArgumentParser) -> None:
    """Declare `--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON instead of lines")


def files_argument(parser: ArgumentParser, what: str) -> None:
    """Declare the files that a verb reads."""
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help=what)


def applications_argument(parser: ArgumentParser, *, least: str = "+") -> None:
    """Declare the applications that a verb acts on."""
    parser.add_argument(
        "applications", metavar="APPLICATION", nargs=least, help="the application's own number"
    )


def words_of(options: Namespace, what: str) -> tuple[list[str], str]:
    """Split `APPLICATION WORD...` into application and words; with the option all are applications."""
    given: str | None = options.text
    if given is not None:
        return options.applications, given
    if len(options.applications) == 1:
        problem = f"{what} is missing"
        raise Refused(problem, "write it after the application, or several applications and then --text")
    return options.applications[:1], " ".join(options.applications[1:])
