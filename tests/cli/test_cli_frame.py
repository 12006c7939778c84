"""The frame of the command line: light, quiet, one line for every failure, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from recruiter_tui.cli import app, decide
from recruiter_tui.cli.console import Console, cells, printable
from recruiter_tui.cli.doors import Doors
from recruiter_tui.cli.main import WRONG_USAGE, run
from recruiter_tui.cli.verbs import VERBS
from tests.cli.cli_sample import ROOT, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.cli_sample import Said

HEAVY = ("textual", "rich", "sqlalchemy", "alembic", "pydantic", "lxml", "babel", "argparse", "asyncio")


def program(*words: str | bytes, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "100"} | more
    return subprocess.run(
        [sys.executable, "-m", "recruiter_tui", *words],
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_and_version_load_nothing_heavy(word: str) -> None:
    code = (
        "import sys; from recruiter_tui.cli.main import run; from recruiter_tui.cli.doors import Doors;"
        f"run([{word!r}], Doors(lambda a, b: 0, lambda: []));"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    assert set(done.stderr.decode().split()).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    ("words", "opened"),
    [
        ([], (None, None)),
        (["--store", "a.db"], ("a.db", None)),
        (["--as", "Ann", "--store", "a.db"], ("a.db", "Ann")),
        (["--store=a.db"], ("a.db", None)),
        (["--store", "a.db", "--store", "b.db"], ("b.db", None)),
    ],
)
def test_the_app_opens_on_the_store_and_for_the_person_that_are_named(
    monkeypatch: pytest.MonkeyPatch, words: list[str], opened: tuple[str | None, str | None]
) -> None:
    monkeypatch.setattr(app, "_at_a_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    found: list[tuple[str | None, str | None]] = []

    def opening(store: str | None, actor: str | None) -> int:
        found.append((store, actor))
        return 0

    assert run(words, Doors(opening, list)) == 0
    assert found == [opened]


@pytest.mark.parametrize("words", [["--store"], ["--store", "--as"], ["--stor", "a.db"]])
def test_half_an_option_opens_nothing(words: list[str]) -> None:
    def opening(_store: str | None, _actor: str | None) -> int:
        raise AssertionError

    assert run(words, Doors(opening, list)) == WRONG_USAGE


def test_every_verb_is_listed_and_explains_itself(cli: Callable[..., Said]) -> None:
    overview = cli("--help").out
    for verb in VERBS:
        assert f"  {verb.name} " in overview
        said = cli(*verb.name.split(), "--help")
        assert said.status == 0
        assert said.out.startswith(f"usage: recruiter-tui {verb.name}")
        assert "--store PATH" in said.out


def test_the_version_is_printed(cli: Callable[..., Said]) -> None:
    assert cli("--version").out == "recruiter-tui 0.1.0\n"
    assert cli("--store", "x", "--version").out == "recruiter-tui 0.1.0\n"
    assert cli("--store", "x", "--help").out.startswith("usage: recruiter-tui")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fly"], "there is no verb 'fly'"),
        (["lst"], "did you mean `list`?"),
        (["notice"], "needs one more word: notice read, notice add, notice list, notice show"),
        (["notice", "reed", "x"], "did you mean `notice read`?"),
        (["list"], "the following arguments are required: --vacancy"),
        (["list", "--vac", "V1"], "the following arguments are required: --vacancy"),
        (["--stoer", "x", "list"], "unrecognized arguments: --stoer"),
        (["decide", "--vacancy", "V1", "--to", "hired", "A1"], "invalid choice: 'hired'"),
        (["overrule", "--vacancy", "V1", "A1", "c", "--outcome", "maybe", "--reason", "x"], "invalid choice"),
        (["screen", "--vacancy", "V1", "--policy", "guess"], "invalid choice: 'guess'"),
        (["completion", "cmd"], "invalid choice: 'cmd'"),
        (["fly\x1b[31m"], "'fly\\x1b[31m'"),
    ],
)
def test_wrong_usage_is_said_in_one_line_with_status_2(
    cli: Callable[..., Said], words: list[str], told: str
) -> None:
    said = cli(*words)
    assert said.status == 2
    assert said.out == ""
    assert told in said.err
    assert said.err.count("\n") == 1
    assert "\x1b" not in said.err


def test_families_of_verbs_list_their_members(cli: Callable[..., Said]) -> None:
    assert [line.split()[1] for line in cli("notice", "--help").out.splitlines()] == [
        "read",
        "add",
        "list",
        "show",
    ]


def test_a_refusal_is_one_line_with_what_to_do_and_status_1(cli: Callable[..., Said]) -> None:
    said = cli("list", "--vacancy", "V9")
    assert (said.status, said.out) == (1, "")
    assert said.err == (
        "recruiter-tui: there is no vacancy 'V9': list the vacancies and name one by its reference or V-id\n"
    )


def test_an_unexpected_fault_tells_where_but_neither_what_nor_who(
    cli: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_options: object, _console: object) -> int:
        name = "Amina Haddad"
        raise ValueError(name)

    monkeypatch.setattr(decide, "run", broken)
    words = ("decide", "--vacancy", "V1", "--to", "maybe", "A1")
    said = cli(*words)
    assert said.status == 1
    assert "ValueError at test_cli_frame.py:" in said.err
    assert "Amina" not in said.err
    assert "Traceback" not in said.err
    monkeypatch.setenv("RECRUITER_TUI_DEBUG", "1")
    said = cli(*words)
    assert "in broken" in said.err
    assert "Amina" not in said.err


def test_an_interruption_leaves_quietly(cli: Callable[..., Said], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: object, _console: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(decide, "run", interrupted)
    said = cli("decide", "--vacancy", "V1", "--to", "maybe", "A1")
    assert said.status == 130
    assert said.err == "recruiter-tui: interrupted; what was not finished has left no trace\n"


def test_the_app_refuses_to_open_where_nobody_sits(cli: Callable[..., Said]) -> None:
    said = cli()
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("recruiter-tui: the app needs a terminal")
    assert program().returncode == 2
    assert cli("demo").status == 2


def test_the_app_opens_for_the_store_and_person_that_were_named(
    cli: Callable[..., Said],
    opened_apps: list[tuple[str | None, str | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(app, "_at_a_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert cli("--store", "x.db", "--as=Awa").status == 0
    assert opened_apps == [("x.db", "Awa")]
    monkeypatch.setenv("TERM", "dumb")
    assert cli().status == 2


def test_a_broken_pipe_and_a_full_disk_end_quietly() -> None:
    script = f'{sys.executable} -m recruiter_tui --help | true; echo "${{PIPESTATUS[0]}}"'
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, check=False)  # noqa: S607 - any bash will do
    assert (done.stdout, done.stderr) == (b"0\n", b"")
    script = f"{sys.executable} -m recruiter_tui --help > /dev/full"
    done = subprocess.run(["bash", "-c", script], env=env, capture_output=True, check=False)  # noqa: S607 - as above
    assert done.returncode == 1
    assert done.stderr == b"recruiter-tui: the output cannot be written (No space left on device)\n"


def test_file_names_with_bad_bytes_and_escapes_are_read_and_shown_harmlessly(tmp_path: Path) -> None:
    notice, _ = write(tmp_path)
    bad = os.fsencode(tmp_path) + b"/n\xff\x1b]0;x\x07.txt"
    os.link(notice, bad)
    done = program("notice", "read", bad, "--json")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout.decode()
    assert json.loads(done.stdout)["fields"]["reference"]["value"] == "24501"
    missing = program("notice", "read", os.fsencode(tmp_path) + b"/\xfe\x1b[2J")
    assert missing.returncode == 1
    assert b"\x1b" not in missing.stderr
    assert missing.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_any_encoding_of_the_terminal_will_do(tmp_path: Path, encoding: str) -> None:
    _, pile = write(tmp_path)
    done = program("candidate", "read", str(pile), "--json", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode(encoding))[1]["name"]["value"] == "Benoît Lefèvre"


def test_tables_line_up_with_wide_and_combining_characters(capsys: pytest.CaptureFixture[str]) -> None:
    Console().table(("a", "b"), [("工程师", "x"), ("e\u0301", "y"), ("z\x1b[1m", "w")])
    assert capsys.readouterr().out.splitlines() == [
        "a         b",
        "工程师    x",
        "e\u0301         y",
        "z\\x1b[1m  w",
    ]
    assert cells("工e\u0301") == 3
    assert printable("a\u202eb\u200d") == "a\\u202eb\u200d"


def test_long_work_counts_on_a_terminal_only() -> None:
    class Terminal:
        encoding = "utf-8"

        def __init__(self) -> None:
            self.text = ""

        def write(self, text: str) -> int:
            self.text += text
            return len(text)

        def flush(self) -> None:
            self.text += ""

        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    progress = Console(out=terminal, err=terminal).progress("importing")  # type: ignore[arg-type]  # what Console uses of a stream
    progress(5, 10)
    progress(6, 10)
    progress.close()
    assert terminal.text == "\r\x1b[Kimporting: 5 of 10\r\x1b[K"
