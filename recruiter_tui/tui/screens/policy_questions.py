"""What a person is asked about the policy: which profile, how a switch stands, where a level stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from recruiter_tui.domain.crosswalk import RUNG_NAMES
from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.policy import DEFAULT_POLICY
from recruiter_tui.domain.profiles import OFFERED, SWITCHES, choices, with_switch
from recruiter_tui.tui.drawing.criteria import rung_words, short_title
from recruiter_tui.tui.drawing.rulebook import worded
from recruiter_tui.tui.screens.criteria_changes import CriteriaChanges

if TYPE_CHECKING:
    from recruiter_tui.domain.crosswalk import Crosswalk

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class PolicyQuestions(CriteriaChanges, is_part=True):
    """The questions; each is a worker, so that no key waits."""

    @work(group="ask", exclusive=True)
    async def action_profile(self) -> None:
        """Ask for another profile, wherever the cursor stands."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        if self._panel is None:
            return
        offers = [(_LETTERS[n], f"{short_title(one)}  {one.id}", one.id) for n, one in enumerate(OFFERED)]
        offers.append(("0", "none: the program's defaults", DEFAULT_POLICY.spec))
        held = self._panel.policy.profile or None
        chosen = await self.app.push_screen_wait(MenuDialog("Screen under which profile?", offers, held))
        if chosen is not None:
            await self._change(policy=chosen)

    @work(group="ask", exclusive=True)
    async def change_switch(self, name: str) -> None:
        """Ask how one switch of the policy shall stand."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        panel = self._panel
        if panel is None:
            return
        question = next(one.question for one in SWITCHES if one.name == name)
        if name.endswith("_months"):
            held = getattr(panel.policy, name)
            value = await self._ask(
                question,
                [("now", worded(panel.policy, name))],
                "none" if held is None else str(held),
                lambda words: worded(with_switch(panel.policy, name, words or "none"), name),
                "a number of months, or none for no limit",
            )
            value = None if value is None else value or "none"
        else:
            offers = [
                (_LETTERS[n], worded(with_switch(panel.policy, name, word), name), word)
                for n, (_value, word) in enumerate(choices(name))
            ]
            now = next(word for value, word in choices(name) if value == getattr(panel.policy, name))
            value = await self.app.push_screen_wait(MenuDialog(question, offers, now))
        if value is not None:
            wanted = with_switch(panel.policy, name, value)
            if wanted == panel.policy:
                self.flash("this is how it stands already")
            else:
                await self._change(policy=wanted.spec)

    @work(group="ask", exclusive=True)
    async def change_level(self, level: str) -> None:
        """Ask on which rungs a level stands here."""
        panel = self._panel
        if panel is None:
            return
        low, high = panel.crosswalk.table()[level]
        names = {name: rung for rung, name in RUNG_NAMES.items()}

        def read(words: str) -> tuple[int, int]:
            parts = [part.strip().lower() for part in words.split(" to ")]
            if not parts or any(part not in names for part in parts) or len(parts) > 2:  # noqa: PLR2004 - low to high
                problem = f"{words.strip()!r} names no rung"
                raise Refused(problem, f"write one of {', '.join(names)}, or two as low to high")
            return names[parts[0]], names[parts[-1]]

        line = await self._ask(
            f"Where does {level} stand? Not official",
            [("now", rung_words(low, high))],
            rung_words(low, high),
            lambda words: rung_words(*_placed(panel.crosswalk, level, read(words))),
            ", ".join(names),
        )
        if line is not None:
            wanted = panel.crosswalk.moved(level, *read(line))
            if wanted != panel.crosswalk:
                await self._change(crosswalk=wanted)


def _placed(crosswalk: Crosswalk, level: str, rungs: tuple[int, int]) -> tuple[int, int]:
    """Return where a level would stand; raises Refused for rungs that it cannot stand on."""
    return crosswalk.moved(level, *rungs).table()[level]
