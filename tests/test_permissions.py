"""Missing rights, in a child that lacks what lets root read and write everything."""

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import FEATURE, SPEC, feature
from tests.emit.write.trees import tree

PRODUCT = "import sys; from backwright.cli.main import main; sys.exit(main())"
LIBC = ctypes.CDLL(None)
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="drops a capability of Linux")


def demoted() -> None:
    """Taken out of the bounding set, a capability does not come back when the child begins."""
    if os.geteuid() == 0:
        for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
            if LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                os._exit(127)


def implement(root: Path) -> tuple[int, dict[str, Any]]:
    command = [sys.executable, "-c", PRODUCT, "implement", FEATURE]
    command += ["--accept-defaults", "--no-tests", "--format", "json"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False, preexec_fn=demoted
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


def told(document: dict[str, Any]) -> dict[str, str]:
    return {each["code"]: each["message"] for each in document["diagnostics"]}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    feature(tmp_path)
    (tmp_path / "backend").mkdir()
    (tmp_path / "backend/CLAUDE.md").write_text("# Backend\n\nFastAPI.\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("path", ["spec.md", "data-model.md", "contracts/api.yaml", "contracts"])
def test_what_may_not_be_read_is_told(path: str, project: Path) -> None:
    there = project / FEATURE / path
    mode = there.stat().st_mode
    there.chmod(0)
    status, document = implement(project)
    there.chmod(mode)
    assert status in {1, 2}
    assert any(path in message for message in told(document).values())


@pytest.mark.parametrize("folder", [".", "backend"])
def test_where_nothing_may_be_written_nothing_is(folder: str, project: Path) -> None:
    (project / folder).chmod(0o555)
    before = tree(project)
    status, document = implement(project)
    (project / folder).chmod(0o755)
    assert status == 2
    assert "Permission denied" in told(document)["BW555"]
    assert tree(project) == before


def test_a_file_that_may_not_be_read_back_is_left(project: Path) -> None:
    implement(project)
    main = project / "backend/app/main.py"
    text = main.read_text("utf-8")
    main.chmod(0)
    spec = project / FEATURE / "spec.md"
    spec.write_text(SPEC.replace("100 characters", "90 characters"), "utf-8")
    implement(project)
    main.chmod(0o644)
    assert main.read_text("utf-8") == text
