"""Copying what is under the cursor, and opening addresses of papers after a question."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.screens.room import Room
from recruiter_tui.tui.text import cut, safe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from recruiter_tui.tui.widgets.dossier import DossierPane

LONGEST: Final = 20_000
"""Characters that go to the clipboard at once; terminals drop much longer ones."""
_SHOWN: Final = 40


class Copying(Room, is_part=True):
    """What `y` and `O` do on screens with a dossier."""

    PLACE: ClassVar[Place] = Place.DESK
    pane: DossierPane

    def copied_here(self) -> tuple[str, str] | None:
        """Return what lies under the cursor and its text; screens with lists say what theirs is."""
        return self.copied_of_dossier()

    def copied_of_dossier(self) -> tuple[str, str] | None:
        """Return passage, fact or number of the application that the dossier shows."""
        dossier = self.pane.dossier
        if dossier is None:
            return None
        if (criterion := self.pane.selected_finding) is not None:
            finding = next((each for each in dossier.findings if each.criterion == criterion), None)
            if finding is not None:
                from recruiter_tui.domain.telling import told_of

                quotes = [evidence.quote for evidence in finding.evidence]
                return ("passage", "\n".join(quotes)) if quotes else ("finding", told_of(finding))
        if (path := self.pane.selected_fact) is not None:
            from recruiter_tui.tui.dialogs.facts import facts_of

            facts = [
                fact for fact in facts_of(dossier) if fact.path == path or fact.path.startswith(f"{path}/")
            ]
            values = [fact.value for fact in facts if fact.value]
            if values:
                return facts[0].label if len(values) == 1 else path.partition("/")[0], " | ".join(values)
        return "application", dossier.row.application

    def action_copy_here(self) -> None:
        """Copy what is under the cursor and say what that was."""
        found = self.copied_here()
        if found is None or not found[1]:
            self.flash("there is nothing to copy here")
        else:
            self.copy(*found)

    def copy(self, what: str, text: str) -> None:
        """Hand a text to the terminal's clipboard, without anything that steers a terminal."""
        from recruiter_tui.domain.text import clean

        harmless = clean(text, multiline=True, limit=LONGEST)
        self.app.copy_to_clipboard(harmless)
        self.flash(f"copied: {what} “{cut(safe(harmless.replace(chr(10), ' ')), _SHOWN)}”")

    @work(group="ask", exclusive=True)
    async def action_open_link(self) -> None:
        """Let one of the papers' addresses be chosen, ask, and only then hand it to a browser."""
        from recruiter_tui.domain.links import links
        from recruiter_tui.tui.dialogs.link import LinkDialog, LinksDialog

        dossier = self.pane.dossier
        if dossier is None:
            return
        found = links("\n".join(document.text for document in dossier.candidate.documents))
        if not found:
            self.flash("the papers hold no web address")
            return
        link = found[0] if len(found) == 1 else await self.app.push_screen_wait(LinksDialog(found))
        if link is None:
            return
        answer = await self.app.push_screen_wait(LinkDialog(link))
        if answer == "copy" or (answer == "open" and not has_browser(os.environ)):
            self.copy("address" if answer == "copy" else "no browser here, the address is", link.url)
        elif answer == "open":
            await asyncio.to_thread(self.app.open_url, link.url)
            self.flash(f"opened {link.host}")


def has_browser(environ: Mapping[str, str]) -> bool:
    """Tell whether a browser can open that does not take this terminal for itself."""
    graphical = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY") or environ.get("TEXTUAL_DRIVER")
    return bool(graphical) or sys.platform == "darwin"
