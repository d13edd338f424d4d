"""The only place that prints: one JSON document, or prose."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

from backwright.cli.options import Settings
from backwright.cli.status import NOTHING
from backwright.diagnostics import Diagnostic
from backwright.report import diagnostics, document


def text(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{each}\n" for each in lines))


def aside(lines: Iterable[str]) -> None:
    """Prose beside the answer."""
    sys.stdout.flush()
    sys.stderr.write("".join(f"{each}\n" for each in lines))


def flush() -> None:
    """What was said so far is seen before something long begins."""
    sys.stdout.flush()


def progress(what: str, settings: Settings) -> None:
    """That something long goes on, to whoever watches a terminal."""
    if not settings.json and sys.stderr.isatty():
        aside([f"… {what}"])


def as_json(value: dict[str, Any]) -> None:
    """The one document on stdout."""
    sys.stdout.write(json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def refused(verb: str, problems: Sequence[Diagnostic], *, as_document: bool) -> int:
    """Says what is wrong; nothing was done."""
    if as_document:
        as_json(document.frame(verb, NOTHING, problems))
    else:
        aside(diagnostics.text(problems))
    return NOTHING
