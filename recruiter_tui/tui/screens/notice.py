"""A notice beside what was understood of it: whoever moves on one side moves on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.containers import Horizontal

from recruiter_tui.domain.errors import RecruiterError
from recruiter_tui.tui.commands_base import Need, Place
from recruiter_tui.tui.drawing.notice_items import Item, items
from recruiter_tui.tui.screens.notice_acts import Done, NoticeActs
from recruiter_tui.tui.signs import Ink
from recruiter_tui.tui.text import safe
from recruiter_tui.tui.widgets.pane_bar import Divider, PaneBar, PaneTitle
from recruiter_tui.tui.widgets.source_text import SourceText
from recruiter_tui.tui.widgets.understood import Understood

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import DescendantFocus, Resize

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.services.notices import Arrival, NoticeView
    from recruiter_tui.services.views import Changed
    from recruiter_tui.tui.widgets.lines import Run


_ROOMY = 100
"""From this width on both sides stand beside each other."""


class NoticeScreen(NoticeActs):
    """The notice of a vacancy, or one that was read and is not stored yet."""

    PLACE = Place.NOTICE
    AUTO_FOCUS = ""
    CSS = """
    #notice { height: 1fr; }
    #notice SourceText { width: 5fr; }
    #notice Understood { width: 4fr; }
    """

    def __init__(
        self,
        vacancy: str | None = None,
        draft: Arrival | None = None,
        done: Done | None = None,
    ) -> None:
        """Take what to show.

        Args:
            vacancy: The vacancy whose notice is shown.
            draft: The notice that was read, where it is not stored yet.
            done: Told the notice as it was left, and whether it was stored.
        """
        super().__init__()
        self.heading = self.bar = PaneBar()
        self.source = SourceText()
        self.divider = Divider()
        self.page = Understood()
        self.draft = draft
        self._vacancy = vacancy
        self._done = done
        self._view: NoticeView | None = None
        self._drafts: list[Arrival] = []
        self._undone: list[Arrival] = []
        self._items: dict[str, Item] = {}
        self._place = 0
        self._was_shown = False

    # -- what is shown -------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Set source and page side by side, or one at a time in a narrow terminal."""
        yield from self.frame(Horizontal(self.source, self.divider, self.page, id="notice"))

    def on_mount(self) -> None:
        """Read the notice."""
        self.page.focus()
        self._arrange()
        if self.draft is not None:
            self._show()
        else:
            self.read()

    def on_resize(self, event: Resize) -> None:
        """Show one side or both."""
        self._arrange(event.size.width)
        self.call_after_refresh(self._say)

    def on_changed(self, changed: Changed) -> None:
        """Read the notice again."""
        if self._vacancy is not None and (
            changed.everything or not changed.vacancies or self._vacancy in changed.vacancies
        ):
            self.read()

    @work(exclusive=True, group="notice")
    async def read(self) -> None:
        """Read the notice as it is stored now."""
        if self._vacancy is None:
            return
        try:
            self._view = await self.services.notices.view(self._vacancy)
        except RecruiterError as refusal:
            self.failed(refusal)
            return
        self._show()

    @property
    def notice(self) -> Notice | None:
        """Return the notice that is shown."""
        if self.draft is not None:
            return self.draft.notice
        return None if self._view is None else self._view.detail.notice

    def _show(self) -> None:
        notice = self.notice
        if notice is None:
            return
        changes, since = None, ""
        if self.draft is not None:
            changes, since = (
                self.draft.changes,
                f"what {self.draft.vacancy} says" if self.draft.vacancy else "",
            )
        elif self._view is not None:
            changes, since = self._view.changes, f"version {self._view.version - 1}"
        shown = items(notice, changes)
        self._items = {item.key: item for item in shown}
        self.marks &= {one.id for one in notice.criteria}
        self.page.show(notice, changes, since)
        self.page.mark(frozenset(self.marks))
        self.source.show(notice, shown)
        self._follow(scroll=not self._was_shown)
        self._was_shown = True
        self._say()

    # -- moving --------------------------------------------------------------------------------------

    def item(self) -> Item | None:
        """Return the item under the cursor of the page."""
        return self._items.get(self.page.key or "")

    def on_understood_pointed(self, message: Understood.Pointed) -> None:
        """Show in the source where the item stands."""
        message.stop()
        self._place = 0
        self._follow()
        self._say()

    def on_understood_opened(self, message: Understood.Opened) -> None:
        """Correct what was clicked twice."""
        message.stop()
        self._follow()
        self.action_correct()

    def on_source_text_pointed(self, message: SourceText.Pointed) -> None:
        """Show on the page what the place in the source became."""
        message.stop()
        self.page.select(message.key)
        self._say()

    def on_source_text_chosen(self, message: SourceText.Chosen) -> None:
        """Say which text is chosen now."""
        message.stop()
        self._say()

    def _follow(self, *, scroll: bool = True) -> None:
        self.source.light(self.item(), self._place, scroll=scroll)

    def action_place(self, way: int) -> None:
        """Go to the next place in the source that was understood."""
        if self.source.selection is None:
            self.source.step(way)

    def action_enter(self) -> None:
        """Take the chosen text; otherwise go to the item's next place in the source."""
        if self.source.selection is not None:
            span = self.source.take()
            self._say()
            if span is not None:
                self.taken(span)
            return
        item = self.item()
        if item is None or not item.spans:
            self.flash("nothing in the source bears this")
            return
        self._place += 1
        self._follow()
        count = len(item.spans)
        self.flash(
            f"place {self._place % count + 1} of {count}" if count > 1 else "the one place that bears it"
        )

    def action_side(self) -> None:
        """Go to the other side."""
        self._turn_to(self.page if self.source.has_focus else self.source)
        self._say()

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002 - both sides are looked at
        """Follow the focus when the mouse moved it."""
        self._say()

    def action_choose(self) -> None:
        """Begin to choose text in the source, or hold its start."""
        self._turn_to(self.source)
        self.source.begin()
        self._say()

    def action_criteria(self) -> None:
        """Show the criteria with their policy and versions."""
        from recruiter_tui.tui.screens.criteria import CriteriaScreen

        if self._vacancy is None:
            self.flash("store the notice first (W)")
        else:
            self.app.push_screen(CriteriaScreen(self._vacancy))

    def action_fold(self) -> None:
        """Fold away what every notice says, or show it."""
        self.source.fold(on=not self.source.folding)

    def action_close(self) -> None:
        """Stop choosing text; otherwise go back."""
        if self.source.selection is not None:
            self.source.take()
            self._say()
            return
        if self._done is not None and self.draft is not None:
            self._done(self.draft, stored=False)
        super().action_close()

    # -- saying how things stand ---------------------------------------------------------------------

    def has(self, need: Need) -> bool:
        """Tell whether what a command needs is there."""
        item = self.item()
        kind = item.kind if item is not None else ""
        if need is Need.STORE:
            return self.app.is_open
        return {
            Need.ITEM: kind in {"field", "criterion"},
            Need.CRITERION: kind == "criterion",
            Need.DROPPABLE: kind in {"criterion", "dropped"},
            Need.DRAFT: self.draft is not None,
        }.get(need, True)

    def _say(self) -> None:
        """Bring titles, status line and keys up to date."""
        notice = self.notice
        if notice is None or not self.is_mounted:
            return
        crumbs = (
            "Notices that were read" if self.draft is not None else "Desk",
            notice.title.value or "Notice",
        )
        if self.divider.display:
            titles = (("Source", notice.source.file, self.source), ("Understood", self._version(), self.page))
            self.bar.show_panes(
                [PaneTitle("", title, about, pane, pane.has_focus) for title, about, pane in titles]
            )
        else:
            self.bar.show_panes(())
            self.bar.show(*crumbs, "Source" if self.source.display else "Understood")
        self.status.show(self._standing(notice))
        self.refresh_commands()

    def _version(self) -> str:
        if self.draft is not None:
            if self.draft.known:
                return f"stored before as {self.draft.vacancy}"
            return f"another version of {self.draft.vacancy}" if self.draft.vacancy else "not stored yet"
        return f"version {self._view.version}" if self._view is not None else ""

    def _standing(self, notice: Notice) -> list[Run]:
        if self.source.selection is not None:
            chosen = safe(notice.text[slice(*self.source.selection)])
            keys = "enter takes" if self.source.is_held else "v holds the start, enter takes"
            return [("w b j k ← → move · ", Ink.DIM), (keys, Ink.DIM), ("  ", Ink.DIM), (chosen, Ink.ACCENT)]
        if self.draft is not None and self.draft.flags:
            return [("look at: ", Ink.DIM), (" · ".join(safe(flag) for flag in self.draft.flags), Ink.OPEN)]
        runs: list[Run] = [(f"{len(notice.criteria)} criteria", Ink.DIM)]
        if self._view is not None:
            detail = self._view.detail
            frozen = (
                "frozen by a first verdict: changes need a reason" if detail.frozen_at else "not frozen yet"
            )
            runs.append((f" · version {detail.criteria_version} · {frozen}", Ink.DIM))
        if self.marks:
            runs.append((f"  ·  {len(self.marks)} marked", Ink.ACCENT))
        return runs

    def _turn_to(self, side: SourceText | Understood) -> None:
        """Give a side the keys; it is shown first, because a hidden one takes none."""
        self._arrange(side=side)
        side.focus()

    def _arrange(self, width: int | None = None, side: SourceText | Understood | None = None) -> None:
        """Show both sides, or the one that has the keys or is to get them."""
        roomy = (self.app.size.width if width is None else width) >= _ROOMY
        at_source = (side or self.focused) is self.source
        self.divider.display = roomy
        self.source.display = roomy or at_source
        self.page.display = roomy or not at_source
