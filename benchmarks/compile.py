"""Times reading and writing against other generators, in one interleaved run; growth beside it.

`python benchmarks/compile.py [DIR …] --rounds N --generators VENV --json FILE`

The other generators make models (datamodel-code-generator) or models and empty routes
(fastapi-code-generator) from the OpenAPI file alone. They stand in a virtual environment of their
own, because they pin what we do not:

    make .benchmarks/generators/.installed
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks import synthetic  # noqa: E402
from benchmarks.judge import declared, project  # noqa: E402

Json = Any
PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
SIZES = (10, 100, 1000)
OURS = ("discover", "implement")


@dataclass(frozen=True, slots=True)
class Subject:
    """One feature folder with OpenAPI files."""

    name: str
    directory: Path
    feature: project.Feature
    contracts: tuple[Path, ...]
    operations: int


def subjects(directory: Path) -> list[Subject]:
    found = []
    for feature in project.features(directory):
        folder = directory / feature.folder
        files = declared.Files(folder)
        contracts = tuple(declared.contracts(files, folder))
        count = len(declared.operations(files, folder))
        if count:
            found.append(Subject(feature.folder, directory, feature, contracts, count))
    return found


def timed(command: Sequence[str], place: Path) -> float | None:
    """Seconds of wall clock, imports included; None where the command fails."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore"}
    # An installed package has its bytecode, and so have the other generators.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    try:
        done = subprocess.run(
            command, cwd=place, env=variables, capture_output=True, check=False, timeout=600
        )
    except subprocess.TimeoutExpired:
        return None
    took = time.perf_counter() - start
    failed = done.returncode not in (0, 1) or b"Traceback (most recent" in done.stderr
    return None if failed else took


def ours(subject: Subject, verb: str) -> float | None:
    """Our own verb on a fresh copy; generated tests are not run."""
    with tempfile.TemporaryDirectory(prefix="compile-") as scratch:
        root = project.copy(subject.directory, subject.feature, Path(scratch) / "project")
        command = [sys.executable, "-c", PRODUCT, verb, subject.feature.inside, "--format", "json"]
        if verb == "implement":
            command += ["--accept-defaults", "--no-tests"]
        return timed(command, root)


def theirs(subject: Subject, tool: Path) -> float | None:
    """Another generator on the same files, one run a file as it wants; None if one fails."""
    total = 0.0
    with tempfile.TemporaryDirectory(prefix="compile-") as scratch:
        for number, file in enumerate(subject.contracts):
            target = Path(scratch) / (f"m{number}.py" if "datamodel" in tool.name else f"a{number}")
            command = [str(tool), "--input", str(file), "--output", str(target)]
            if "datamodel" in tool.name:
                command += ["--input-file-type", "openapi"]
            took = timed(command, file.parent)
            if took is None:
                return None
            total += took
    return total


def contestants(generators: Path) -> dict[str, Callable[[Subject], float | None]]:
    found: dict[str, Callable[[Subject], float | None]] = {
        verb: lambda subject, verb=verb: ours(subject, verb)  # type: ignore[misc]
        for verb in OURS
    }
    for name in ("datamodel-codegen", "fastapi-codegen"):
        tool = (generators / "bin" / name).absolute()
        if tool.is_file():
            found[name] = lambda subject, tool=tool: theirs(subject, tool)  # type: ignore[misc]
    return found


def race(chosen: Sequence[Subject], rounds: int, generators: Path) -> list[dict[str, Json]]:
    """Median seconds a feature and contestant, the contestants taking turns."""
    runners = contestants(generators)
    for run in runners.values():
        run(chosen[0])  # files into the cache, bytecode onto the disk
    times: dict[tuple[str, str], list[float]] = {}
    for _ in range(rounds):
        for subject in chosen:
            for name, run in runners.items():
                took = run(subject)
                if took is not None:
                    times.setdefault((subject.name, name), []).append(took)
    return [
        {"feature": each.name, "operations": each.operations}
        | {
            name: round(median(times[each.name, name]), 3)
            for name in runners
            if (each.name, name) in times
        }
        for each in chosen
    ]


def ratios(rows: Sequence[Mapping[str, Json]]) -> dict[str, float]:
    """Our seconds over theirs: the median over the features that both could do."""
    found = {}
    for own in OURS:
        for other in ("datamodel-codegen", "fastapi-codegen"):
            each = [row[own] / row[other] for row in rows if own in row and other in row]
            if each:
                found[f"{own} : {other}"] = round(median(each), 2)
    return found


def growth(rounds: int) -> list[dict[str, Json]]:
    """Seconds for synthetic specifications of growing size."""
    rows = []
    for size in SIZES:
        with tempfile.TemporaryDirectory(prefix="compile-") as scratch:
            directory = Path(scratch)
            synthetic.write(directory / "made", size)
            subject = subjects(directory)[0]
            row: dict[str, Json] = {"operations": subject.operations}
            for verb in OURS:
                took = [each for _ in range(rounds) if (each := ours(subject, verb)) is not None]
                if took:
                    row[verb] = round(median(took), 3)
                    row[f"{verb}_ms_an_operation"] = round(1000 * median(took) / size, 2)
            rows.append(row)
    return rows


def table(rows: Sequence[Mapping[str, Json]]) -> str:
    heads = list(dict.fromkeys(name for row in rows for name in row))
    lines = [heads, *([str(row.get(head, "-")) for head in heads] for row in rows)]
    widths = [max(len(line[i]) for line in lines) for i in range(len(heads))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        for line in lines
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directories", type=Path, nargs="*", default=[ROOT / "examples"])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--generators", type=Path, default=ROOT / ".benchmarks" / "generators")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    chosen = [each for directory in options.directories for each in subjects(directory.resolve())]
    if not chosen:
        print("no feature with an OpenAPI file there", file=sys.stderr)
        return 2
    rows = race(chosen, options.rounds, options.generators)
    found = {"features": rows, "ratios": ratios(rows), "growth": growth(options.rounds)}
    print(table(rows), "\n", table(found["growth"]), "\n", sep="\n")  # type: ignore[arg-type]
    for name, value in ratios(rows).items():
        print(f"{name}  {value}")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
