"""A backend that was written, migrated and served on loopback by a process of its own."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_SECONDS: Final = 30
_DROPPED: Final = frozenset({"DATABASE_URL", "REDIS_URL"})


class NotServed(Exception):
    """The backend does not come up; the text says why."""


@contextmanager
def served(backend: Path, scratch: Path) -> Iterator[int]:
    """The port that it listens on; its database and log lie in `scratch`. Raises NotServed."""
    settings = {"DATABASE_URL": f"sqlite+aiosqlite:///{scratch / 'demo.db'}"}
    migrated = subprocess.run(
        [sys.executable, "-m", "alembic", "upgrade", "head"],
        cwd=backend,
        env=_environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if migrated.returncode:
        raise NotServed(_last(migrated.stderr, "alembic upgrade head fails"))
    port, log = _free_port(), scratch / "server.log"
    options = ["--host", "127.0.0.1", "--port", str(port), "--no-proxy-headers"]
    with log.open("w", encoding="utf-8") as lines:
        process = subprocess.Popen(  # noqa: S603  see above
            [sys.executable, "-m", "uvicorn", "app.main:app", *options],
            cwd=backend,
            env=_environment(settings),
            stdin=subprocess.DEVNULL,
            stdout=lines,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(port, process, log)
            yield port
        finally:
            _stop(process)


def _environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _DROPPED}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **settings}


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait(port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
    end = time.monotonic() + _SECONDS
    while process.poll() is None and time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/openapi.json")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.05)
        finally:
            connection.close()
    raise NotServed(_last(log.read_text("utf-8", "replace"), "it does not answer"))


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _last(text: str, otherwise: str) -> str:
    lines = [each for each in text.strip().split("\n") if each.strip()]
    return lines[-1].strip() if lines else otherwise
