"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from joserfc.jwk import OctKey

from app.accounts.router import router as accounts
from app.core.body_limit import BodyLimit
from app.core.db import create_engine, create_sessions
from app.core.errors import EXCEPTION_HANDLERS
from app.core.security import AccessTokens
from app.core.settings import Settings
from app.orders.router import router as orders


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = Settings()
    engine = create_engine(settings.database_url)
    app.state.sessions = create_sessions(engine)
    app.state.tokens = AccessTokens(OctKey.import_key(settings.token_secret.get_secret_value()))
    yield
    await engine.dispose()


app = FastAPI(
    title="Wholesale Orders",
    version="1.0.0",
    lifespan=lifespan,
    exception_handlers=EXCEPTION_HANDLERS,
    generate_unique_id_function=lambda route: route.name,
)
app.add_middleware(BodyLimit, max_bytes=32 * 1024)
for router in (accounts, orders):
    app.include_router(router)
