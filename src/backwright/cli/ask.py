"""Questions, put to whoever sits at the terminal."""

import getpass
import sys
from collections.abc import Iterable

from backwright.contract.model import Question
from backwright.report import questions as shown


def possible() -> bool:
    """Whether somebody is there who can answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(questions: Iterable[Question]) -> dict[str, str]:
    """Question → the chosen option. Return alone takes the safe default; there is none where a
    question blocks."""
    given: dict[str, str] = {}
    for each in questions:
        sys.stdout.write("\n".join(shown.one(each)) + "\n")
        given[each.code] = _answer(each)
    return given


def _answer(question: Question) -> str:
    keys = [each.key for each in question.options]
    offered = f" [{question.default}]" if question.default else ""
    while True:
        said = input(f"      {' / '.join(keys)}{offered}: ").strip() or question.default
        if said in keys:
            return said
        sys.stdout.write(f"      one of: {', '.join(keys)}\n")


def name() -> str:
    """Who answers, for `decisions.toml`."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "terminal"
