"""An emitted backend, migrated and served over HTTP by a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2

from backwright.contract.model import Contract
from backwright.emit import emit
from backwright.plan.model import Standing

SECRET = "a secret that only the tests use, of 32 bytes and more"


@dataclass(frozen=True, slots=True)
class Served:
    url: str
    root: Path
    database: Path

    def client(self, token: str = "") -> httpx2.Client:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx2.Client(base_url=self.url, headers=headers, timeout=30)


def written(contract: Contract, root: Path) -> Path:
    """The files of the backend below `root`, as the writer would put them there."""
    for each in emit(contract, Standing()).files:
        target = root / each.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(each.text.replace("@@RANDOM_SECRET@@", SECRET), "utf-8")
    return root


def run(root: Path, *command: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A module of our own interpreter, in the backend's folder."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=_environment(environment),
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def served(contract: Contract, root: Path, **environment: str) -> Iterator[Served]:
    written(contract, root)
    with running(root, **environment) as backend:
        yield backend


@contextmanager
def running(root: Path, **environment: str) -> Iterator[Served]:
    """A backend that stands there already, whoever changed it since."""
    database = root / "test.db"
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{database}", **environment}
    if any((root / "alembic" / "versions").glob("*.py")):
        migrated = run(root, "alembic", "upgrade", "head", **settings)
        assert migrated.returncode == 0, migrated.stderr
    port = _free_port()
    log = (root / "server.log").open("w")
    # Uvicorn believes what a proxy on this machine says of addresses; here there is none.
    options = ["--port", str(port), "--no-proxy-headers"]
    command = [sys.executable, "-m", "uvicorn", "app.main:app", *options]
    process = subprocess.Popen(
        command, cwd=root, env=_environment(settings), stdout=log, stderr=subprocess.STDOUT
    )
    try:
        url = f"http://127.0.0.1:{port}"
        _wait(url, process, root)
        yield Served(url, root, database)
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def _environment(settings: dict[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, **settings}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(url: str, process: "subprocess.Popen[bytes]", root: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            httpx2.get(f"{url}/openapi.json", timeout=5)
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError((root / "server.log").read_text())
