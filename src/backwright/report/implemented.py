"""What was built, as text for a terminal."""

from collections.abc import Iterable
from typing import Final

from backwright.contract.model import State
from backwright.outcome import Implemented, Line, Planned
from backwright.read.facts import StatementKind
from backwright.report import ledger as ledgers
from backwright.report.words import counted, cut, printable, row, short, wrapped

_SHOWN: Final = 8


def built(planned: Planned) -> list[str]:
    """How many statements are in which state, and which wait for code."""
    lines = wrapped("ledger", ledgers.parts(planned.ledger) or ["empty"])
    waiting = [each for each in planned.ledger if each.entry.state is State.NEEDS_CODE]
    named = [
        row("" if number else "needs code", f"{each.statement.id} → {short(each.entry.reason, 84)}")
        for number, each in enumerate(waiting)
    ]
    return [*lines, *cut(named, _SHOWN, "see the report")]


def edges(ledger: Iterable[Line]) -> list[str]:
    """Edge cases that are handled, in a few words each."""
    handled = [
        short(printable(each.statement.text).split("?")[0].split("→")[0], 48)
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
        place = done.planned.output
        lines += cut([row("", short(each, 100)) for each in failed], _SHOWN, f"pytest in {place}")
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
