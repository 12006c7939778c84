"""The short facts of a notice's head: title, reference, organisation, grade, contract, duration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Category
from recruiter_tui.domain.stated import Stated
from recruiter_tui.reading.notices import dates, heads, labels
from recruiter_tui.reading.notices.sheet import Make, Sheet, Zone
from recruiter_tui.reading.notices.words import flat
from recruiter_tui.reference import countries, grades, organisations
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline, Passage
    from recruiter_tui.reading.notices.place import Station

_REFERENCE = re.compile(
    r"(?:[A-Z]{1,6} ){0,2}[A-Za-z]{0,12}[\w./#-]{0,40}\d[\w./#-]{0,40}"
    r"(?:[ -](?:[A-Z]{1,6}|\d{1,8})){0,2}"
)
_LONGEST_TITLE = 400
_SHORTEST_TITLE = 2
_HEAD_LINES = 4
_LABELLED = re.compile(r"[^\W\d_][^:\n]{2,40}\s?:\s")
_WORDS_OF_A_SENTENCE = 6
_NUMBER_OF_THE_NEXT = re.compile(r"(?:(?<=[a-z)])|(?<=(?:19|20)\d\d))\d\.$")
"""The number of the heading that a paste glued to the end of a value: `... Standards1.`."""
_REACH_BACK = 8
_IS_VACANCY = re.compile(
    r"\b(?:vacanc\w+|vacantes?|vagas?|avis|offres?|recrutement|recruitment|convocatoria|oferta|edital|"
    r"call for|"
    r"announcement|terms of reference|termes de reference|terminos de referencia|job opening|opportunit\w+)\b"
)
_LONGEST_LETTERHEAD = 90
_NUMBERED = re.compile(
    r"(?i:(?:vacancy (?:announcement|notice)|job opening|announcement|avis de vacance(?: de poste)?|"
    r"call for applications|appel [\u00e0a] candidatures?|convocatoria|vacante|edital|reference|ref)"
    r"\b[ .]{0,2}"
    r"(?:no|n\u00b0|n\u00ba|number|nr|num|#)?[ .:]{0,3})(?P<reference>[\w./#-]{0,30}\d[\w./#-]{0,30})\s*"
)
_SHARE_OF_A_NAME = 0.3
LONGEST_VALUE = 120
EMPTY = re.compile(r"(?:n/?a|none|tbd|-+|not applicable|not specified|unspecified)\.?", re.IGNORECASE)
_FURNITURE_TITLE = re.compile(
    r"^(?:job description|vacancy(?: announcement| notice)?|home|careers?|jobs?)$", re.IGNORECASE
)
_SITE = re.compile(r"\s(?:\||\u2013|\u2014|-|::)\s[^|]{2,40}$")
_GRADE_VALUE = re.compile(r"[A-Za-z]{0,6}[ .-]?[A-Za-z]{0,5}[ -]?\d{0,2}[A-Za-z]?(?:[ /-]\w{1,4})?")


def known(sheet: Sheet, start: int, end: int) -> Stated[str]:
    """Return the stretch of the sheet as a stated value, blanks and line ends made one."""
    while start < end and sheet.text[start] in " :;,\n*_":
        start += 1
    while start < end and sheet.text[end - 1] in " :;,\n*_":
        end -= 1
    if _NUMBER_OF_THE_NEXT.search(sheet.text, max(start, end - _REACH_BACK), end):
        end -= len("1.")
    value = " ".join(sheet.text[start:end].split())
    return Stated.known(value, sheet.source_span(start, end)) if value else Stated.missing()


def _value(outline: Outline, passage: Passage) -> str:
    return outline.text(passage).strip()


def title(outline: Outline, station: Station) -> Stated[str]:
    """Return the post's title: by its label, else the page's heading, else the notice's first line."""
    for passage in outline.values("title"):
        start, end = _title_bounds(outline, passage)
        if 0 < end - start <= _LONGEST_TITLE:
            return known(outline.sheet, start, end)
    lines = outline.sheet.lines
    for line in lines[:80]:
        text = outline.sheet.of(line)
        if line.make is Make.HEADING and line.zone is Zone.PAGE and _may_be_title(text):
            return known(outline.sheet, line.start, line.start + _without_place(text, station))
    top = [line for line in lines[: _HEAD_LINES * 2] if line.zone is Zone.NOTICE]
    labelled = sum(bool(_LABELLED.match(outline.sheet.of(line))) for line in top) >= _HEAD_LINES - 1
    for line in top[:_HEAD_LINES]:
        text = outline.sheet.of(line)
        if labelled and _LABELLED.match(text):
            continue
        if _may_be_title(text) and not _is_prose(text):
            found = known(outline.sheet, line.start + len(text) - len(text.lstrip("# ")), line.end)
            return Stated.inferred(found.value or "", *found.spans, why="no label says so; it stands on top")
    return Stated.missing()


def _may_be_title(text: str) -> bool:
    return (
        _SHORTEST_TITLE < len(text) <= _LONGEST_TITLE
        and not _FURNITURE_TITLE.match(text)
        and not labels.meaning(text.rstrip(":"))
    )


def _is_prose(text: str) -> bool:
    """Tell whether a line is a sentence, the rest of one, a menu, or a labelled value, and no title."""
    head, colon, _ = text.partition(":")
    return (
        text[:1].islower()
        or " | " in text
        or (text.endswith((".", ";")) and text.count(" ") >= _WORDS_OF_A_SENTENCE)
        or bool(colon and labels.meaning(head))
        or bool(dates.find(text))
    )


def _title_bounds(outline: Outline, passage: Passage) -> tuple[int, int]:
    """Return the title's range; a folded value of front matter goes on over the indented lines after it."""
    text = outline.sheet.text
    start, end = passage.start, passage.end
    if text[start:end].strip() in {">-", ">", "|", "|-"}:
        start = end
        for line in outline.sheet.lines:
            if line.start >= passage.end and text[line.start - 1] == " " and line.zone is Zone.NOTICE:
                start = min(start, line.start) if start != passage.end else line.start
                end = line.end
            elif line.start >= passage.end:
                break
    while start < end and text[start] in "'\"":
        start += 1
    while start < end and text[end - 1] in "'\" ":
        end -= 1
    return start, end


def _without_place(heading: str, station: Station) -> int:
    """Return where a page's heading ends before the place that boards write after the title."""
    end = len(heading)
    if site := _SITE.search(heading):
        end = site.start() if "|" in site[0] else end
    places = {fold(each) for each in (station.city.value, station.country.text, *station.others) if each} | {
        "remote",
        "home based",
    }
    while (comma := heading.rfind(",", 0, end)) > 0:
        part = fold(heading[comma + 1 : end])
        code = countries.named(part)
        if not (part in places or (code and code == station.country.value) or _is_site_place(part, places)):
            break
        end = comma
    return len(heading[:end].rstrip())


def _is_site_place(part: str, places: set[str]) -> bool:
    """Tell whether `part` is a country or a spelling of the city that the page itself names."""
    return countries.named(part) is not None or any(
        place and (place in part or part in place) for place in places if part
    )


def reference(outline: Outline) -> Stated[str]:
    """Return the vacancy's reference; it must hold a digit."""
    for passage in outline.values("reference"):
        if passage.label == "id" and outline.sheet.cased:
            continue  # a record's own key, as data files write it, and no vacancy's number
        value = _value(outline, passage)
        match = _REFERENCE.match(value)
        if match and len(match[0]) <= len(value) and (len(value) - len(match[0]) < LONGEST_VALUE):
            return known(outline.sheet, passage.start, passage.start + match.end())
    for line in outline.sheet.lines[: _HEAD_LINES * 3]:
        text = outline.sheet.of(line)
        if line.zone is Zone.NOTICE and (match := _NUMBERED.fullmatch(text)):
            return known(
                outline.sheet, line.start + match.start("reference"), line.start + match.end("reference")
            )
    return Stated.missing()


def organisation(outline: Outline) -> Stated[str]:
    """Return the employer: by its label, else the line above the labels, else whom the text names most."""
    for passage in outline.values("organisation"):
        value = _value(outline, passage)
        if value and len(value) <= LONGEST_VALUE and not EMPTY.fullmatch(value):
            return known(outline.sheet, passage.start, passage.end)
    for passage in outline.passages[:3]:
        text = outline.text(passage)
        found = organisations.mentions(text) if passage.key is None and len(text) <= LONGEST_VALUE else []
        if found and sum(each.end - each.start for each in found) >= _SHARE_OF_A_NAME * len(text):
            whole = passage.zone is Zone.NOTICE and "." not in text
            start, end = (0, len(text)) if whole else (found[0].start, found[0].end)
            return known(outline.sheet, passage.start + start, passage.start + end)
    if (top := _on_top(outline)) is not None:
        return top
    if (above := _above_the_head(outline)) is not None:
        return above
    most = organisations.most_named(outline.sheet.text)
    if most:
        full = max(most, key=lambda each: (each.end - each.start, -each.start))
        why = f"the notice speaks of this organisation {len(most)} times and of no other as often"
        value = outline.sheet.text[full.start : full.end]
        return Stated.inferred(value, outline.sheet.source_span(full.start, full.end), why=why)
    return Stated.missing()


def _on_top(outline: Outline) -> Stated[str] | None:
    """Return the line above the labelled title, where letterheads name the employer."""
    at = next((at for at, each in enumerate(outline.passages[:4]) if each.key == "title"), 0)
    above = [each for each in outline.passages[:at] if not _IS_VACANCY.search(flat(outline.text(each)))]
    if len(above) != 1 or above[0].key or len(outline.text(above[0])) > _LONGEST_LETTERHEAD:
        return None
    found = known(outline.sheet, above[0].start, above[0].end)
    return Stated.inferred(found.value or "", *found.spans, why="it stands alone above the title")


def _above_the_head(outline: Outline) -> Stated[str] | None:
    """Return the line between a title and a header without labels: boards put the employer there."""
    head = heads.unlabelled(outline)
    before = [each for each in outline.passages if head and each.end <= head.dates[0].start]
    if len(before) < len(("title", "employer")) or before[-1].make is not Make.TEXT:
        return None
    start, end = before[-1].start, before[-1].end
    value = outline.sheet.text[start:end]
    if len(value) > LONGEST_VALUE or value == outline.text(before[0]):
        return None
    why = "it stands between the title and a header line without labels"
    return Stated.inferred(" ".join(value.split()), outline.sheet.source_span(start, end), why=why)


def grade(outline: Outline, title: Stated[str]) -> Stated[str]:
    """Return the grade: by its label, else in the title, else alone on a line of the head."""
    for passage in outline.values("grade"):
        value = _value(outline, passage)
        found = grades.mentioned(value)
        if found:
            return known(outline.sheet, passage.start + found.start(), passage.start + found.end())
        if (_GRADE_VALUE.fullmatch(value) and value.isupper()) or (
            len(value) <= len("Grade 10") and any(c.isdigit() for c in value)
        ):
            return known(outline.sheet, passage.start, passage.end)
    if title.value and title.spans and (found := grades.mentioned(title.value)):
        return Stated.known(found[0], title.spans[0])
    for passage in outline.passages[:25]:
        text = outline.text(passage)
        found = grades.mentioned(text) if passage.key is None else None
        if found and found[0] == text.strip() and passage.zone is Zone.NOTICE:
            return known(outline.sheet, passage.start, passage.end)
    return Stated.missing()


def category(outline: Outline, grade: Stated[str], title: Stated[str]) -> Stated[Category]:
    """Return the staff category: what the notice calls it, else what its grade or its title implies."""
    for passage in outline.values("category"):
        if found := grades.category_of_words(_value(outline, passage)):
            return Stated.known(
                found, outline.sheet.source_span(passage.start, passage.end), text=_value(outline, passage)
            )
    if grade.value and (by_grade := grades.category(grade.value)):
        return Stated.inferred(by_grade, *grade.spans, why=f"grade {grade.value} belongs to this category")
    for passage in outline.values("contract_type"):
        if found := grades.category_of_words(_value(outline, passage)):
            return Stated.inferred(
                found,
                outline.sheet.source_span(passage.start, passage.end),
                why="the kind of contract implies it",
            )
    if title.value and (by_title := grades.category_of_words(title.value)) in {
        Category.INTERN,
        Category.CONSULTANT,
        Category.VOLUNTEER,
    }:
        return Stated.inferred(by_title, *title.spans, why="the title says so")
    return Stated.missing()
