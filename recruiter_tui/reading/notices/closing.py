"""When a vacancy was posted and when it closes: date, wall-clock time and zone (R1)."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Closing
from recruiter_tui.domain.stated import Span, Stated
from recruiter_tui.reading.notices import dates, heads
from recruiter_tui.reading.notices.words import Piece, flat, language_of, sentences
from recruiter_tui.reading.notices.zones import of_offset, of_station, zone_of

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.dates import Found, Slashed
    from recruiter_tui.reading.notices.heads import Head
    from recruiter_tui.reading.notices.outline import Outline, Passage
    from recruiter_tui.reading.notices.place import Station

_CLOCK = re.compile(
    r"(?<![\d./])(?P<hour>[01]?\d|2[0-4])(?:\s?[:.h]\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?|\s?h(?:eures?|"
    r"oras?|rs)?\b)?\s?"
    r"(?P<half>[ap]\.?\s?m\b\.?)?(?![\d/]|-\d)"
)
_OFFSET = re.compile(r"\b(?:gmt|utc)\s?[+-]\s?\d{1,2}(?:[:.]\d\d)?")
_MILITARY = re.compile(r"(?<![\d.:/-])([01]\d|2[0-4])([0-5]\d)(?=\s?(?:h|hrs?|hours|heures|horas)\b)")
"""`1700 hrs`."""
_MIDNIGHT = re.compile(r"\b(?:midnight|minuit|medianoche|meia noite)\b")
_NOON = re.compile(r"\b(?:noon|midday|midi|mediodia|meio dia)\b")
_CLOSES = re.compile(
    r"\b(?:clos(?:es?|ing)|deadline|appl(?:y|ications?|icants?|ication)\b.{0,80}\b(?:by|before|"
    r"until|no later than|not later than|latest)"
    r"|(?:send|sent|forward\w*|e ?mail\w*|reach|reaches|expressed?|interest|form)\b.{0,120}\b(?:by|before|"
    r"no later than|not later than)"
    r"|submit\w*\b.{0,80}\b(?:by|before|until|no later than|not later than)|"
    r"received\b.{0,60}\b(?:by|before|until|after|no later than|not later than)"
    r"|date limite|au plus tard|avant le|jusqu au|cloture|fecha limite|fecha de cierre|"
    r"hasta (?:el|las)|a mas tardar|antes del"
    r"|data limite|prazo|ate (?:o dia|as|a)|no maximo ate|limit date|last date|expires?)\b"
)
_OF_A_CLOSING = re.compile(
    r"clos|deadline|date limite|date de cloture|fecha limite|fecha de cierre|data limite"
)
_OTHER_DATES = re.compile(
    r"\b(?:start\w*|debut\w*|inicio|meeting|reunion|reuniao|conference|entered into force|session|"
    r"established|founded|webinar|birth)\b"
)
_MONTH_FIRST = (
    "unfpa",
    "united nations population fund",
    "ifad",
    "international fund for agricultural",
    "world bank",
    "international finance corporation",
    "un volunteers",
    "united nations volunteers",
    "unv",
)
_DAY_FIRST = ("ebrd", "european bank for reconstruction")
_LONGEST_CALL = 200
_TWO = 2
_REACH = 90
_UNTIL = re.compile(
    r"\W*(?:to|until|till|through|and|au|jusqu au|al|a|hasta(?: el)?|ate(?: o dia)?|e|y|et)\W*"
    r"|\W*(?:now |has been |date )*(?:extended|prorogee?|prolongee?|prorrogad[oa]|extendid[oa])"
    r"(?: (?:to|until|till|jusqu au|au|hasta el|hasta|ate|al?))?\W*"
)
_PERIOD = re.compile(r"\bperiod\w*\b|\bdates\b")
_HARDLY_A_WORD = 3
_SHORT_LEAD = 30


_AMERICAN = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4},?\s{1,3}(?:at\s)?\d{1,2}(?::\d\d)?\s?[AaPp]\.?[Mm]\.?,?\s(?:E[SD]?T|C[SD]T|"
    r"P[SD]T|Eastern)\b"
)


class Order:
    """Settles the order of `n/n/yyyy` for a whole notice: one notice writes its dates one way.

    It also knows where the post is, whose time a closing may mean.
    """

    def __init__(self, outline: Outline, organisation: str, station: Station) -> None:
        """Look at every such date of the notice, then at who wrote it and in which language."""
        text = outline.sheet.text
        self.station = station
        self.month_first: bool | None = None
        self.why = ""
        self.inferred = False
        """Whether the order is a likelihood, which every date read by it must say."""
        slashed = [each.slashed for each in dates.find(text) if each.slashed]
        if any(each.second > 12 for each in slashed):  # noqa: PLR2004  (there are twelve months)
            self.month_first, self.why = True, "another date of the notice can only be month-first"
        elif any(each.first > 12 for each in slashed):  # noqa: PLR2004
            self.month_first, self.why = False, "another date of the notice can only be day-first"
        elif re.search(r"\bMM/DD/YYYY\b", text, re.IGNORECASE):
            self.month_first, self.why = True, "the notice says MM/DD/YYYY"
        elif re.search(r"\bDD/MM/YYYY\b", text, re.IGNORECASE):
            self.month_first, self.why = False, "the notice says DD/MM/YYYY"
        else:
            self._by_writer(organisation.lower(), text)

    def _by_writer(self, organisation: str, text: str) -> None:
        if any(name in organisation for name in _MONTH_FIRST):
            self.month_first, self.why = True, "this organisation writes the month first"
        elif any(name in organisation for name in _DAY_FIRST):
            self.month_first, self.why = False, "this organisation writes the day first"
        elif language_of(text) != "en":
            self.month_first, self.why = False, "notices in this language write the day first"
        elif _AMERICAN.search(text):
            self.month_first = self.inferred = True
            self.why = "a time of the United States stands beside the date, where the month comes first"

    def read(self, found: Found) -> dt.date | None:
        """Return the date, or None where its order stays open."""
        if found.date or self.month_first is None or found.slashed is None:
            return found.date
        return found.slashed.read(month_first=self.month_first)


def posted_on(outline: Outline, order: Order) -> Stated[dt.date]:
    """Return the day on which the notice says it was posted."""
    for passage in outline.values("posted"):
        for found in dates.find(outline.text(passage), passage.start):
            span = outline.sheet.source_span(found.start, found.end)
            if date := order.read(found):
                return Stated.known(date, span)
            return Stated.missing("the order of day and month is open", _readings(found.slashed))
    for passage in outline.values("closing"):
        found_all = dates.find(outline.text(passage), passage.start)
        if not (_PERIOD.search(flat(passage.label)) and _is_period(outline, found_all)):
            continue
        if date := order.read(found_all[0]):
            return Stated.known(date, outline.sheet.source_span(found_all[0].start, found_all[0].end))
    head = heads.unlabelled(outline)
    if head and len(head.dates) == _TWO and (pair := _pair(head, order)):
        span = outline.sheet.source_span(head.dates[0].start, head.dates[0].end)
        return Stated.inferred(pair[0], span, why="the earlier of two dates without labels above the notice")
    return Stated.missing()


def _pair(head: Head, order: Order) -> tuple[dt.date, dt.date] | None:
    """Return the two dates of an unlabelled header when they can be a posting and a closing."""
    one, other = (order.read(each) for each in head.dates)
    return (one, other) if one and other and one < other else None


def closing(outline: Outline, order: Order, posted: dt.date | None) -> Stated[Closing]:
    """Return the closing by its label, else by a sentence that says when the vacancy closes."""
    open_order: Stated[Closing] | None = None
    for passage in outline.values("closing"):
        found = dates.find(outline.text(passage), passage.start)
        if found:
            last = found[1] if _is_period(outline, found) else found[0]
            read = _read(outline, order, last, passage, posted)
            if read.value:
                return read
            open_order = open_order or read
    return open_order or _by_position(outline, order) or _by_sentence(outline, order, posted)


def _is_period(outline: Outline, found: list[Found]) -> bool:
    """Tell whether two dates are the ends of a posting period, or a closing and its extension."""
    if len(found) < _TWO:
        return False
    between = flat(outline.sheet.text[found[0].end : found[1].start])
    return not between.strip() or bool(_UNTIL.fullmatch(between))


def _by_position(outline: Outline, order: Order) -> Stated[Closing] | None:
    """Return the later of two dates in a header without labels, as an inference."""
    head = heads.unlabelled(outline)
    pair = _pair(head, order) if head and len(head.dates) == _TWO else None
    if head is None or pair is None:
        return None
    span = outline.sheet.source_span(head.dates[1].start, head.dates[1].end)
    why = "the later of two dates without labels above the notice; the order posted, closing is an assumption"
    return Stated.inferred(Closing(pair[1]), span, why=why)


def _by_sentence(outline: Outline, order: Order, posted: dt.date | None) -> Stated[Closing]:
    for passage in outline.body():
        for piece in sentences(outline.text(passage), passage.start):
            for found in dates.find(piece.text, piece.start):
                lead = _lead(outline, passage, piece, found)
                marks = list(_CLOSES.finditer(lead))
                if marks and not _OTHER_DATES.search(lead, marks[-1].start()):
                    read = _read(outline, order, found, passage, posted)
                    if read.value:
                        return read
    return Stated.missing()


def _lead(outline: Outline, passage: Passage, piece: Piece, found: Found) -> str:
    """Return the words before a date; one that opens a sentence goes on with the sentence before."""
    begin = piece.start
    if found.start - begin < _HARDLY_A_WORD:
        begin = max(passage.start, begin - _SHORT_LEAD)
    return flat(outline.sheet.text[max(begin, found.start - 160) : found.start])


def _read(
    outline: Outline, order: Order, found: Found, passage: Passage, posted: dt.date | None
) -> Stated[Closing]:
    date = order.read(found)
    why = None
    if date is not None and found.date is None and order.inferred:
        why = order.why
    if date is None and found.slashed:
        date, why = _by_posting(found.slashed, posted)
    if date is None:
        readings = tuple(Closing(each) for each in _readings(found.slashed))
        return Stated.missing("the order of day and month is open", readings)
    text = outline.sheet.text
    after = text[found.end : min(len(text), passage.end, found.end + _REACH)]
    before = f"{passage.label} {text[max(passage.start, found.start - _REACH) : found.start]}"
    time, zone = _clock(after, before, iso=found.iso)
    zone = zone or of_station(f"{before} {after}", order.station.city.value, order.station.country.value)
    spans = [outline.sheet.source_span(found.start, found.end)]
    if time is None or zone is None:
        time, zone, extra = _general_rule(outline, time, zone)
        spans += extra
    value = Closing(date, time, zone)
    if why:
        return Stated.inferred(value, *spans, why=why)
    return Stated.known(value, *spans, text=text[found.start : found.end])


def _by_posting(numbers: Slashed, posted: dt.date | None) -> tuple[dt.date | None, str | None]:
    """Settle the order by the posting date: a call ends after it began, and within months."""
    if posted is None:
        return None, None
    fitting = [
        date
        for date in (numbers.read(month_first=True), numbers.read(month_first=False))
        if date and 0 < (date - posted).days < _LONGEST_CALL
    ]
    if len(fitting) == 1:
        return fitting[0], "only this order of day and month fits the posting date"
    return None, None


def _clock(after: str, before: str, *, iso: bool) -> tuple[dt.time | None, str | None]:
    """Return the time of day and the zone that stand beside a date."""
    if iso and (stamp := dates.timestamp(after)):
        time, offset = stamp
        zone = None
        return time, None if offset is None else of_offset(int(offset.total_seconds() // 60))
    zone = zone_of(after) or zone_of(before)
    for side in (after, before):
        plain = flat(side)
        if _MIDNIGHT.search(plain):
            return dt.time(23, 59), zone
        if _NOON.search(plain):
            return dt.time(12, 0), zone
        signs = _MILITARY.sub(r"\1:\2", _OFFSET.sub(" ", dates.flat_dates(side)))
        for match in _CLOCK.finditer(signs):
            if clock := _time(match):
                return clock, zone
    return None, zone


def _time(match: re.Match[str]) -> dt.time | None:
    """Return the clock of a match that shows minutes, a half of the day or an `h`; a bare number is none."""
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if not (match["minute"] or half or "h" in match[0]):
        return None
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004  (the hours of half a day)
            return None if hour > 23 else dt.time(hour, minute)  # noqa: PLR2004
        return dt.time(hour % 12 + (12 if half.startswith("p") else 0), minute)
    return dt.time(23, 59) if hour == 24 else dt.time(hour, minute)  # noqa: PLR2004  (24:00 ends a day)


def _general_rule(
    outline: Outline, time: dt.time | None, zone: str | None
) -> tuple[dt.time | None, str | None, list[Span]]:
    """Return time and zone from a sentence about every closing, `Vacancies close at 23:59`."""
    for passage in outline.body():
        text = outline.text(passage)
        plain = flat(text)
        if not _OF_A_CLOSING.search(plain):
            continue
        for piece in sentences(text, passage.start):
            lowered = flat(piece.text)
            if not re.search(
                r"\b(?:vacanc\w+|applications?|candidatures?|postulaciones)\b.{0,60}\bclose\b|"
                r"\bon the (?:respective )?(?:closing|deadline) date\b|"
                r"\b(?:a la|de la) date (?:limite|de cloture)\b|"
                r"\b(?:en la fecha (?:limite|de cierre)|na data limite)\b",
                lowered,
            ):
                continue
            said_time, said_zone = _clock(piece.text, "", iso=False)
            if said_time and (time is None or time == said_time):
                return said_time, zone or said_zone, [outline.sheet.source_span(piece.start, piece.end)]
    return time, zone, []


def _readings(slashed: Slashed | None) -> tuple[dt.date, ...]:
    if slashed is None:
        return ()
    both = (slashed.read(month_first=True), slashed.read(month_first=False))
    return tuple(each for each in both if each)
