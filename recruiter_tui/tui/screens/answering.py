"""What each kind of question asks, what its answers are called, whom they change, and how they are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.domain.finding import Outcome
from recruiter_tui.domain.notice_words import closing_words
from recruiter_tui.domain.requirement import EducationExperience, Kind
from recruiter_tui.domain.rulings import Standing
from recruiter_tui.services.blind import plain_sentence
from recruiter_tui.tui.drawing.names import KIND_NAMES
from recruiter_tui.tui.drawing.notice_items import shown_criterion
from recruiter_tui.tui.drawing.questions import CHECKED, CRITERION, FIELD, INSTITUTION, RULED, Asked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from recruiter_tui.domain.flips import Flip
    from recruiter_tui.services import Services
    from recruiter_tui.services.views import Changed, VacancyDetail


class Answering:
    """The questions of one vacancy, and the use cases that answer them."""

    def __init__(self, services: Services, vacancy: str, detail: VacancyDetail) -> None:
        """Take the vacancy, and the use cases to ask."""
        self.services = services
        self.vacancy = vacancy
        self.detail = detail

    async def questions(self) -> list[Asked]:
        """Return what is open, then the rulings that stand."""
        rulings, blind = self.services.rulings, self.services.blind.is_on_now(self.vacancy)
        found = [
            Asked(f"field/{one.subject}", FIELD, one.subject, one.applications, one.why)
            if one.kind == FIELD
            else Asked(
                f"criterion/{one.kind}",
                CRITERION,
                self._about(one.kind),
                one.applications,
                plain_sentence(one.why) if blind else one.why,
            )
            for one in await rulings.waiting(self.vacancy)
        ]
        places = await rulings.institutions(self.vacancy) if self._asks_for_accreditation() else ()
        found += [
            Asked(f"institution/{one.name}", INSTITUTION, one.name, one.applications)
            for one in places
            if one.checked is None
        ]
        for ruling in await rulings.fields(self.vacancy):
            said = self.answer(FIELD, yes=ruling.related)
            why = f"“{ruling.reason}”"
            found.append(
                Asked(f"ruled/{ruling.key}", RULED, ruling.field, (), why, said, ruling.by, ruling.at)
            )
        for one in places:
            if (record := one.checked) is not None:
                why = " · ".join(words for words in (record.identity, record.note) if words)
                said = record.standing.value
                found.append(
                    Asked(
                        f"checked/{one.name}",
                        CHECKED,
                        one.name,
                        one.applications,
                        why,
                        said,
                        record.by,
                        record.on,
                    )
                )
        return found

    def names(self) -> dict[str, str]:
        """Return what the criteria are called, by their ids."""
        return {one.id: self._about(one.id) for one in self.detail.notice.criteria}

    def listed(self, asked: Asked) -> str:
        """Return what the notice asks for, where the question is about that."""
        criteria = [one for one in self.detail.notice.criteria if isinstance(one, EducationExperience)]
        if asked.kind == FIELD:
            return ", ".join(dict.fromkeys(field for one in criteria for field in one.fields_of_study))
        if asked.kind == INSTITUTION:
            return next((one.accreditation for one in criteria if one.accreditation), "")
        return ""

    @staticmethod
    def answer(kind: str, *, yes: bool) -> str:
        """Return what an answer says of the subject."""
        said = {
            FIELD: ("counts as a listed field", "is no listed field"),
            INSTITUTION: ("is accredited", "is not accredited"),
            CRITERION: ("met", "not met"),
        }[kind]
        return said[0] if yes else said[1]

    async def whom(self, asked: Asked, *, yes: bool) -> Sequence[Flip]:
        """Return who would flip by an answer."""
        if asked.kind == FIELD:
            return await self.services.rulings.whom_field_changes(self.vacancy, asked.subject, yes)
        if asked.kind == CRITERION:
            outcome = Outcome.MET if yes else Outcome.NOT_MET
            return await self.services.overruling.whom_changes(asked.applications, asked.criterion, outcome)
        return ()

    async def rule(self, asked: Asked, reason: str, *, yes: bool) -> Changed:
        """Answer for everybody the question is about."""
        if asked.kind == FIELD:
            changed, _flips = await self.services.rulings.rule_field(self.vacancy, asked.subject, yes, reason)
            return changed
        if asked.kind == INSTITUTION:
            standing = Standing.RECOGNISED if yes else Standing.NOT_RECOGNISED
            return await self.services.rulings.check_institution(asked.subject, standing, note=reason)
        outcome = Outcome.MET if yes else Outcome.NOT_MET
        return await self.services.overruling.overrule(asked.applications, asked.criterion, outcome, reason)

    async def take_back(self, asked: Asked) -> Changed:
        """Take a ruling back, so that the question is open again."""
        if asked.kind == CHECKED:
            return await self.services.rulings.check_institution(asked.subject, None)
        changed, _flips = await self.services.rulings.rule_field(self.vacancy, asked.subject, None, "")
        return changed

    def _about(self, criterion: str) -> str:
        asked = next((one for one in self.detail.notice.criteria if one.id == criterion), None)
        if asked is None:
            return self._closing() if criterion == Kind.DEADLINE else criterion
        return f"{KIND_NAMES[asked.kind]}: {shown_criterion(asked)}"

    def _closing(self) -> str:
        closing = self.detail.notice.closing.value
        named = KIND_NAMES[Kind.DEADLINE]
        return named if closing is None else f"{named}: {closing_words(closing)}"

    def _asks_for_accreditation(self) -> bool:
        criteria = self.detail.notice.criteria
        return any(isinstance(one, EducationExperience) and one.accreditation for one in criteria)
