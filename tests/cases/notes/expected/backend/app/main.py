"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.core.db import create_engine, create_sessions
from app.core.errors import EXCEPTION_HANDLERS
from app.core.settings import Settings
from app.notes.router import router as notes


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = Settings()
    engine = create_engine(settings.database_url)
    app.state.sessions = create_sessions(engine)
    yield
    await engine.dispose()


app = FastAPI(
    title="Notes API",
    version="1.0.0",
    lifespan=lifespan,
    exception_handlers=EXCEPTION_HANDLERS,
    generate_unique_id_function=lambda route: route.name,
)
app.include_router(notes)
