"""Rulings and versions of criteria as the store keeps them: settings with speaking names, journalled."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from recruiter_tui.domain.crosswalk import CONVENTION, Crosswalk
from recruiter_tui.domain.rulings import Accreditation, FieldRuling, Relevance, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping


INSTITUTIONS: Final = "institution/"
"""How the names of the checks of institutions begin; they hold for all vacancies of the store."""


class VersionRecord(NamedTuple):
    """What holds beside the criteria of one version, and how it came about."""

    policy: str
    """The specification of the policy in force."""
    crosswalk: Crosswalk = CONVENTION
    reason: str = ""
    """Why it was made, in a person's words; empty for the first version."""
    changes: tuple[str, ...] = ()
    """What differs from the version before, one line each."""
    previous: int | None = None
    """The number of the version that it took the place of."""
    archive: str | None = None
    """SHA-256 of the paper that holds inputs and findings of the version before, and who flipped."""


def in_force(vacancy: int) -> str:
    """Return the name of the setting that tells which version of the criteria holds."""
    return f"criteria/V{vacancy}"


def version_name(vacancy: int, number: int) -> str:
    """Return the name of the setting that holds a version's record."""
    return f"criteria/V{vacancy}/{number}"


def field_name(vacancy: int, key: str) -> str:
    """Return the name of the setting that holds a ruling on a field of study."""
    return f"{fields_of(vacancy)}{key}"


def fields_of(vacancy: int) -> str:
    """Return how the names of a vacancy's rulings on fields of study begin."""
    return f"field/V{vacancy}/"


def relevance_name(application: int) -> str:
    """Return the name of the setting that holds the rulings on one application's jobs."""
    return f"relevance/{application}"


def institution_name(key: str) -> str:
    """Return the name of the setting that holds a check of an institution."""
    return f"{INSTITUTIONS}{key}"


def dump_institution(checked: Accreditation) -> str:
    """Return a check of an institution as JSON."""
    return json.dumps(asdict(checked), ensure_ascii=False)


def load_institution(text: str) -> Accreditation:
    """Return a check of an institution."""
    found = json.loads(text)
    return Accreditation(**found | {"standing": Standing(found["standing"])})


def tier_name(vacancy: int, tier: int) -> str:
    """Return the name of the setting that holds what came of a tier."""
    return f"tier/V{vacancy}/{tier}"


def scenario_name(vacancy: int, name: str) -> str:
    """Return the name of the setting that holds a what-if scenario."""
    return f"{scenarios_of(vacancy)}{name}"


def scenarios_of(vacancy: int) -> str:
    """Return how the names of a vacancy's scenarios begin."""
    return f"scenario/V{vacancy}/"


def dump_relevance(ruled: Mapping[str, Relevance]) -> str:
    """Return the rulings on an application's jobs as JSON."""
    shown = {
        key: {"share": str(one.share), "note": one.note, "by": one.by, "at": one.at}
        for key, one in sorted(ruled.items())
    }
    return json.dumps(shown, ensure_ascii=False)


def load_relevance(text: str) -> dict[str, Relevance]:
    """Return the rulings on an application's jobs."""
    return {
        key: Relevance(Fraction(one["share"]), one["note"], one["by"], one["at"])
        for key, one in json.loads(text).items()
    }


def dump_field(ruling: FieldRuling) -> str:
    """Return a ruling on a field of study as JSON."""
    return json.dumps(
        {
            "field": ruling.field,
            "related": ruling.related,
            "reason": ruling.reason,
            "by": ruling.by,
            "at": ruling.at,
        },
        ensure_ascii=False,
    )


def load_field(text: str) -> FieldRuling:
    """Return a ruling on a field of study."""
    return FieldRuling(**json.loads(text))


def dump_version(record: VersionRecord) -> str:
    """Return a version's record as JSON."""
    shown = record._asdict() | {"crosswalk": [list(one) for one in record.crosswalk.placed]}
    return json.dumps(shown, ensure_ascii=False)


def load_version(text: str) -> VersionRecord:
    """Return a version's record."""
    found = json.loads(text)
    placed = tuple((str(level), int(low), int(high)) for level, low, high in found.pop("crosswalk"))
    return VersionRecord(**found | {"crosswalk": Crosswalk(placed), "changes": tuple(found["changes"])})
