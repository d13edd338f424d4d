"""What is asked, what is stored, and how it is shown."""

import json
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeVar

from fastapi import FastAPI
from httpx2 import AsyncClient, Response
from pydantic_core import to_jsonable_python
from sqlalchemy import inspect
from sqlmodel import select

from app.core.db import TableModel

Json = Any
Row = TypeVar("Row", bound=TableModel)


@dataclass(frozen=True)
class Asked:
    """A request that succeeds, if the right person makes it."""

    method: str
    url: str
    status: int = 200
    json: Json = None
    data: dict[str, Any] | None = None
    files: dict[str, Any] | None = None
    params: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    """The same for rows that are not there: each one of the path in turn."""

    async def by(self, client: AsyncClient) -> Response:
        headers, content = self.headers, None
        if self.json is not None:
            # Spelled out here: half a surrogate is a text that clients refuse to send.
            content = json.dumps(self.json)
            headers = {"Content-Type": "application/json", **headers}
        return await client.request(
            self.method,
            self.url,
            content=content,
            data=self.data,
            files=self.files,
            params=self.params,
            headers=headers,
        )


def shown(row: TableModel, *names: str, **renamed: str) -> Json:
    """Columns of a row as JSON shows them; `createdAt="created_at"` where the name differs."""
    found = {name: name for name in names} | renamed
    return {name: wire(getattr(row, column)) for name, column in found.items()}


def filled(row: TableModel, *names: str, **renamed: str) -> Json:
    """The same without what the row does not have."""
    found = shown(row, *names, **renamed)
    return {name: value for name, value in found.items() if value is not None}


def wire(value: Any) -> Json:
    """A value as JSON shows it, exact numbers as numbers."""
    return float(value) if isinstance(value, Decimal) else to_jsonable_python(value)


async def stored(app: FastAPI, model: type[Row]) -> list[Row]:
    """All rows of a table."""
    async with app.state.sessions() as session:
        return list(await session.exec(select(model)))


async def again(app: FastAPI, row: Row) -> Row | None:
    """The row as it is stored now."""
    state: Any = inspect(row)
    async with app.state.sessions() as session:
        found: Row | None = await session.get(type(row), state.identity)
        return found


async def still(app: FastAPI, row: Row) -> Row:
    """The row, which must be there."""
    found = await again(app, row)
    assert found is not None
    return found
