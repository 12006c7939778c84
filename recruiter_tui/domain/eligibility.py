"""Eligibility apart from merit: rules on nationality (R8-R9) and on the channel (R6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from recruiter_tui.domain.finding import Evidence, Finding, Outcome
from recruiter_tui.domain.person import STATELESS
from recruiter_tui.domain.policy import DEFAULT_POLICY, NationalityReading, Policy
from recruiter_tui.domain.requirement import Channel, Nationality, NationalityRule
from recruiter_tui.domain.text import fold
from recruiter_tui.domain.truth import Truth, every, negated, outcome_of
from recruiter_tui.domain.wording import RECORD, Names, listed, quotation

if TYPE_CHECKING:
    from recruiter_tui.domain.application import Application
    from recruiter_tui.domain.person import Candidate

_NATIONALITY_RULE = "R8-R9/1"
_CHANNEL_RULE = "R6/1"
_EXCLUDING = frozenset({NationalityRule.EXCLUDES_DUTY_STATION, NationalityRule.EXCLUDES_LISTED})
_NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class _Held:
    """The nationalities that a rule looks at; None stands for one that the file words unclearly."""

    codes: tuple[str | None, ...]
    flags: tuple[str, ...] = ()

    @classmethod
    def by(cls, candidate: Candidate, policy: Policy) -> _Held:
        codes = tuple(dict.fromkeys(stated.value for stated in candidate.nationalities))
        if len(codes) > 1 and STATELESS in codes:  # whoever has a nationality is not stateless
            return cls._of(tuple(code for code in codes if code != STATELESS), policy, "called stateless too")
        return cls._of(codes, policy)

    @classmethod
    def _of(cls, codes: tuple[str | None, ...], policy: Policy, *flags: str) -> _Held:
        several = len(codes) > 1
        if several and policy.nationality_rule is NationalityReading.RECOGNISED_ONE:
            return cls(codes[:1], ("several nationalities", "the first on file counts", *flags))
        return cls(codes, ("several nationalities", *flags) if several else flags)


def judge_nationality(
    criterion: Nationality,
    application: Application,
    candidate: Candidate,
    policy: Policy = DEFAULT_POLICY,
    *,
    duty_station: str | None = None,
    names: Names = _NO_NAMES,
) -> Finding:
    """Return whether the nationalities on file allow the application; internal candidates are not exempt.

    `duty_station` is the notice's country, for a criterion that does not name it itself. Nationalities of
    which one is excluded and another is not leave it to a person.
    """
    named = criterion.listed or tuple(filter(None, (criterion.country or duty_station,)))
    held = _Held.by(candidate, policy)
    excludes = criterion.rule in _EXCLUDING
    allowed = [_allowed(code, named, excludes=excludes) for code in held.codes]
    truth = _together(allowed) if named and allowed else None
    called = [names.country(code) if code else None for code in held.codes]
    inputs: dict[str, object] = {
        "rule": criterion.rule.value,
        "countries": list(named),
        "nationalities": [stated.value for stated in candidate.nationalities],
        "nationality_rule": policy.nationality_rule.value,
        "internal": application.internal,
    }
    evidence = tuple(
        quotation(candidate, stated.spans, stated.text or stated.value or "")
        for stated in candidate.nationalities
        if stated.value or stated.text
    )
    return Finding.on(
        criterion,
        outcome_of(truth),
        _nationality_sentence(
            criterion,
            truth,
            called,
            [names.country(code) for code in named],
            stateless=STATELESS in held.codes,
        ),
        inputs,
        evidence,
        rule=_NATIONALITY_RULE,
        flags=held.flags,
    )


def _allowed(code: str | None, named: tuple[str, ...], *, excludes: bool) -> Truth:
    """Return whether one nationality by itself allows the application."""
    return None if code is None else (code in named) != excludes


def _together(allowed: list[Truth]) -> Truth:
    """Return what all nationalities say together: they must agree, else a person rules."""
    if every(allowed):
        return True
    return False if every(map(negated, allowed)) else None


def _nationality_sentence(
    criterion: Nationality,
    truth: Truth,
    called: list[str | None],
    countries: list[str],
    *,
    stateless: bool,
) -> str:
    """Return why the nationalities allow the application or not."""
    rule = _rule_in_words(criterion.rule, countries)
    if not countries:
        return "The notice does not name the country that its rule on nationality speaks of."
    if stateless:
        return f"The applicant is stateless, and {rule}."
    if not called:
        return f"The file states no nationality, and {rule}."
    known = [country for country in called if country]
    if not known:
        return f"The nationality on file is unclear; {rule}, so a person must rule."
    unclear = "" if len(known) == len(called) else ", and a nationality on file is unclear"
    holder = f"The applicant is a national of {listed(known)}{unclear}"
    if truth is None:
        return f"{holder}; {rule}, so a person must rule."
    return f"{holder}, and {rule}."


def _rule_in_words(rule: NationalityRule, countries: list[str]) -> str:
    """Return the rule as part of a sentence, with no more than three countries by name."""
    shown = listed(countries, "or") if len(countries) <= _MOST_NAMED else "the listed countries"
    if rule in _EXCLUDING:
        return f"the notice excludes nationals of {shown}"
    return f"the notice is only for nationals of {shown}"


_MOST_NAMED = 3


class _Way(StrEnum):
    """The ways in which applications come in."""

    SYSTEM = "e-recruitment"
    MAIL = "e-mail"
    POST = "post"
    HAND = "by hand"
    BOARD = "job board"


_WAYS = {
    _Way.SYSTEM: (
        "e-recruitment", "erecruitment", "e recruitment", "recruitment system", "recruitment platform",
        "online",
        "on-line", "portal", "prism", "oracle", "inspira", "web", "website", "workday", "taleo",
        "successfactors",
        "system", "application form", "quantum", "en ligne", "en linea", "portail", "plataforma",
        "plateforme",
    ),
    _Way.MAIL: (
        "e-mail", "email", "mail", "courriel", "correo electronico", "correio eletronico", "mailto",
    ),
    _Way.POST: ("post", "postal", "letter", "courier", "fax", "courrier", "correo postal", "poste"),
    _Way.HAND: ("hand", "in person", "walk-in", "en personne", "en persona", "em maos"),
    _Way.BOARD: ("job board", "linkedin", "indeed", "unjobs", "reliefweb", "impactpool", "referral"),
}  # fmt: skip
"""Words by which a channel is known, folded; the longest that occurs decides."""
_BY_LENGTH = sorted(
    ((word, way) for way, known in _WAYS.items() for word in known), key=lambda pair: -len(pair[0])
)


def _way(text: str) -> _Way | None:
    """Return the way that a channel's wording names."""
    folded = f" {fold(text).replace('_', ' ')} "
    for word, way in _BY_LENGTH:
        if f" {word} " in folded:
            return way
    return _Way.MAIL if "@" in folded else None


def judge_channel(criterion: Channel, application: Application) -> Finding:
    """Return whether the application came in by the only channel that counts.

    A file that does not say how an application came in leaves it to a person and does not hold it back.
    """
    asked, came = criterion.channel or criterion.text, (application.channel or "").strip()
    outcome: Outcome | None
    if not came:
        outcome, reason = None, "The file does not say how the application came in."
    else:
        wanted, used = _way(asked), _way(came)
        if fold(asked) == fold(came) or (wanted and wanted is used):
            outcome = Outcome.MET
            reason = f"The application came in as “{came}”, as the notice asks."
        elif wanted and used:
            outcome = Outcome.NOT_MET
            reason = f"The application came in as “{came}”; only {asked} counts."
        else:
            outcome = Outcome.CANNOT_TELL
            reason = f"The application came in as “{came}”; whether that is {asked}, a person must rule."
    return Finding.on(
        criterion,
        outcome,
        reason,
        {"asked": asked, "channel": came or None},
        (Evidence(came, RECORD),) if came else (),
        rule=_CHANNEL_RULE,
    )
