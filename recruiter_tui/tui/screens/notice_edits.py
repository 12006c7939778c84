"""What a person does to a notice: correct, split, merge, turn, drop, add, and take text from the source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work

from recruiter_tui.domain.errors import Refused
from recruiter_tui.domain.notice_edit import Add, Change, Drop, Edit, Merge, Put, PutBack, Split, Turn
from recruiter_tui.domain.notice_items import WORDED, find
from recruiter_tui.domain.notice_words import FIELDS, LABELS
from recruiter_tui.domain.requirement import (
    Channel,
    Competency,
    Criterion,
    EducationExperience,
    ExperienceTopic,
    LanguageRequirement,
    Nationality,
    Skill,
    Tier,
)
from recruiter_tui.domain.stated import Span, State
from recruiter_tui.domain.text import clean
from recruiter_tui.tui.commands_base import Place
from recruiter_tui.tui.drawing.notice_items import FAMILIES, field_words, shown_criterion
from recruiter_tui.tui.screens.room import Room

if TYPE_CHECKING:
    from collections.abc import Callable

    from recruiter_tui.domain.notice import Notice
    from recruiter_tui.tui.drawing.notice_items import Item
    from recruiter_tui.tui.widgets.understood import Understood

_KINDS: Final[tuple[tuple[str, str, Criterion], ...]] = (
    ("e", "experience", ExperienceTopic(id="")),
    ("s", "a skill or knowledge", Skill(id="")),
    ("l", "languages", LanguageRequirement(id="")),
    ("d", "education and experience", EducationExperience(id="")),
    ("k", "a competency", Competency(id="")),
    ("n", "nationality", Nationality(id="")),
    ("t", "a tier", Tier(id="")),
    ("w", "the way of applying", Channel(id="", channel="stated")),
)
"""The kinds of criteria that a person can add: key, word and an empty one."""
_FIELD_KEYS: Final = "treocygkadpxm"
_LONGEST: Final = 4_000


class NoticeEdits(Room):
    """The edits of the notice view; how they are kept is the screen's business."""

    PLACE: ClassVar[Place] = Place.NOTICE

    page: Understood

    def __init__(self) -> None:
        """Start with nothing marked."""
        super().__init__()
        self.marks: set[str] = set()

    @property
    def notice(self) -> Notice | None:
        """Return the notice that is shown."""
        raise NotImplementedError

    def item(self) -> Item | None:
        """Return the item under the cursor."""
        raise NotImplementedError

    async def make(self, *edits: Edit) -> bool:
        """Make edits; tells whether they were made."""
        raise NotImplementedError

    def criterion(self) -> Criterion | None:
        """Return the criterion under the cursor."""
        item, notice = self.item(), self.notice
        if item is None or notice is None or item.kind != "criterion":
            return None
        return find(notice, item.name)

    # -- correcting ----------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_correct(self) -> None:
        """Ask for the right value of what is under the cursor."""
        item = self.item()
        if item is None:
            return
        if item.kind == "field":
            await self._correct_field(item.name)
        elif item.kind == "criterion":
            await self._correct_criterion(item.name)

    async def _correct_field(self, name: str, span: Span | None = None) -> None:
        """Ask for a field's value, starting from what it is or from the chosen text."""
        from recruiter_tui.services.notice_values import HINTS, field_line, told_field

        notice = self.notice
        if notice is None:
            return
        value = getattr(notice, name)
        chosen = clean(notice.text[slice(*span)]) if span is not None else None
        told = [
            ("came in", field_words(name, value.imported if value.state is State.CORRECTED else value.value))
        ]
        if value.state is State.CORRECTED:
            told.append(("corrected", field_words(name, value.value)))
        if value.readings:
            told.append(("can be", " or ".join(field_words(name, one) for one in value.readings)))
        read = self.services.notices.read_field
        line = await self._ask(
            f"Correct the {LABELS[name]}",
            told,
            field_line(name, value.value) if chosen is None else chosen,
            lambda text: told_field(name, read(name, text)),
            HINTS.get(name, ""),
        )
        if line is None:
            return
        now = read(name, line)
        if now == value.value and span is None and value.state is not State.INFERRED:
            self.flash("this is the value already")
            return
        await self.make(Put(name, now, span, chosen if now != chosen else None))

    async def _correct_criterion(self, name: str, span: Span | None = None) -> None:
        """Ask for what a criterion asks for, starting from what it does or from the chosen text."""
        from recruiter_tui.services.notice_values import criterion_line

        notice = self.notice
        if notice is None:
            return
        was = find(notice, name)
        chosen = clean(notice.text[slice(*span)], limit=_LONGEST) if span is not None else None
        told = [("wording", was.text)] if was.text and not isinstance(was, WORDED) else []
        if was.imported is not None:
            told.append(("came in", was.imported.asked or was.imported.text))
        now = await self._asked_criterion(
            f"Correct: {FAMILIES[was.kind]}", told, was, criterion_line(was) if chosen is None else chosen
        )
        if now is not None:
            await self.make(Change(name, replace(now, spans=(span,)) if span is not None else now))

    async def _asked_criterion(
        self, title: str, told: list[tuple[str, str]], was: Criterion, line: str
    ) -> Criterion | None:
        """Ask for a criterion's line and return what it is understood as."""
        from recruiter_tui.services.notice_values import HINT_OF

        read = self.services.notices.read_criterion
        answer = await self._ask(
            title, told, line, lambda text: shown_criterion(read(was, text)), HINT_OF.get(type(was), "")
        )
        return None if answer is None else read(was, answer)

    async def _ask(
        self, title: str, told: list[tuple[str, str]], line: str, understand: Callable[[str], str], hint: str
    ) -> str | None:
        from recruiter_tui.tui.dialogs.field import FieldDialog

        return await self.app.push_screen_wait(FieldDialog(title, told, line, understand, hint))

    async def ask_reason(self, frozen_at: str) -> str | None:
        """Ask why criteria change on which verdicts rest; None where nobody says."""
        since = [("frozen", frozen_at[:16].replace("T", " ") + " UTC by the first verdict")]
        return await self._ask(
            "Why are the criteria changed?", since, "", _reason, "everybody is screened again"
        )

    # -- items ---------------------------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def action_split(self) -> None:
        """Ask where to cut the item under the cursor."""
        from recruiter_tui.tui.dialogs.split import SplitDialog

        one = self.criterion()
        if one is None:
            return
        if not isinstance(one, WORDED) or not one.text.strip():
            self.flash("only experience, skills and competencies can be split; E corrects this one")
            return
        at = await self.app.push_screen_wait(SplitDialog(one.text))
        if at is not None and await self.make(Split(one.id, at)):
            self.page.select(f"criterion/{one.id}.1")

    async def action_mark(self) -> None:
        """Mark the criterion under the cursor, or take the mark away."""
        one = self.criterion()
        if one is not None:
            self.marks ^= {one.id}
            self.page.mark(frozenset(self.marks))
            self.page.action_step(1)

    @work(group="write")
    async def action_merge(self) -> None:
        """Merge the marked criteria, or the one under the cursor with the next of its family."""
        notice, one = self.notice, self.criterion()
        if notice is None or one is None:
            return
        names = tuple(each.id for each in notice.criteria if each.id in self.marks)
        if len(names) < 2:  # noqa: PLR2004 - two make one
            family = [each.id for each in notice.criteria if each.kind is one.kind]
            here = family.index(one.id)
            names = tuple(family[here : here + 2])
        if await self.make(Merge(names)):
            self.marks.clear()
            self.page.mark(frozenset())

    @work(group="write")
    async def action_turn(self) -> None:
        """Turn essential into an advantage, or back."""
        one = self.criterion()
        if one is not None:
            await self.make(Turn(one.id))

    @work(group="write")
    async def action_drop(self) -> None:
        """Take the criterion out, or put a dropped one back."""
        item = self.item()
        if item is None:
            return
        await self.make(PutBack(item.name) if item.kind == "dropped" else Drop(item.name))

    @work(group="ask", exclusive=True)
    async def action_new(self) -> None:
        """Ask for a criterion in the person's own words."""
        await self._add(None)

    async def _add(self, span: Span | None) -> None:
        """Ask for the kind, then for what it asks for."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        offers = [(key, word, str(number)) for number, (key, word, _one) in enumerate(_KINDS)]
        chosen = await self.app.push_screen_wait(MenuDialog("A new criterion on", offers))
        if chosen is not None:
            await self._add_kind(_KINDS[int(chosen)][2], span)

    async def _add_kind(self, empty: Criterion, span: Span | None) -> None:
        notice = self.notice
        if notice is None:
            return
        line = clean(notice.text[slice(*span)], limit=_LONGEST) if span is not None else ""
        one = await self._asked_criterion(f"New: {FAMILIES[empty.kind]}", [], empty, line)
        if one is None:
            return
        if isinstance(one, Tier):
            one = replace(
                one,
                tier=1 + max((each.tier for each in notice.criteria if isinstance(each, Tier)), default=0),
            )
        wording = one.text or line
        spans = (span,) if span is not None else ()
        await self.make(Add(replace(one, text=wording, spans=spans)))

    # -- text taken from the source ------------------------------------------------------------------

    @work(group="ask", exclusive=True)
    async def taken(self, span: Span) -> None:
        """Ask what the chosen text is, then go on as if it had been typed."""
        from recruiter_tui.tui.dialogs.menu import MenuDialog

        item = self.item()
        offers = []
        if item is not None and item.kind == "field":
            offers.append(("enter", f"the {LABELS[item.name]}", "item"))
        elif item is not None and item.kind == "criterion":
            offers.append(("enter", f"the criterion {item.name}", "item"))
        offers += [(key, f"new: {word}", str(number)) for number, (key, word, _one) in enumerate(_KINDS[:5])]
        offers.append(("f", "another field", "field"))
        offers = [("" if key == "enter" else key, word, value) for key, word, value in offers]
        chosen = await self.app.push_screen_wait(MenuDialog("What is the chosen text?", offers))
        if chosen == "item" and item is not None:
            await (self._correct_field if item.kind == "field" else self._correct_criterion)(item.name, span)
        elif chosen == "field":
            fields = [(key, LABELS[name], name) for key, name in zip(_FIELD_KEYS, FIELDS, strict=True)]
            name = await self.app.push_screen_wait(MenuDialog("Which field?", fields))
            if name is not None:
                await self._correct_field(name, span)
        elif chosen is not None:
            await self._add_kind(_KINDS[int(chosen)][2], span)


def _reason(text: str) -> str:
    """Refuse an empty reason."""
    if not clean(text).strip():
        problem = "nothing is written yet"
        raise Refused(problem, "say why, in your own words: it is kept with the new version")
    return ""
