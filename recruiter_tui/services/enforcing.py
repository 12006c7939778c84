"""Changed criteria come into force: written, journalled, the version before archived where it was frozen."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recruiter_tui.domain.crosswalk import CONVENTION
from recruiter_tui.domain.flips import Flip
from recruiter_tui.services.notice_store import keep
from recruiter_tui.services.rows import vacancy_id
from recruiter_tui.services.views import Changed
from recruiter_tui.store import codec, rulings
from recruiter_tui.store.facts import sequence, undisturbed

if TYPE_CHECKING:
    from recruiter_tui.services.ahead import Made
    from recruiter_tui.services.everybody import Result
    from recruiter_tui.services.terms import Terms
    from recruiter_tui.store.journal import Row
    from recruiter_tui.store.store import Store
    from recruiter_tui.store.writing import Unit


@dataclass(frozen=True, slots=True)
class CriteriaChanged:
    """What a change of the criteria did: the version that holds now, and exactly who flipped."""

    changed: Changed
    version: int
    flips: tuple[Flip, ...] = ()


class Moved(Exception):
    """Somebody wrote while everybody was screened, so that the results may not hold."""


def amend(store: Store, terms: Terms, result: Result, words: str, actor: str) -> CriteriaChanged:
    """Edit the version in force, as one act: no verdict rests on it, or nothing that rules read moved."""
    key, criteria = terms.before.line.key, terms.before.criteria
    with store.write(actor, "criteria", subject=vacancy_id(key), large=True) as unit:
        _still(terms, unit, store, result)
        keep(unit, key, terms.after.notice)
        text = codec.dump_criteria(terms.after.notice.criteria)
        if text != codec.dump_criteria(terms.before.notice.criteria):
            unit.update("criteria_version", criteria.key, {"criteria": text, "digest": codec.sha256(text)})
        if terms.policy != terms.own_policy:
            unit.update("vacancy", key, {"policy": terms.policy})
        levels = terms.after.crosswalk or CONVENTION
        if levels != (terms.before.crosswalk or CONVENTION):
            found = unit.reader.setting(rulings.version_name(key, criteria.number))
            record = rulings.VersionRecord(terms.policy, levels)
            if found is not None:
                record = rulings.load_version(found[1])._replace(crosswalk=levels)
            unit.put_setting(rulings.version_name(key, criteria.number), rulings.dump_version(record))
        if terms.judged_anew:
            result.put(unit, key, criteria.key)
        _tell(unit, key, terms, result, words)
    return _changed(unit, key, result, criteria.number)


def renew(
    store: Store, terms: Terms, result: Result, words: str, actor: str, made: Made | None = None
) -> CriteriaChanged:
    """Make a new version and put it in force; the old one's inputs and findings are archived first.

    Two acts: the version with the archive stays for ever, and only its coming into force can be undone.
    What was `made` of the archive ahead is taken where it still holds.
    """
    key = terms.before.line.key
    name = vacancy_id(key)
    version, number, drafted = _drafted(store, terms, result, words, actor, made)
    with store.write(actor, "criteria", subject=name, large=True) as unit:
        _undisturbed(unit, drafted, key, result)
        unit.put_setting(rulings.in_force(key), json.dumps({"number": number}))
        unit.update("vacancy", key, {"policy": terms.policy})
        keep(unit, key, terms.after.notice)
        result.put(unit, key, version)
        _tell(unit, key, terms, result, words)
    return _changed(unit, key, result, number)


def _drafted(
    store: Store, terms: Terms, result: Result, words: str, actor: str, made: Made | None
) -> tuple[int, int, int]:
    """Write the version with the archive of the one before; return its key, its number and the entry."""
    from recruiter_tui.services.archiving import packed, portions_of

    key, criteria = terms.before.line.key, terms.before.criteria
    with store.write(actor, "criteria", subject=vacancy_id(key), undoable=False, large=True) as unit:
        _still(terms, unit, store, result)
        number = max(one.line.number for one in unit.reader.criteria_versions(key)) + 1
        ready = made is not None and made.holds(unit.reader, key, criteria.number)
        portions = made.portions if made and ready else portions_of(unit.reader, terms.before)
        paper = packed(terms.before, terms.own_policy, result.flips, portions)
        unit.keep([paper])
        text = codec.dump_criteria(terms.after.notice.criteria)
        stamp: Row = {"made_by": actor, "made_at": unit.act.at, "frozen_at": unit.act.at}
        values: Row = {
            "vacancy_id": key,
            "number": number,
            "criteria": text,
            "digest": codec.sha256(text),
        }
        version = unit.insert("criteria_version", values | stamp)
        levels = terms.after.crosswalk or CONVENTION
        record = rulings.VersionRecord(
            terms.policy, levels, words, terms.changes, criteria.number, paper.sha256
        )
        unit.put_setting(rulings.version_name(key, number), rulings.dump_version(record))
        unit.summary = f"criteria version {number} of {vacancy_id(key)} written"
        unit.detail(f"version {criteria.number} archived, SHA-256 {paper.sha256}")
    return version, number, unit.sequence


def _still(terms: Terms, unit: Unit, store: Store, result: Result) -> None:
    """Raise where the store is no longer the one that the change was worked out on, but for verdicts."""
    if store.anchor() != terms.anchor:
        if not terms.judged_anew:
            raise Moved
        _undisturbed(unit, terms.anchor[0], terms.before.line.key, result)
    unit.row("vacancy", terms.before.line.key)


def _undisturbed(unit: Unit, since: int, vacancy: int, result: Result) -> None:
    """Raise where something that rules read was written since an entry, or somebody came or went."""
    if sequence(unit.reader) == since:
        return
    if not undisturbed(unit.reader, since) or tuple(unit.reader.roll(vacancy, "key")) != result.keys:
        raise Moved


def _tell(unit: Unit, key: int, terms: Terms, result: Result, words: str) -> None:
    """Say what was done: what changed, how many flipped, and why it was changed."""
    who = len({flip.key for flip in result.flips})
    what = terms.changes[0] if len(terms.changes) == 1 else f"{len(terms.changes)} changes"
    unit.summary = f"criteria of {vacancy_id(key)}: {what}" + (
        f"; {who} flipped" if terms.judged_anew else ""
    )
    for line in (*terms.changes, *((f"reason: {words}",) if words else ())):
        unit.detail(line)


def _changed(unit: Unit, key: int, result: Result, number: int) -> CriteriaChanged:
    changed = Changed(unit.summary, unit.sequence, result.keys, (vacancy_id(key),))
    return CriteriaChanged(changed, number, result.flips)
