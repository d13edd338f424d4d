"""A database, the application on it, and people who are signed in."""

import os
from collections.abc import AsyncIterator
from itertools import count

import pytest
from fastapi import FastAPI
from httpx2 import ASGITransport, AsyncClient

from app.core.db import TableModel, create_engine
from app.core.settings import Settings
from app.main import app as application
from app.main import lifespan


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
async def database_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """PostgreSQL where TEST_DATABASE_URL names a database to overwrite, else SQLite."""
    path = tmp_path_factory.mktemp("database") / "test.db"
    return os.environ.get("TEST_DATABASE_URL", f"sqlite+aiosqlite:///{path}")


@pytest.fixture(scope="session")
async def _schema(database_url: str) -> None:
    engine = create_engine(database_url)
    async with engine.begin() as connection:
        await connection.run_sync(TableModel.metadata.drop_all)
        await connection.run_sync(TableModel.metadata.create_all)
    await engine.dispose()


@pytest.fixture
async def app(
    _schema: None, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[FastAPI]:
    """The application, started in an environment of which the tests know everything."""
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    monkeypatch.setenv("DATABASE_URL", database_url)
    async with lifespan(application):
        application.state.numbers = count(11)
        yield application
        async with application.state.sessions.begin() as session:
            for table in reversed(TableModel.metadata.sorted_tables):
                await session.exec(table.delete())


def client_of(app: FastAPI, token: str = "") -> AsyncClient:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    transport = ASGITransport(app, raise_app_exceptions=False)
    return AsyncClient(transport=transport, base_url="http://test", headers=headers)


@pytest.fixture
async def anonymous(app: FastAPI) -> AsyncIterator[AsyncClient]:
    async with client_of(app) as anonymous:
        yield anonymous
