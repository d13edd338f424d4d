"""What would be written, as text for a terminal."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Credentials, Operation
from backwright.emit.migrations.losses import blanks, losses
from backwright.emit.write import Action, Change
from backwright.outcome import Planned
from backwright.report.words import counted, cut, printable, row, short, wrapped

MARKS: Final = {
    Action.CREATE: "+",
    Action.UPDATE: "~",
    Action.MERGE: "~",
    Action.APPEND: "~",
    Action.REMOVE: "-",
    Action.PROPOSE: "!",
    Action.KEEP: " ",
}
_SHOWN: Final = 14


def summary(planned: Planned) -> list[str]:
    """`+ 9 files  ~ 2 files   + orders, order_lines   + 7 operations`"""
    marks = Counter(MARKS[each.action] for each in planned.changes.writing)
    parts = [f"{mark} {counted(marks[mark], 'file')}" for mark in "+~-!" if marks[mark]]
    tables = new_tables(planned)
    if tables:
        parts.append(f"+ {short(', '.join(tables), 40)}")
    contract = planned.found.bound.contract if planned.found.bound else None
    if contract is not None and contract.operations:
        parts.append(f"{counted(len(contract.operations), 'operation')}{_for(contract)}")
    shown = wrapped("plan", parts if marks else ["nothing to write: everything stands"], "  ")
    return [*shown, *_risks(planned)]


def _risks(planned: Planned) -> list[str]:
    """What the new revision of the schema means for rows that stand."""
    before, after = planned.found.committed.lock.tables, planned.backend.tables
    lost, blank = losses(before, after), blanks(before, after)
    lines = wrapped("data loss", [f"{', '.join(lost)}"], "  ") if lost else []
    if blank:
        said = f"{', '.join(blank)}: rows that stand need a value, see the revision"
        lines += wrapped("no value", [said], "  ")
    return lines


def new_tables(planned: Planned) -> list[str]:
    """Tables that the schema at the migrations' head does not have yet."""
    before = planned.found.committed.lock.tables
    bound = planned.found.bound
    entities = bound.contract.entities if bound else ()
    return [each.table for each in entities if each.table not in before]


def _for(contract: Contract) -> str:
    closed = [
        each for each in contract.operations if each.access.credentials is Credentials.REQUIRED
    ]
    if len(closed) == len(contract.operations):
        return ", all for the signed-in caller"
    return f", {len(closed)} for the signed-in caller" if closed else ", open to all"


def endpoints(contract: Contract, most: int = _SHOWN, command: str = "") -> list[str]:
    width = max((len(each.path) for each in contract.operations), default=0)
    lines = [
        row("" if number else "operations", _endpoint(each, width))
        for number, each in enumerate(contract.operations)
    ]
    return cut(lines, most, command) if most else lines


def _endpoint(each: Operation, width: int) -> str:
    who = "open"
    if each.access.credentials is Credentials.REQUIRED:
        who = " or ".join(each.access.roles) or "signed in"
    refusals = " ".join(str(code) for code in sorted({each.status for each in each.refusals}))
    code = f"  needs code: {short(each.needs, 50)}" if each.hook else ""
    return (
        f"{each.method:<6} {each.path:<{width}}  {each.result.status}  {who:<9}  {refusals}{code}"
    )


def models(contract: Contract) -> list[str]:
    lines = []
    for number, each in enumerate(contract.entities):
        columns = ", ".join(field.name for field in each.fields)
        text = f"{each.name} ({each.table})  {short(columns, 80)}"
        lines.append(row("" if number else "models", text))
    return lines


def files(changes: Iterable[Change], most: int = 0, command: str = "") -> list[str]:
    """Every file that would be touched, with what happens to it."""
    touched = [each for each in changes if each.writes]
    lines = []
    for number, each in enumerate(touched):
        about = f"  {each.reason}" if each.reason and each.action is not Action.CREATE else ""
        text = f"{MARKS[each.action]} {printable(each.path)}{_size(each)}{short(about, 70)}"
        lines.append(row("" if number else "files", text))
    return cut(lines, most, command) if most else lines


def _size(change: Change) -> str:
    """`  (+3 -1)`"""
    if change.action is Action.CREATE or change.before is None or change.after is None:
        return ""
    added = removed = 0
    for line in difference(change):
        added += line.startswith("+") and not line.startswith("+++")
        removed += line.startswith("-") and not line.startswith("---")
    return f"  (+{added} -{removed})"


def difference(change: Change) -> list[str]:
    """A unified diff; of a private file only that it is made."""
    if change.private:
        return [f"--- /dev/null\n+++ b/{change.path}\n(private: its text is not shown)"]
    before, after = change.before or "", change.after or ""
    if change.action is Action.REMOVE:
        after = ""
    name = change.path
    old = "/dev/null" if change.before is None else f"a/{name}"
    new = "/dev/null" if change.action is Action.REMOVE else f"b/{name}"
    if change.action is Action.PROPOSE:
        new += ".backwright-new"
    lines = unified_diff(before.split("\n"), after.split("\n"), old, new, lineterm="")
    return [printable(each).replace("\n", "") for each in lines]


def dependencies(planned: Planned) -> list[str]:
    """What the backend's own pyproject.toml will ask for."""
    for each in planned.backend.files:
        if each.path == "pyproject.toml":
            try:
                wanted = tomllib.loads(each.text).get("project", {}).get("dependencies", [])
            except tomllib.TOMLDecodeError:
                return []
            return wrapped("needs", [str(name) for name in wanted], ", ")
    return []


def differences(changes: Sequence[Change]) -> list[str]:
    return [line for each in changes if each.writes for line in difference(each)]
