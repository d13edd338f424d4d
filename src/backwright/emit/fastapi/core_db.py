"""`app/core/db.py`: engine, session, and the column types that some table has."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.columns import Column, Sql, columns
from backwright.plan.defaults import Make, default
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file

_MODULE: Final = "app.core.db"
_SHORT: Final = 20
"""Enums are stored as texts of this length, unless one of their values is longer."""
NOW: Final = {
    Make.NOW: "utcnow", Make.TODAY: "today", Make.STAMP: "utc_text", Make.SECONDS: "utc_seconds",
}  # fmt: skip
"""The functions that tell the present time as a column holds it."""


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not needs.database(contract):
        return
    found = [each for entity in contract.entities for each in columns(contract, entity)]
    wanted = _wanted(contract, found)
    json = any(each.sql is Sql.JSON for each in found)
    longest = max((each.length or 0 for each in found if each.sql is Sql.ENUM), default=0)
    module = Module(_MODULE, "The database: engine, session, and what every table shares.")
    _imports(module, wanted, json=json)
    view = {"wanted": wanted, "json": json, "long_enums": longest > _SHORT}
    module.add(render("core/db.py.jinja", **view))
    yield GeneratedFile(file(_MODULE), module.text(), part="core")


def now(module: Module, make: Make) -> str:
    """The function that tells the present time so, imported."""
    return module.use(core("db", NOW[make]))


def _wanted(contract: Contract, found: list[Column]) -> frozenset[str]:
    makes = {
        default(contract, entity, each).make
        for entity in contract.entities
        for each in columns(contract, entity)
    }
    wanted = {name for make, name in NOW.items() if make in makes}
    if any(each.sql is Sql.ENUM for each in found):
        wanted.add("text_enum")
    if any(each.sql is Sql.DECIMAL for each in found):
        wanted.add("ExactNumber")
    if needs.rows_by_name(contract):
        wanted.add("add_missing")
    return frozenset(wanted)


def _imports(module: Module, wanted: frozenset[str], *, json: bool) -> None:
    module.use_from("collections.abc", "AsyncIterator")
    module.use_from("datetime", "UTC", "datetime")
    module.use_from("typing", "Annotated")
    module.use_from("fastapi", "Depends", "Request")
    module.use_from("sqlalchemy", "event")
    module.use_from("sqlalchemy.engine.interfaces", "DBAPIConnection")
    engine = ("AsyncEngine", "async_sessionmaker", "create_async_engine")
    module.use_from("sqlalchemy.ext.asyncio", *engine)
    module.use_from("sqlmodel", "MetaData", "SQLModel")
    module.use_from("sqlmodel.ext.asyncio.session", "AsyncSession")
    if "today" in wanted:
        module.use_from("datetime", "date")
    if "text_enum" in wanted:
        module.use_from("enum", "StrEnum")
        module.use_from("sqlmodel", "Enum")
    if "ExactNumber" in wanted:
        module.use_from("decimal", "Decimal")
        module.use_from("sqlalchemy", "BigInteger", "Dialect", "TypeDecorator")
    if "add_missing" in wanted:
        module.use_from("collections.abc", "Sequence")
        module.use_from("sqlalchemy.dialects", "postgresql", "sqlite")
    if json:
        module.use_from("pydantic_core", "to_json")
