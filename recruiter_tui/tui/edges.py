"""The edges between Textual and the world: what of it is private, fragile or too talkative is held here.

Written against Textual 8.2.8, which `pyproject.toml` pins. Private names used, each guarded by a test:
`LinuxDriver.run_input_thread` and `exit_event` (overridden), its `_debug`, `_auto_restart`,
`_must_signal_resume` and `_sigcont_application`, `XTermParser`, and `App._exception`, `_exit_renderables`,
`_close_messages_no_wait`, `_fatal_error` (overridden in `app.py`).
"""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import os
import re
import select
import signal
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rich.segment import Segment
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.filter import LineFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.color import Color
    from textual.driver import Driver
    from textual.message import Message

PASTE_LIMIT: Final = 1.0
"""Seconds that a paste may pause before it counts as stuck, and its text as lost."""
_READ: Final = 64 * 1024
_TYPED: Final = 32
"""Bytes that hands can send at once; more of them are a paste that still goes on."""
_AGAIN: Final = 0.5  # seconds until a hang-up that changed nothing is said again
_GONE: Final = select.POLLHUP | select.POLLERR | select.POLLNVAL

_CONTROLS: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_UNSEEN: Final = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_HARMFUL: Final = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_REPLACEMENT: Final = "\ufffd"


class Guard(LineFilter):
    """Let nothing through to the terminal that acts on it or hides; widths stay as they were laid out."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - colours stay
        """Replace control characters and drop invisible ones, in every segment that carries text."""
        return [_harmless(segment) for segment in segments]


def _harmless(segment: Segment) -> Segment:
    text = segment.text
    if segment.control is not None or (text.isascii() and text.isprintable()) or not _HARMFUL.search(text):
        return segment
    cells = segment.cell_length
    shown = Segment(_HARMFUL.sub(_stand_in, text), segment.style)
    if shown.cell_length == cells:
        return shown
    bare = _HARMFUL.sub("", text)
    return Segment(bare + " " * max(0, cells - Segment(bare).cell_length), segment.style)


def _stand_in(found: re.Match[str]) -> str:
    character = found.group()
    return _REPLACEMENT if character <= "\x9f" or "\ud800" <= character <= "\udfff" else ""


class Keyboard:
    """Bytes of a terminal as key, mouse and paste events; no byte can break it, no paste can lock it."""

    def __init__(self, *, debug: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the clock that tells when a paste is stuck, in seconds."""
        self._debug = debug
        self._clock = clock
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser(debug)
        self._tail = ""
        self._pasting_since: float | None = None

    def feed(self, data: bytes) -> Iterator[Message]:
        """Give the events that `data` completes; invalid bytes become replacement characters."""
        text = self._decode(data)
        if not text:
            return
        self._note_paste(text, still_coming=len(data) > _TYPED)
        yield from self._parser.feed(text)

    def tick(self) -> Iterator[Message]:
        """Give what time alone completes, such as a lone escape; drop a paste that stopped half way."""
        if self._pasting_since is not None and self._clock() - self._pasting_since > PASTE_LIMIT:
            self._pasting_since = None
            self._tail = ""
            fresh = XTermParser(self._debug)
            fresh.terminal_size = self._parser.terminal_size
            fresh.terminal_pixel_size = self._parser.terminal_pixel_size
            fresh.mouse_pixels = self._parser.mouse_pixels
            self._parser = fresh
        yield from self._parser.tick()

    def _note_paste(self, text: str, *, still_coming: bool) -> None:
        seen = self._tail + text
        started, ended = seen.rfind(BRACKETED_PASTE_START), seen.rfind(BRACKETED_PASTE_END)
        self._tail = seen[1 - len(BRACKETED_PASTE_END) :]
        if ended > started:
            self._pasting_since = None
        elif started >= 0 or (self._pasting_since is not None and still_coming):
            self._pasting_since = self._clock()


class _Waking(threading.Event):
    """An event that also ends a wait for the terminal: the program does not end a tenth of a second late."""

    def __init__(self) -> None:
        """Open the pipe whose reading end is waited for beside the terminal."""
        super().__init__()
        self.waited_for, self._told = os.pipe()
        os.set_blocking(self.waited_for, False)

    def set(self) -> None:
        """Wake whoever waits."""
        super().set()
        os.write(self._told, b".")

    def clear(self) -> None:
        """Let the next one wait again."""
        super().clear()
        with contextlib.suppress(BlockingIOError):
            os.read(self.waited_for, _READ)


class CarefulDriver(LinuxDriver):
    """Textual's terminal driver with an input loop that survives bad bytes and notices a lost terminal."""

    def __init__(self, *args: Any, **rest: Any) -> None:  # noqa: ANN401 - handed on
        """Be told at once when the input is no longer wanted."""
        super().__init__(*args, **rest)
        self.exit_event: _Waking = _Waking()

    def run_input_thread(self) -> None:
        """Read the terminal until the app ends or the terminal does."""
        poll = select.poll()
        poll.register(self.fileno, select.POLLIN)
        poll.register(self.exit_event.waited_for, select.POLLIN)
        keyboard = Keyboard(debug=self._debug)
        while not self.exit_event.is_set():
            data = b""
            for file, what in poll.poll(100):
                if file == self.exit_event.waited_for:
                    continue
                data = self._read() if what & select.POLLIN else b""
                if not data:
                    self._lost()
                    return
            for event in (*keyboard.feed(data), *keyboard.tick()):
                self.process_message(event)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ)
        except OSError:
            return b""

    def _lost(self) -> None:
        """End the app as a hang-up would, which some terminals and remote shells never send."""
        hang_up(self.exit_event)

    def _sigcont_application(self, *_: object) -> None:
        """Come back from a stop; after a bare SIGSTOP the modes are left first, else they are set twice."""
        if not self._auto_restart:
            return
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        self.resume_application_mode()


def hang_up(ended: threading.Event) -> None:
    """Send the signal of a lost terminal until the app has `ended`.

    The first one is lost where it comes before the app listens and its parent ignores hang-ups (`nohup`).
    """
    while not ended.is_set():
        os.kill(os.getpid(), signal.SIGHUP)
        ended.wait(_AGAIN)


def in_browser() -> bool:
    """Tell whether a page in a browser is the screen: then the streams are pipes to its server."""
    return os.environ.get("TEXTUAL_DRIVER") == "textual.drivers.web_driver:WebDriver"


def driver() -> type[Driver] | None:
    """Return what draws: ours on a terminal and behind a browser, else what somebody named to Textual."""
    if in_browser():
        from recruiter_tui.tui.web_edge import CarefulWebDriver

        return CarefulWebDriver
    return None if "TEXTUAL_DRIVER" in os.environ else CarefulDriver


SIGNALS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)


def on_signals(act: Callable[[int], None]) -> None:
    """Call `act` with the number of a signal that asks the app to end, on its event loop."""
    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, act, number)


def fault_sentence(error: BaseException | None) -> str:
    """Return what a person reads when the program is at fault: kind and place, never data or locals."""
    while error is not None and getattr(error, "error", None) is not None:
        inner = error.error  # type: ignore[attr-defined]  # WorkerFailed carries the worker's own error there
        if not isinstance(inner, BaseException):
            break
        error = inner
    kind = type(error).__name__ if error is not None else "an unknown fault"
    return (
        f"recruiter-tui stopped because of a fault of its own: {kind} at {_place(error)}. "
        "What was decided before is stored; please report this line, it holds no candidate's data."
    )


def _place(error: BaseException | None) -> str:
    """Return `file:line` of the innermost frame, ours where there is one."""
    frames = traceback.extract_tb(error.__traceback__) if error is not None else []
    package = Path(__file__).parent.parent
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(package)]
    if not frames:
        return "an unknown place"
    frame = (ours or list(frames))[-1]
    path = Path(frame.filename)
    name = path.relative_to(package.parent) if ours else path.name
    return f"{name}:{frame.lineno}"


def end_with_one_sentence(app: Any) -> None:  # noqa: ANN401 - private names of App, which its type does not show
    """Close the app after an unhandled error and leave one sentence instead of a traceback with locals."""
    app._exit_renderables[:] = []  # noqa: SLF001 - there is no public way to say what is printed at the end
    app.fault = fault_sentence(app._exception)  # noqa: SLF001 - set by Textual just before
    app._close_messages_no_wait()  # noqa: SLF001 - what Textual's own handler does
