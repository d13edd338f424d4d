"""Databases as they turned out, to be compared."""

import asyncio
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect
from sqlalchemy.ext.asyncio import create_async_engine

Json = Any


def schema_of(url: str) -> dict[str, Json]:
    """Every table with its columns, constraints and indexes, in no order of their own."""

    def read(connection: Connection) -> dict[str, Json]:
        found = inspect(connection)
        return {
            table: {
                "columns": {
                    each["name"]: (str(each["type"]), each["nullable"], each["default"])
                    for each in found.get_columns(table)
                },
                "key": found.get_pk_constraint(table)["constrained_columns"],
                "uniques": _named(found.get_unique_constraints(table), "column_names"),
                "checks": _named(found.get_check_constraints(table), "sqltext"),
                "keys": {
                    each["name"]: (
                        each["constrained_columns"],
                        each["referred_table"],
                        each["options"],
                    )
                    for each in found.get_foreign_keys(table)
                },
                "indexes": {
                    each["name"]: (each["column_names"], bool(each["unique"]))
                    for each in found.get_indexes(table)
                    if not each.get("duplicates_constraint")
                },
            }
            for table in found.get_table_names()
            if table != "alembic_version"
        }

    async def run() -> dict[str, Json]:
        engine = create_async_engine(url)
        async with engine.connect() as connection:
            result = await connection.run_sync(read)
        await engine.dispose()
        return result

    return asyncio.run(run())


def execute(url: str, *statements: str) -> list[tuple[Any, ...]]:
    """The rows of the last statement, if it gives any."""

    async def run() -> list[tuple[Any, ...]]:
        engine = create_async_engine(url)
        rows: list[tuple[Any, ...]] = []
        async with engine.begin() as connection:
            for each in statements:
                result = await connection.exec_driver_sql(each)
                rows = [tuple(row) for row in result.all()] if result.returns_rows else []
        await engine.dispose()
        return rows

    return asyncio.run(run())


def sqlite(root: Path) -> str:
    return f"sqlite+aiosqlite:///{root / 'test.db'}"


def _named(found: Any, what: str) -> dict[str, Json]:
    return {str(each["name"]): each[what] for each in found}
