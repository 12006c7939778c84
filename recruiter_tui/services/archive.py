"""The archive of a version of the criteria, opened: computed again, it gives the findings that it holds."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from recruiter_tui.domain.crosswalk import Crosswalk
from recruiter_tui.domain.errors import NotFound
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.flips import Flip
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.rulings import FieldRuling, field_key
from recruiter_tui.domain.screening import Applicant, application_outcome, prepare
from recruiter_tui.domain.wording import Names
from recruiter_tui.services.archiving import unpacked
from recruiter_tui.store import codec
from recruiter_tui.store.rulings import load_institution, load_relevance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.rulings import Accreditation
    from recruiter_tui.store.reading import Reader


@dataclass(frozen=True, slots=True)
class Archived:
    """One application as it was judged under a version."""

    key: int
    application: str
    candidate: str
    received: str | None
    disposition: str | None
    tier: int | None
    outcome: Outcome | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored finding that computing it again does not give; there must be none."""

    application: str
    criterion: str
    stored: str
    computed: str


@dataclass(frozen=True, slots=True)
class AsOf:
    """The findings of a version as they were kept, and what computing them again gives otherwise."""

    vacancy: str
    version: int
    policy: str
    in_force: bool
    applications: tuple[Archived, ...]
    differences: tuple[Difference, ...]


class Archive:
    """A version's archive, opened."""

    def __init__(self, data: bytes) -> None:
        """Read the head; the applications are read one after the other."""
        head, self._kept = unpacked(data)
        self.head: dict[str, Any] = json.loads(head)

    @property
    def flips(self) -> tuple[Flip, ...]:
        """Return who flipped when the version was replaced."""
        return tuple(Flip(**one) for one in self.head["flips"])

    def compared(self, reader: Reader) -> tuple[tuple[Archived, ...], tuple[Difference, ...]]:
        """Return the findings as they were kept, and what computing them again gives otherwise."""
        judge = self._screener()
        entries = [json.loads(line) for line, _ in self._kept]
        names = {paper["sha256"] for entry in entries for paper in entry["facts"].get("documents", ())}
        texts = reader.papers(names)
        lines = {line.key: line for line in reader.rows([entry["key"] for entry in entries])}
        kept: list[Archived] = []
        differences: list[Difference] = []
        for entry, (_, body) in zip(entries, self._kept, strict=True):
            applicant = _applicant(entry, texts)
            overrides = {name: _override(one) for name, one in entry["overrides"].items()}
            screening = judge.screen(applicant, overrides)
            stored = codec.load_findings(body)
            name = str(applicant.application.id)
            differences += compared(name, stored, screening.findings)
            differences += _results(name, entry, screening.tier, screening.outcome)
            line = lines.get(entry["key"])
            kept.append(
                Archived(
                    entry["key"],
                    name,
                    line.name if line else "",
                    applicant.application.received.text if applicant.application.received else None,
                    line.disposition.value if line else None,
                    entry["tier"],
                    application_outcome(stored),
                    stored,
                )
            )
        return tuple(kept), tuple(differences)

    def _screener(self) -> Any:  # noqa: ANN401 - a screener
        from recruiter_tui.reference import countries, languages

        notice = codec.load_notice(self.head["text"], self.head["notice"], self.head["criteria"])
        fields = [FieldRuling(**one) for one in self.head["fields"]]
        placed = tuple((str(level), int(low), int(high)) for level, low, high in self.head["crosswalk"])
        names = Names(country=countries.name, language=languages.name)
        return prepare(
            notice,
            Policy.named(self.head["policy"]),
            names,
            {one.key: one for one in fields},
            Crosswalk(placed),
            {field_key(one.institution): one for one in map(_institution, self.head["institutions"])},
        )


def opened(reader: Reader, sha256: str) -> Archive:
    """Return the archive of that name; raises NotFound where it is no longer in the store."""
    data = reader.document(sha256)
    if data is None:
        problem = "the archive of this version is no longer in the store"
        raise NotFound(problem, "restore a backup that has it")
    return Archive(data)


def compared(
    application: str, stored: Sequence[Finding], computed: Sequence[Finding]
) -> Iterator[Difference]:
    """Yield where two rows of findings differ in anything at all."""
    now = {finding.criterion: finding for finding in normal(computed)}
    then = {finding.criterion: finding for finding in stored}
    for criterion in dict.fromkeys((*then, *now)):
        one, other = then.get(criterion), now.get(criterion)
        if one != other:
            yield Difference(application, criterion, _told(one), _told(other))


def normal(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings as they come back from the store, whose JSON knows lists alone."""
    return codec.load_findings(codec.dump_findings(findings))


def _results(
    application: str, entry: Mapping[str, Any], tier: int | None, outcome: Outcome | None
) -> Iterator[Difference]:
    """Yield where the application's own results differ."""
    for name, was, now in (("tier", entry["tier"], tier), ("outcome", entry["outcome"], outcome)):
        if was != now:
            yield Difference(application, name, str(was), str(now))


def _told(finding: Finding | None) -> str:
    if finding is None:
        return "no finding"
    return f"{finding.standing.value if finding.standing else 'open'} ({finding.rule}): {finding.reason}"


def _applicant(entry: Mapping[str, Any], texts: Mapping[str, str]) -> Applicant:
    """Return what was judged, as it was kept."""
    facts = json.dumps(entry["facts"], ensure_ascii=False)
    return Applicant(
        codec.load_application(*entry["application"]),
        codec.load_candidate(facts, texts),
        load_relevance(json.dumps(entry["relevance"])),
    )


def _institution(kept: Mapping[str, str]) -> Accreditation:
    return load_institution(json.dumps(kept))


def _override(kept: Mapping[str, str]) -> Override:
    return Override(Outcome(kept["outcome"]), kept["reason"], kept["by"], kept["at"])
