"""Whether an emitted backend is clean, by the rule groups that every backend must bear."""

import subprocess
import sys
from pathlib import Path

RULES = (
    "A,ANN,ARG,ASYNC,B,C4,DTZ,E,ERA,F,FAST,I,LOG,PL,PT,RET,RUF,S,SIM,T20,UP,W"  # one group a letter
)
IGNORED = ("--ignore", "FAST003")  # path parameters are read by dependencies of other modules


def check(backend: Path) -> list[str]:
    """Findings, one line a tool; empty if there are none."""
    ruff = [sys.executable, "-m", "ruff"]
    tools = {
        "ruff check": [*ruff, "check", "--no-cache", "--extend-select", RULES, *IGNORED, "."],
        "ruff format": [*ruff, "format", "--no-cache", "--check", "."],
        "mypy --strict": [sys.executable, "-m", "mypy", "--strict", "."],
    }
    found = []
    for name, command in tools.items():
        try:
            done = subprocess.run(
                command, cwd=backend, capture_output=True, text=True, check=False, timeout=240
            )
        except subprocess.TimeoutExpired:
            found.append(f"{name}: no end")
            continue
        if done.returncode:
            lines = (done.stdout + done.stderr).strip().splitlines()
            found.append(f"{name}: {' | '.join(lines[:3])} … {lines[-1] if lines else ''}"[:400])
    return found
