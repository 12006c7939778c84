"""The only place that joins paths, settings, store and services."""

from __future__ import annotations

import importlib
import importlib.util
import os
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from recruiter_tui import settings
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.text import clean
from recruiter_tui.paths import STORE_VARIABLE, Paths

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from types import ModuleType

    from recruiter_tui.services import Services

_LONGEST_NAME: Final = 200
DEMO_PERSON: Final = "Demo Recruiter"
"""Who made the demo's decisions."""


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


def places(store: str | None = None) -> dict[str, Path]:
    """Return the files and folders that a run uses, by name; nothing is made."""
    paths = Paths.default()
    chosen = _file(paths, store, _settings(paths))
    return {"store": chosen, "backups": chosen.parent / "backups", "settings": paths.settings}


def _settings(paths: Paths) -> settings.Settings:
    """Return the person's settings."""
    return settings.load(paths.settings)


def preferences() -> settings.Settings:
    """Return the person's settings; raises Unreadable where the file is wrong."""
    return _settings(Paths.default())


@asynccontextmanager
async def open_services(
    store: str | Path | None = None,
    actor: str | None = None,
    *,
    create: bool = True,
    clock: Callable[[], datetime] = utc_now,
) -> AsyncIterator[Services]:
    """Open the store and hold the use cases on it for one person, until the block ends.

    `store` names the file; without it the environment, the settings, and at last the default count. With
    `create` a missing store is made, readable by its owner alone. Raises NotFound or Refused.
    """
    from recruiter_tui.services import Services as Families
    from recruiter_tui.store.thread import StoreThread

    paths = Paths.default()
    chosen = _settings(paths)
    path = _file(paths, None if store is None else os.fspath(store), chosen)
    async with StoreThread(path, create=create, clock=clock) as thread:
        services = Families(
            thread, clean(actor or "", limit=_LONGEST_NAME) or chosen.actor, clock, chosen.policy
        )
        try:
            yield services
        finally:
            await services.close()


def _file(paths: Paths, named: str | None, chosen: settings.Settings) -> Path:
    """Return the store's file; raises Refused for the address of a database server."""
    path = paths.store(named, chosen.store)
    if "://" in (named or os.environ.get(STORE_VARIABLE) or chosen.store or ""):
        problem = "the store is named by the address of a server"
        raise Refused(problem, "this version keeps its store in a file: name one")
    return path


async def build_demo(
    path: Path,
    progress: Callable[[int, int | None], None] | None = None,
    *,
    clock: Callable[[], datetime] = utc_now,
    scratch: Path | None = None,
) -> None:
    """Make a new store at `path` and fill it with invented notices and applicants; a failure leaves none.

    The demo's files lie in `scratch`, or in the system's temporary folder, until they are taken in.
    """
    from recruiter_tui.services.demo import fill

    with TemporaryDirectory(prefix="recruiter-tui-", dir=scratch) as folder:
        files = demo_builder().write_demo(Path(folder), clock().date())
        draft = path.with_name(f".{path.name}.draft")
        try:
            async with open_services(draft, DEMO_PERSON, clock=clock) as services:
                await fill(services, files, progress or (lambda _done, _total: None))
            draft.replace(path)
        finally:
            for rest in path.parent.glob(f"{draft.name}*"):
                rest.unlink()


def demo_builder() -> ModuleType:
    """Return the module that writes the demo's files: within the package in a wheel, else beside it."""
    name = f"{__package__}.data"
    folder = Path(__file__).parent
    place = next(found for found in (folder / "data", folder.parent / "data") if found.is_dir())
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            name, place / "__init__.py", submodule_search_locations=[str(place)]
        )
        if spec is None or spec.loader is None:
            problem = "the demo's material cannot be loaded"
            raise NotFound(problem, "install the program again")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return importlib.import_module(f"{name}.builder")
