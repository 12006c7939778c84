"""Addresses in papers: what counts as one, and what is never offered."""

from __future__ import annotations

import time

import pytest

from recruiter_tui.domain.links import MOST, links


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://example.org/cv.pdf, please.", ["https://example.org/cv.pdf"]),
        ("(https://example.org/a_(b))", ["https://example.org/a_(b)"]),
        ("<HTTP://Example.org/>", ["HTTP://Example.org/"]),
        ("twice http://a.example http://a.example", ["http://a.example"]),
        ("http://127.0.0.1:8080/x?y=1#z", ["http://127.0.0.1:8080/x?y=1#z"]),
        ("“https://example.org”", ["https://example.org"]),
        ("javascript:alert(1) file:///etc/passwd ftp://a.example data:text/html,x -u http", []),
        ("https://user:pass@example.org https://paypal.com@evil.example", []),
        ("http:// http://- http://.. http://[::1 http://a:99999 http://a:0", []),
        ("mailto:x@example.org www.example.org", []),
        ("https://exa\u202emple.org", []),
    ],
)
def test_addresses_of_pages_alone_are_found(text: str, urls: list[str]) -> None:
    assert [link.url for link in links(text)] == urls


def test_a_host_in_letters_of_another_script_is_told_as_the_network_sees_it() -> None:
    (link,) = links("https://www.\u0430pple.com/login")  # the first letter is Cyrillic
    assert link.host == "www.xn--pple-43d.com"


@pytest.mark.parametrize("host", ["\u00fc" * 70, "b\u00fc..cher", "\u0378x"])
def test_a_host_that_no_network_knows_is_no_address(host: str) -> None:
    assert links(f"https://{host}.example/ and https://example.org") == links("https://example.org")


def test_long_and_hostile_texts_cost_little() -> None:
    begun = time.process_time()
    assert len(links(" ".join(f"https://a{number}.example/" for number in range(5_000)))) == MOST
    for text in ("http://" * 40_000, "https://a" + "." * 200_000, "https://(" + ")" * 200_000):
        links(text)
    assert time.process_time() - begun < 5
