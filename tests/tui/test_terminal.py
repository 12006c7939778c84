"""The app in a real pty: what signals, lost terminals and bad bytes do to it, and to the terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tui.terminal_rig import APP, ROOT, Terminal

if TYPE_CHECKING:
    from pathlib import Path

SOON = 1.5
"""Seconds within which the app ends on a machine that also runs other tests."""
EMPTY = "no vacancies yet"

if not hasattr(os, "openpty"):
    pytest.skip("there are no ptys here", allow_module_level=True)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_ends_the_app_cleanly(store: Path, number: signal.Signals) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        os.kill(terminal.pid, number)
        assert terminal.wait(SOON) == 128 + number
        assert terminal.is_restored
        assert b"Traceback" not in terminal.raw


def test_q_ends_the_app_with_status_0_and_the_terminal_as_it_was(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        terminal.type("q")
        assert terminal.wait(SOON) == 0
        assert terminal.is_restored


def test_a_terminal_that_vanishes_takes_the_app_with_it(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        terminal.hang_up()
        assert terminal.wait(SOON, reading=False) == 128 + signal.SIGHUP


def test_a_terminal_that_vanishes_without_a_signal_is_noticed(store: Path) -> None:
    deaf = f"import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); {APP}"
    with Terminal(store, program=(sys.executable, "-c", deaf)) as terminal:
        terminal.until(EMPTY)
        terminal.hang_up()
        assert terminal.wait(SOON, reading=False) == 128 + signal.SIGHUP


@pytest.mark.parametrize("stop", [signal.SIGSTOP, signal.SIGTSTP])
def test_stop_and_continue_leave_the_terminal_right(store: Path, stop: signal.Signals) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        os.kill(terminal.pid, stop)
        os.waitpid(terminal.pid, os.WUNTRACED)
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.type("?")
        terminal.until("What you see")
        terminal.type("\x1b")
        terminal.until(lambda screen: "What you see" not in screen)
        terminal.type("q")
        assert terminal.wait(SOON) == 0
        assert terminal.is_restored


def test_bytes_that_no_keyboard_sends_do_not_end_the_app(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        terminal.type(b"\xff\xfe\x80\xc3")
        terminal.type(b"\x1b[<0;99999;99999M\x1b[<999;0;0M\x1b[?2026;2$y\x1b]11;rgb:zz/zz/zz\x07")
        terminal.type("\x1b\x1b")
        terminal.until(lambda screen: "Commands" not in screen)
        terminal.type("?")
        terminal.until("Keys")
        terminal.type(b"\x11")
        assert terminal.wait(SOON) == 0


def test_a_paste_that_never_ends_gives_the_keys_back(store: Path) -> None:
    with Terminal(store) as terminal:
        terminal.until(EMPTY)
        terminal.type(b"\x1b[200~a name")
        for _try in range(40):
            terminal.type("?")
            terminal.read(0.1)
            if "Keys" in terminal.screen:
                return
        pytest.fail("keys stayed swallowed")


def test_sizes_from_one_cell_to_a_wall_are_drawn(store: Path) -> None:
    with Terminal(store, (1, 1)) as terminal:
        for columns, lines in ((2, 3), (40, 12), (300, 100), (1, 1), (80, 24)):
            terminal.resize(columns, lines)
            os.kill(terminal.pid, signal.SIGWINCH)
            terminal.read(0.1)
        terminal.until(EMPTY)
        terminal.type("q")
        assert terminal.wait(SOON) == 0


def test_no_color_is_obeyed(store: Path) -> None:
    with Terminal(store, env={"NO_COLOR": "1"}) as terminal:
        terminal.until(EMPTY)
        assert b"38;2;127;178;234" not in terminal.raw


@pytest.mark.parametrize("name", ["", "nonsense", "vt100", "linux", "screen", "tmux-256color"])
def test_any_terminal_type_will_do(store: Path, name: str) -> None:
    with Terminal(store, env={"TERM": name}) as terminal:
        terminal.until(EMPTY)


def test_a_dumb_terminal_is_refused_in_one_sentence(store: Path) -> None:
    with Terminal(store, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait(5.0) == 2
        assert "TERM=dumb" in terminal.screen
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("stdin", [subprocess.DEVNULL, subprocess.PIPE])
def test_without_a_terminal_one_sentence_points_to_the_plain_commands(store: Path, stdin: int) -> None:
    done = subprocess.Popen(
        [sys.executable, "-c", APP, str(store)],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    out, err = done.communicate(timeout=10)
    assert done.returncode == 2
    assert out == b""
    assert err.count(b"\n") == 1
    assert b"--help" in err


def test_a_file_that_is_no_store_is_refused_in_one_sentence_and_left_alone(store: Path) -> None:
    store.write_text("not a store", encoding="utf-8")
    with Terminal(store) as terminal:
        assert terminal.wait(10.0) == 1
        assert terminal.is_restored
        assert b"recruiter-tui: " in terminal.raw
        assert b"Traceback" not in terminal.raw
    assert store.read_text(encoding="utf-8") == "not a store"


def test_a_fault_leaves_one_sentence_without_data_and_a_status(store: Path) -> None:
    faulty = (
        "from recruiter_tui.tui.screens.desk import DeskScreen\n"
        "def fail(self):\n"
        "    secret = 'Amina Haddad earns 95,000'\n"
        "    raise ValueError(secret)\n"
        "DeskScreen.action_help = fail\n"
    )
    with Terminal(store, program=(sys.executable, "-c", faulty + APP)) as terminal:
        terminal.until(EMPTY)
        terminal.type("?")
        assert terminal.wait(SOON) == 1
        assert terminal.is_restored
        assert b"fault of its own: ValueError" in terminal.raw
        assert b"Amina" not in terminal.raw
        assert b"95,000" not in terminal.raw
