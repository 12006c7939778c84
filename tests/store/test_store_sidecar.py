"""What one person has open: kept whole through a kill, never followed through a link, never needed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from recruiter_tui.store.sidecar import Sidecar

MOVER = """
import sys
from itertools import count
from pathlib import Path
from recruiter_tui.store.sidecar import Sidecar
desk = Sidecar(Path(sys.argv[1]), "awa")
for place in count():
    desk.put("queue/V1", {"ahead": list(range(place, place + 50))})
    print(place, flush=True)
"""


def place(store: Path) -> int:
    kept: dict[str, list[int]] = Sidecar(store, "awa").get("queue/V1")
    return kept["ahead"][0]


def test_a_kill_at_any_moment_resumes_where_the_last_key_led(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    for moment in (1, 3, 17, 60):
        with subprocess.Popen(
            [sys.executable, "-c", MOVER, str(store)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        ) as mover:
            assert mover.stdout is not None
            for _ in range(moment):
                mover.stdout.readline()
            mover.send_signal(signal.SIGKILL)
            told = mover.stdout.read().split()
        last = int(told[-1]) if told else moment - 1
        assert place(store) in {last, last + 1}


def test_each_person_has_a_desk_that_only_he_or_she_can_read(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    assert Sidecar(store, "awa").put("sticky", {"reason": "late"})
    assert Sidecar(store, "ben").get("sticky") is None
    [file] = tmp_path.glob(".store.db.*.desk")
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_bytes()) == {"sticky": {"reason": "late"}}


def test_a_desk_that_is_broken_a_link_or_cannot_be_written_is_an_empty_one(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    Sidecar(store, "awa").put("a", 1)
    [file] = tmp_path.glob(".store.db.*.desk")
    for broken in (b"[1]", b"{", b"\xff", b"[" * 100_000):
        file.write_bytes(broken)
        assert Sidecar(store, "awa").get("a") is None
    other = tmp_path / "other"
    other.write_text('{"a": 2}')
    file.unlink()
    file.symlink_to(other)
    assert Sidecar(store, "awa").get("a") is None
    assert not Sidecar(tmp_path / "absent" / "store.db", "awa").put("a", 1)


def test_drafts_of_killed_programs_are_swept(tmp_path: Path) -> None:
    store = tmp_path / "store.db"
    Sidecar(store, "awa").put("a", 1)
    [file] = tmp_path.glob(".store.db.*.desk")
    draft = file.with_name(f"{file.name}.abc")
    draft.write_text("{")
    os.utime(draft, (0, 0))
    assert Sidecar(store, "awa").get("a") == 1
    assert not draft.exists()
