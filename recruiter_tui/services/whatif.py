"""What-if over a vacancy: scenarios tried at once, kept by name, and invoked for real with a reason."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.requirement import EducationExperience, Necessity
from recruiter_tui.domain.text import clean
from recruiter_tui.domain.whatif import Scenario
from recruiter_tui.domain.whatif_moves import moves
from recruiter_tui.services.boarding import Boards
from recruiter_tui.services.criteria import Criteria, CriteriaChanged
from recruiter_tui.services.judging import policy_of
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed
from recruiter_tui.store import rulings as names

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.domain.notice_edit import Edit
    from recruiter_tui.domain.whatif import Board, Projection
    from recruiter_tui.domain.whatif_moves import Move
    from recruiter_tui.services.room import Room
    from recruiter_tui.services.steps import Steps
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.writing import Unit

_LONGEST_NAME = 60


class WhatIf:
    """The use cases of trying out; nothing is stored but scenarios by name, and what is invoked."""

    def __init__(self, room: Room) -> None:
        """Work on the room's store."""
        self._room = room
        self._boards = Boards(room)

    async def prepare(self, vacancy: str, *policies: str) -> Board:
        """Return the vacancy as columns, for its own policy and others by specification."""
        return await self._boards.prepare(vacancy, *policies)

    async def prepared(self, vacancy: str, policy: str | None) -> bool:
        """Tell whether a question under a policy is answered at once; the first may take a moment."""
        return await self._boards.prepared(vacancy, policy)

    async def ahead(self) -> None:
        """Wait until the named policies are prepared, which the first question begins."""
        await self._boards.ahead()

    async def close(self) -> None:
        """End what is being prepared."""
        await self._boards.close()

    async def ask(self, vacancy: str, scenario: Scenario) -> Projection:
        """Return what a scenario would do: how many and who, by tier, gender and region."""
        policies = (scenario.policy,) if scenario.policy else ()
        board = await self._boards.prepare(vacancy, *policies, ahead=True)
        spec = policy_of(board.policy, scenario.policy).spec
        return board.project(replace(scenario, policy=spec))

    async def why(self, vacancy: str, scenario: Scenario, key: int) -> tuple[Move, ...]:
        """Return the criteria for which one application moves in or out."""
        board = await self.prepare(vacancy, *((scenario.policy,) if scenario.policy else ()))
        return moves(board, replace(scenario, policy=policy_of(board.policy, scenario.policy).spec), key)

    async def scenarios(self, vacancy: str) -> dict[str, Scenario]:
        """Return the scenarios that were kept, by name."""

        def ask(reader: Reader) -> dict[str, Scenario]:
            start = names.scenarios_of(reader.vacancy_key(vacancy))
            found = reader.settings(start)
            return {name.removeprefix(start): Scenario.from_json(value) for name, value in found.items()}

        return await self._room.read(ask)

    async def keep(self, vacancy: str, name: str, scenario: Scenario, *, actor: str | None = None) -> Changed:
        """Keep a scenario by name, in place of one that had it; nobody's result changes."""
        called = _name(name)

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            unit.put_setting(names.scenario_name(key, called), scenario.as_json())
            unit.summary = f"scenario {called!r} of {vacancy_id(key)} kept"
            return key

        done = await self._room.write("scenario", work, actor=actor, subject=vacancy)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))

    async def forget(self, vacancy: str, name: str, *, actor: str | None = None) -> Changed:
        """Take a scenario away; raises NotFound where there is none of that name."""
        called = _name(name)

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            found = unit.reader.setting(names.scenario_name(key, called))
            if found is None:
                problem = f"{vacancy_id(key)} has no scenario {called!r}"
                raise NotFound(problem, "look at the names of those that are kept")
            unit.delete("setting", found[0])
            unit.summary = f"scenario {called!r} of {vacancy_id(key)} taken away"
            return key

        done = await self._room.write("scenario", work, actor=actor, subject=vacancy)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))

    async def invoke(
        self,
        vacancy: str,
        scenario: Scenario,
        reason: str,
        *,
        actor: str | None = None,
        steps: Steps | None = None,
    ) -> CriteriaChanged:
        """Make a scenario real, with a reason: changed rules as a change of the criteria.

        Invoked advantages change nobody's outcome: they are recorded, with the reason, as what decides among
        those who meet everything essential. Raises Refused without a reason. `steps` may call it off.
        """
        words = clean(reason, multiline=True).strip()
        if not words:
            problem = "nothing is invoked without a reason"
            raise Refused(problem, "say in your own words why")
        record = await self._room.read(lambda reader: reader.vacancy(reader.vacancy_key(vacancy)))
        done = CriteriaChanged(Changed("nothing changed"), record.criteria.number)
        edits = edits_of(record.notice, scenario)
        if edits or scenario.policy:
            done = await Criteria(self._room).change(
                vacancy, edits, policy=scenario.policy, reason=words, actor=actor, steps=steps
            )
        if scenario.invoked:
            changed = await self._invoke(vacancy, scenario, words, actor)
            told = replace(done.changed, summary=changed.summary, sequence=changed.sequence)
            done = replace(done, changed=told)
        return done

    async def invoked(self, vacancy: str) -> tuple[tuple[str, ...], int]:
        """Return the advantages that were invoked for real, and how many of them have to be met."""
        found = await self._room.read(lambda reader: reader.setting(_invoked(reader.vacancy_key(vacancy))))
        if found is None:
            return (), 1
        kept = json.loads(found[1])
        return tuple(kept["criteria"]), int(kept["at_least"])

    async def _invoke(self, vacancy: str, scenario: Scenario, words: str, actor: str | None) -> Changed:
        """Record which advantages decide from now on."""

        def work(unit: Unit) -> int:
            key = unit.reader.vacancy_key(vacancy)
            known = {one.id for one in unit.reader.vacancy(key).notice.criteria}
            for criterion in scenario.invoked:
                if criterion not in known:
                    problem = f"there is no criterion {criterion!r}"
                    raise NotFound(problem, f"choose among {', '.join(sorted(known))}")
            kept = {
                "criteria": list(scenario.invoked),
                "at_least": scenario.at_least,
                "reason": words,
                "by": unit.act.actor,
                "at": unit.act.at,
            }
            unit.put_setting(_invoked(key), json.dumps(kept, ensure_ascii=False))
            unit.summary = f"{vacancy_id(key)} invokes {', '.join(scenario.invoked)}"
            unit.detail(f"at least {scenario.at_least} of them; reason: {words}")
            return key

        done = await self._room.write("invoked", work, actor=actor, subject=vacancy)
        return Changed(done.summary, done.sequence, vacancies=(vacancy_id(done.result),))


def edits_of(notice: Notice, scenario: Scenario) -> list[Edit]:
    """Return the changes of criteria that make a scenario real."""
    from recruiter_tui.domain.notice_edit import Change, Drop, Turn

    edits: list[Edit] = []
    tried = scenario.asked()
    for criterion in notice.criteria:
        asked = tried.get(criterion.id, {})
        if asked and isinstance(criterion, EducationExperience):
            branches = tuple(
                replace(branch, months=asked.get(place, branch.months))
                for place, branch in enumerate(criterion.alternatives)
            )
            edits.append(Change(criterion.id, replace(criterion, alternatives=branches)))
    essential = {one.id: one.necessity is Necessity.ESSENTIAL for one in notice.criteria}
    edits += [Turn(one) for one in scenario.relaxed if essential.get(one)]
    edits += [Turn(one) for one in scenario.required if not essential.get(one, True)]
    edits += [Drop(one) for one in scenario.dropped]
    return edits


def _name(name: str) -> str:
    """Return a scenario's name as it is kept; raises Refused for none and for one too long."""
    called = clean(name).strip()
    if not called or len(called) > _LONGEST_NAME:
        problem = f"a scenario needs a name of at most {_LONGEST_NAME} characters"
        raise Refused(problem, "choose another")
    return called


def _invoked(vacancy: int) -> str:
    """Return the name under which the invoked advantages are kept."""
    return f"invoked/V{vacancy}"
