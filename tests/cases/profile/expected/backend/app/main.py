"""The application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from joserfc.jwk import OctKey

from app.core.cors import Cors
from app.core.db import create_engine, create_sessions
from app.core.errors import EXCEPTION_HANDLERS
from app.core.security import AccessTokens
from app.core.settings import Settings
from app.profiles.router import router as profiles


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    settings = Settings()
    engine = create_engine(settings.database_url)
    app.state.sessions = create_sessions(engine)
    app.state.tokens = AccessTokens(
        OctKey.import_key(settings.better_auth_secret.get_secret_value())
    )
    app.state.cors_origins = settings.cors_origins
    yield
    await engine.dispose()


app = FastAPI(
    title="User Profile API",
    version="1.0.0",
    lifespan=lifespan,
    exception_handlers=EXCEPTION_HANDLERS,
    generate_unique_id_function=lambda route: route.name,
)
app.add_middleware(Cors)
app.include_router(profiles)
