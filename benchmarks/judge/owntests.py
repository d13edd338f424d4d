"""The tests that come with a backend: do they pass, reach every operation, miss every owner?"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.judge.declared import Declared, anonymous
from benchmarks.judge.owners import Owned, owned, remove

Json = Any
SECONDS = 300


@dataclass
class OwnTests:
    """What a run of the backend's own tests showed."""

    passed: bool = False
    count: int = 0
    unreached: list[str] = field(default_factory=list)
    """Operations and success statuses that no passing test has seen."""
    survivors: list[str] = field(default_factory=list)
    """Owner predicates that no test misses."""
    why: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return self.passed and not self.unreached and not self.survivors


def judge(
    backend: Path,
    operations: Sequence[Declared],
    wanted: Sequence[tuple[str, int]],
    scratch: Path,
) -> OwnTests:
    """Runs the tests on a copy, then once for each owner predicate without it."""
    result = OwnTests()
    status, tests, output = run(copy(backend, scratch / "tested"))
    result.count = len(tests)
    unwanted = [each["test"] for each in tests if each["outcome"] == "skipped"]
    failed = [each for each in tests if each["outcome"] == "failed"]
    result.passed = status == 0 and bool(tests) and not unwanted
    result.why += [f"{each['test']}: {' '.join(each['text'])}"[:300] for each in failed[:5]]
    result.why += [f"skipped or expected to fail: {each}" for each in unwanted[:3]]
    if status and not failed:
        result.why.append(f"pytest ends with {status}: {output[-400:]}")
    result.unreached = unreached(tests, operations, wanted)
    if result.passed:
        result.survivors = survivors(backend, scratch)
    return result


def copy(backend: Path, target: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__", "*.db", "*.db-*", ".venv", ".mypy_cache")
    shutil.copytree(backend, target, dirs_exist_ok=True, ignore=ignored)
    return target


def run(backend: Path, *, stop: bool = False) -> tuple[int, list[dict[str, Json]], str]:
    """Exit status, the tests with their requests, and the end of the output."""
    record = backend / "recorded.json"
    root = str(Path(__file__).resolve().parents[2])
    variables = {**os.environ, "JUDGE_RECORD": str(record), "PYTHONPATH": root}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.judge.recorder"]
    command += ["-p", "no:cacheprovider", "--no-header", "--tb=short", *(["-x"] if stop else [])]
    try:
        done = subprocess.run(
            command,
            cwd=backend,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        return 124, [], f"no end after {SECONDS} seconds"
    tests = json.loads(record.read_text("utf-8")) if record.is_file() else []
    return done.returncode, tests, done.stdout + done.stderr


def wanted(
    operations: Sequence[Declared], announced: Mapping[str, Sequence[int]], hooks: set[str]
) -> list[tuple[str, int]]:
    """What must be observed: each declared success that is announced; 501 where code is needed."""
    found = []
    for each in operations:
        both = [status for status in each.successes if status in announced.get(each.key, ())]
        statuses = [501] if each.key in hooks else both or list(each.successes[:1])
        found += [(each.key, status) for status in statuses]
    return found


def unreached(
    tests: Sequence[Mapping[str, Json]],
    operations: Sequence[Declared],
    wanted: Sequence[tuple[str, int]],
) -> list[str]:
    """Operations and statuses that no passing test has observed."""
    seen: set[tuple[str, int]] = set()
    for test in tests:
        for method, path, status in test["requests"]:
            key = _matching(method, path, operations)
            if key:
                seen.add((key, status))
    return [f"{key} {status}" for key, status in wanted if (key, status) not in seen]


def _matching(method: str, path: str, operations: Sequence[Declared]) -> str:
    """The declared operation that a request was for; names win over parameters."""
    fitting = []
    for operation in operations:
        rule = re.escape(anonymous(operation.path)).replace(r"\{\}", "[^/]+")
        if operation.method.upper() == method and re.fullmatch(rule, path.rstrip("/") or "/"):
            fitting.append(operation.key)
    return min(fitting, key=lambda key: key.count("{}"), default="")


def survivors(backend: Path, scratch: Path) -> list[str]:
    """Owned entities whose predicate can be taken out without a test noticing."""
    found = []
    for number, target in enumerate(owned(backend)):
        mutant = copy(backend, scratch / f"mutant{number}")
        if remove(mutant, target) and run(mutant, stop=True)[0] == 0:
            found.append(_named(target))
        shutil.rmtree(mutant, ignore_errors=True)
    return found


def _named(target: Owned) -> str:
    return f"{target.entity}.{target.column}"
