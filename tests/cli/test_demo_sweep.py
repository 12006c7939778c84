"""What a killed demo leaves behind, and what the next one does about it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.cli import demo
from tests.cli.cli_sample import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_HOLD = (
    "import sys, time; from pathlib import Path; from recruiter_tui.cli import demo;"
    "folder = Path(sys.argv[1]); folder.mkdir(); demo._claim(folder);"
    "(folder / 'demo.store').write_bytes(b'x'); print('held', flush=True); time.sleep(600)"
)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_next_demo_removes_what_a_killed_one_left_and_nothing_that_lives(temporary: Path) -> None:
    folder = temporary / "recruiter-tui-demo-abc"
    program = [sys.executable, "-c", _HOLD, str(folder)]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(program, stdout=subprocess.PIPE, env=env) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"held\n"
        demo.sweep()
        assert (folder / "demo.store").exists()
        running.kill()
        running.wait()
    demo.sweep()
    assert not folder.exists()


def test_folders_that_nobody_held_and_links_are_left_alone(temporary: Path) -> None:
    built = temporary / "recruiter-tui-demo-built"  # `demo --no-open` promised its path to somebody
    built.mkdir()
    (built / "demo.store").write_bytes(b"x")
    elsewhere = temporary / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "held").write_bytes(b"")
    (temporary / "recruiter-tui-demo-link").symlink_to(elsewhere)
    demo.sweep()
    assert (built / "demo.store").exists()
    assert (elsewhere / "held").exists()


@pytest.mark.parametrize("words", ["--version", "notice list"])
def test_a_closed_output_is_a_failure_in_one_line(words: str, tmp_path: Path) -> None:
    script = f"{sys.executable} -m recruiter_tui {words} >&-"
    env = os.environ | {"PYTHONPATH": str(ROOT), "RECRUITER_TUI_STORE": str(tmp_path / "store.db")}
    env["XDG_CONFIG_HOME"] = str(tmp_path)
    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, check=False)  # noqa: S607 - any bash will do
    assert done.returncode == 1
    assert done.stderr == b"recruiter-tui: the output cannot be written (Bad file descriptor)\n"
