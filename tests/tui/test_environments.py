"""Terminals of all kinds: the app runs in each, or says in one sentence what works instead."""

from __future__ import annotations

import os
import signal
import sys
import termios
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal_rig import ROOT, Terminal

if TYPE_CHECKING:
    from pathlib import Path

if not hasattr(os, "openpty"):
    pytest.skip("there are no ptys here", allow_module_level=True)

SOON = 3.0
EMPTY = "From a notice to a short list"
FEW = {"COLORTERM": ""}
ENVIRONMENTS = {
    "truecolor": {},
    "256 colours": {"TERM": "xterm-256color", **FEW},
    "16 colours": {"TERM": "xterm", **FEW},
    "8 colours": {"TERM": "xterm-color", **FEW},
    "console": {"TERM": "linux", **FEW},
    "vt100": {"TERM": "vt100", **FEW},
    "screen": {"TERM": "screen", **FEW},
    "tmux": {"TERM": "tmux-256color", "TMUX": "/tmp/none,1,0", **FEW},  # noqa: S108 - no file is touched
    "nonsense": {"TERM": "nonsense", **FEW},
    "no TERM": {"TERM": "", **FEW},
    "no colour": {"NO_COLOR": "1"},
    "no colour, 16": {"NO_COLOR": "1", "TERM": "xterm", **FEW},
    "C": {"LANG": "C", "LC_ALL": "C"},
    "C without UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin-1": {"LANG": "fr_FR.ISO-8859-1", "PYTHONIOENCODING": "latin-1"},
    "dumb": {"TERM": "dumb"},
}


@pytest.mark.parametrize("name", ENVIRONMENTS)
def test_the_app_runs_in_sixteen_environments_or_points_to_the_plain_commands(
    tmp_path: Path, name: str
) -> None:
    with Terminal(tmp_path / "store.db", env={"LANG": "en_US.UTF-8", **ENVIRONMENTS[name]}) as terminal:
        if name == "dumb":
            assert terminal.wait(10) == 2
            assert "--help" in terminal.screen
            assert b"\x1b" not in terminal.raw
            return
        terminal.until(EMPTY)
        plain = name in ("C", "C without UTF-8 mode", "latin-1", "console", "vt100")
        assert ("─" not in terminal.screen) is plain
        terminal.type("?")
        terminal.until("Keys")
        terminal.type("\x11")
        assert terminal.wait(SOON) == 0
        assert terminal.is_restored


@pytest.mark.parametrize("name", ["16 colours", "no colour, 16", "console", "no colour", "256 colours"])
def test_the_line_under_the_cursor_is_seen_with_few_colours(tmp_path: Path, name: str) -> None:
    program = (
        "import asyncio, sys; from pathlib import Path; from recruiter_tui.compose import open_services\n"
        "from tests.tui.stores import fill\n"
        "async def make():\n"
        "    async with open_services(sys.argv[1], 'awa') as services:\n"
        "        await fill(services, Path(sys.argv[1]).parent)\n"
        "asyncio.run(make())\n"
        "from recruiter_tui.tui.app import run_app; sys.exit(run_app(sys.argv[1]))\n"
    )
    store = tmp_path / "filled.db"
    env = {**ENVIRONMENTS[name], "COLUMNS": "", "LINES": ""}
    with Terminal(store, (120, 30), env, (sys.executable, "-c", program)) as terminal:
        terminal.until("Amina Haddad")
        terminal.type("2")
        terminal.until("space mark")
        shown = terminal.screen.splitlines()
        lines = [n for n, line in enumerate(shown) if "new" in line and "Disposition" not in line]
        grounds = [terminal._emulator.buffer[line][32].bg for line in lines]
        assert len(set(grounds[:3])) == 2, grounds


def test_ctrl_z_and_fg_in_a_shell_leave_the_terminal_right(tmp_path: Path) -> None:
    app = f"{sys.executable} -c 'from recruiter_tui.tui.app import run_app; run_app(\"{tmp_path}/store.db\")'"
    env = {"PS1": "ready> ", "PYTHONPATH": str(ROOT), "HISTFILE": "", "TERM": "xterm-256color"}
    with Terminal(
        tmp_path / "unused", env=env, program=("bash", "--norc", "--noprofile", "-i", "-s")
    ) as terminal:
        terminal.until("ready>")
        before = termios.tcgetattr(terminal._child)
        terminal.type(f"{app}\n")
        terminal.until(EMPTY)
        for _time in range(2):
            seen = len(terminal.raw)

            def came(text: bytes, start: int = seen) -> None:
                terminal.until(lambda _screen: text in terminal.raw[start:])

            terminal.type("\x1a")
            came(b"Stopped")
            assert terminal.raw.rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
            terminal.type("echo typed-$((20 + 2))\n")
            came(b"typed-22")
            terminal.type("fg\n")
            came(b"\x1b[?1049h")
            came(b"add notices")
        seen = len(terminal.raw)
        terminal.type("q")
        terminal.until(lambda _screen: b"ready>" in terminal.raw[seen:])
        terminal.type("echo back-$((1 + 1))\n")
        # the shell sets the terminal before it prompts, so only a prompt says that it is done
        terminal.until(lambda _screen: b"ready>" in terminal.raw[terminal.raw.find(b"back-2", seen) :])
        assert termios.tcgetattr(terminal._child)[:4] == before[:4]
        assert terminal.raw.rfind(b"\x1b[?1000l") > terminal.raw.rfind(b"\x1b[?1000h")
        os.kill(terminal.pid, signal.SIGKILL)
