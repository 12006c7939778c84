"""XML of strangers, event by event: no entities, no network, no document larger than a document is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from recruiter_tui.reading.extracting.unusable import Unusable

if TYPE_CHECKING:
    from collections.abc import Iterator


def events(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield the starts and ends of elements; raises Unusable for what is no XML or declares a type."""
    from lxml import etree

    walk = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        yield from walk
    except etree.XMLSyntaxError as error:
        message = "its XML is broken or larger than a document's"
        raise Unusable(message) from error


def root(data: bytes) -> Any:  # noqa: ANN401 - lxml ships no types
    """Return the root of a small document, comments and instructions left out."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = "its XML is broken or larger than a document's"
        raise Unusable(message) from error


def local(element: Any) -> str:  # noqa: ANN401 - lxml ships no types
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
