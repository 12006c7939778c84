"""A real terminal for tests: a pty with an emulator behind it, and the app as a process in front."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import TracebackType

ROOT = Path(__file__).parents[2]
APP = "import sys; from recruiter_tui.tui.app import run_app; sys.exit(run_app(sys.argv[1]))"
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;:]*[umqpc]|\x1b\[\?[0-9;]*\$p|\x1b\[[0-9;]*\$[a-z]")


class Terminal:
    """The app in a pty; `screen` is what a person sees, `raw` every byte that came."""

    def __init__(
        self,
        store: Path,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
        program: Sequence[str] = (sys.executable, "-c", APP),
    ) -> None:
        """Start the program on a store."""
        columns, lines = size
        self.raw = bytearray()
        self.arrived = 0.0
        self._emulator = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._emulator)
        self._main, child = os.openpty()
        self.resize(columns, lines)
        self._before = termios.tcgetattr(child)
        environ = {
            **{name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")},
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPATH": str(ROOT),
            "HOME": str(store.parent),
            "XDG_CONFIG_HOME": str(store.parent / "config"),
            **(env or {}),
        }
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(child, termios.TIOCSCTTY, 0)
            for number in (0, 1, 2):
                os.dup2(child, number)
            os.closerange(3, 256)
            os.execvpe(program[0], [*program, str(store)], environ)  # noqa: S606 - the test starts the app
        self._child = child
        self.status: int | None = None

    def __enter__(self) -> Self:
        """Use the terminal in a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, however it stands, and close the pty."""
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        for number in (self._main, self._child):
            with contextlib.suppress(OSError):
                os.close(number)

    @property
    def screen(self) -> str:
        """Return the visible text."""
        return "\n".join(self._emulator.display)

    @property
    def is_restored(self) -> bool:
        """Tell whether the terminal is as it was: settings, main screen, no mouse reports."""
        now: list[Any] = termios.tcgetattr(self._child)
        modes = self._before[:4] == now[:4]
        left = self.raw.rfind(b"\x1b[?1049l") > self.raw.rfind(b"\x1b[?1049h")
        mouse = self.raw.rfind(b"\x1b[?1000l") > self.raw.rfind(b"\x1b[?1000h")
        return modes and left and mouse

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        self._emulator.resize(lines, columns)

    def type(self, data: bytes | str) -> None:
        """Send keys."""
        os.write(self._main, data.encode() if isinstance(data, str) else data)

    def hang_up(self) -> None:
        """Take the terminal away without a word, as a dropped connection does."""
        os.close(self._child)
        os.close(self._main)

    def until(self, seen: str | Callable[[str], bool], seconds: float = 20.0) -> str:
        """Read until the screen shows `seen`; fails with the screen when it does not."""
        shows = seen if callable(seen) else lambda screen: seen in screen
        end = time.monotonic() + seconds
        while not shows(self.screen):
            if time.monotonic() > end or self.ended():
                message = f"never saw {seen!r}; the screen was:\n{self.screen}\n{bytes(self.raw[-500:])!r}"
                raise AssertionError(message)
            self.read(0.05)
        return self.screen

    def read(self, seconds: float) -> bool:
        """Take in what the program writes within `seconds`; tell whether there was anything."""
        data = self.read_raw(seconds)
        if data:
            self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
        return bool(data)

    def read_raw(self, seconds: float) -> bytes:
        """Return what the program writes within `seconds` without drawing it, for those who take the time."""
        ready, _, _ = select.select([self._main], [], [], seconds)
        if ready:
            with contextlib.suppress(OSError):
                data = os.read(self._main, 65536)
                self.arrived = time.perf_counter()
                self.raw += data
                return data
        return b""

    def ended(self) -> bool:
        """Tell whether the program ended, and keep its status."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def wait(self, seconds: float, *, reading: bool = True) -> int:
        """Wait for the end and return the exit status; fails when it does not come."""
        end = time.monotonic() + seconds
        while not self.ended():
            if time.monotonic() > end:
                message = f"still running after {seconds} s; the screen was:\n{self.screen}"
                raise AssertionError(message)
            if reading:
                self.read(0.02)
            else:
                select.select([], [], [], 0.02)
        while reading and select.select([self._main], [], [], 0.0)[0]:
            before = len(self.raw)
            self.read(0.0)
            if len(self.raw) == before:
                break
        assert self.status is not None
        return self.status
