"""The app behind a browser: Textual's own driver for that, with an end when its server is gone."""

from __future__ import annotations

import os
import signal

from textual.drivers.web_driver import WebDriver


class CarefulWebDriver(WebDriver):
    """Ends the app when the pipe from the server closes; Textual's own would stay for ever."""

    def run_input_thread(self) -> None:
        """Read until the app ends or the server does."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            os.kill(os.getpid(), signal.SIGHUP)
