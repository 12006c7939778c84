"""What can go wrong in the field's own terms; every message says what to do next."""

from __future__ import annotations


class RecruiterError(Exception):
    """An expected failure: `str()` is one sentence for the user, `remedy` what to do next."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        """Keep the problem and its remedy apart, so that screens can set them apart."""
        super().__init__(f"{problem}: {remedy}" if remedy else problem)
        self.problem = problem
        self.remedy = remedy


class Refused(RecruiterError):
    """A rule of the field forbids it, for instance a rejection without a reason."""


class Conflict(RecruiterError):
    """Somebody else changed the same thing first; nothing was written."""


class WorkedOn(Conflict):
    """What would be taken back was worked on since; nothing was written, and that work can go back too."""


class NotFound(RecruiterError):
    """There is no such vacancy, application, candidate or criterion."""


class Unreadable(RecruiterError):
    """A file cannot be understood; the problem names the file and the place in it."""
