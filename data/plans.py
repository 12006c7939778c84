"""Who applies to which demo vacancy: how many, from where, and how well they fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

MIXED: Final = {
    # An intent and its weight; careers.py and draw.py know what each of them means.
    "meets": 32,
    "dual": 5,
    "no-nationality": 6,
    "related-field": 8,
    "no-field": 4,
    "vague-dates": 8,
    "no-zone": 3,
    "unlevelled": 5,
    "short": 14,
    "bachelor-short": 5,
    "no-degree": 3,
    "expected-degree": 3,
    "excluded": 5,
    "no-language": 3,
    "weak-language": 3,
    "late": 2,
    "e-mail": 2,
}
PLAIN: Final = {
    "meets": 38,
    "no-nationality": 5,
    "related-field": 9,
    "vague-dates": 7,
    "unlevelled": 5,
    "short": 18,
    "bachelor-short": 5,
    "no-degree": 3,
    "excluded": 5,
    "no-language": 3,
    "weak-language": 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One vacancy's applicants."""

    notice: str
    """File name of the notice."""
    count: int
    """How many persons apply to this vacancy alone, or to it first."""
    shared: int = 0
    """How many of the main vacancy's applicants apply here too."""
    posted: int
    """Days from today, as in the notice."""
    closing: int
    clock: time = time(23, 59)
    zone: str = "Europe/Zurich"
    master: int
    """Months of experience that the notice asks for beside a master's degree, and beside a bachelor's."""
    bachelor: int
    fields: tuple[str, ...]
    trades: tuple[tuple[str, str], ...]
    """Language of the papers and line of work, as often as they are to be drawn."""
    required: tuple[str, ...]
    extra: tuple[str, ...] = ()
    excluded: str | None = None
    only: str | None = None
    intents: dict[str, int]

    def closes(self, today: date) -> datetime:
        """Return the closing instant in UTC."""
        day = today + timedelta(days=self.closing)
        return datetime.combine(day, self.clock, ZoneInfo(self.zone)).astimezone(UTC)

    def window(self, today: date) -> tuple[datetime, datetime]:
        """Return between which instants applications can have come in so far."""
        opened = datetime.combine(today + timedelta(days=self.posted), time(9), UTC)
        return opened, min(self.closes(today), datetime.combine(today, time(0), UTC)) - timedelta(minutes=2)


MAIN: Final = Plan(
    notice="programme-officer-tunis.txt",
    count=304,
    posted=-36,
    closing=-6,
    master=60,
    bachelor=84,
    fields=(
        "Law",
        "International Relations",
        "Political Science",
        "Public Administration",
        "Migration Studies",
        "Human Rights",
        "Security Studies",
        "Social Sciences",
    ),
    trades=(
        *[
            ("en", name)
            for name in ("border", "border", "border", "returns", "returns", "registration", "consular")
        ],
        *[
            ("en", name)
            for name in ("legal", "legal", "identity", "identity", "trafficking", "projects", "projects")
        ],
        *[("en", name) for name in ("training", "research", "research", "supply", "health")],
        ("fr", "frontiere"),
        ("fr", "retour"),
        ("es", "movilidad"),
        ("ar", "hudud"),
    ),
    required=("English",),
    extra=("French", "Arabic", "Spanish", "French"),
    excluded="TN",
    intents=MIXED,
)

OTHERS: Final = (
    Plan(
        notice="registration-coordinator-gore.txt",
        count=22,
        shared=6,
        posted=-21,
        closing=20,
        master=12,
        bachelor=36,
        fields=("Social Sciences", "Statistics", "Law", "Demography"),
        trades=(("en", "registration"), ("en", "registration"), ("fr", "retour"), ("en", "trafficking")),
        required=("French",),
        extra=("Arabic", "English"),
        intents=PLAIN,
    ),
    Plan(
        notice="economist-bangkok.txt",
        count=20,
        shared=6,
        posted=-35,
        closing=9,
        zone="Asia/Bangkok",
        master=84,
        bachelor=108,
        fields=("Economics", "Statistics", "International Trade"),
        trades=(("en", "economics"), ("en", "economics"), ("en", "research")),
        required=("English",),
        extra=("Russian", "Chinese", "French"),
        intents=PLAIN,
    ),
    Plan(
        notice="national-officer-nairobi.txt",
        count=28,
        posted=-28,
        closing=0,
        clock=time(17),
        zone="Africa/Nairobi",
        master=24,
        bachelor=48,
        fields=("Law", "Economics", "Political Science", "Human Resources", "Sociology"),
        trades=(("en", "projects"), ("en", "legal"), ("en", "consular"), ("en", "administration")),
        required=("English", "Swahili"),
        only="KE",
        intents=PLAIN,
    ),
    Plan(
        notice="assistant-dakar.txt",
        count=30,
        posted=-16,
        closing=5,
        zone="Africa/Dakar",
        master=48,
        bachelor=48,
        fields=("Comptabilité", "Gestion", "Finances", "Administration"),
        trades=(("fr", "administration"),),
        required=("French",),
        extra=("English",),
        only="SN",
        intents=PLAIN,
    ),
    Plan(
        notice="evaluation-consultant-lima.txt",
        count=22,
        posted=-11,
        closing=3,
        clock=time(18),
        zone="America/Lima",
        master=36,
        bachelor=60,
        fields=("Ciencias Sociales", "Economía", "Estadística"),
        trades=(("es", "evaluacion"), ("es", "movilidad")),
        required=("Spanish",),
        extra=("English", "Portuguese"),
        intents=PLAIN,
    ),
    Plan(
        notice="legal-officer-niamey.txt",
        count=18,
        shared=8,
        posted=-62,
        closing=-30,
        master=24,
        bachelor=48,
        fields=("Droit", "Droits de l'homme", "Relations internationales"),
        trades=(("en", "legal"), ("fr", "frontiere"), ("fr", "retour")),
        required=("French",),
        extra=("English", "Arabic"),
        excluded="NE",
        intents=PLAIN,
    ),
)
