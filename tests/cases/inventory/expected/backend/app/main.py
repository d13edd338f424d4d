"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.core.db import create_engine, create_sessions
from app.core.errors import EXCEPTION_HANDLERS
from app.core.openapi import Application
from app.core.rate_limit import RATE_LIMITED, Limiter
from app.core.settings import Settings
from app.items.router import router as items
from app.reservations.router import router as reservations
from app.warehouses.router import router as warehouses


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = Settings()
    engine = create_engine(settings.database_url)
    app.state.sessions = create_sessions(engine)
    app.state.limiter = Limiter(settings.redis_url)
    yield
    await engine.dispose()


app = Application(
    title="Stock API",
    version="1.0.0",
    lifespan=lifespan,
    exception_handlers=EXCEPTION_HANDLERS,
    generate_unique_id_function=lambda route: route.name,
    dependencies=[RATE_LIMITED],
)
for router in (warehouses, items, reservations):
    app.include_router(router)
