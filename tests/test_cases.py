"""Golden directories, through the front door: a project goes in, `expected/` must come out.

A case is a folder below `tests/cases` with a `case.toml`: `feature` names the feature folder,
`project` the project (from the repository's root; the case's own `project/` if it is left out).
`python -m tests.update_cases [NAME …]` writes `expected/` anew; read the difference before you
commit it, as strictly as you would read a colleague's code.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "cases"
PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
SAID = "said.json"
PRIVATE = {".env"}
"""Written with a random key, so it differs each time."""


@dataclass(frozen=True, slots=True)
class Case:
    """One golden directory."""

    folder: Path
    feature: str
    project: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def expected(self) -> Path:
        return self.folder / "expected"


def cases() -> list[Case]:
    found = []
    for file in sorted(CASES.glob("*/case.toml")):
        stated = tomllib.loads(file.read_text("utf-8"))
        own = file.parent / "project"
        project = ROOT / stated["project"] if "project" in stated else own
        found.append(Case(file.parent, stated["feature"], project))
    return found


def emitted(case: Case, scratch: Path) -> dict[str, str]:
    """Every file that `implement` writes, and what it says, by their paths."""
    root = scratch / "project"
    shutil.copytree(case.project, root)
    before = {each for each in root.rglob("*") if each.is_file()}
    command = [sys.executable, "-c", PRODUCT, "implement", case.feature]
    command += ["--accept-defaults", "--no-tests", "--format", "json"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    done = subprocess.run(
        command, cwd=root, env=variables, capture_output=True, text=True, check=False
    )
    assert "Traceback (most recent call last)" not in done.stderr, done.stderr
    found = {SAID: said(done.returncode, json.loads(done.stdout))}
    for file in sorted(each for each in root.rglob("*") if each.is_file()):
        if file not in before and file.name not in PRIVATE and ".backwright" not in file.parts:
            found[file.relative_to(root).as_posix()] = file.read_text("utf-8")
    return found


def said(status: int, document: dict[str, Any]) -> str:
    """What of the answer must stay: status, diagnostics, questions and the ledger's states."""
    kept = {
        "exit": status,
        "diagnostics": [
            {name: each.get(name) for name in ("code", "severity", "message", "help", "spans")}
            for each in document.get("diagnostics") or []
        ],
        "questions": [
            {name: each.get(name) for name in ("code", "kind", "text", "default")}
            for each in document.get("questions") or []
        ],
        "ledger": {
            str(each["statement"]): str(each["state"]) for each in document.get("ledger") or []
        },
    }
    return json.dumps(kept, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def kept(case: Case) -> dict[str, str]:
    """What was committed, by path below `expected/`."""
    files = (each for each in sorted(case.expected.rglob("*")) if each.is_file())
    return {each.relative_to(case.expected).as_posix(): each.read_text("utf-8") for each in files}


def difference(old: dict[str, str], new: dict[str, str]) -> str:
    lines: list[str] = []
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, ""), new.get(name, "")
        if before != after or (name in old) != (name in new):
            lines += unified_diff(before.split("\n"), after.split("\n"), name, name, lineterm="")
    return "\n".join(lines[:200])


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_case(case: Case, tmp_path: Path) -> None:
    assert difference(kept(case), emitted(case, tmp_path)) == ""


def test_every_example_is_a_case() -> None:
    examples = {each.name for each in (ROOT / "examples").iterdir() if each.is_dir()}
    covered = {case.project.name for case in cases()}
    assert examples <= covered
