"""The backend's own OpenAPI document, asked of the application in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_ASK: Final = "import json, sys; from app.main import app; json.dump(app.openapi(), sys.stdout)"
_SECONDS: Final = 60


class NoDocument(Exception):
    """The application cannot be imported, or answers no document."""


def document(output: Path) -> str:
    """The text of `openapi.json`. Raises NoDocument."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603  our own interpreter, a fixed command
            [sys.executable, "-c", _ASK],
            cwd=output,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoDocument(str(error)) from error
    if done.returncode:
        lines = [each for each in done.stderr.strip().split("\n") if each.strip()]
        raise NoDocument(lines[-1] if lines else f"it ends with {done.returncode}")
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise NoDocument("what it prints is no JSON") from error
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"
