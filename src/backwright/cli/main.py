"""The command: reads what was said, runs one verb, gives back the exit status."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import cast

from backwright import __version__
from backwright.cli.configuration import settings
from backwright.cli.options import Settings, UsageError, parsed
from backwright.diagnostics import command
from backwright.source import Span

Verb = Callable[[Path, Settings], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives back its exit status."""
    said = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(said)
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; whatever was being written is finished or undone\n")
        return 130
    except BrokenPipeError:
        # Whoever read us has read enough; the interpreter must not complain at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except Exception as error:
        return _defect(error, said)
    return status


def _defect(error: Exception, said: Sequence[str]) -> int:
    """An end that nobody thought of: said as such, with the traceback that a report needs."""
    from backwright.cli.output import refused  # noqa: PLC0415  see below

    what = f"{type(error).__name__}: {error}".split("\n", 1)[0]
    problem = command.DEFECT.at(Span("command line", 1), what=what)
    status = refused("", (problem,), as_document=_wants_json(said))
    traceback.print_exception(error)
    return status


def _run(said: Sequence[str]) -> int:
    try:
        wanted = parsed(said)
    except UsageError as error:
        return _misused(error, said)
    except SystemExit as end:  # argparse has printed its help
        return int(end.code or 0)
    if wanted.get("version"):
        sys.stdout.write(f"backwright {__version__}\n")
        return 0
    root = Path.cwd()
    chosen, problems = settings(root, wanted)
    if problems:
        from backwright.cli.output import refused  # noqa: PLC0415  fast --version and --help

        return refused(chosen.verb, problems, as_document=chosen.json)
    return _verb(chosen.verb or "overview")(root, chosen)


def _verb(name: str) -> Verb:
    """Imported only when it runs, so that `discover` does not wait for what it never uses."""
    return cast("Verb", import_module(f"backwright.cli.{name}").run)


def _misused(error: UsageError, said: Sequence[str]) -> int:
    from backwright.cli.output import refused  # noqa: PLC0415  see above

    verb = f"{error.verb} " if error.verb else ""
    problem = command.USAGE.at(Span("command line", 1), problem=error.problem, verb=verb)
    return refused(error.verb, (problem,), as_document=_wants_json(said))


def _wants_json(said: Sequence[str]) -> bool:
    """Told without the parser, which may be what failed."""
    return "--format=json" in said or ("--format", "json") in pairwise(said)
