"""The built wheel in an empty environment: every verb runs, and no file was forgotten."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "src" / "backwright"


def run(
    command: Sequence[str | Path], place: Path, variables: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(each) for each in command],
        cwd=place,
        env=dict(variables),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def surroundings() -> dict[str, str]:
    """This process's environment without what would let it find the checkout."""
    hidden = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
    return {name: value for name, value in os.environ.items() if name not in hidden}


@dataclass(frozen=True, slots=True)
class Installed:
    """The wheel, and the environment that holds nothing but what it brought."""

    wheel: Path
    python: Path

    def verb(self, place: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = self.python.with_name("backwright")
        return run([command, *arguments], place, surroundings() | {"NO_COLOR": "1"})


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = tmp_path_factory.mktemp("wheel")
    build = ["-m", "pip", "wheel", "--quiet", "--no-deps"]
    built = run([sys.executable, *build, "--wheel-dir", place, ROOT], place, surroundings())
    assert built.returncode == 0, built.stderr
    (wheel,) = place.glob("*.whl")
    made = run([sys.executable, "-m", "venv", place / "empty"], place, surroundings())
    assert made.returncode == 0, made.stderr
    python = place / "empty" / "bin" / "python"
    done = run([python, "-m", "pip", "install", "--quiet", wheel], place, surroundings())
    assert done.returncode == 0, done.stderr
    return Installed(wheel, python)


@pytest.fixture(scope="module")
def project(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `init` laid down its example, and `implement` built it."""
    place = tmp_path_factory.mktemp("project")
    laid = installed.verb(place, "init")
    assert laid.returncode == 0, laid.stdout + laid.stderr
    (spec,) = place.glob("specs/*/spec.md")
    feature = spec.parent.relative_to(place).as_posix()
    done = installed.verb(place, "implement", feature)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests       pass" in done.stdout
    return place


def test_the_wheel_holds_every_file_of_the_package(installed: Installed) -> None:
    wanted = {
        file.relative_to(SOURCES.parent).as_posix()
        for file in SOURCES.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    with zipfile.ZipFile(installed.wheel) as archive:
        held = set(archive.namelist())
    assert wanted - held == set()
    for example in ("notes", "tasks"):
        assert any(name.startswith(f"backwright/bundled/{example}/specs/") for name in held)


def test_the_command_comes_from_the_wheel(installed: Installed, tmp_path: Path) -> None:
    code = "import backwright; print(backwright.__file__)"
    found = run([installed.python, "-c", code], tmp_path, surroundings()).stdout.strip()
    assert Path(found).is_relative_to(installed.python.parents[1])
    assert installed.verb(tmp_path, "--version").stdout.startswith("backwright ")


def test_a_bare_command_in_an_empty_folder_says_what_next(
    installed: Installed, tmp_path: Path
) -> None:
    done = installed.verb(tmp_path)
    assert "init" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [(), ("discover",), ("plan",), ("document",), ("decisions",), ("init",)],
    ids=lambda arguments: " ".join(arguments) or "bare",
)
def test_a_verb_runs(arguments: tuple[str, ...], installed: Installed, project: Path) -> None:
    done = installed.verb(project, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_explain_explains_a_requirement(installed: Installed, project: Path) -> None:
    done = installed.verb(project, "explain", "FR-001")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "FR-001" in done.stdout


def test_implement_again_writes_nothing(installed: Installed, project: Path) -> None:
    before = contents(project)
    done = installed.verb(project, "implement", "--accept-defaults", "--format", "json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)
    assert contents(project) == before


def contents(place: Path) -> dict[str, bytes]:
    unstable = {"__pycache__", ".pytest_cache"}
    return {
        str(file.relative_to(place)): file.read_bytes()
        for file in sorted(place.rglob("*"))
        if file.is_file() and not unstable & set(file.parts) and file.suffix != ".db"
    }


def test_demo_builds_tests_and_boots_the_bundled_example(
    installed: Installed, tmp_path: Path
) -> None:
    done = installed.verb(tmp_path, "demo")
    assert done.returncode == 0, done.stdout + done.stderr
