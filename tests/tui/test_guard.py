from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from textual.color import Color

from recruiter_tui.tui.edges import Guard
from recruiter_tui.tui.text import content, cut, fit, joined, safe, width, wrapped

HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
PAYLOADS = {
    "window title": "Al\x1b]0;PWNED\x07ice",
    "clipboard": "Al\x1b]52;c;UFdORUQ=\x07ice",
    "link": "Al\x1b]8;;http://evil.example\x1b\\ice",
    "clear screen": "Al\x1b[2J\x1b[3Jice",
    "report": "Al\x1b[21t\x1b[6nice",
    "device control": 'Al\x1bP$q"p\x1b\\ice',
    "reset": "Al\x1bcice",
    "eight bit": "Al\x9b31;7777m\x9d0;PWNED\x9cice",
    "bell and backspace": "Al\x07\x08\x08ice",
    "carriage return": "Alice\rMALLORY",
    "line feed": "Alice\nMallory",
    "tab": "Al\tice",
    "nul": "Al\x00ice",
    "shift out": "Al\x0eqqq\x0fice",
    "bidi": "Al\u202egnp.exe\u202c\u2066x\u2069",
    "zero width": "Al\u200bic\u200de\ufeff",
    "tags": "Al\U000e0041\U000e0042ice",
    "surrogate": "Al\ud800ice",
    "separators": "Al\u2028ice\u2029x",
}
text = st.text(
    st.one_of(
        st.characters(), st.sampled_from("\x1b[]0;m\x07\x9b\x9d\x9c\r\n\t\u202e\u200b\ud800\u0301[/]@=")
    ),
    max_size=60,
)


def guarded(shown: str) -> str:
    return "".join(segment.text for segment in Guard().apply([Segment(shown)], Color(0, 0, 0)))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
def test_nothing_that_acts_on_a_terminal_passes_the_guard(payload: str) -> None:
    assert not HARMFUL.search(guarded(payload))


@given(text)
def test_the_guard_keeps_the_width_that_was_laid_out(shown: str) -> None:
    before = Segment(shown)
    after = guarded(shown)
    assert not HARMFUL.search(after)
    assert Segment(after).cell_length >= before.cell_length


@pytest.mark.parametrize(
    "name",
    [
        "Zoë Müller",
        "محمد بن علي",
        "שרה כהן",
        "आदित्य",
        "👩\u200d💻 Dev",
        "می\u200cروم",
        "张伟",
        "O\u2019Neil",
    ],
)
def test_real_names_pass_unchanged(name: str) -> None:
    assert guarded(name) == name
    assert safe(name) == name


@given(text)
def test_the_door_lets_nothing_harmful_in_and_reads_no_markup(shown: str) -> None:
    for through in (safe(shown), content(shown).plain, joined(shown, (shown, "bold")).plain):
        assert not HARMFUL.search(through)


def test_markup_is_shown_as_it_was_typed() -> None:
    for typed in ("[red]Alice[/red]", "Alice [/]", "[@click=app.quit]Alice[/]", "[a='b]", "C[1] \\[x]"):
        assert content(typed).plain == typed
        assert content(typed).spans == []


@given(text, st.integers(0, 40))
def test_text_is_cut_and_padded_to_exact_cells(shown: str, cells: int) -> None:
    clean = safe(shown)
    assert width(cut(clean, cells)) <= cells
    assert width(fit(clean, cells)) == cells
    assert width(fit(clean, cells, "right")) == cells


@given(text, st.integers(2, 30))
def test_wrapped_text_loses_no_word_and_fits(shown: str, cells: int) -> None:
    clean = safe(shown)
    lines = wrapped(clean, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean.split())
