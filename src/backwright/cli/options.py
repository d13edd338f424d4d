"""What can be said on the command line."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

VERBS: Final = {
    "init": "lay down an example specification, or say what is here",
    "discover": "which files are followed, and what each line of them became",
    "plan": "what would be built and what would change; writes nothing",
    "implement": "build the backend, run its tests, report",
    "document": "write the report and the OpenAPI document",
    "demo": "build, test and boot a bundled example",
    "explain": "what a diagnostic, a question or a statement means",
    "decisions": "what was decided, by whom",
}
FORMATS: Final = ("text", "json")
PARTS: Final = ("models", "schemas", "routes", "tests")
_FEATURE: Final = "a feature: its folder, its spec.md or its name"


class UsageError(Exception):
    """The command line makes no sense."""

    def __init__(self, verb: str, problem: str) -> None:
        super().__init__(problem)
        self.verb, self.problem = verb, problem


@dataclass(frozen=True, slots=True)
class Settings:
    """What a verb is to do: the command line over `[tool.backwright]` over these defaults."""

    verb: str = ""
    target: str | None = None
    format: str = "text"
    output: str | None = None
    only: tuple[str, ...] = ()
    accept_defaults: bool = False
    answer: tuple[str, ...] = ()
    tests: bool = True
    check: bool = False
    strict: bool = False
    dry_run: bool = False
    diff: bool = False
    ledger: bool = False

    @property
    def json(self) -> bool:
        return self.format == "json"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        verb = self.prog.partition(" ")[2]
        raise UsageError(verb, message)


def parser() -> argparse.ArgumentParser:
    """Flags that are left out are left out of the namespace, so that configuration can speak."""
    top = _Parser(
        prog="backwright",
        description="Turns feature specifications into FastAPI backends that provably keep them.",
        epilog="Without a verb: what was found here, in what state, and the next command.",
        argument_default=argparse.SUPPRESS,
    )
    top.add_argument("--version", action="store_true", help="print the version")
    _format(top)
    verbs = top.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)
    for name, about in VERBS.items():
        own = verbs.add_parser(
            name, help=about, description=about, argument_default=argparse.SUPPRESS
        )
        _format(own)
        _target(own, name)
        if name in ("discover", "plan", "implement", "document"):
            _judging(own)
        if name in ("plan", "implement", "document"):
            _answering(own)
        if name == "implement":
            _writing(own)
        if name == "discover":
            own.add_argument("--ledger", action="store_true", help="every line of the ledger")
    return top


def _format(own: argparse.ArgumentParser) -> None:
    own.add_argument("--format", choices=FORMATS, help="text (default) or json")


def _target(own: argparse.ArgumentParser, verb: str) -> None:
    if verb in ("discover", "plan", "implement", "document", "decisions"):
        own.add_argument("target", nargs="?", metavar="FEATURE", help=_FEATURE)
    elif verb == "demo":
        own.add_argument("target", nargs="?", metavar="DIR", help="an empty or a new folder")
    elif verb == "explain":
        own.add_argument("target", metavar="CODE", help="BW101, foreign_status, FR-014 …")


def _judging(own: argparse.ArgumentParser) -> None:
    flag = argparse.BooleanOptionalAction
    own.add_argument("--check", action=flag, help="answer 1 where something is open or differs")
    own.add_argument("--strict", action=flag, help="answer 2 where something cannot be judged")


def _answering(own: argparse.ArgumentParser) -> None:
    own.add_argument("--output", metavar="DIR", help="the backend's folder")
    own.add_argument("--only", action="append", choices=PARTS, help="only these files")
    own.add_argument(
        "--accept-defaults",
        action=argparse.BooleanOptionalAction,
        help="take the safe default of every open question",
    )
    own.add_argument(
        "--answer", action="append", metavar="CODE=OPTION", help="decide a question; repeatable"
    )
    own.add_argument("--diff", action="store_true", help="show what would change, line by line")


def _writing(own: argparse.ArgumentParser) -> None:
    own.add_argument("--dry-run", action="store_true", help="write nothing")
    own.add_argument(
        "--tests", action=argparse.BooleanOptionalAction, help="run the generated tests (default)"
    )


def parsed(arguments: Sequence[str]) -> dict[str, object]:
    """What the command line says. Raises UsageError."""
    return vars(parser().parse_args(arguments))
