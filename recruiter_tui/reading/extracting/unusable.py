"""What a parser says about a document in words of ours, which may be shown to a person."""

from __future__ import annotations


class Unusable(ValueError):
    """A document that cannot be used, and why; the words hold nothing of what stands in it.

    What a library says in its own errors may quote the document, so that only these are handed on.
    """
