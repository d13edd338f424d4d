"""Each example as users get it: clean, migrated and tested on both databases, and nothing twice."""

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import pytest

from benchmarks.judge import lint

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = {
    "notes": "specs/001-notes",
    "tasks": "specs/001-tasks",
    "inventory": "specs/002-stock",
    "profile": "specs/001-user-profile",
    "orders": "specs/004-orders",
}
PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
SERVER = "postgresql://postgres@127.0.0.1:5432"


def run(command: list[str], place: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        command,
        cwd=place,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


def implement(project: Path, feature: str, *more: str) -> "subprocess.CompletedProcess[str]":
    arguments = ["implement", feature, "--accept-defaults", *more]
    return run([sys.executable, "-c", PRODUCT, *arguments], project)


def contents(project: Path) -> dict[str, bytes]:
    return {
        file.relative_to(project).as_posix(): file.read_bytes()
        for file in sorted(project.rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    }


@dataclass(frozen=True, slots=True)
class Built:
    """An example that was implemented."""

    name: str
    project: Path

    @property
    def feature(self) -> str:
        return EXAMPLES[self.name]

    @property
    def backend(self) -> Path:
        return self.project / "backend"


@pytest.fixture(scope="module", params=sorted(EXAMPLES))
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = tmp_path_factory.mktemp(request.param) / "project"
    shutil.copytree(ROOT / "examples" / request.param, project)
    made = Built(request.param, project)
    done = implement(project, made.feature, "--no-tests")
    assert done.returncode == 0, done.stdout + done.stderr
    return made


@pytest.fixture
def postgresql(built: Built) -> Iterator[str]:
    """A database of its own; skipped where no server is."""
    name = f"backwright_{built.name}_{os.getpid()}"

    async def tell(statement: str) -> None:
        connection = await asyncpg.connect(f"{SERVER}/postgres", timeout=5)
        await connection.execute(statement)
        await connection.close()

    try:
        asyncio.run(tell(f'CREATE DATABASE "{name}"'))
    except OSError as error:
        pytest.skip(f"no PostgreSQL at {SERVER}: {error}")
    yield f"{SERVER.replace('postgresql', 'postgresql+asyncpg')}/{name}"
    asyncio.run(tell(f'DROP DATABASE "{name}" WITH (FORCE)'))


def test_what_is_emitted_is_clean(built: Built, tmp_path: Path) -> None:
    """Judged in a copy: the type checker leaves a cache beside what it reads."""
    backend = shutil.copytree(built.backend, tmp_path / "backend")
    assert lint.check(backend) == []


def test_its_own_tests_pass(built: Built, tmp_path: Path) -> None:
    backend = shutil.copytree(built.backend, tmp_path / "backend")
    done = run([sys.executable, "-m", "pytest", "-q", "--tb=short"], backend)
    assert done.returncode == 0, done.stdout[-4000:]
    assert "skipped" not in done.stdout


def test_its_own_tests_pass_on_postgresql(built: Built, postgresql: str, tmp_path: Path) -> None:
    backend = shutil.copytree(built.backend, tmp_path / "backend")
    command = [sys.executable, "-m", "pytest", "-q", "--tb=short"]
    done = run(command, backend, TEST_DATABASE_URL=postgresql)
    assert done.returncode == 0, done.stdout[-4000:]


def test_it_migrates_up_and_down_on_postgresql(built: Built, postgresql: str) -> None:
    for step in (["upgrade", "head"], ["check"], ["downgrade", "base"], ["upgrade", "head"]):
        command = [sys.executable, "-m", "alembic", *step]
        done = run(command, built.backend, DATABASE_URL=postgresql, PYTHONDONTWRITEBYTECODE="1")
        assert done.returncode == 0, f"{step}: {done.stdout}{done.stderr}"


def test_a_second_implement_writes_nothing(built: Built) -> None:
    before = contents(built.project)
    assert implement(built.project, built.feature, "--no-tests").returncode == 0
    assert contents(built.project) == before


def test_the_order_of_files_does_not_matter(built: Built, tmp_path: Path) -> None:
    """The same bytes from a folder whose files were created the other way round."""
    original = ROOT / "examples" / built.name
    project = tmp_path / "elsewhere" / "project"
    for file in sorted((each for each in original.rglob("*") if each.is_file()), reverse=True):
        target = project / file.relative_to(original)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    assert implement(project, built.feature, "--no-tests").returncode == 0
    ours, other = contents(built.project), contents(project)
    keys = "backend/.env"
    assert sorted(other) == sorted(ours)
    assert [path for path in ours if ours[path] != other[path] and path != keys] == []
