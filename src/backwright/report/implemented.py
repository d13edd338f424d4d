"""What was built, as text for a terminal."""

import re
from collections.abc import Iterable
from typing import Final

from backwright.contract.model import State
from backwright.outcome import Implemented, Line, Planned
from backwright.read.facts import StatementKind
from backwright.report import ledger as ledgers
from backwright.report.words import counted, cut, printable, row, short, wrapped

_SHOWN: Final = 8
_PLACE: Final = re.compile(r"\S+\.py:\d+")


def built(planned: Planned) -> list[str]:
    """How many statements are in which state, and which wait for code."""
    lines = wrapped("ledger", ledgers.parts(planned.ledger) or ["empty"])
    return [*lines, *waiting(planned)]


def waiting(planned: Planned) -> list[str]:
    """The places that wait for code, each with the statements that it is for."""
    places: dict[str, list[str]] = {}
    for each in planned.ledger:
        if each.entry.state is State.NEEDS_CODE:
            places.setdefault(each.entry.reason, []).append(each.statement.id)
    named = [
        row("" if number else "needs code", f"{short(_ids(ids), 32)} → {_place_first(reason)}")
        for number, (reason, ids) in enumerate(places.items())
    ]
    return cut(named, _SHOWN, "see the report")


def _place_first(reason: str) -> str:
    """`app/orders/hooks.py:12  its answer is computed`"""
    why, _, place = reason.rpartition(": ")
    if not _PLACE.fullmatch(place):
        return short(reason, 54)
    return f"{printable(place)}  {short(why, max(12, 54 - len(place)))}"


def _ids(ids: list[str]) -> str:
    """Numbered statements, or, where there is none among them, the first place."""
    numbered = [each for each in ids if ":" not in each]
    return ", ".join(numbered or ids[:1])


def edges(ledger: Iterable[Line]) -> list[str]:
    """Edge cases that are handled, in a few words each."""
    handled = [
        short(printable(each.statement.text).split("?")[0].split("→")[0].rstrip(". "), 48)
        for each in ledger
        if each.statement.kind is StatementKind.EDGE_CASE
        and each.entry.state in {State.DONE, State.BUILT}
    ]
    if not handled:
        return []
    more = [f"{len(handled) - 6} more"] if len(handled) > 6 else []
    return wrapped("edges", [*handled[:6], *more])


def tests(done: Implemented) -> list[str]:
    if done.tests is None:
        return []
    word = "pass" if done.tests.passed else "FAIL"
    lines = [row("tests", f"{word}: {done.tests.summary}")]
    if not done.tests.passed:
        failed = [
            each for each in done.tests.output.split("\n") if each.startswith(("FAILED", "ERROR"))
        ]
        if not failed:  # it did not even begin
            failed = [each for each in done.tests.output.strip().split("\n") if each.strip()][-3:]
        where = f"--no-tests, then pytest in {done.planned.output}"
        lines += cut([row("", short(each, 100)) for each in failed], _SHOWN, where)
    return lines


def decided(planned: Planned) -> list[str]:
    """The answers that the backend rests on."""
    taken = [f"{each.code} = {each.option}" for each in planned.decisions]
    if not taken:
        return []
    more = [f"{len(taken) - 6} more: backwright decisions"] if len(taken) > 6 else []
    return wrapped("decided", [*taken[:6], *more], ", ")


def following_up(planned: Planned, report: str) -> list[str]:
    """How to run what was built, and where to read on."""
    waiting = next((e for e in planned.ledger if e.entry.state is State.NEEDS_CODE), None)
    steps = [] if planned.output == "." else [f"cd {planned.output}"]
    steps += ["alembic upgrade head", "fastapi dev", "pytest"]
    lines = wrapped("next", steps)
    if waiting is not None:
        lines.append(row("", f"backwright explain {waiting.statement.id}"))
    return [*lines, row("", f"report: {report}")]


def refused(planned: Planned) -> str:
    """Why nothing was written."""
    blocking = [each for each in planned.found.open if each.blocking]
    if blocking:
        first = blocking[0]
        key = first.options[0].key if first.options else "OPTION"
        count = counted(len(blocking), "question")
        return f"{count} without a safe default: --answer {first.code}={key}"
    count = counted(len(planned.found.open), "open question")
    return f"{count}: --accept-defaults takes the safe ones, --answer CODE=OPTION decides one"
