"""Runs the tests that came with the backend, in a process of its own."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from backwright.outcome import TestRun

_SUMMARY: Final = re.compile(r"^=*\s*((?:\d+ \w+(?:, )?)+ in [\d.]+s.*?)\s*=*$", re.MULTILINE)
_PASSED: Final = 0


class Proof:
    """What the backend's own tests say of what was just written."""

    def __init__(self, output: Path) -> None:
        self.output = output
        self.run: TestRun | None = None

    def __call__(self) -> bool:
        self.run = run(self.output)
        return self.refuted is None

    @property
    def refuted(self) -> TestRun | None:
        """The run, if it failed."""
        return self.run if self.run is not None and not self.run.passed else None


def run(output: Path) -> TestRun | None:
    """None where there are no tests."""
    if not (output / "tests").is_dir():
        return None
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"]
    done = subprocess.run(  # noqa: S603  our own interpreter, a fixed command
        command,
        cwd=output,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    found = _SUMMARY.findall(done.stdout)
    summary = found[-1] if found else f"pytest ends with {done.returncode}"
    passed = done.returncode == _PASSED
    return TestRun(passed, summary, "" if passed else done.stdout)


def _environment() -> dict[str, str]:
    """Without what would point the tests at somebody's database, or leave files behind."""
    dropped = {"DATABASE_URL", "REDIS_URL", "PYTEST_ADDOPTS", "PYTEST_PLUGINS"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1"}
