"""The outline of a notice: labelled values, and passages under the section that they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from recruiter_tui.reading.notices import labels
from recruiter_tui.reading.notices.sheet import Line, Make, Sheet, Zone
from recruiter_tui.reading.notices.words import Piece

_LABEL = re.compile(r"[^:\uff1a\n]{1,110}[:\uff1a]")
_INLINE = re.compile(r"[^\W\d_][^:\uff1a.;\n]{2,70}[:\uff1a]\s")
_WORD_STARTS = re.compile(r"(?<![^\s(.;,a-z0-9)])[A-Z\u00c0-\u00dd]")
_GLUED = re.compile(r"(?<=[a-z.):;\u00e0-\u00ff])(?=[A-Z\u00c0-\u00dd][a-z\u00e0-\u00ff])")
_AFTER_SENTENCE = re.compile(r"(?<=[.;:!?)])\s{0,2}(?=[A-Z\u00c0-\u00dd])")
_HEADING_ENDS = re.compile(
    r"(?<=[a-z\u00e0-\u00ff)])(?=\s?[A-Z\u00c0-\u00dd\u2022-]|:)|(?<=[A-Z]{3})(?=\s[A-Z][a-z])"
)
_RUNNING_TEXT = 700
"""Characters from which a line is a whole page whose line ends were lost."""
_ENDS_A_NAME = re.compile(
    r"(?:Contract|Position|Appointment|Assignment|Post|Job|Station)\s?(?:\([^()]{1,12}\))?\s?:"
)
"""Labels of one word that are as well the end of a value: `Service Contract (SC): Level: ...`."""
_INLINE_LABEL_MIN = 4
_COMPETENCY_HEADING = re.compile(
    r"(?:core|managerial|functional|technical|leadership|values)\b", re.IGNORECASE
)
_LONGEST_VALUE = 160
_ALSO_UNMARKED = {"languages", "desired_languages", "education", "education_experience"}
_LONGEST_AWAITED = 600
_LONGEST_HEADING = 90
_RUN = 3
_A_FEW_BLANKS = 8
_WINDOW = 14
_MOST_LABEL_WORDS = 5
_SHADES = {"desirable", "qualifications"}
_CLOSED_BY_ANY_HEADING = {"languages", "desired_languages", "education", "experience", "education_experience"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the sheet: the value of a label, or text under a section."""

    start: int
    end: int
    key: str | None
    """What its own label means, where it has one."""
    section: str | None
    """The section that it stands in: a meaning of `labels`, or None before the first heading."""
    label: str
    """The label or the section's heading, as printed."""
    make: Make
    zone: Zone
    order: int
    """The number of its heading: passages of one section that is told twice differ in it."""


@dataclass(frozen=True, slots=True)
class Outline:
    """All passages of a sheet in their order."""

    sheet: Sheet
    passages: tuple[Passage, ...]

    def offers(self, passage: Passage) -> bool:
        """Tell whether a passage's heading or label says that it is only desirable."""
        return bool({passage.section, passage.key} & {"desirable", "desired_languages"})

    def values(self, *keys: str) -> list[Passage]:
        """Return the labelled values with one of the meanings `keys`, the notice's before the page's."""
        found = [each for each in self.passages if each.key in keys and each.end > each.start]
        return sorted(found, key=lambda each: each.zone is Zone.PAGE)

    def under(self, *sections: str) -> list[Passage]:
        """Return the notice's passages that stand in one of `sections`."""
        return [
            each
            for each in self.passages
            if each.zone is Zone.NOTICE and each.end > each.start and each.section in sections
        ]

    def body(self) -> list[Passage]:
        """Return every passage of the notice itself that is no value of a header label."""
        return [
            each
            for each in self.passages
            if each.zone is Zone.NOTICE and each.end > each.start and each.key not in labels.HEADER
        ]

    def text(self, passage: Passage) -> str:
        """Return a passage's text."""
        return self.sheet.text[passage.start : passage.end]

    def piece(self, passage: Passage) -> Piece:
        """Return a passage's text with its offsets."""
        return Piece(passage.start, passage.end, self.text(passage))


class _Builder:
    """Walks over the lines and keeps the section that is open."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.found: list[Passage] = []
        self.section: str | None = None
        self.label = ""
        self.awaiting: tuple[str, str] | None = None
        self.order = 0

    def line(self, line: Line) -> None:
        """Take one line, cut at labels inside it and at headings glued into it."""
        cuts = self._cuts(line)
        for start, end in zip(cuts, [*cuts[1:], line.end], strict=True):
            self._chunk(start, end, line)

    def _cuts(self, line: Line) -> list[int]:
        text = self.sheet.of(line)
        cuts = {0}
        for found in _INLINE.finditer(text):
            if (at := _label_start(found[0])) is not None and not _goes_on(text, found.start() + at):
                cuts.add(found.start() + at)
        joints = [0, *(found.start() for found in _GLUED.finditer(text)), len(text)]
        if len(joints) > len(("start", "end")):
            for start, end in pairwise(joints):
                part = text[start:end]
                if (
                    start
                    and " " in part
                    and len(part) <= _LONGEST_HEADING
                    and labels.meaning(part.rstrip(" :"))
                ):
                    cuts |= {start, end}
        if len(text) > _RUNNING_TEXT:
            cuts |= _running_headings(text)
        return [line.start + cut for cut in sorted(cuts) if cut < len(text)]

    def _chunk(self, start: int, end: int, line: Line) -> None:
        text = self.sheet.text[start:end]
        body = text.strip()
        if not body:
            return
        start += text.index(body[0])
        end = start + len(body)
        if line.zone is not Zone.NOTICE:
            self._page(start, end, body, line)
            return
        awaited, self.awaiting = self.awaiting, None
        found = _LABEL.match(body)
        key = labels.meaning(found[0][:-1].strip(" -*\u2022#")) if found else None
        if found and key:
            self._labelled(key, found[0], start + found.end(), end, line)
        elif (whole := labels.meaning(body.strip(" :*#"))) and _heads(body, whole):
            self._heading(whole, body, line, start)
        elif awaited and len(body) <= _LONGEST_AWAITED and not body.endswith(":"):
            self._keep(start, end, awaited[0], line, awaited[1])
        elif self._looks_like_heading(body, line):
            known = labels.heading(body)
            if known or line.make is Make.HEADING or self.section in _CLOSED_BY_ANY_HEADING:
                self._open(known if known not in labels.HEADER else None, body, start)
            else:
                self._keep(start, end, None, line, self.label)
        else:
            self._keep(start, end, None, line, self.label)

    def _labelled(self, key: str, label: str, start: int, end: int, line: Line) -> None:
        value = self.sheet.text[start:end]
        begin = start + len(value) - len(value.lstrip(" \t*:_"))
        if key in labels.HEADER:
            if (other := labels.meaning(value.strip(" *:_"))) in labels.HEADER and other != key:
                self.awaiting = (other, value.strip(" *:_"))  # an empty value, and the next label behind it
            elif value.strip(" *:_"):
                self._keep(begin, end, key, line, label)
            else:
                self.awaiting = (key, label)
            return
        if key in _SHADES and self.section in labels.REQUIREMENTS and value.strip(" *:_"):
            self._keep(begin, end, key, line, label)  # `Desirable: French` goes on with the languages
            return
        self._open(key, label, start)
        if value.strip(" *:_"):
            self._keep(begin, end, key, line, label)

    def _heading(self, key: str, body: str, line: Line, start: int) -> None:
        if key in labels.HEADER:
            self.awaiting = (key, body)
            if line.make is Make.HEADING or not self.section:
                self.label = body
        else:
            self._open(key, body, start)

    def _open(self, section: str | None, label: str, start: int) -> None:
        del start
        self.section, self.label, self.order = section or "other", label.strip(" :*#"), self.order + 1

    def _looks_like_heading(self, body: str, line: Line) -> bool:
        if len(body) > _LONGEST_HEADING or body[-1] in ".;,!?" or not body[:1].isalnum():
            return False
        if line.make is Make.HEADING:
            return True
        if line.make is not Make.TEXT:
            return False
        if body.endswith(":") or (body.isupper() and len(body) > len("ABC")):
            return True
        if _COMPETENCY_HEADING.match(body) and labels.heading(body) in labels.COMPETENCIES:
            return True
        titled = body.istitle() and not any(sign in body for sign in ":,;")
        return line.apart and (titled or labels.heading(body) in labels.COMPETENCIES)

    def _page(self, start: int, end: int, body: str, line: Line) -> None:
        found = _LABEL.match(body)
        key = labels.meaning(found[0][:-1]) if found else None
        if found and key in labels.HEADER and found.end() < len(body) and line.zone is Zone.PAGE:
            value = body[found.end() :]
            self._keep(end - len(value.lstrip()), end, key, line, found[0])
        else:
            self._keep(start, end, None, line, "")

    def _keep(self, start: int, end: int, key: str | None, line: Line, label: str) -> None:
        section = None if line.zone is not Zone.NOTICE else self.section
        self.found.append(
            Passage(start, end, key, section, label.strip(" :*#-"), line.make, line.zone, self.order)
        )


def _running_headings(text: str) -> set[int]:
    """Return where headings begin and end in a text that lost its line ends."""
    found: set[int] = set()
    for joint in _AFTER_SENTENCE.finditer(text):
        start = joint.end()
        for end in reversed(
            [each.end() + start for each in _HEADING_ENDS.finditer(text[start : start + 60])]
        ):
            if labels.meaning(text[start:end]) not in {None, *labels.HEADER}:
                found |= {start, end}
                break
    return found


def _heads(body: str, key: str) -> bool:
    """Tell whether a line that equals a label stands for it: `Country` must have its capital."""
    return body[:1].isupper() or body[:1] in "*#" or key not in labels.HEADER


def _goes_on(text: str, at: int) -> bool:
    """Tell whether what stands before `at` goes on there: `French, Level: Fluent` is one item."""
    before = text[max(0, at - _A_FEW_BLANKS) : at]
    return before.rstrip()[-1:] in {"", ","} or (
        before[-1:] == " " and before[-2:-1].isalpha() and bool(_ENDS_A_NAME.match(text, at))
    )


def _label_start(text: str) -> int | None:
    """Return where a known label begins that ends at the colon of `text`, the longest such one, or None."""
    body = text.rstrip().rstrip(":\uff1a")
    for word in _WORD_STARTS.finditer(body):
        label = body[word.start() :]
        if (
            len(label) >= _INLINE_LABEL_MIN
            and label.count(" ") < _MOST_LABEL_WORDS + 2
            and labels.meaning(label)
        ):
            return word.start()
    return None


def outline(sheet: Sheet) -> Outline:
    """Return the outline of a sheet; linear in its length."""
    builder = _Builder(sheet)
    for line in sheet.lines:
        builder.line(line)
    return Outline(sheet, tuple(_with_unmarked_labels(sheet, builder.found)))


def _with_unmarked_labels(sheet: Sheet, passages: list[Passage]) -> list[Passage]:
    """Read `Grade G2` as a label with its value where several such lines stand together.

    One line alone may be prose; three within a dozen are a header whose colons got lost.
    """
    hits = {at: hit for at, each in enumerate(passages) if (hit := _unmarked(sheet, each))}
    places = sorted(hits)
    for number, place in enumerate(places):
        near = [
            other
            for other in places[max(0, number - _WINDOW) : number + _WINDOW]
            if abs(other - place) <= _WINDOW
        ]
        if len(near) >= _RUN:
            passages[place] = hits[place]
    return passages


def _unmarked(sheet: Sheet, passage: Passage) -> Passage | None:
    """Return the passage as a labelled value when its first words are a header label, or None."""
    text = sheet.text[passage.start : passage.end]
    if passage.key or passage.zone is not Zone.NOTICE or len(text) > _LONGEST_VALUE or not text[:1].isupper():
        return None
    words = text.split(" ")
    for count in range(min(_MOST_LABEL_WORDS, len(words) - 1), 0, -1):
        label = " ".join(words[:count])
        key = labels.meaning(label)
        rest = text[len(label) :].strip()
        if key and rest[:1] and (rest[0].isupper() or rest[0].isdigit() or rest[0] in "$\u20ac("):
            if key in labels.HEADER or key in _ALSO_UNMARKED:
                return replace(passage, start=passage.end - len(rest), key=key, section=key, label=label)
            return None
    return None
