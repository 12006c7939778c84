from __future__ import annotations

import inspect
import io
import select
import traceback

import pytest
from textual import events
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from recruiter_tui.tui.edges import PASTE_LIMIT, CarefulDriver, Keyboard, _Waking, fault_sentence
from recruiter_tui.tui.terminal import refusal


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def keys(keyboard: Keyboard, data: bytes) -> list[str]:
    return [event.key for event in keyboard.feed(data) if isinstance(event, events.Key)]


def test_bytes_that_are_not_utf8_are_keys_like_any_other_and_break_nothing() -> None:
    keyboard = Keyboard()
    assert len(keys(keyboard, b"\xff\xfe\x80")) == 3
    assert keys(keyboard, b"abc") == ["a", "b", "c"]


def test_a_character_that_comes_in_two_reads_is_one_key() -> None:
    keyboard = Keyboard()
    assert keys(keyboard, "é".encode()[:1]) == []
    assert keys(keyboard, "é".encode()[1:]) == ["é"]


def test_a_paste_arrives_whole() -> None:
    keyboard = Keyboard()
    found = list(keyboard.feed(b"\x1b[200~Amina Haddad\x1b[201~j"))
    assert [event.text for event in found if isinstance(event, events.Paste)] == ["Amina Haddad"]
    assert [event.key for event in found if isinstance(event, events.Key)] == ["j"]


def test_a_paste_that_never_ends_gives_the_keys_back_after_a_second() -> None:
    clock = Clock()
    keyboard = Keyboard(clock=clock)
    assert keys(keyboard, b"\x1b[200~half a name") == []
    assert keys(keyboard, b"q") == []
    clock.now = PASTE_LIMIT + 0.1
    assert list(keyboard.tick()) == []
    assert keys(keyboard, b"q") == ["q"]


def test_a_slow_long_paste_is_not_stuck_while_it_still_comes() -> None:
    clock = Clock()
    keyboard = Keyboard(clock=clock)
    list(keyboard.feed(b"\x1b[200~"))
    for _second in range(5):
        clock.now += 0.9
        list(keyboard.feed(b"x" * 500))
        list(keyboard.tick())
    found = list(keyboard.feed(b"\x1b[201~"))
    assert [len(event.text) for event in found if isinstance(event, events.Paste)] == [2500]


def test_an_end_of_paste_that_is_split_between_two_reads_still_ends_it() -> None:
    clock = Clock()
    keyboard = Keyboard(clock=clock)
    list(keyboard.feed(b"\x1b[200~name\x1b[20"))
    list(keyboard.feed(b"1~"))
    clock.now = 5.0
    list(keyboard.tick())
    assert keys(keyboard, b"j") == ["j"]


def test_whoever_waits_for_the_terminal_is_woken_when_the_program_ends() -> None:
    event = _Waking()
    waiting = select.poll()
    waiting.register(event.waited_for, select.POLLIN)
    assert waiting.poll(0) == []
    event.set()
    assert [file for file, _what in waiting.poll(0)] == [event.waited_for]
    event.clear()
    event.clear()
    assert waiting.poll(0) == []
    assert not event.is_set()


def test_a_fault_is_told_by_kind_and_place_and_never_by_its_data() -> None:
    def fail(secret: str) -> None:
        raise ValueError(secret)

    with pytest.raises(ValueError, match="Amina") as caught:
        fail("Amina Haddad, 95,000 USD")
    sentence = fault_sentence(caught.value)
    assert "ValueError" in sentence
    assert "test_edges.py:" in sentence
    assert "Amina" not in sentence
    assert "95,000" not in sentence
    assert "\n" not in sentence


def test_a_fault_names_our_own_innermost_line() -> None:
    try:
        list(Keyboard().feed(None))  # type: ignore[arg-type]  # wrong on purpose
    except (TypeError, AttributeError) as error:
        sentence = fault_sentence(error)
    assert "recruiter_tui/tui/edges.py:" in sentence


class _Stream(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def test_without_a_terminal_one_sentence_says_where_to_go_instead() -> None:
    yes, no = _Stream(terminal=True), _Stream(terminal=False)
    closed = _Stream(terminal=True)
    closed.close()
    assert refusal((yes, yes, yes), {"TERM": "xterm"}) is None
    assert refusal((yes, yes, yes), {}) is None
    for streams in ((no, yes, yes), (yes, no, yes), (yes, yes, None)):
        sentence = refusal(streams, {"TERM": "xterm"})
        assert sentence is not None
        assert "--help" in sentence
    assert "TERM=dumb" in str(refusal((yes, yes, yes), {"TERM": "dumb"}))


def test_the_private_names_of_textual_that_the_edges_use_are_still_there() -> None:
    """A new Textual has to pass here before its version is pinned."""
    for name in ("_exit_renderables", "_exception", "_close_messages_no_wait", "_fatal_error"):
        assert f"self.{name}" in inspect.getsource(App) or hasattr(App, name), name
    driver = inspect.getsource(LinuxDriver)
    for name in ("_sigcont_application", "_must_signal_resume", "run_input_thread", "exit_event"):
        assert name in driver, name
    assert CarefulDriver.run_input_thread is not LinuxDriver.run_input_thread
    assert "target=self._run_input_thread" in driver
    assert "show_locals=True" in inspect.getsource(App._fatal_error)
    assert traceback.extract_tb(None) == []
