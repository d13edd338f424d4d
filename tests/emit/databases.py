"""A database for each test that wants one, on the PostgreSQL of this machine."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest

from tests.emit.schemas_of import execute

SERVER = "postgresql+asyncpg://postgres@127.0.0.1:5432"


@contextmanager
def postgresql() -> Iterator[str]:
    name = f"backwright_{uuid4().hex}"
    try:
        execute(f"{SERVER}/postgres", "COMMIT", f"CREATE DATABASE {name}")
    except OSError as error:
        pytest.skip(f"no PostgreSQL at {SERVER}: {error}")
    yield f"{SERVER}/{name}"
    execute(f"{SERVER}/postgres", "COMMIT", f"DROP DATABASE {name} WITH (FORCE)")
