import sys
from pathlib import Path

from benchmarks.judge.sandbox import run


def python(tmp_path: Path, code: str, seconds: float = 20) -> tuple[int, str]:
    return run([sys.executable, "-c", code], tmp_path, seconds, {})


def test_home_is_its_own_and_the_caller_s_variables_stay_outside(tmp_path: Path) -> None:
    status, output = python(tmp_path, "import os; print(os.environ['HOME'], sorted(os.environ))")
    assert status == 0
    assert output.startswith(str(tmp_path))
    assert "PYTEST_CURRENT_TEST" not in output


def test_too_much_memory_ends_it(tmp_path: Path) -> None:
    status, output = python(tmp_path, "x = bytearray(10**11)")
    assert status == 1
    assert "MemoryError" in output


def test_the_wall_clock_ends_it_and_its_children(tmp_path: Path) -> None:
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'while True: pass'])"
    status, output = python(tmp_path, code, seconds=1)
    assert status == 124
    assert "stopped" in output
