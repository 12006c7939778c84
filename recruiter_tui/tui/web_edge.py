"""The app behind a browser: Textual's own driver for that, with an end when its server is gone."""

from __future__ import annotations

from textual.drivers.web_driver import WebDriver

from recruiter_tui.tui.edges import hang_up


class CarefulWebDriver(WebDriver):
    """Ends the app when the pipe from the server closes; Textual's own would stay for ever."""

    def run_input_thread(self) -> None:
        """Read until the app ends or the server does."""
        super().run_input_thread()
        hang_up(self.exit_event)
