"""What the tests of the rules share."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "rules",
    deadline=None,  # a busy machine is no fault of a rule; speed has tests of its own
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("rules")
