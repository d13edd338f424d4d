"""Ruff over the text of files that nobody has written yet: sorted imports, one layout."""

import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Final

from backwright.plan.model import GeneratedFile

_SETTINGS: Final = """\
line-length = 100
target-version = "py311"

[lint]
select = ["I", "F401", "F841"]
"""
"""Imports in order, and nothing imported or named that the text turned out not to use."""


def formatted(files: Iterable[GeneratedFile]) -> tuple[GeneratedFile, ...]:
    """The same files, the Python ones laid out. Raises RuntimeError if one does not parse."""
    ordered = tuple(files)
    sources = [each for each in ordered if each.path.endswith(".py") and each.text.strip()]
    if not sources:
        return ordered
    with tempfile.TemporaryDirectory(prefix="backwright-") as scratch:
        root = Path(scratch)
        (root / "ruff.toml").write_text(_SETTINGS, "utf-8")
        for each in sources:
            target = root / each.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(each.text, "utf-8")
        _ruff(root, "check", "--fix", "--unsafe-fixes", "--quiet")
        _ruff(root, "format", "--quiet")
        laid_out = {each.path: (root / each.path).read_text("utf-8") for each in sources}
    return tuple(replace(each, text=laid_out.get(each.path, each.text)) for each in ordered)


def _ruff(root: Path, *command: str) -> None:
    done = subprocess.run(  # noqa: S603  our own interpreter, fixed arguments
        [_executable(), *command, "--no-cache", "--config", "ruff.toml", "."],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"the formatter refuses what was emitted:\n{done.stdout}{done.stderr}")


def _executable() -> str:
    """Ruff beside our own interpreter: the version that we pin, not the one on the PATH."""
    beside = Path(sys.executable).with_name("ruff")
    if beside.is_file():
        return str(beside)
    return str(import_module("ruff").find_ruff_bin())
