"""Lists of duties, experience items, skills and competencies, cut where a paste glued them together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recruiter_tui.domain.notice import Duty
from recruiter_tui.domain.requirement import (
    Competency,
    CompetencyGroup,
    ExperienceTopic,
    Necessity,
    Skill,
    Stage,
)
from recruiter_tui.reading.notices import boilerplate, necessity
from recruiter_tui.reading.notices.education import years_in
from recruiter_tui.reading.notices.sheet import Make
from recruiter_tui.reading.notices.words import Piece, flat, sentences
from recruiter_tui.reference import degrees
from recruiter_tui.reference.folding import fold

if TYPE_CHECKING:
    from recruiter_tui.reading.notices.outline import Outline, Passage

# A full stop or semicolon with a capital right behind it is a line end that a paste lost; so is `; and,`.
_GLUE = re.compile(
    r"(?<=[.;])(?=[A-Z\u00c0-\u00dd])|;\s?(?:and|or|et|ou|y|e|o),?\s{0,2}(?=[A-Z\u00c0-\u00dd])|;"
    r"\s{1,3}(?=[A-Z\u00c0-\u00dd])"
)
_INITIALS = re.compile(r"\b(?:[A-Z]|e\.g|i\.e)\.$")
_SEMICOLONS = 3
_COLON_LIST = re.compile(r":\s")
_LEAD = re.compile(
    r"^[\s\-*\u2022\u00b7\u25cf\u25aa\u2013\u2014\uf0b7o]{1,4}(?=\s|[A-Z])\s{0,3}|^\(?(?:\d{1,2}|"
    r"[a-z]|[ivx]{1,4})[.)]\s{1,3}"
)
_TAIL = re.compile(r"[\s;,]{1,4}(?:and|or|et|y|e)?[\s;,]{0,4}$")
_LEVEL = re.compile(r"\b(?:level|niveau|nivel)\s{1,2}(?P<number>[1-4])\b", re.IGNORECASE)
_NAME = re.compile(r"(?P<name>[^:;.()]{2,70})(?:\s?\([^()]{0,60}\))?\s?[:\u2013]\s")
_ABOUT_COMPETENCIES = re.compile(
    r"\b(?:competency framework|competencies will be assessed|can be found|please (?:visit|refer)|"
    r"link|must abide|click)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:This|These|Such|It|Cela|Ceci|Esto|Isto|Isso)\b")
_NO_VERB = re.compile(
    r"(?:the|this|these|those|that|in|on|at|under|with|within|for|from|to|as|by|an?|our|your|their|its|his|"
    r"her|we|"
    r"you|it|he|she|they|if|all|any|no|not|only|please|there|here|since|through|over|during|when|while|where|"
    r"established|founded|created|many|more|most|both|each|every|some|such|one|two|candidates?|applicants?|"
    r"le|la|les|l|un|une|des|du|de|dans|en|au|aux|sous|pour|par|sur|avec|ce|cette|ces|nous|vous|il|elle|"
    r"el|los|las|una?|del|al|bajo|para|por|con|sobre|este|esta|estos|estas|se|o|a|os|as|um|uma|no|na|sob|com|"
    r"e|y|et|and|or|"
    r"\w+(?:tion|ment|ity|ness|ship|ism|ance|ence|ology|ies|ees?|ors?|ists?|ians?|ings?|ly|ful|al|ic|ous|ive|"
    r"able|ible|cion|cao|dad|dade|ute))"
)
"""First words that are no verbs; English verbs that end like nouns (`Ensure`, `Provide`) are none of "
"these."""
_SHORTEST = 3
_MOST = 0.6
_LONGEST_COMPETENCY_NAME = 70
_GROUPS = {
    "competencies_values": CompetencyGroup.VALUES,
    "competencies_core": CompetencyGroup.CORE,
    "competencies_managerial": CompetencyGroup.MANAGERIAL,
    "competencies_functional": CompetencyGroup.FUNCTIONAL,
    "competencies": CompetencyGroup.CORE,
}


def items(text: str, start: int, *, prose: bool) -> list[Piece]:
    """Return the items of one passage: cut at glued joints and semicolons, at sentence ends in `prose`."""
    cuts = [0]
    for match in _GLUE.finditer(text):
        if not _INITIALS.search(text[max(0, match.start() - 6) : match.start()]):
            cuts += [match.start(), match.end()] if match.end() > match.start() else [match.start()]
    pieces = [
        _trimmed(text, begin, end, start) for begin, end in zip(cuts, [*cuts[1:], len(text)], strict=True)
    ]
    found = [
        each
        for each in pieces
        if each and not re.fullmatch(r"[;\s]*(?:and|or|et|ou|y|e|o)?[,;\s]*", each.text)
    ]
    if len(found) == 1:
        found = _after_colon(found[0]) or (_with_what_follows(found[0]) if prose else found)
    return found


def _with_what_follows(piece: Piece) -> list[Piece]:
    """Return the sentences of prose as items; one that opens with `This` goes on with the one before it."""
    found: list[Piece] = []
    for each in sentences(piece.text, piece.start):
        if found and _GOES_ON.match(each.text):
            start = found[-1].start
            found[-1] = Piece(start, each.end, piece.text[start - piece.start : each.end - piece.start])
        else:
            found.append(each)
    return found


def _after_colon(piece: Piece) -> list[Piece]:
    """Return the items of `..., including: one; two; three`, or nothing where a text is no such list."""
    colon = _COLON_LIST.search(piece.text)
    rest = piece.text[colon.end() :] if colon else piece.text
    if rest.count(";") < _SEMICOLONS - 1:
        return []
    begin = piece.start + (colon.end() if colon else 0)
    found, at = [], 0
    for part in rest.split(";"):
        each = _trimmed(rest, at, at + len(part), begin)
        at += len(part) + 1
        if each:
            found.append(each)
    return found


def _trimmed(text: str, begin: int, end: int, start: int) -> Piece | None:
    body = text[begin:end]
    lead = _LEAD.match(body)
    first = (lead.end() if lead else 0) + 0
    kept = body[first:]
    first += len(kept) - len(kept.lstrip())
    last = len(body.rstrip())
    tail = _TAIL.search(body[:last])
    if tail and tail.start() > first:
        last = tail.start()
    while first < last and body[first] in ";, ":
        first += 1
    if body[first : first + 4].lower() == "and ":
        first += 4
    return (
        Piece(start + begin + first, start + begin + last, body[first:last])
        if last - first >= _SHORTEST
        else None
    )


def duties(outline: Outline) -> tuple[Duty, ...]:
    """Return the duties, in the notice's order."""
    found: dict[str, Duty] = {}
    for passage in _duty_passages(outline):
        for piece in items(outline.text(passage), passage.start, prose=False):
            duty = Duty(piece.text, outline.sheet.source_span(piece.start, piece.end))
            found.setdefault(fold(piece.text), duty)  # a notice pasted twice has its duties once
    return tuple(found.values())


def _duty_passages(outline: Outline) -> list[Passage]:
    """Return the passages of the duties section, else the glued list that stands under the context."""
    direct = [each for each in outline.under("duties") if not _is_lead_in(outline.text(each))]
    if direct:
        listed = [each for each in direct if each.make is Make.ITEM]
        return listed if len(listed) >= len(("one", "two")) else direct
    context = [each for each in outline.body() if each.section in {"context", "other", None}]
    marked = [each for each in context if each.make is Make.ITEM and _is_task(outline.text(each))]
    if len(marked) > _SEMICOLONS:
        return marked
    glued = [each for each in context if len(_GLUE.findall(outline.text(each))) >= _SEMICOLONS]
    return glued or _run_of_tasks(outline, context)


def _run_of_tasks(outline: Outline, context: list[Passage]) -> list[Passage]:
    """Return the longest run of lines that each open with what to do, where no heading calls them duties."""
    best: list[Passage] = []
    run: list[Passage] = []
    for passage in context:
        run = [*run, passage] if _is_task(outline.text(passage)) else []
        best = run if len(run) > len(best) else best
    return best if len(best) > _SEMICOLONS else []


def _is_task(text: str) -> bool:
    """Tell whether a line opens with a verb that says what to do: `Coordinate the work of ...`."""
    words = text.lstrip("-*\u2022\u00b7\u25aa\u2013 0123456789.)").split(" ", 2)
    return (
        len(words) > len(("verb", "object"))
        and words[0][:1].isupper()
        and words[0].isalpha()
        and not words[0].isupper()
        and not _NO_VERB.fullmatch(flat(words[0]))
        and ":" not in text[:60]
    )


def _is_lead_in(text: str) -> bool:
    return text.rstrip().endswith(":") and text.count(";") < _SEMICOLONS


def topics(outline: Outline, taken: set[tuple[int, int]]) -> list[ExperienceTopic | Skill]:
    """Return the experience items and skills; `taken` are sentences that education or languages used up."""
    found: list[ExperienceTopic | Skill] = []
    counts = {"experience": 0, "skill": 0}
    seen: set[str] = set()
    for passage in outline.under(
        "experience", "skills", "qualifications", "desirable", "education_experience"
    ):
        for piece in items(outline.text(passage), passage.start, prose=True):
            if fold(piece.text) in seen or _is_used(outline, piece, taken) or _says_nothing(piece.text):
                continue
            seen.add(fold(piece.text))
            kind = _kind(passage, piece)
            counts[kind] += 1
            advantage = outline.offers(passage) or _is_mostly_advantage(piece.text)
            form = {
                "id": f"{kind}-{counts[kind]}",
                "text": piece.text,
                "necessity": Necessity.ADVANTAGE if advantage else Necessity.ESSENTIAL,
                "spans": (outline.sheet.source_span(piece.start, piece.end),),
            }
            if kind == "experience":
                asked = [each.months for each in years_in(flat(piece.text), piece.text) if not each.more]
                found.append(ExperienceTopic(**form, months=asked[0] if asked else None))  # type: ignore[arg-type]  # one form for two classes
            else:
                found.append(Skill(**form))  # type: ignore[arg-type]  # one form for two classes
    return found


def _is_mostly_advantage(text: str) -> bool:
    """Tell whether an item as a whole is an advantage: `5 years, preferably in a bank` is a demand."""
    plain = flat(text)
    at = necessity.advantage_at(plain)
    if at is None:
        return False
    return not (
        plain[at : at + 6] == "prefer"
        and at > len("experience in an office")
        and not plain[at:].startswith("preferred")
    )


def _kind(passage: Passage, piece: Piece) -> str:
    if passage.section == "experience":
        return "experience"
    if passage.section == "skills":
        return "skill"
    plain = flat(piece.text)
    return "experience" if "experien" in plain or years_in(plain, piece.text) else "skill"


def _is_used(outline: Outline, piece: Piece, taken: set[tuple[int, int]]) -> bool:
    """Tell whether a criterion of its own already holds most of an item, or the item names a degree."""
    here = outline.sheet.source_span(piece.start, piece.end)
    covered = sum(max(0, min(here.end, end) - max(here.start, start)) for start, end in taken)
    if covered > (here.end - here.start) * _MOST:
        return True
    named = degrees.mentions(" ".join(flat(piece.text).split()))
    return bool(named) and any(each.end - each.start > len("diploma") for each in named) and covered > 0


def _says_nothing(text: str) -> bool:
    return len(text.split()) < len(("one", "two")) or boilerplate.is_boilerplate(text) or text.endswith(":")


def competencies(outline: Outline) -> list[Competency]:
    """Return the competencies with their group and level; values carry no level (R41)."""
    found: list[Competency] = []
    names: set[str] = set()
    for passage in outline.under(*_GROUPS):
        group = _GROUPS[passage.section or ""]
        level = _LEVEL.search(passage.label)
        for piece in items(outline.text(passage), passage.start, prose=False):
            name, end = _competency_name(piece)
            if (
                not name
                or fold(name) in names
                or _ABOUT_COMPETENCIES.search(piece.text[:end] if end else piece.text)
            ):
                continue
            names.add(fold(name))
            own = _LEVEL.search(piece.text[: end + 12])
            number = own or level
            found.append(
                Competency(
                    id=f"competency-{fold(name).replace(' ', '-')[:40]}",
                    text=name,
                    spans=(outline.sheet.source_span(piece.start, piece.end),),
                    stage=Stage.ASSESSMENT,
                    group=group,
                    level=int(number["number"]) if number and group is not CompetencyGroup.VALUES else None,
                )
            )
    return found


def _competency_name(piece: Piece) -> tuple[str, int]:
    """Return a competency's name, and where it ends: before a colon, or the whole of a short item."""
    named = _NAME.match(piece.text)
    if named and named["name"].count(" ") <= len("eight by"):
        return named["name"].strip(" -*"), named.end("name")
    short = piece.text.rstrip(" .;,")
    if len(short) <= _LONGEST_COMPETENCY_NAME and short.count(" ") <= len("eight by") and ":" not in short:
        return short, len(short)
    return "", 0
