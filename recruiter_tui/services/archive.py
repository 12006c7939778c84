"""The archive of a version of the criteria: what everybody was judged by, on which facts, with what findings.

It is one paper in the store, named by the hash of its bytes, so that the journal proves it; computing it
again years later must give the very findings that it holds.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Final

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.errors import NotFound, Refused
from recruiter_tui.domain.finding import Finding, Outcome, Override
from recruiter_tui.domain.flips import Flip
from recruiter_tui.domain.policy import Policy
from recruiter_tui.domain.rulings import FieldRuling, field_key
from recruiter_tui.domain.screening import Applicant, application_outcome, prepare
from recruiter_tui.domain.wording import Names
from recruiter_tui.store import codec
from recruiter_tui.store.kept import out_of_step, ruled
from recruiter_tui.store.records import Paper
from recruiter_tui.store.rulings import dump_relevance, load_institution, load_relevance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from recruiter_tui.domain.rulings import Accreditation
    from recruiter_tui.store.reading import Reader
    from recruiter_tui.store.records import VacancyRecord

MEDIA_TYPE = "application/vnd.recruiter-tui.archive+json"
_FORM = 2
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_MARK = b"RTA\x02"
"""How an archive begins; each of its parts follows its length, as four bytes."""


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


_FLIP: Final = tuple(one.name for one in fields(Flip))


def packed(reader: Reader, record: VacancyRecord, policy: str, flips: Sequence[Flip]) -> Paper:
    """Return everything about the version in force as one paper."""
    head = {
        "form": _FORM,
        "version": record.criteria.number,
        "policy": policy,
        "crosswalk": [list(one) for one in (record.crosswalk or CONVENTION).placed],
        "fields": [asdict(one) for one in record.fields.values()],
        "institutions": [asdict(one) for one in record.institutions.values()],
        "notice": codec.dump_notice(record.notice),
        "text": record.notice.text,
        "criteria": codec.dump_criteria(record.notice.criteria),
        "flips": [{name: getattr(flip, name) for name in _FLIP} for flip in flips],
    }
    keys = reader.roll(record.line.key, "key")
    rulings = {one.key: one for one in reader.applicants(record.line.key, ruled(reader, keys), texts=False)}
    rows = reader.archive(keys)
    late = _late(reader, record)
    lines = [json.dumps(head, ensure_ascii=False), *(_line(row, rulings.get(row[0])) for row in rows)]
    frames = [codec.compressed("\n".join(lines).encode()), *(late.get(row[0], row[-1]) for row in rows)]
    data = b"".join((_MARK, *(part for one in frames for part in (len(one).to_bytes(4, "big"), one))))
    return Paper(codec.sha256(data), "", MEDIA_TYPE, data)


def _late(reader: Reader, record: VacancyRecord) -> dict[int, bytes]:
    """Return findings in place of those that a change of criteria outran and nobody has written since."""
    keys = out_of_step(reader, record.line.key)
    if not keys:
        return {}
    from recruiter_tui.services.judging import Judge
    from recruiter_tui.services.splicing import Splicing

    spliced = Splicing(reader, record, Judge(record), keys).each()
    return {one.application: one.findings or b"" for one in spliced}


def _frames(data: bytes) -> Iterator[bytes]:
    """Yield the parts of an archive: the lines of JSON, then everybody's findings as the store kept them."""
    at = len(_MARK)
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def _line(row: Sequence[Any], ruling: Any) -> str:  # noqa: ANN401 - the store's tuples
    """Return one application as a line of JSON; the facts are copied as they are kept."""
    key, public, received, local, channel, internal, facts, policy, tier, outcome, _ = row
    overrides = {} if ruling is None else {name: asdict(one) for name, one in ruling.overrides.items()}
    relevance = "{}" if ruling is None else dump_relevance(ruling.relevance)
    head = _ENCODE(
        {
            "key": key,
            "application": [public, received, local, channel, internal],
            "policy": policy,
            "tier": tier,
            "outcome": outcome,
            "overrides": overrides,
        }
    )
    return f'{head[:-1]}, "relevance": {relevance}, "facts": {facts}}}'


class Archive:
    """A version's archive, opened."""

    def __init__(self, data: bytes) -> None:
        """Read the head; the applications are read one after the other."""
        if not data.startswith(_MARK):
            problem = "the archive of this version was written by another program or an unreleased one"
            raise Refused(problem, "open it with the program that wrote it")
        lines, *self._bodies = _frames(data)
        head, *self._lines = zlib.decompress(lines).decode().split("\n")
        self.head: dict[str, Any] = json.loads(head)

    @property
    def flips(self) -> tuple[Flip, ...]:
        """Return who flipped when the version was replaced."""
        return tuple(Flip(**one) for one in self.head["flips"])

    def compared(self, reader: Reader) -> tuple[tuple[Archived, ...], tuple[Difference, ...]]:
        """Return the findings as they were kept, and what computing them again gives otherwise."""
        judge = self._screener()
        entries = [json.loads(line) for line in self._lines]
        names = {paper["sha256"] for entry in entries for paper in entry["facts"].get("documents", ())}
        texts = reader.papers(names)
        lines = {line.key: line for line in reader.rows([entry["key"] for entry in entries])}
        kept: list[Archived] = []
        differences: list[Difference] = []
        for entry, body in zip(entries, self._bodies, strict=True):
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
