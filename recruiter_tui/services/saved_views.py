"""Saved views: a filter with its order, kept under a name for one vacancy or for every one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.query import parse
from recruiter_tui.domain.text import clean, fold
from recruiter_tui.services.views import Changed

if TYPE_CHECKING:
    from recruiter_tui.services.room import Room
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

_LONGEST_NAME: Final = 60
_PREFIX: Final = "view/"


@dataclass(frozen=True, slots=True)
class View:
    """A filter with its order, kept under a name."""

    name: str
    query: str
    sort: str
    vacancy: str | None
    """The vacancy that it is for; None for every one."""


class SavedViews:
    """The use cases around saved views."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room

    async def views(self, vacancy: str | None = None) -> list[View]:
        """Return the saved views of the store: those of every vacancy, and those of the named one."""

        def look(reader: Reader) -> list[View]:
            own = None if vacancy is None else f"V{reader.vacancy_key(vacancy)}"
            found = (_view(name, value) for name, value in reader.settings(_PREFIX).items())
            kept = [view for view in found if view.vacancy in {None, own}]
            return sorted(kept, key=lambda view: fold(view.name))

        return await self._room.read(look)

    async def save_view(
        self,
        name: str,
        query: str,
        sort: str = "tier",
        *,
        vacancy: str | None = None,
        actor: str | None = None,
    ) -> Changed:
        """Keep a filter with its order under a name; an older one of that name gives way."""
        called = _refuse_name(name)
        parse(query)

        def work(unit: Unit) -> None:
            setting = _setting(unit.reader, called, vacancy)
            value = json.dumps({"query": query, "sort": sort}, ensure_ascii=False)
            unit.put_setting(setting, value)
            unit.summary = f"view {called!r} saved"

        done = await self._room.write("viewed", work, actor=actor)
        return Changed(done.summary, done.sequence)

    async def rename_view(
        self, name: str, new: str, *, vacancy: str | None = None, actor: str | None = None
    ) -> Changed:
        """Give a saved view another name; raises NotFound, and Refused where that name is taken."""
        called = _refuse_name(new)

        def work(unit: Unit) -> None:
            found = unit.reader.setting(_setting(unit.reader, name, vacancy))
            if found is None:
                problem = f"there is no view {name!r}"
                raise NotFound(problem, "list the views")
            if unit.reader.setting(_setting(unit.reader, called, vacancy)) is not None:
                problem = f"there is a view {called!r} already"
                raise Refused(problem, "choose another name")
            unit.update("setting", found[0], {"name": _setting(unit.reader, called, vacancy)})
            unit.summary = f"view {name!r} is called {called!r} now"

        done = await self._room.write("viewed", work, actor=actor)
        return Changed(done.summary, done.sequence)

    async def view(self, name: str, vacancy: str) -> View:
        """Return the view of a name: the vacancy's own before the one for every vacancy; raises NotFound."""
        views = await self.views(vacancy)
        found = [one for one in views if fold(one.name) == fold(name)]
        if not found:
            known = ", ".join(one.name for one in views) or "none is saved yet"
            problem = f"there is no view {name!r} here"
            raise NotFound(problem, f"one of: {known}")
        return max(found, key=lambda one: one.vacancy is not None)

    async def drop_view(self, name: str, *, vacancy: str | None = None, actor: str | None = None) -> Changed:
        """Take a saved view away; raises NotFound."""

        def work(unit: Unit) -> None:
            found = unit.reader.setting(_setting(unit.reader, name, vacancy))
            if found is None:
                problem = f"there is no view {name!r}"
                raise NotFound(problem, "list the views")
            unit.delete("setting", found[0])
            unit.summary = f"view {name!r} taken away"

        done = await self._room.write("viewed", work, actor=actor)
        return Changed(done.summary, done.sequence)


def _refuse_name(name: str) -> str:
    """Return a view's name as it is kept; raises Refused for one that cannot be."""
    called = clean(name, limit=_LONGEST_NAME)
    if not called or "/" in called:
        problem = "a view needs a name of up to 60 characters, without a slash"
        raise Refused(problem, "choose another name")
    return called


def _setting(reader: Reader, name: str, vacancy: str | None) -> str:
    place = "*" if vacancy is None else f"V{reader.vacancy_key(vacancy)}"
    return f"{_PREFIX}{place}/{name}"


def _view(setting: str, value: str) -> View:
    _, place, name = setting.split("/", 2)
    kept = json.loads(value)
    return View(name, kept["query"], kept["sort"], None if place == "*" else place)
