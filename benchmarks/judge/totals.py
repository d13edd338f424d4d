"""The totals of a report, by the names that they are known by."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

Json = Any
SUMMED = (
    "read_without_traceback",
    "conserved",
    "buildable",
    "boots",
    "own_tests_pass",
    "operations_declared",
    "operations_emitted",
    "operations_working",
    "operations_conforming",
    "operations_not_exercised",
    "undeclared_refusals",
    "requirements_backend",
    "requirements_done",
    "requirements_built",
    "requirements_asked",
    "requirements_need_code",
    "requirements_out_of_scope",
    "requirements_not_understood",
    "without_origin",
    "contradictions",
)
MEDIANS = ("questions_median", "questions_blocking_median", "seconds_median")
EXTRA = ("clean", "operations_needing_code", "test_count")
COLUMNS = (
    ("read", "read_without_traceback"),
    ("kept", "conserved"),
    ("build", "buildable"),
    ("boots", "boots"),
    ("tests", "own_tests_pass"),
    ("clean", "clean"),
    ("decl", "operations_declared"),
    ("emit", "operations_emitted"),
    ("work", "operations_working"),
    ("conf", "operations_conforming"),
    ("n/ex", "operations_not_exercised"),
    ("code", "operations_needing_code"),
    ("refus", "undeclared_refusals"),
    ("req", "requirements_backend"),
    ("done", "requirements_done"),
    ("built", "requirements_built"),
    ("asked", "requirements_asked"),
    ("need", "requirements_need_code"),
    ("out", "requirements_out_of_scope"),
    ("unkn", "requirements_not_understood"),
    ("orig", "without_origin"),
    ("contr", "contradictions"),
    ("quest", "questions_median"),
    ("block", "questions_blocking_median"),
    ("sec", "seconds_median"),
)


def whole(row: Mapping[str, Json]) -> dict[str, Json]:
    """The row with every name that totals have, whatever the judge came to."""
    nothing = {"features": 1} | dict.fromkeys((*SUMMED, *MEDIANS, *EXTRA), 0)
    return nothing | dict(row) | {"why": list(row.get("why") or [])}


def total(rows: Sequence[Mapping[str, Json]]) -> dict[str, Json]:
    """Sums and medians; booleans count as one where they hold."""
    found: dict[str, Json] = {"features": len(rows)}
    for name in SUMMED:
        found[name] = sum(int(row.get(name) or 0) for row in rows)
    buildable = [row for row in rows if row.get("buildable")]
    for name in MEDIANS:
        found[name] = round(median([row.get(name) or 0 for row in rows]), 2) if rows else 0
    for name in EXTRA:
        found[name] = sum(int(row.get(name) or 0) for row in rows)
    for name in ("boots", "own_tests_pass"):
        found[f"buildable_{name}"] = sum(bool(row.get(name)) for row in buildable)
    return found


def table(rows: Sequence[Mapping[str, Json]]) -> str:
    """The rows, aligned, a column a figure."""
    heads = ["feature", *(head for head, _ in COLUMNS)]
    lines = [[_short(row), *(_cell(row.get(name)) for _, name in COLUMNS)] for row in rows]
    widths = [max(len(line[i]) for line in [heads, *lines]) for i in range(len(heads))]
    return "\n".join(
        line[0].ljust(widths[0]) + "  " + "  ".join(map(str.rjust, line[1:], widths[1:]))
        for line in [heads, *lines]
    )


def _short(row: Mapping[str, Json]) -> str:
    parts = str(row.get("feature")).split("/")
    return f"{parts[0][:24]}…/{parts[-1][:28]}" if len(parts) > 2 else "/".join(parts)[:54]


def _cell(value: Json) -> str:
    if isinstance(value, bool):
        return "yes" if value else "-"
    return "" if value is None else str(value)
