"""`serve` by HTTP and websocket, without a browser: strangers stay out, the app comes through."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest
from textual_serve.download_manager import DownloadManager

from recruiter_tui.cli import serve as verb
from recruiter_tui.domain.errors import Refused
from recruiter_tui.web.server import FILES, MOST_WINDOWS, Window, serving

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from recruiter_tui.web.gate import Gate

ROOT = Path(__file__).parents[2]
SOON = 20.0
"""Seconds for an app to start on a machine that also runs other tests."""
OUTSIDE = re.compile(r"""(?:src|href|url\()\s*=?\s*["'(]?\s*(?:https?:)?//""")


@pytest.fixture
async def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Gate]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    command = [sys.executable, "-m", "recruiter_tui", "--store", str(tmp_path / "a store.db"), "--as=O'Hara"]
    async with serving(command) as opened:
        yield opened


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    # A browser keeps cookies of numeric addresses; aiohttp does so when asked.
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        yield session


def site(gate: Gate, path: str = "/") -> str:
    return f"http://127.0.0.1:{gate.port}{path}"


async def let_in(browser: aiohttp.ClientSession, gate: Gate) -> str:
    async with browser.get(gate.address) as answer:
        assert (answer.status, answer.url.path_qs) == (200, "/")
        return await answer.text()


async def test_the_address_opens_the_page_once(browser: aiohttp.ClientSession, gate: Gate) -> None:
    async with browser.get(gate.address, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert gate.token not in cookie
    async with browser.get(site(gate)) as answer:
        page = await answer.text()
        assert answer.status == 200
        assert f"ws://127.0.0.1:{gate.port}/ws" in page
        assert gate.token not in page
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
    async with aiohttp.ClientSession() as other, other.get(gate.address) as answer:
        assert answer.status == 403
        assert "works once" in await answer.text()


@pytest.mark.parametrize(
    "path", ["/", "/ws", "/static/textual.js", "/download/x", "/static/../gate.py", "/nothing"]
)
async def test_strangers_get_nothing(gate: Gate, path: str) -> None:
    async with aiohttp.ClientSession() as stranger, stranger.get(site(gate, path)) as answer:
        assert answer.status == 403
        assert answer.headers["Content-Type"].startswith("text/plain")


async def test_a_rebound_name_and_a_foreign_page_are_refused_even_with_the_cookie(
    browser: aiohttp.ClientSession, gate: Gate
) -> None:
    await let_in(browser, gate)
    for headers in ({"Host": f"evil.example:{gate.port}"}, {"Origin": "http://evil.example"}):
        async with browser.get(site(gate), headers=headers) as answer:
            assert answer.status == 403
    for origin in (None, "http://evil.example", "null"):
        with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
            await browser.ws_connect(site(gate, "/ws"), origin=origin)


async def test_everything_that_the_page_loads_comes_from_here(
    browser: aiohttp.ClientSession, gate: Gate
) -> None:
    page = await let_in(browser, gate)
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    assert len(loaded) >= 4
    for path in [*(each for each in loaded if each != "data:,"), *(f"/static/{name}" for name in FILES)]:
        async with browser.get(site(gate, path)) as answer:
            assert answer.status == 200, path
            text = await answer.read()
            if path.endswith(("page.css", "page.js")):
                assert not OUTSIDE.search(text.decode())
    assert not OUTSIDE.search(page)
    for path in ("/static/nothing", "/static/%2e%2e%2fserver.py", "/download/x"):
        async with browser.get(site(gate, path)) as answer:
            assert answer.status == 404, path


async def seen(socket: aiohttp.ClientWebSocketResponse, text: str) -> str:
    """Receive what the app draws until it holds a text."""
    drawn = ""
    async with asyncio.timeout(SOON):
        async for message in socket:
            drawn += message.data.decode() if isinstance(message.data, bytes) else ""
            if text in drawn:
                return drawn
    raise AssertionError(drawn[-500:])


async def test_the_app_comes_through_takes_keys_and_ends(browser: aiohttp.ClientSession, gate: Gate) -> None:
    await let_in(browser, gate)
    address = site(gate, "/ws?width=100&height=30")
    async with browser.ws_connect(address, origin=site(gate, "")) as socket:
        await seen(socket, "no vacancies yet")
        await socket.send_str(json.dumps(["resize", {"width": 90, "height": 28}]))
        await socket.send_str(json.dumps(["stdin", "?"]))
        await seen(socket, "Keys")
        await socket.send_str(json.dumps(["stdin", "\x11"]))
        async with asyncio.timeout(SOON):
            async for _message in socket:
                pass
        assert socket.closed


async def test_a_page_that_closes_waits_for_an_app_that_says_nothing_any_more() -> None:
    async def nothing(*_: object) -> None:
        """Take what the app draws."""

    command = "exec sh -c 'echo __GANGLION__; sleep 0.2; exec >&- 2>&-; exec sleep 0.3'"
    window = Window(
        command, write_bytes=nothing, write_str=nothing, close=nothing, download_manager=DownloadManager()
    )
    await window.start(80, 24)
    await window.stop()
    assert window._process is not None
    assert window._process.returncode == 0


async def test_only_so_many_windows_at_once(
    browser: aiohttp.ClientSession, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    await let_in(browser, gate)
    monkeypatch.setattr("recruiter_tui.web.server.MOST_WINDOWS", 0)
    with pytest.raises(aiohttp.WSServerHandshakeError, match="503"):
        await browser.ws_connect(site(gate, "/ws"), origin=site(gate, ""))
    assert MOST_WINDOWS >= 2


async def test_a_port_that_is_taken_is_told(gate: Gate) -> None:
    with pytest.raises(Refused, match="choose another with --port"):
        async with serving(["true"], gate.port):
            pass


def run(*words: str, tmp_path: Path, code: str = "") -> subprocess.Popen[str]:
    env = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    start = f"{code}import sys; from recruiter_tui.__main__ import main; sys.exit(main())"
    program = [sys.executable, "-c", start, "--store", str(tmp_path / "s.db"), *words]
    return subprocess.Popen(
        program, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL
    )


def test_the_verb_prints_the_address_alone_and_ends_with_status_0(tmp_path: Path) -> None:
    with run("serve", tmp_path=tmp_path) as running:
        assert running.stdout is not None
        address = running.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{43}\n", address)
        running.send_signal(signal.SIGINT)
        rest, said = running.communicate(timeout=SOON)
    assert (running.returncode, rest) == (0, "")
    assert said == "open it in a browser on this machine; it works once. ctrl+c ends\n"


def test_without_the_extra_the_verb_says_what_to_install(tmp_path: Path) -> None:
    with run("serve", tmp_path=tmp_path, code="import sys; sys.modules['aiohttp'] = None; ") as running:
        out, said = running.communicate(timeout=SOON)
    assert (running.returncode, out) == (1, "")
    assert "pip install '.[web]'" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_cannot_be_is_told(tmp_path: Path, port: str) -> None:
    with run("serve", f"--port={port}", tmp_path=tmp_path) as running:
        _out, said = running.communicate(timeout=SOON)
    assert running.returncode == 1
    assert "choose one from 1 to 65535" in said


@pytest.mark.parametrize("before", [(), ("nohup",)], ids=["plainly", "where a hang-up is ignored at first"])
def test_an_app_whose_server_is_gone_ends(tmp_path: Path, before: tuple[str, ...]) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    env["TEXTUAL_DRIVER"] = "textual.drivers.web_driver:WebDriver"
    program = [*before, sys.executable, "-m", "recruiter_tui", "--store", str(tmp_path / "s.db")]
    with subprocess.Popen(program, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        assert running.stdout.readline() == b"__GANGLION__\n"
        running.stdin.close()
        running.stdout.read()
        # The signal may come before the app listens to it; it ends either way.
        assert running.wait(SOON) in (128 + signal.SIGHUP, -signal.SIGHUP)


def test_the_command_of_a_page_names_store_and_person() -> None:
    class Options:
        store = "my store.db"
        actor = "--help"

    assert verb.command(Options())[1:] == ["-m", "recruiter_tui", "--store", "my store.db", "--as=--help"]  # type: ignore[arg-type]  # a stand-in for the parsed options
