"""A process of its own for one feature: limits, no network, an own home and temporary folder."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

CPU_SECONDS = 900
MEMORY_BYTES = 6_000_000_000
PASSED = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "SYSTEMROOT")


@cache
def without_network() -> tuple[str, ...]:
    """The prefix that takes the network away, where the machine allows it."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return ()
    tried = subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False)
    return (unshare, "-rn") if tried.returncode == 0 else ()


def variables(scratch: Path, extra: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in PASSED if name in os.environ}
    own = {"HOME": str(scratch), "TMPDIR": str(scratch), "PYTHONDONTWRITEBYTECODE": "1"}
    return kept | own | {"PYTHONHASHSEED": "0", "NO_COLOR": "1"} | dict(extra)


def run(
    command: Sequence[str], scratch: Path, seconds: float, extra: Mapping[str, str]
) -> tuple[int, str]:
    """Exit status and output; 124 and a word about it when the time is over."""
    scratch.mkdir(parents=True, exist_ok=True)
    limits = Path(__file__).with_name("limits.py")
    own = [sys.executable, str(limits), str(CPU_SECONDS), str(MEMORY_BYTES), *command]
    process = subprocess.Popen(
        [*without_network(), *own],
        cwd=scratch,
        env=variables(scratch, extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return 124, f"stopped after {seconds:.0f} seconds"
    return process.returncode, output
