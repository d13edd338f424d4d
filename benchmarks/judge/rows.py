"""Rows written past the API: roles given in the database, and what no operation creates."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

Json = Any
Column = sa.Column[Any]
ADMINS = ("admin", "administrator", "staff", "manager", "superuser", "owner", "editor")
FLAGS = ("is_active", "active", "enabled", "is_verified", "verified", "email_verified")


def tables() -> dict[str, sa.Table]:
    """All tables of the metadata that the imported application uses."""
    found: dict[str, sa.Table] = {}
    for module in list(sys.modules.values()):
        for value in list(vars(module).values()) if hasattr(module, "__dict__") else ():
            table = getattr(value, "__table__", None) if isinstance(value, type) else None
            if isinstance(table, sa.Table):
                found |= table.metadata.tables
    return found


def _names(table: sa.Table) -> list[str]:
    return [column.name for column in table.columns]


def engine(database: Path) -> sa.Engine:
    return sa.create_engine(f"sqlite:///{database}", connect_args={"timeout": 10})


def singular(noun: str) -> str:
    noun = re.sub(r"[^a-z]", "", noun.lower())
    for ending, stem in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("xes", "x"), ("s", "")):
        if noun.endswith(ending) and not noun.endswith("ss") and len(noun) > len(ending) + 1:
            return noun[: -len(ending)] + stem
    return noun


def table_of(noun: str) -> sa.Table | None:
    wanted = singular(noun)
    named = {singular(name): table for name, table in tables().items()}
    if wanted in named:
        return named[wanted]
    ends = (table for name, table in named.items() if name.endswith(wanted) and wanted)
    return next(ends, None)


def users() -> Iterator[sa.Table]:
    """Tables of people: those with passwords, or with a name that says so."""
    for name, table in tables().items():
        named = singular(name) in ("user", "account", "customer", "member")
        if named or any("password" in column for column in _names(table)):
            yield table


def passwords(table: sa.Table) -> list[str]:
    return [name for name in _names(table) if "password" in name]


def open_accounts(database: Path) -> None:
    """Switches on whatever waits for a confirmation by mail."""
    _update(database, dict.fromkeys(FLAGS, True))


def admin_role() -> str:
    """The declared role that reads most like an administrator's."""
    for table in tables().values():
        column = next((table.c[name] for name in _names(table) if name == "role"), None)
        values = list(getattr(column.type, "enums", None) or ()) if column is not None else []
        for wanted in ADMINS:
            for value in values:
                if wanted in str(value).lower():
                    return str(value)
        if values:
            return str(values[-1])
    return "admin"


def promote(database: Path, subject: str) -> None:
    """Makes one user an administrator, in whatever column says so."""
    changes: dict[str, Any] = {"role": admin_role(), "is_admin": True, "is_superuser": True}
    _update(database, changes, subject)


def _update(database: Path, changes: dict[str, Any], subject: str = "") -> None:
    with engine(database).begin() as connection:
        for table in users():
            fitting = {name: value for name, value in changes.items() if name in table.c}
            if not fitting:
                continue
            statement = sa.update(table)
            keys = list(table.primary_key.columns)
            if subject and len(keys) == 1:
                statement = statement.where(sa.cast(keys[0], sa.String).in_(_spellings(subject)))
            try:
                connection.execute(statement.values(fitting))
            except SQLAlchemyError:
                continue


def _spellings(subject: str) -> list[str]:
    return [subject, subject.replace("-", "")]


def seed(database: Path, table: sa.Table, known: dict[str, str], depth: int = 0) -> Json:
    """Writes one row and returns its key, or None where the table does not take one."""
    values: dict[str, Any] = {}
    for column in table.columns:
        value = _column(database, column, known, depth)
        if value is not None:
            values[column.name] = value
    keys = list(table.primary_key.columns)
    try:
        with engine(database).begin() as connection:
            result = connection.execute(sa.insert(table).values(values))
            return result.inserted_primary_key[0] if keys and result.inserted_primary_key else None
    except (SQLAlchemyError, ValueError, TypeError):
        return None


def _column(database: Path, column: Column, known: dict[str, str], depth: int) -> Json:
    if column.name in known:
        return _cast(column, known[column.name])
    if column.primary_key and (isinstance(column.type, sa.Integer) or column.default is not None):
        return None
    if column.foreign_keys and depth < 4:
        return _parent(database, column, known, depth)
    if column.default is not None or column.server_default is not None or column.nullable:
        return None
    if re.search(r"(user|owner|account|customer|author)_?id$", column.name) and "subject" in known:
        return _cast(column, known["subject"])
    return _sample(column)


def _parent(database: Path, column: Column, known: dict[str, str], depth: int) -> Json:
    """The key of a row that a foreign key can name: the caller's own, or a new one."""
    target = next(iter(column.foreign_keys)).column.table
    if target is column.table or column.nullable:
        return None
    if "password" in "".join(_names(target)) and "subject" in known:
        return _cast(column, known["subject"])
    return seed(database, target, known, depth + 1)


def _cast(column: Column, value: str) -> Json:
    kind = _python(column)
    try:
        return kind(value) if kind in (int, UUID) else value
    except ValueError:
        return value


def _python(column: Column) -> type:
    """The type of a column's values, inside of what decorates it."""
    kind: Any = column.type
    while isinstance(kind, sa.types.TypeDecorator):
        kind = kind.impl_instance
    try:
        found = kind.python_type
    except NotImplementedError:
        return str
    return found if isinstance(found, type) else str


def _sample(column: Column) -> Json:
    allowed = getattr(column.type, "enums", None)
    if allowed:
        return allowed[0]
    kind = _python(column)
    now = datetime.now(UTC)
    samples: dict[type, Any] = {bool: False, int: 1, float: 1.0, datetime: now, date: now.date()}
    samples |= {UUID: uuid4(), time: now.time(), dict: {}, list: [], bytes: b"x"}
    if kind is str:
        return f"seed {uuid4().hex}"[: getattr(column.type, "length", None) or 30]
    return samples.get(kind, 1)
