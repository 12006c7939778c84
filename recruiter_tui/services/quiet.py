"""Bulk work without the garbage collector: results hold no circles, and looking for them takes a third."""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOCK = threading.Lock()
_INSIDE = [0]


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing be looked for in the block, several of which may run at once; keep it to one chunk."""
    with _LOCK:
        was = gc.isenabled() or _INSIDE[0] > 0
        _INSIDE[0] += 1
        gc.disable()
    try:
        yield
    finally:
        with _LOCK:
            _INSIDE[0] -= 1
            if was and not _INSIDE[0]:
                gc.enable()


@contextmanager
def piling_up() -> Iterator[None]:
    """Work in chunks whose results stay until the end; `set_aside` each, or all are looked through anew."""
    try:
        yield
    finally:
        gc.unfreeze()


def set_aside() -> None:
    """Keep the collector from what there is so far; at the end of an `uncollected` chunk of `piling_up`."""
    gc.freeze()
