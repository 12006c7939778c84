"""XML files to plain nested values: names without namespaces, pictures and attached files left out."""

from __future__ import annotations

from typing import Any, Final

from recruiter_tui.reading.extracting.unusable import Unusable
from recruiter_tui.reading.extracting.xml import local, root

_DROPPED: Final = frozenset(
    ("EmbeddedData", "Photo", "Attachment", "Signature", "AttachmentList", "Thumbnail")
)
_LONGEST: Final = 100_000
_MOST: Final = 50_000

Tree = dict[str, Any]


def xml_tree(data: bytes) -> Tree:
    """Return the root's name and its tree: names hold lists, `#` the text; attributes are names too."""
    top = root(data)
    if sum(1 for _ in top.iter()) > _MOST:
        message = "it holds more elements than a profile should"
        raise Unusable(message)
    return {"root": local(top), "tree": _tree(top)}


def _tree(element: Any) -> Tree:  # noqa: ANN401 - lxml ships no types
    found: Tree = {"#": (element.text or "").strip()[:_LONGEST]}
    for name, value in element.attrib.items():
        found.setdefault(name.rpartition("}")[2].capitalize(), []).append({"#": value})
    for child in element:
        name = local(child)
        if name and name not in _DROPPED:
            found.setdefault(name, []).append(_tree(child))
    return found
