"""Whether words make a demand or offer an advantage, in four languages."""

from __future__ import annotations

import re

from recruiter_tui.reading.notices.words import flat

_ADVANTAGE = re.compile(
    r"\b(?:advantage\w*|assets?|preference (?:for|(?:will|would|may|is|shall) (?:be )?(?:given|granted))|"
    r"desirable|desired|preferred|preferabl[ey]|preferably|(?:is|are|as|"
    r"be|considered) a plus|a plus|strong plus"
    r"|highly valued|beneficial|(?:would|will|may|is|are) (?:also )?be(?:ing)? (?:useful|helpful|"
    r"welcome|an asset|considered|valued)|nice to have|added value|ideally"
    r"|not (?:explicitly |strictly )?(?:required|mandatory|essential)|bonus|desired but|optional|"
    r"due consideration|not a requirement|not (?:be )?a prerequisite"
    r"|atouts?|avantage\w*|souhaitables?|souhaitee?s?|un plus|appreciee?s?|"
    r"dument prise?s? en compte|pas (?:obligatoire|exigee?|requise?)|de preference|serait|"
    r"constitue(?:rait)? un"
    r"|ventajas?|deseables?|preferible\w*|de preferencia|se valorara\w*|valorable|valorad[oa]s?|"
    r"sera un plus|constituye una|desejavel|desejaveis"
    r"|vantagem|vantagens|diferencia(?:l|is)|devida consideracao|nao e (?:um )?(?:requisito|"
    r"obrigatori\w+)|no es (?:un )?(?:requisito|obligatori\w+)|debida consideracion|"
    r"preferencialmente|preferencia|sera considerad[oa]|seran? consideradas? una?|valoradas?|"
    r"recomendable)\b"
)
_DEMAND = re.compile(
    r"\b(?:is|are) (?:also )?(?:required|mandatory|essential|necessary|compulsory)|\b(?:must|"
    r"required|mandatory|essential|exigee?s?|requise?s?|obligatoires?"
    r"|necessaires?|indispensables?|imperatif|requerid[oa]s?|imprescindible|obligatori[oa]s?|"
    r"exigid[oa]s?|obrigatori[oa]s?)\b"
)


def is_advantage(text: str) -> bool:
    """Tell whether a sentence offers an advantage instead of making a demand."""
    return bool(_ADVANTAGE.search(flat(text)))


def is_demand(text: str) -> bool:
    """Tell whether a sentence makes a demand in so many words."""
    return bool(_DEMAND.search(flat(text)))


def advantage_at(plain: str, start: int = 0) -> int | None:
    """Return where folded text first offers an advantage, or None."""
    found = _ADVANTAGE.search(plain, start)
    return found.start() if found else None


def demand_at(plain: str, start: int = 0) -> int | None:
    """Return where folded text first makes a demand in so many words, or None."""
    found = _DEMAND.search(plain, start)
    return found.start() if found else None
