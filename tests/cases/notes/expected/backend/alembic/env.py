"""Runs the migrations over the application's own engine."""

import asyncio

from sqlalchemy import Connection

import app.main  # noqa: F401  (imports every model)
from alembic import context
from app.core.db import TableModel, create_engine
from app.core.settings import Settings


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection, target_metadata=TableModel.metadata, render_as_batch=True
    )
    with context.begin_transaction():
        context.run_migrations()


async def main() -> None:
    engine = create_engine(Settings().database_url)
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # A changed table is made anew there; dropping the old one must not take rows along.
            await connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            await connection.commit()
        await connection.run_sync(migrate)
    await engine.dispose()


asyncio.run(main())
