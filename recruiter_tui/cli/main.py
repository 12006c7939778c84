"""The command line's frame: finds the verb, loads it alone, and turns every failure into one line."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from recruiter_tui.cli.console import Console, OutputLost
from recruiter_tui.cli.verbs import VERBS, beginning_with, find
from recruiter_tui.domain.errors import RecruiterError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from recruiter_tui.cli.doors import Doors
    from recruiter_tui.cli.verbs import Verb

PROGRAM = "recruiter-tui"
DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


def run(arguments: list[str], doors: Doors, console: Console | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 refused or failed, 2 wrong usage."""
    os.umask(0o077)
    console = console or Console()
    try:
        status = _guarded(lambda: _dispatch(arguments, doors, console), console)
        console.flush()
    except OutputLost as lost:
        _silence_stdout()
        if lost.reader_gone:
            return DONE
        console.say(f"{PROGRAM}: the output cannot be written ({lost.why})")
        return FAILED
    return status


def _guarded(work: Callable[[], int], console: Console) -> int:
    """Do the work; an expected failure becomes one line with its remedy, any other one line without data."""
    try:
        return work()
    except RecruiterError as error:
        console.say(f"{PROGRAM}: {error}")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else DONE
    except KeyboardInterrupt:
        console.say(f"{PROGRAM}: interrupted; what was not finished has left no trace")
        return INTERRUPTED
    except OutputLost:
        raise
    except Exception as error:  # noqa: BLE001 - the last net: a recruiter never meets a traceback
        _explain_fault(error, console)
    return FAILED


def _dispatch(arguments: list[str], doors: Doors, console: Console) -> int:
    """Find the verb and run it; without one the app opens."""
    if arguments[:1] in (["--help"], ["-h"], ["--version"]):
        return _about(console, version=arguments[0] == "--version")
    alone = _app_alone(arguments)
    if alone is not None:
        from recruiter_tui.cli import app

        alone.doors = doors
        return app.run(alone, console)
    from recruiter_tui.cli.parsing import parse_leading

    options, rest = parse_leading(PROGRAM, arguments)
    options.doors = doors
    if options.help or options.version:
        return _about(console, version=not options.help)
    if not rest:
        from recruiter_tui.cli import app

        return app.run(options, console)
    found = find(rest)
    if found is None:
        return _no_such_verb(rest, console)
    verb, words = found
    return _run_verb(verb, words, options, console)


def _about(console: Console, *, version: bool) -> int:
    """Print the overview, or the version."""
    from recruiter_tui import __version__

    console.block(f"{PROGRAM} {__version__}" if version else _help())
    return DONE


def _app_alone(arguments: list[str]) -> SimpleNamespace | None:
    """Return the options where only the app is asked for; argparse would hold up its first picture."""
    named = dict(zip(arguments[::2], arguments[1::2], strict=False))
    certain = 2 * len(named) == len(arguments) and not any(value.startswith("-") for value in named.values())
    if not certain or not named.keys() <= {"--store", "--as"}:
        return None
    return SimpleNamespace(store=named.get("--store"), actor=named.get("--as"))


def _run_verb(verb: Verb, words: list[str], options: Namespace, console: Console) -> int:
    """Parse the verb's own options, which may hold the global ones as well, and run it."""
    from recruiter_tui.cli.parsing import parse_verb

    module = verb.load()
    parse_verb(f"{PROGRAM} {verb.name}", verb.summary, module, words, options)
    return module.run(options, console)


def _no_such_verb(words: list[str], console: Console) -> int:
    """Say which verbs there are in place of the one that is not."""
    family = beginning_with(words[0])
    if family and (len(words) == 1 or words[1] in {"-h", "--help"}):
        names = "\n".join(f"  {verb.name:<16} {verb.summary}" for verb in family)
        if len(words) > 1:
            console.block(names)
            return DONE
        console.say(f"{PROGRAM}: {words[0]} needs one more word: " + ", ".join(verb.name for verb in family))
        return WRONG_USAGE
    from difflib import get_close_matches

    typed = " ".join(words[:2]) if family else words[0]
    close = get_close_matches(typed, [verb.name for verb in VERBS], n=1)
    hint = f"did you mean `{close[0]}`? " if close else ""
    console.say(f"{PROGRAM}: there is no verb {typed!r}; {hint}`{PROGRAM} --help` lists them")
    return WRONG_USAGE


def _help() -> str:
    """Return the overview."""
    lines = [
        f"usage: {PROGRAM} [--store PATH] [--as NAME] [VERB ...]",
        "",
        "From a vacancy notice and a pile of applications to a defensible shortlist.",
        "Without a verb the app opens.",
        "",
        *(f"  {verb.name:<16} {verb.summary}" for verb in VERBS),
        "",
        "  --store PATH     the store to work on (also RECRUITER_TUI_STORE; default: the user's own)",
        "  --as NAME        who acts, recorded with every decision (default: the settings' user, the login)",
        "  --version        print the version",
        f"  --help           this; `{PROGRAM} VERB --help` explains a verb",
        "",
        "Exit status: 0 done, 1 refused or failed, 2 wrong usage. Data goes to stdout, narration to stderr.",
    ]
    return "\n".join(lines)


def _explain_fault(error: Exception, console: Console) -> None:
    """Say where an unexpected fault arose; never its text, which may hold a candidate's data."""
    step = error.__traceback__
    while step is not None and step.tb_next is not None:
        step = step.tb_next
    # A code object's file name is no path to work with, so its last part is all that is needed.
    place = f"{os.path.basename(step.tb_frame.f_code.co_filename)}:{step.tb_lineno}" if step else "?"  # noqa: PTH119
    console.say(
        f"{PROGRAM}: an unexpected fault stopped this ({type(error).__name__} at {place}); "
        "what was not finished has left no trace. Report this line"
    )
    if os.environ.get("RECRUITER_TUI_DEBUG") == "1":
        import traceback

        console.say("\n".join(traceback.format_tb(error.__traceback__)))


def _silence_stdout() -> None:
    """Keep the interpreter from complaining about the lost stream once more at its end."""
    if sys.stdout is None:
        return
    devnull = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(devnull, sys.stdout.fileno())
    except (OSError, ValueError):
        return  # a stream that is no file has no descriptor to point elsewhere
    finally:
        os.close(devnull)
