"""No text of data reaches a widget but through the door: the sources themselves are read."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import recruiter_tui.tui

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOM = Path(recruiter_tui.tui.__file__).parent
FILES = sorted(ROOM.rglob("*.py"))
SHOWING = {"Static", "Label", "Option", "notify", "update", "Button", "Checkbox", "from_markup"}
"""Calls whose first argument is shown, with markup unless it is content."""
SHOWN_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "title", "sub_title"}
WIDGETS = {"Input", "TextArea", "Static", "Label"}
DOORS = {"content", "joined", "stacked", "assemble", "styled"}


def harmless(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.IfExp):
        return harmless(node.body) and harmless(node.orelse)
    if isinstance(node, ast.Call):
        function = node.func
        name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
        return name in DOORS
    return False


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def breaches(source: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(source)):
        if not all(harmless(shown) for shown in shown_by(node)):
            yield node.lineno  # type: ignore[attr-defined]  # calls and assignments have a line


def shown_by(node: ast.AST) -> Iterator[ast.expr]:
    """Give what a call or an assignment puts on the screen."""
    if isinstance(node, ast.Call):
        if name_of(node) in SHOWING and node.args and not isinstance(node.args[0], (ast.Dict, ast.DictComp)):
            yield node.args[0]
        if name_of(node) in WIDGETS:
            yield from (keyword.value for keyword in node.keywords if keyword.arg in SHOWN_ATTRIBUTES)
    elif isinstance(node, ast.Assign):
        targets = [target for target in node.targets if isinstance(target, ast.Attribute)]
        yield from (node.value for target in targets if target.attr in SHOWN_ATTRIBUTES)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOM)))
def test_nothing_but_content_from_the_door_is_shown(path: Path) -> None:
    assert list(breaches(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "slip",
    [
        "Static(name)",
        "Static(f'Hello {name}')",
        "self.notify(row.name)",
        "label.update(a + b)",
        "w.tooltip = name",
    ],
)
def test_a_slip_is_noticed(slip: str) -> None:
    assert list(breaches(slip)) == [1]


def test_text_cannot_be_selected_because_that_part_of_the_toolkit_crashes_on_quick_clicks() -> None:
    from recruiter_tui.tui.app import RecruiterApp

    assert RecruiterApp.ALLOW_SELECT is False
