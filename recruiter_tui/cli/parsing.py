"""How arguments are read: no abbreviations, global options before or after the verb, errors in one line."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING, NoReturn

from recruiter_tui.cli.console import printable

if TYPE_CHECKING:
    from recruiter_tui.cli.verbs import Runnable

_WRONG_USAGE = 2
_WITH_VALUE = ("--store", "--as")


class Parser(ArgumentParser):
    """A parser that does not guess abbreviations and never prints what could steer a terminal."""

    def __init__(self, prog: str, description: str | None = None, *, add_help: bool = True) -> None:
        """Switch abbreviations off, so that a new option never changes what an old script means."""
        super().__init__(
            prog=prog,
            description=description,
            add_help=add_help,
            allow_abbrev=False,
            formatter_class=RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and how to see the usage, and leave with status 2."""
        self.exit(_WRONG_USAGE, f"{self.prog}: {printable(message)}; see `{self.prog} --help`\n")


def parse_leading(program: str, arguments: list[str]) -> tuple[Namespace, list[str]]:
    """Read the global options before the verb; return them and the words from the verb on."""
    place = 0
    while place < len(arguments) and arguments[place].startswith("-"):
        place += 2 if arguments[place] in _WITH_VALUE else 1
    parser = Parser(program, add_help=False)
    _global_options(parser, default=None)
    parser.add_argument("-h", "--help", action="store_true")
    parser.add_argument("--version", action="store_true")
    return parser.parse_args(arguments[:place]), arguments[place:]


def parse_verb(program: str, summary: str, module: Runnable, words: list[str], into: Namespace) -> None:
    """Read the verb's own options, among which the global ones may stand, into the namespace."""
    parser = Parser(program, summary[:1].upper() + summary[1:] + ".")
    module.arguments(parser)
    _global_options(parser, default=SUPPRESS)
    parser.parse_intermixed_args(words, namespace=into)


def options_of(module: Runnable) -> tuple[str, ...]:
    """Return the long options that a verb takes, the global ones included."""
    parser = Parser("")
    module.arguments(parser)
    _global_options(parser, default=SUPPRESS)
    names = (name for action in parser._actions for name in action.option_strings)  # noqa: SLF001 - argparse has no public list
    return tuple(name for name in names if name.startswith("--"))


def _global_options(parser: ArgumentParser, default: str | None) -> None:
    """Declare what every verb takes."""
    parser.add_argument("--store", metavar="PATH", default=default, help="the store to work on")
    parser.add_argument("--as", dest="actor", metavar="NAME", default=default, help="who acts (recorded)")
