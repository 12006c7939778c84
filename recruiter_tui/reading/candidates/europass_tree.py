"""The parts of a Europass profile of any version: what stands under a path, and the person that they make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.person import Candidate, LanguageSkill
from recruiter_tui.domain.stated import Stated
from recruiter_tui.domain.text import clean
from recruiter_tui.reading.candidates import facts
from recruiter_tui.reading.candidates.papers import html_text
from recruiter_tui.reference import countries, languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recruiter_tui.domain.dates import PartialDate
    from recruiter_tui.domain.person import Degree, Employment

Tree = dict[str, Any]

_SKILLS: Final = {
    "Listening": "understanding",
    "Reading": "reading",
    "SpokenInteraction": "speaking",
    "SpokenProduction": "spoken production",
    "Writing": "writing",
    "CEF-Understanding-Listening": "understanding",
    "CEF-Understanding-Reading": "reading",
    "CEF-Speaking-Interaction": "speaking",
    "CEF-Speaking-Production": "spoken production",
    "CEF-Writing-Production": "writing",
}
LEVELS: Final = {"8": "doctorate", "7": "master", "6": "bachelor", "5": "diploma", "4": "secondary"}
"""EQF levels to degrees."""
_DEEPEST: Final = 40
_MOST: Final = 300


def shaped(value: object, depth: int) -> Tree:
    """Return JSON in the shape in which XML comes: lists under names, text under `#`."""
    if depth > _DEEPEST:
        return {"#": ""}
    if not isinstance(value, dict):
        return {"#": "" if value is None or isinstance(value, list) else str(value)}
    found: Tree = {"#": ""}
    for name, inner in value.items():
        if name not in ("Photo", "Attachment", "Signature"):
            each = inner if isinstance(inner, list) else [inner]
            found[name] = [shaped(one, depth + 1) for one in each[:_MOST]]
    return found


def at(tree: Tree, *names: str) -> Tree:
    """Return the first part under a path of names, an empty one where there is none."""
    for name in names:
        parts = tree.get(name)
        tree = parts[0] if isinstance(parts, list) and parts else {"#": ""}
    return tree


def text_at(tree: Tree, *names: str) -> str:
    """Return the text under a path of names, cleaned."""
    return clean(str(at(tree, *names).get("#", "")), limit=2_000)


def all_parts(tree: Tree, name: str, depth: int = 0) -> Iterator[Tree]:
    """Yield the parts of some name at whatever depth, those within lists of the same name too."""
    for key, parts in tree.items():
        if key == "#" or depth > _DEEPEST:
            continue
        for part in parts:
            inner = list(all_parts(part, name, depth + 1))
            if inner:
                yield from inner
            elif key == name:
                yield part


def prose(tree: Tree, name: str) -> str:
    """Return a description, which is a web page as text, as plain lines."""
    text = str(at(tree, name).get("#", ""))
    return clean(html_text(text.encode()) if "<" in text else text, multiline=True, limit=20_000)


def native(code: str, label: str) -> LanguageSkill | None:
    """Return a mother tongue by its code or its name, None for one that nobody knows."""
    known = languages.code(code) or languages.code(label)
    return LanguageSkill(known, "mother tongue") if known else None


def language(name: str, levels: list[tuple[str, str]]) -> LanguageSkill | None:
    """Return a foreign language with its level per skill."""
    code = languages.code(name)
    scale = {_SKILLS[key]: level for key, level in levels if key in _SKILLS and level}
    return LanguageSkill(code, scale=scale) if code else None


def person_of(  # noqa: PLR0913, PLR0917 - the parts that both versions have
    given: str,
    family: str,
    mails: list[str],
    phones: list[str],
    nationalities: list[str],
    country: str,
    jobs: list[Employment],
    studies: list[Degree],
    tongues: list[LanguageSkill | None],
) -> Candidate:
    """Return the candidate of either version."""
    whole = " ".join(filter(None, (given, family)))
    spoken = {skill.language: skill for skill in reversed(tongues) if skill}
    return Candidate(
        name=Stated.known(whole) if whole else Stated.missing(),
        given_name=Stated.known(given) if given else Stated.missing(),
        family_name=Stated.known(family) if family else Stated.missing(),
        emails=tuple(Stated.known(mail.removeprefix("mailto:")) for mail in mails if mail),
        phones=tuple(facts.phone(phone) for phone in phones if phone),
        nationalities=tuple(_country(each) for each in nationalities if countries.code(each)),
        residence=_country(country),
        employment=tuple(job for job in jobs[:_MOST] if job.employer or job.title),
        degrees=tuple(each for each in studies[:_MOST] if each.title or each.institution),
        languages=tuple(reversed(spoken.values())),
    )


def born(date: PartialDate | None) -> Stated[str]:
    """Return a date of birth, where it is exact to the day."""
    return Stated.known(str(date)) if date is not None and date.day is not None else Stated.missing()


def _country(wording: str) -> Stated[str]:
    code = countries.code(wording) if wording else None
    return Stated.known(code, text=wording) if code else Stated.missing()
