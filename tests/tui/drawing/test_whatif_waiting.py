"""While everybody is judged under another policy, the panel says so."""

from __future__ import annotations

from recruiter_tui.tui.drawing.whatif import count_lines


def test_the_first_question_under_another_policy_says_what_is_waited_for() -> None:
    [told] = count_lines(None, 90, "epso/1")
    assert "for the first time: European Personnel Selection Office" in str(told)
    [told] = count_lines(None, 70)
    assert "laying everybody out" in str(told)
