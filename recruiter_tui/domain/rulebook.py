"""The rules of the field as data: what each asks, who says so, and where a vacancy holds its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from recruiter_tui.domain.notice_words import criterion_words, duration_words, value_words
from recruiter_tui.domain.requirement import Kind
from recruiter_tui.domain.wording import Names

if TYPE_CHECKING:
    from recruiter_tui.domain.notice import Notice

_PLAIN = Names()
_OURS: Final = "a judgement of this program"
_A: Final = "IOM notices"
_INSPIRA: Final = "UN Inspira manual"
_ANNEX: Final = "UN Inspira manual, annex I"
_GUIDE: Final = "UN applicant guide"
_NAPIER: Final = "Napier short-listing guidance"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it asks in a line, its source, and what of a vacancy holds its answer."""

    number: int
    asks: str
    source: str
    kinds: tuple[Kind, ...] = ()
    """The criteria that carry it."""
    fields: tuple[str, ...] = ()
    """The fields of the notice that carry it."""
    switches: tuple[str, ...] = ()
    """The switches of the policy by which bodies differ on it."""
    always: str = ""
    """How the program keeps it whatever the vacancy says."""

    @property
    def name(self) -> str:
        """Return what findings call it."""
        return f"R{self.number}"

    def stated(self, notice: Notice, names: Names = _PLAIN) -> tuple[str, ...]:
        """Return what the notice says on it, a line each; nothing where it says nothing."""
        said = [words for field in self.fields for words in _said(notice, field, names)]
        return (*said, *(criterion_words(one, names) for one in notice.criteria if one.kind in self.kinds))


def _said(notice: Notice, field: str, names: Names) -> list[str]:
    """Return what one field of a notice says, a line each."""
    if field == "contradictions":
        return [one.what for one in notice.contradictions]
    if field == "conditions":
        return [one.text for one in notice.conditions]
    value = getattr(notice, field).value
    if value is None:
        return []
    if field == "roster_months":
        return [duration_words(value)]
    return [value_words(value, names, country=field == "duty_station_country")]


_DEADLINE = ("closing",)
_SCHOOL = (Kind.EDUCATION_EXPERIENCE,)
_SPOKEN = (Kind.LANGUAGE,)
_TIERS = (Kind.TIER,)
_TOPICS = (Kind.EXPERIENCE, Kind.SKILL)

RULES: Final = (
    Rule(1, "The closing is one instant: day, clock and zone of the notice", _A, fields=_DEADLINE),
    Rule(2, "Whether the closing minute is still on time", _OURS, switches=("closing_minute",),
         always="an arrival within it is flagged"),
    Rule(3, "Zone and hour are the employer's; a copy elsewhere gives way", "UN Careers, Frontex, EPSO",
         fields=("contradictions",), always="what two versions say otherwise is shown"),
    Rule(4, "A time without a zone is a stretch of 26 hours", _OURS,
         always="astride the closing nobody can tell"),
    Rule(5, "Late is late, and by how much is said", _A, always="the margin is told to the second"),
    Rule(6, "Only the channel of the notice counts", _A, kinds=(Kind.CHANNEL,)),
    Rule(7, "A notice that comes again is a new version; everybody is judged again", "UNDP, Canada",
         always="versions with what changed"),
    Rule(8, "Nationals of the duty station are out, or alone in, by category", f"{_A}, IOM Ethiopia",
         kinds=(Kind.NATIONALITY,), fields=("category", "duty_station_country"),
         always="exclusion goes before any tier"),
    Rule(9, "How several nationalities are read", _OURS, switches=("nationality_rule",)),
    Rule(10, "Relatives among the staff are declared", "IOM Philippines", fields=("conditions",)),
    Rule(11, "General conditions such as age bind the appointment", "IOM, who can apply",
         fields=("conditions",),
         always="no rule reads an age"),
    Rule(12, "What follows the selection is no ground for the short list", _A, fields=("conditions",)),
    Rule(13, "Every ineligibility has a code and a ground", "UN OHRM",
         always="no exclusion without a reason"),
    Rule(14, "Who belongs to which tier", _A, kinds=_TIERS),
    Rule(15, "A later tier waits for the outcome of the earlier one", _A, kinds=_TIERS,
         switches=("tier_gate",)),
    Rule(16, "Encouragement is no tier; a clause for women from a grade up may be one", "IOM, April 2022",
         kinds=_TIERS, fields=("grade",)),
    Rule(17, "There may be any number of tiers", "UNDP", kinds=_TIERS),
    Rule(18, "What decides between the equally qualified", "IOM short-term rules; UN Dispute Tribunal",
         switches=("tie_break",), always="the program ranks nobody"),
    Rule(19, "Degree and years are paired; each pair is tested as a whole", _A, kinds=_SCHOOL),
    Rule(20, "Whether the listed fields hold for every alternative", f"{_A}; {_ANNEX}", kinds=_SCHOOL),
    Rule(21, "A first degree with more years in lieu of an advanced one", f"{_ANNEX}; UNDP",
         switches=("in_lieu_months",)),
    Rule(22, "Only a conferred degree counts, by the closing day", f"{_GUIDE}; UNDP", fields=_DEADLINE),
    Rule(23, "Whether a field is related is ruled by a person, once", _OURS, kinds=_SCHOOL,
         always="a ruling holds for the same field"),
    Rule(24, "Institutions are looked up by a person", "WHED; UN applicant guide", kinds=_SCHOOL,
         always="accreditation blocks nobody"),
    Rule(25, "Whether certificates such as CPA are advanced degrees", "UNDP", switches=("certificates",)),
    Rule(26, "Whether overlaps count once", "EPSO FAQ 2346; UNDP", switches=("experience",)),
    Rule(27, "Whether part-time counts pro rata", "EPSO FAQ 7433; USGS; LUT", switches=("experience",)),
    Rule(28, "How much of a job is relevant", "USGS", always="a person rules, job by job"),
    Rule(29, "From when on experience counts", f"EPSO; {_ANNEX}", switches=("count_from",)),
    Rule(30, "Whether only professional work counts", _ANNEX, switches=("professional_only",)),
    Rule(31, "Experience ends with the closing day", "EPSO", fields=_DEADLINE,
         always="present means that day"),
    Rule(32, "Volunteering, traineeships, service, doctorates, unpaid work",
         "EPSO FAQ 7433; UN Appeals Tribunal",
         switches=("volunteering", "traineeships", "military_months", "doctorate_months", "count_unpaid")),
    Rule(33, "Study and work at once are each credited by the time spent", "OPM operating manual",
         always="a degree takes no month from a job; a placement within it is ruled on like any job"),
    Rule(34, "Months are exact, and nothing is rounded up", _OURS,
         always="covered days over the month's days"),
    Rule(35, "Inexact dates are a shortest and a longest reading", "EPSO FAQ 2346; JSON Resume",
         always="between the two nobody can tell"),
    Rule(36, "Fluent is all four skills, knowledge any two", _GUIDE, kinds=_SPOKEN),
    Rule(37, "Levels of different scales stand on one ladder", "UN Language Framework",
         always="the table is editable and not official"),
    Rule(38, "Levels are kept skill by skill, as written", "Europass; JSON Resume", kinds=_SPOKEN),
    Rule(39, "Required, an advantage, and the body's own languages are three things", _A, kinds=_SPOKEN,
         always="a tested level stands beside the declared one"),
    Rule(40, "Languages joined by `and` in an advantage are advantages apart", _OURS, kinds=_SPOKEN),
    Rule(41, "Values have no level; a level takes in the one below", "IOM competency framework",
         kinds=(Kind.COMPETENCY,)),
    Rule(42, "On paper only what paper can show", "Scottish Government; IOM notices",
         kinds=(Kind.COMPETENCY,), always="the rest waits for its stage"),
    Rule(43, "Criteria are fixed before the first verdict", "UN Dispute Tribunal 2021/143",
         always="frozen with hash and time; a change needs a reason"),
    Rule(44, "The same criteria for everybody", "HR practice", always="people are held against criteria"),
    Rule(45, "Failing an essential criterion is failing", _NAPIER, always="the strictest finding stands"),
    Rule(46, "Dispositions and what may follow", _INSPIRA, always="one state machine, all of it undoable"),
    Rule(47, "Whoever is not short-listed has a written reason", f"{_NAPIER}; ANU",
         always="no rejection without a reason code"),
    Rule(53, "A person may overrule, in writing", _INSPIRA, always="the machine's outcome stays beside it"),
    Rule(54, "What nobody rated is not zero", _OURS, kinds=_TOPICS, always="open findings enter no outcome"),
    Rule(60, "How long a place on the roster lasts", _A, fields=("roster_months",),
         switches=("roster_from",)),
)  # fmt: skip
"""In the order of the work: from the closing to the roster."""
