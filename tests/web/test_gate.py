"""The gate before the app in a browser: who gets in, and how often."""

from __future__ import annotations

import pytest

from recruiter_tui.web.gate import Answer, Gate

HERE = {"Host": "127.0.0.1:4711"}


@pytest.fixture
def gate() -> Gate:
    return Gate(4711)


def with_cookie(gate: Gate) -> dict[str, str]:
    return {gate.cookie_name: gate.cookie}


def test_the_address_opens_once_and_then_the_cookie_does(gate: Gate) -> None:
    assert gate.address == f"http://127.0.0.1:4711/?token={gate.token}"
    assert gate.answer(HERE, {}, gate.token) is Answer.LET_IN
    assert gate.answer(HERE, {}, gate.token) is Answer.REFUSED
    assert gate.answer(HERE, with_cookie(gate), None) is Answer.KNOWN
    assert gate.answer(HERE, with_cookie(gate), gate.token) is Answer.KNOWN


@pytest.mark.parametrize("token", [None, "", "x", "é" * 5_000, "\ud800"])
def test_a_wrong_token_opens_nothing_and_spends_nothing(gate: Gate, token: str | None) -> None:
    assert gate.answer(HERE, {}, token) is Answer.REFUSED
    assert gate.answer(HERE, {}, gate.token[:-1]) is Answer.REFUSED
    assert gate.answer(HERE, {}, gate.cookie) is Answer.REFUSED
    assert gate.answer(HERE, {gate.cookie_name: gate.token}, None) is Answer.REFUSED
    assert not gate.spent


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:4711",
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost.evil.example:4711",
        "0:4711",
    ],
)
def test_a_name_that_was_rebound_to_this_machine_is_refused(gate: Gate, host: str) -> None:
    assert gate.answer({"Host": host}, with_cookie(gate), gate.token) is Answer.REFUSED
    assert not gate.spent


@pytest.mark.parametrize(
    ("origin", "answer"),
    [
        (None, Answer.REFUSED),
        ("null", Answer.REFUSED),
        ("http://evil.example", Answer.REFUSED),
        ("https://127.0.0.1:4711", Answer.REFUSED),
        ("http://127.0.0.1:4712", Answer.REFUSED),
        ("http://localhost:4711", Answer.REFUSED),
        ("http://127.0.0.1:4711", Answer.KNOWN),
    ],
)
def test_a_socket_is_opened_by_our_own_page_alone(gate: Gate, origin: str | None, answer: Answer) -> None:
    headers = HERE if origin is None else HERE | {"Origin": origin}
    assert gate.answer(headers, with_cookie(gate), None, socket=True) is answer


def test_a_socket_never_takes_the_token(gate: Gate) -> None:
    headers = HERE | {"Origin": "http://127.0.0.1:4711"}
    assert gate.answer(headers, {}, gate.token, socket=True) is Answer.REFUSED


def test_every_run_has_secrets_of_its_own() -> None:
    secrets = {secret for _run in range(50) for gate in [Gate(1)] for secret in (gate.token, gate.cookie)}
    assert len(secrets) == 100
    assert min(len(secret) for secret in secrets) >= 43
