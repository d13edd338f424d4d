"""Judges one feature, from its files to its backend: `row DIR FOLDER SCRATCH OUT [UNTIL]`."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.judge import declared, figures, lint, owntests, project
from benchmarks.judge.application import environment

Json = Any
ROOT = Path(__file__).resolve().parents[2]
PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
STAGES = ("read", "work", "tests")
FLAGS = ("boots", "own_tests_pass", "clean")
COUNTS = ("emitted", "working", "conforming", "not_exercised", "needing_code")


class Judge:
    """One feature in its scratch folder."""

    def __init__(self, directory: Path, feature: project.Feature, scratch: Path) -> None:
        self.directory, self.feature, self.scratch = directory, feature, scratch
        self.root = project.copy(directory, feature, scratch / "project")
        self.files = declared.Files(self.root)
        self.folder = self.root / feature.inside
        self.operations = declared.operations(self.files, self.folder)
        self.why: list[str] = [f"{name}: {text}" for name, text in self.files.broken.items()]
        self.row: dict[str, Json] = {"repo": feature.repo, "feature": feature.folder}

    def judge(self, until: str) -> dict[str, Json]:
        self.row["buildable"] = bool(self.operations) and any(self.folder.rglob("data-model*.md"))
        self.row["operations_declared"] = len(self.operations)
        said = self._implement()
        self._read(said)
        backend = self._backend(said)
        self.row |= dict.fromkeys(FLAGS, False)
        self.row |= {f"operations_{name}": 0 for name in COUNTS} | {"undeclared_refusals": 0}
        self.row["test_count"] = 0
        if backend is None:
            self.why.append("no backend was written")
        elif until != "read":
            self._run(backend, said, until)
        self.row["why"] = self.why
        return self.row

    def _implement(self) -> Json:
        """The product's own word on the feature; an empty object where it gives none."""
        command = [sys.executable, "-c", PRODUCT, "implement", self.feature.inside]
        command += ["--accept-defaults", "--format", "json", "--no-tests"]
        variables = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        start = time.perf_counter()
        done = _call(command, self.root, variables, 300)
        self.row["seconds"] = self.row["seconds_median"] = round(time.perf_counter() - start, 2)
        self.row["exit"] = done.returncode
        try:
            said = json.loads(done.stdout)
        except ValueError:
            said = None
        whole = isinstance(said, dict)
        self.row["read_without_traceback"] = whole and "Traceback (most recent" not in done.stderr
        if not self.row["read_without_traceback"] or done.returncode not in (0, 1):
            self.why.append(f"implement ends with {done.returncode}: {_tail(done.stderr)}")
        return said if whole else {}

    def _read(self, said: Mapping[str, Json]) -> None:
        inside = self.feature.inside
        self.row["files"] = len(said.get("files") or [])
        self.row["states"] = figures.states(said, inside)
        labels = project.labels(self.directory, self.feature)
        counts, why = figures.requirements(said, inside, labels)
        self.row |= counts
        lost = [each for each in why if each.endswith(": lost")]
        self.row["conserved"] = bool(said.get("conserved")) and not lost
        self.why += why
        for each in (said.get("uncounted") or [])[:5]:
            self.why.append(f"not conserved: {each}"[:200])
        questions = list(said.get("questions") or [])
        self.row["contradictions"] = sum(each.get("kind") == "contradiction" for each in questions)
        self.row["questions"] = self.row["questions_median"] = len(questions)
        self.row["questions_blocking"] = sum(
            bool(each.get("blocking")) or each.get("kind") == "blocking" for each in questions
        )
        self.row["questions_blocking_median"] = self.row["questions_blocking"]
        count, missing, kinds = figures.without_origin(said, self.root)
        self.row |= {"without_origin": count, "origins": kinds}
        self.why += [f"without origin: {each}" for each in missing]

    def _backend(self, said: Mapping[str, Json]) -> Path | None:
        stated = self.root / str(said.get("output") or "backend")
        if (stated / "alembic.ini").is_file() or (stated / "app").is_dir():
            return stated
        found = sorted(self.root.rglob("alembic/env.py"), key=lambda each: len(each.parts))
        return found[0].parents[1] if found else None

    def _run(self, backend: Path, said: Mapping[str, Json], until: str) -> None:
        report = self._exercise(backend, said)
        if until == "tests" and self.row["boots"]:
            found = lint.check(backend)
            self.row["clean"] = not found
            self.why += found
            there = [each for each in self.operations if not report["emitted"].get(each.key, "?")]
            wanted = owntests.wanted(there, report["successes"], set(report.get("hooks") or []))
            tests = owntests.judge(backend, there, wanted, self.scratch)
            self.row["own_tests_pass"], self.row["test_count"] = tests.good, tests.count
            self.why += tests.why
            self.why += [f"no test of {each}" for each in tests.unreached[:6]]
            self.why += [f"owner predicate missed by no test: {each}" for each in tests.survivors]

    def _exercise(self, backend: Path, said: Mapping[str, Json]) -> dict[str, Json]:
        """Migrates and boots a copy, and drives it."""
        copy = owntests.copy(backend, self.scratch / "exercised")
        database, out = self.scratch / "judged.db", self.scratch / "exercised.json"
        if not self._migrated(copy, database):
            return {}
        module = [sys.executable, "-m", "benchmarks.judge.exercise"]
        places = [self.root, self.folder, copy, database, out]
        own = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = _call([*module, *map(str, places)], ROOT, own, 400)
        if not out.is_file():
            self.why.append(f"the driver ends with {done.returncode}: {_tail(done.stderr)}")
            return {}
        report: dict[str, Json] = json.loads(out.read_text("utf-8"))
        self._tell(report, said)
        return report

    def _migrated(self, backend: Path, database: Path) -> bool:
        """Whether its migrations run; a backend without tables has none."""
        if not (backend / "alembic").is_dir() and not (backend / "alembic.ini").is_file():
            return True
        variables = {**os.environ, **environment(backend, database)}
        command = [sys.executable, "-m", "alembic", "upgrade", "head"]
        done = _call(command, backend, variables, 120)
        if done.returncode:
            self.why.append(f"alembic upgrade head: {_tail(done.stderr or done.stdout)}")
        return done.returncode == 0

    def _tell(self, report: Mapping[str, Json], said: Mapping[str, Json]) -> None:
        self.row["boots"] = bool(report.get("boots"))
        self.why += [f"start: {line}" for line in (report.get("why") or [])[-3:]]
        emitted = {key for key, why in (report.get("emitted") or {}).items() if not why}
        self.why += [f"not emitted: {why}" for why in (report.get("emitted") or {}).values() if why]
        hooks = set(report.get("hooks") or [])
        working, conforming = report.get("working") or {}, report.get("conforming") or {}
        self.row["operations_emitted"] = len(emitted)
        self.row["operations_needing_code"] = len(emitted & hooks)
        self.row["operations_working"] = sum(
            working.get(key, {}).get("working", False) for key in emitted
        )
        observed = {key for key in emitted if conforming.get(key, {}).get("observed")}
        good = {key for key in observed if conforming[key]["conforming"]}
        self.row["operations_conforming"] = len(good)
        self.row["operations_not_exercised"] = len(emitted - observed - hooks)
        for key in sorted(emitted):
            one = working.get(key, {})
            if not one.get("working"):
                word = "needs code" if key in hooks else "not working"
                self.why.append(f"{word}: {one.get('why', key)}")
            failures = conforming.get(key, {}).get("failures") or []
            self.why += [f"not conforming: {each}" for each in failures[:2]]
        self._refusals(conforming, emitted, said)

    def _refusals(
        self, conforming: Mapping[str, Json], emitted: set[str], said: Mapping[str, Json]
    ) -> None:
        """What the author forgot to declare, each with the origin that the product gives for it."""
        found = []
        for key in sorted(emitted):
            for status, text in (conforming.get(key, {}).get("undeclared") or {}).items():
                origin = _origin(said, key, status)
                found.append(
                    {"operation": key, "status": int(status), "origin": origin, "body": text}
                )
        self.row["undeclared_refusals"] = len(found)
        self.row["refusals"] = found


def _origin(said: Mapping[str, Json], key: str, status: str) -> str:
    """The product's origin of a refusal, as a place or as the code of a decision or standard."""
    names = {
        f"{each.get('method')} {declared.anonymous(str(each.get('path')))}": each.get("id")
        for each in figures.part(said, "operations")
        if isinstance(each, dict)
    }
    start = f"operation/{names.get(key)}/refusal/{status}"
    for aspect, origins in figures.origins(said).items():
        if aspect.startswith(start) and origins:
            one = {"file": "", "line": 0} | origins[0]
            return str(one.get("code") or "{file}:{line}".format(**figures.place(one)))
    return ""


def _call(
    command: Sequence[str], place: Path, variables: Mapping[str, str], seconds: float
) -> "subprocess.CompletedProcess[str]":
    try:
        return subprocess.run(
            command,
            cwd=place,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as late:
        return subprocess.CompletedProcess(command, 124, "", f"no end after {late.timeout} seconds")


def _tail(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.strip(" ^~")]
    return re.sub(r"\s+", " ", " | ".join(lines[-4:]))[-500:]


def main() -> None:
    directory, scratch, out = Path(sys.argv[1]), Path(sys.argv[3]), Path(sys.argv[4])
    until = sys.argv[5] if len(sys.argv) > 5 else STAGES[-1]
    feature = next(each for each in project.features(directory) if each.folder == sys.argv[2])
    row = Judge(directory, feature, scratch).judge(until)
    out.write_text(json.dumps(row), "utf-8")
    shutil.rmtree(scratch / "project", ignore_errors=True)


if __name__ == "__main__":
    main()
