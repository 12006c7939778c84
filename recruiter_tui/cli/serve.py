"""`serve`: the app in a browser on this machine."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import Refused

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console

_LAST_PORT = 65535


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument(
        "--port", metavar="NUMBER", type=int, default=0, help="the port on this machine (default: a free one)"
    )
    parser.epilog = (
        "Prints an address with a token that works once; the browser that opens it may come back, no other "
        "gets in. Nothing but this machine can connect."
    )


def run(options: Namespace, console: Console) -> int:
    """Serve until ctrl+c; the address is data, the rest narration."""
    if not 0 <= options.port <= _LAST_PORT:
        problem = f"there is no port {options.port}"
        raise Refused(problem, f"choose one from 1 to {_LAST_PORT}, or leave it out")
    try:
        from recruiter_tui.web.server import serve
    except ModuleNotFoundError as missing:
        problem = f"the browser needs the package textual-serve, which is not complete here ({missing.name})"
        raise Refused(problem, "install the program with its extra: pip install '.[web]'") from None

    def told(address: str) -> None:
        console.line(address)
        console.flush()
        console.say("open it in a browser on this machine; it works once. ctrl+c ends")

    async def until_ended() -> None:
        ended = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
        await serve(command(options), options.port, told, ended)

    asyncio.run(until_ended())
    return 0


def command(options: Namespace) -> list[str]:
    """Return the command that runs the app for one page: this program, this store, this person."""
    words = [sys.executable, "-m", "recruiter_tui"]
    if options.store is not None:
        words += ["--store", str(options.store)]
    if options.actor is not None:
        words += [f"--as={options.actor}"]
    return words
