"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from joserfc.jwk import OctKey

from app.core.db import create_engine, create_sessions
from app.core.errors import EXCEPTION_HANDLERS
from app.core.security import AccessTokens
from app.core.settings import Settings
from app.labels.router import router as labels
from app.tasks.router import router as tasks
from app.users.router import router as users


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = Settings()
    engine = create_engine(settings.database_url)
    app.state.sessions = create_sessions(engine)
    app.state.tokens = AccessTokens(OctKey.import_key(settings.secret_key.get_secret_value()))
    yield
    await engine.dispose()


app = FastAPI(
    title="Personal Task Manager API",
    version="1.0.0",
    lifespan=lifespan,
    exception_handlers=EXCEPTION_HANDLERS,
    generate_unique_id_function=lambda route: route.name,
)
for router in (users, tasks, labels):
    app.include_router(router)
