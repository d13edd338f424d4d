"""Columns that come, go or change, with the rows that stand."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from backwright.emit.migrations import operations
from backwright.emit.migrations.operations import Json
from backwright.emit.templates import literal, long_text
from backwright.plan.sql_words import quoted

_POSTGRESQL: Final = {
    "uuid": "uuid", "integer": "integer", "big_integer": "bigint", "float": "double precision",
    "boolean": "boolean", "datetime": "timestamp with time zone", "date": "date", "time": "time",
    "binary": "bytea", "json": "json", "text": "varchar",
}  # fmt: skip

_NUMBERS: Final = frozenset(("integer", "big_integer", "float"))


def change(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    old = {each["name"]: each for each in before["columns"]}
    new = {each["name"]: each for each in after["columns"]}
    gone = [each for each in old if each not in new]
    if gone:
        yield f"# What {', '.join(f'{name}.{each}' for each in gone)} held is lost."
    lines = [f"batch.drop_column({literal(each)})" for each in gone]
    added = [each for each in new.values() if each["name"] not in old]
    lines += [f"batch.add_column({operations.column(each, nullable=True)})" for each in added]
    both = [(old[each], new[each]) for each in new if each in old]
    for was, becomes in both:
        lines += _altered(was, becomes)
    if lines:
        yield operations.batch(name, lines)
    for was, becomes in both:
        yield from _rescaled(name, was, becomes)
    filled = [each for each in added if not each["nullable"]]
    filled += [becomes for was, becomes in both if was["nullable"] and not becomes["nullable"]]
    for each in filled:
        yield _filled(name, each)
    if filled:
        yield operations.batch(name, [_nullability(each) for each in filled])


def _altered(was: Json, becomes: Json) -> Iterator[str]:
    """What may hold nothing from now on; another type or length."""
    before, after = operations.type_of(was), operations.type_of(becomes)
    if before != after:
        using = ""
        if was["type"] != becomes["type"] and not {was["type"], becomes["type"]} <= _NUMBERS:
            using = f", postgresql_using={long_text(_converted(was, becomes))}"
        yield (
            f"batch.alter_column({literal(was['name'])}, "
            f"existing_type={before}, type_={after}{using})"
        )
    if becomes["nullable"] and not was["nullable"]:
        yield _nullability(becomes)


def _converted(was: Json, becomes: Json) -> str:
    """A value that cannot be converted stops the migration; nothing is lost."""
    name = quoted(was["name"])
    if was["type"] == "decimal":
        name = f"{name}::numeric / {10 ** int(was['places'])}"
    if becomes["type"] == "decimal":
        factor = 10 ** int(becomes["places"])
        return f"round({name}::text::numeric * {factor})::bigint"
    return f"({name})::text::{_POSTGRESQL[becomes['type']]}"


def _rescaled(table: str, was: Json, becomes: Json) -> Iterator[str]:
    """Exact numbers are kept in their smallest units."""
    if was["type"] != "decimal" or becomes["type"] != "decimal":
        return
    column, more = quoted(becomes["name"]), int(becomes["places"]) - int(was["places"])
    if more:
        scaled = f"{column} * {10**more}" if more > 0 else f"{column} / {10**-more}"
        yield _update(table, f"{column} = {scaled}")


def _filled(table: str, column: Json) -> str:
    name, sql = quoted(column["name"]), column.get("filling", "")
    if not sql:
        return (
            f"# {column['name']}: rows that stand need a value here, which no document tells;\n"
            "# without one the next step refuses."
        )
    return _update(table, f"{name} = {sql} WHERE {name} IS NULL")


def _nullability(column: Json) -> str:
    return (
        f"batch.alter_column({literal(column['name'])}, "
        f"existing_type={operations.type_of(column)}, nullable={bool(column['nullable'])})"
    )


def _update(table: str, sets: str) -> str:
    sql = f"UPDATE {quoted(table)} SET {sets}"  # noqa: S608  names and values are quoted
    return f"op.execute({long_text(operations.escaped(sql))})"
