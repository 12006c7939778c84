"""The server: textual-serve's bridge between a browser and the app, behind our gate, with our page."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shlex
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Final

import textual_serve
from aiohttp import web
from textual_serve import server as bridge
from textual_serve.app_service import AppService
from textual_serve.server import Server

from recruiter_tui.domain.errors import Refused
from recruiter_tui.web.gate import LOOPBACK, Answer, Gate

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

_PAGE: Final = Path(__file__).parent / "page"
_BRIDGE: Final = Path(textual_serve.__file__).parent / "static"
FILES: Final = {
    "page.css": (_PAGE, "page.css", "text/css"),
    "page.js": (_PAGE, "page.js", "text/javascript"),
    "textual.js": (_BRIDGE, "js/textual.js", "text/javascript"),
    "xterm.css": (_BRIDGE, "css/xterm.css", "text/css"),
    "mono.ttf": (_BRIDGE, "fonts/RobotoMono-VariableFont_wght.ttf", "font/ttf"),
}
"""Everything that the page loads, from this server alone."""
_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        "img-src data:; connect-src 'self' {socket}; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
MOST_WINDOWS: Final = 4
"""Apps that run at once, one for each open page."""
_ENDING: Final = 5.0
"""Seconds that an app may take to end once nothing comes from it any more."""
_CLOSED: Final = (
    "403: this address is closed. Open the one that `recruiter-tui serve` printed; it works once, and then "
    "in that browser alone. Start `recruiter-tui serve` again for a new one."
)


class Window(AppService):
    """The app of one page; whoever ends it waits for its process, which the bridge alone does not."""

    async def stop(self) -> None:
        """Ask the app to end, and wait until it has."""
        await super().stop()
        if self._process is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), _ENDING)


bridge.AppService = Window  # type: ignore[attr-defined]  # the bridge makes windows by this name alone


class Site:
    """The pages and the socket of one run."""

    def __init__(self, gate: Gate, command: Sequence[str]) -> None:
        """Take the gate and the command that runs the app for one page."""
        self.gate = gate
        self._bridge = Server(f"exec {shlex.join(command)}", host=LOOPBACK, port=gate.port)
        self._windows = 0

    def application(self) -> web.Application:
        """Return what answers requests; all of them pass the gate first."""
        app = web.Application(middlewares=[self._guard])
        app.router.add_get("/", self._index)
        app.router.add_get("/ws", self._socket)
        app.router.add_get("/static/{name}", self._file)
        return app

    @web.middleware
    async def _guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """Refuse strangers before anything else is looked at, and send our headers with every answer."""
        said = self.gate.answer(
            request.headers, request.cookies, request.query.get("token"), socket=request.path == "/ws"
        )
        if said is Answer.REFUSED:
            return self._headed(web.Response(status=403, text=_CLOSED))
        if said is Answer.LET_IN or (request.path == "/" and "token" in request.query):
            # The token leaves the address, so that it is neither seen nor kept in the history.
            answer: web.StreamResponse = web.Response(status=303, headers={"Location": "/"})
            answer.set_cookie(
                self.gate.cookie_name, self.gate.cookie, httponly=True, samesite="Strict", path="/"
            )
            return self._headed(answer)
        try:
            answer = await handler(request)
        except web.HTTPException as refused:
            answer = web.Response(status=refused.status, text=refused.reason)
        return self._headed(answer)

    def _headed(self, answer: web.StreamResponse) -> web.StreamResponse:
        if not answer.prepared:
            sockets = " ".join(f"ws://{name}:{self.gate.port}" for name in (LOOPBACK, "localhost"))
            for name, value in _HEADERS.items():
                answer.headers[name] = value.format(socket=sockets)
        return answer

    async def _index(self, request: web.Request) -> web.Response:
        """Give the page; only its own address goes into it."""
        page = (_PAGE / "index.html").read_text(encoding="utf-8")
        return web.Response(
            text=page.replace("{socket}", f"ws://{request.host}/ws"), content_type="text/html"
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """Give one of the page's own files, by its name in the list."""
        found = FILES.get(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        folder, name, kind = found
        return web.Response(body=(folder / name).read_bytes(), content_type=kind)

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """Run an app for the page that asks, as long as the page is open."""
        if self._windows >= MOST_WINDOWS:
            raise web.HTTPServiceUnavailable
        self._windows += 1
        try:
            return await self._bridge.handle_websocket(request)
        finally:
            self._windows -= 1


@contextlib.asynccontextmanager
async def serving(command: Sequence[str], port: int = 0) -> AsyncIterator[Gate]:
    """Serve the app that `command` runs, on loopback, until the block ends; port 0 takes a free one.

    Raises Refused for a port that is taken or not allowed.
    """
    logging.getLogger("textual-serve").addHandler(logging.NullHandler())
    logging.getLogger("textual-serve").propagate = False  # its records show what a browser sent
    try:
        door = socket.create_server((LOOPBACK, port))
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or "there is none of that number"
        problem = f"port {port} cannot be used ({why})"
        raise Refused(problem, "choose another with --port, or leave it out") from None
    gate = Gate(door.getsockname()[1])
    runner = web.AppRunner(Site(gate, command).application(), access_log=None, shutdown_timeout=2)
    try:
        await runner.setup()
        await web.SockSite(runner, door).start()
        yield gate
    finally:
        await runner.cleanup()
        door.close()


async def serve(command: Sequence[str], port: int, told: Callable[[str], None], ended: asyncio.Event) -> None:
    """Serve until `ended` is set; `told` gets the address once it can be opened."""
    async with serving(command, port) as gate:
        told(gate.address)
        await ended.wait()
