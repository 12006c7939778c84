"""`completion`: lets the shell complete verbs, options and file names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recruiter_tui.cli.verbs import VERBS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recruiter_tui.cli.console import Console

_SHELLS = ("bash", "zsh", "fish")
_BASH = """_recruiter_tui() {
    local current=${COMP_WORDS[COMP_CWORD]} first=${COMP_WORDS[1]} words='' verb flags
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='@FIRSTS@'
    elif [ "$COMP_CWORD" -eq 2 ]; then
        case $first in
@SECONDS@
        esac
    fi
    for verb in "$first ${COMP_WORDS[2]}" "$first"; do
        case $verb in
@FLAGS@
            *) continue ;;
        esac
        break
    done
    flags=${flags:-'--store --as --help --version'}
    case $current in
        -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
        *) COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current")) ;;
    esac
}
complete -o filenames -F _recruiter_tui recruiter-tui
"""


def arguments(parser: ArgumentParser) -> None:
    """Declare the verb's options."""
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help=f"one of {', '.join(_SHELLS)}")
    parser.epilog = (
        'bash: eval "$(recruiter-tui completion bash)"    zsh: source <(recruiter-tui completion zsh)\n'
        "fish: recruiter-tui completion fish | source"
    )


def run(options: Namespace, console: Console) -> int:
    """Print the script."""
    script = {"bash": _bash, "zsh": _zsh, "fish": _fish}[options.shell]
    console.block(script(_options_by_verb()))
    return 0


def _options_by_verb() -> dict[str, tuple[str, ...]]:
    """Return the long options of every verb, as its own parser declares them."""
    from recruiter_tui.cli.parsing import options_of

    return {verb.name: options_of(verb.load()) for verb in VERBS}


def _firsts() -> list[str]:
    """Return the first words of all verbs, once each."""
    return list(dict.fromkeys(verb.name.split()[0] for verb in VERBS))


def _seconds() -> dict[str, list[str]]:
    """Return the second words by first word."""
    seconds: dict[str, list[str]] = {}
    for verb in VERBS:
        first, _, second = verb.name.partition(" ")
        if second:
            seconds.setdefault(first, []).append(second)
    return seconds


def _bash(options: dict[str, tuple[str, ...]]) -> str:
    """Return the function for bash."""
    seconds = "\n".join(
        f"        {first}) words='{' '.join(found)}' ;;" for first, found in _seconds().items()
    )
    flags = "\n".join(f"        '{verb}') flags='{' '.join(found)}' ;;" for verb, found in options.items())
    return (
        _BASH.replace("@FIRSTS@", " ".join(_firsts())).replace("@SECONDS@", seconds).replace("@FLAGS@", flags)
    )


def _zsh(options: dict[str, tuple[str, ...]]) -> str:
    """Return the same function for zsh, which can run bash's."""
    return "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + _bash(
        options
    )


def _fish(options: dict[str, tuple[str, ...]]) -> str:
    """Return the completions for fish, one line a word or option."""
    start = "complete -c recruiter-tui"
    lines = [f"{start} -n __fish_use_subcommand -l store -r", f"{start} -n __fish_use_subcommand -l as -x"]
    for verb in VERBS:
        first, _, second = verb.name.partition(" ")
        about = verb.summary.replace("'", "\\'")
        if second:
            lines.append(f"{start} -f -n __fish_use_subcommand -a {first}")
            lines.append(f"{start} -n '__fish_seen_subcommand_from {first}' -a {second} -d '{about}'")
        else:
            lines.append(f"{start} -f -n __fish_use_subcommand -a {first} -d '{about}'")
        seen = f"{start} -n '__fish_seen_subcommand_from {second or first}'"
        lines += [f"{seen} -l {option.lstrip('-')}" for option in options[verb.name]]
    return "\n".join(dict.fromkeys(lines)) + "\n"
