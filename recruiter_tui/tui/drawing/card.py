"""One candidate as a first pass shows him or her."""

from __future__ import annotations

from dataclasses import dataclass

from recruiter_tui.services.reading_queue import Previous
from recruiter_tui.services.views import Dossier
from recruiter_tui.tui.drawing.papers import Papers


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is shown of one candidate."""

    dossier: Dossier
    papers: Papers
    previous: tuple[Previous, ...] = ()
    is_searched: bool = True
    """Whether the papers were searched for what a person judges; very long ones are shown before that."""
