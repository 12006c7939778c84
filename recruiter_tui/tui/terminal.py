"""The terminal before and after the app: whether it can be used, and how it is put back whatever happened."""

from __future__ import annotations

import contextlib
import os
import sys
import termios
import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import TextIO

PLAIN_WAY: Final = "`recruiter-tui --help` lists the commands that work in plain lines"

_LEAVE: Final = (
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"  # mouse reports
    b"\x1b[?2004l\x1b[?1004l\x1b[?2048l"  # bracketed paste, focus reports, resize reports
    b"\x1b[<u\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"  # kitty keys, line wrap, main screen, cursor, colours
)
"""What takes back every mode that the driver sets; harmless where a mode was not set."""


def refusal(streams: Sequence[TextIO | None], environ: Mapping[str, str]) -> str | None:
    """Return why the app cannot run on these standard streams, in one sentence, or None when it can."""
    for name, stream in zip(("input", "output", "error output"), streams, strict=True):
        if not _is_terminal(stream):
            return f"recruiter-tui: the app needs a terminal, and standard {name} is none; {PLAIN_WAY}"
    if environ.get("TERM") == "dumb":
        return f"recruiter-tui: this terminal cannot draw (TERM=dumb); {PLAIN_WAY}"
    return None


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # a closed stream
        return False


class Saved:
    """The terminal's settings as they were before the app; `restore` works from any thread, any time."""

    def __init__(self) -> None:
        """Remember the settings of standard input."""
        self._attributes: list[Any] | None = None
        with contextlib.suppress(termios.error, OSError, ValueError):
            self._attributes = termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)

    def restore(self) -> None:
        """Put the settings back and leave every mode of the app; a terminal that is gone is let go."""
        if self._attributes is None:
            return
        with contextlib.suppress(termios.error, OSError):
            termios.tcsetattr(0, termios.TCSANOW, self._attributes)
        with contextlib.suppress(OSError):
            os.set_blocking(2, False)
            os.write(2, _LEAVE)
        with contextlib.suppress(OSError):
            os.set_blocking(2, True)

    def settle(self) -> None:
        """Put only the settings back, after an app that left its modes itself."""
        if self._attributes is not None:
            with contextlib.suppress(termios.error, OSError):
                termios.tcsetattr(0, termios.TCSANOW, self._attributes)

    def end_within(self, seconds: float, status: int) -> threading.Timer:
        """End the process with `status` after `seconds`, terminal restored, whatever hangs until then."""

        def end() -> None:
            self.restore()
            os._exit(status)

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        return timer
