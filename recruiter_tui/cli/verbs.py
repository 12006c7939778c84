"""The registry of verbs: what `--help` lists and where each verb's code is, without loading any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Protocol

    from recruiter_tui.cli.console import Console

    class Runnable(Protocol):
        """What the module of a verb offers."""

        def arguments(self, parser: ArgumentParser) -> None:
            """Declare the verb's own options."""

        def run(self, options: Namespace, console: Console) -> int:
            """Do it and return the exit status: 0 done, 1 refused or failed."""


class Verb(NamedTuple):
    """One verb: what a user types, one line of help, and the module that does it.

    A named tuple, because loading `dataclasses` costs a fifth of the time that `--help` takes.
    """

    name: str
    summary: str
    module: str

    def load(self) -> Runnable:
        """Import the verb's module; only the verb that runs is ever loaded."""
        from importlib import import_module

        return cast("Runnable", import_module(f"recruiter_tui.cli.{self.module}"))


VERBS: tuple[Verb, ...] = (
    Verb("demo", "open the app on a filled store of its own", "demo"),
    Verb("serve", "open the app in a browser on this machine", "serve"),
    Verb("notice read", "read notices and print what was understood; stores nothing", "notice_read"),
    Verb("notice add", "store notices as vacancies", "notice_add"),
    Verb("notice list", "list the vacancies", "notice_list"),
    Verb("notice show", "show one vacancy with its criteria", "notice_show"),
    Verb(
        "candidate read",
        "read candidates' files and print what was understood; stores nothing",
        "candidate_read",
    ),
    Verb("import", "take applications in", "import_files"),
    Verb("import revert", "take one whole import back", "import_revert"),
    Verb("screen", "find out who meets the criteria, with evidence", "screen"),
    Verb("list", "list the applications of a vacancy", "list_applications"),
    Verb("decide", "record a decision on applications", "decide"),
    Verb("compare", "set applications side by side, differences first", "compare"),
    Verb("export", "write the shortlist to CSV, XLSX or JSON", "export"),
    Verb("overrule", "set your own outcome in place of a finding's, with a reason", "overrule"),
    Verb("relevance", "rule how much of a job counts, or list the jobs of an application", "relevance"),
    Verb("note", "write a remark on applications", "note"),
    Verb("tag", "tag applications", "tag"),
    Verb("rank", "move an application within the shortlist", "rank"),
    Verb("tier close", "record the outcome of a tier", "tier_close"),
    Verb("undo", "take back the last act", "undo"),
    Verb("redo", "do again what was taken back last", "redo"),
    Verb("history", "list what was done, by whom and when", "history"),
    Verb("verify", "check the journal's chain and the store's integrity", "verify"),
    Verb("backup", "write a complete copy of the store to a file", "backup"),
    Verb("doctor", "examine the store and say what to do", "doctor"),
    Verb("where", "print the folders and files that the program uses", "where"),
    Verb("keys", "list the keys of the app", "keys"),
    Verb("completion", "print the completion script for bash, zsh or fish", "completion"),
)


def find(words: list[str]) -> tuple[Verb, list[str]] | None:
    """Return the verb that the words begin with, and the words after it; the longest name wins."""
    for length in (2, 1):
        name = " ".join(words[:length])
        for verb in VERBS:
            if verb.name == name and len(words) >= length:
                return verb, words[length:]
    return None


def beginning_with(word: str) -> tuple[Verb, ...]:
    """Return the verbs of two words whose first is this one."""
    return tuple(verb for verb in VERBS if verb.name.startswith(f"{word} "))
