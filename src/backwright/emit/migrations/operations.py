"""Alembic's operations, as text."""

import re
from typing import Any, Final

from backwright.emit.templates import literal, long_text
from backwright.plan.constraint_names import primary_key

Json = dict[str, Any]
_TYPES: Final = {
    "uuid": "sa.Uuid()", "integer": "sa.Integer()", "big_integer": "sa.BigInteger()",
    "float": "sa.Float()", "decimal": "sa.BigInteger()", "boolean": "sa.Boolean()",
    "datetime": "sa.DateTime(timezone=True)", "date": "sa.Date()", "time": "sa.Time()",
    "binary": "sa.LargeBinary()", "json": "sa.JSON()",
}  # fmt: skip
_BIND: Final = re.compile(r"(?<![:\w\\]):(?=\w)")


def type_of(column: Json) -> str:
    if column["type"] == "text":
        length = column.get("length")
        return f"sa.String({int(length)})" if length else "sa.String()"
    return _TYPES[column["type"]]


def column(of: Json, *, nullable: bool | None = None) -> str:
    may = of["nullable"] if nullable is None else nullable
    return f"sa.Column({literal(of['name'])}, {type_of(of)}, nullable={bool(may)})"


def create_table(name: str, table: Json, *, without: frozenset[str] = frozenset()) -> str:
    """`without`: foreign keys that have to wait until the table they lead to is there."""
    parts = [literal(name)]
    parts += [column(each) for each in table["columns"]]
    parts.append(
        f"sa.PrimaryKeyConstraint({names(table['primary_key'])}, name={literal(primary_key(name))})"
    )
    parts += [
        foreign_key(key, told) for key, told in table["foreign_keys"].items() if key not in without
    ]
    parts += [
        f"sa.UniqueConstraint({names(columns)}, name={literal(unique)})"
        for unique, columns in table["uniques"].items()
    ]
    parts += [
        f"sa.CheckConstraint({long_text(escaped(sql))}, name=op.f({literal(check)}))"
        for check, sql in table["checks"].items()
    ]
    return f"op.create_table({', '.join(parts)},)"


def foreign_key(name: str, key: Json) -> str:
    target = literal(f"{key['table']}.{key['target']}")
    return (
        f"sa.ForeignKeyConstraint([{literal(key['column'])}], [{target}], "
        f"name={literal(name)}{on_delete(key)})"
    )


def on_delete(key: Json) -> str:
    return f", ondelete={literal(key['on_delete'].upper())}" if key["on_delete"] else ""


def create_index(name: str, table: str, index: Json) -> str:
    parts = [literal(name), literal(table), f"[{names(index['columns'])}]"]
    if index["unique"]:
        parts.append("unique=True")
    if index["where"]:
        where = f"sa.text({literal(escaped(index['where']))})"
        parts += [f"postgresql_where={where}", f"sqlite_where={where}"]
    return f"op.create_index({', '.join(parts)})"


def batch(table: str, lines: list[str]) -> str:
    """SQLite changes a table by making it anew; other databases change it in place."""
    body = "\n".join(f"    {each}" for each in lines)
    return f"with op.batch_alter_table({literal(table)}) as batch:\n{body}"


def add_constraint(part: str, name: str, told: Any) -> str:  # noqa: ANN401  JSON
    """`part`: foreign_keys, uniques or checks of a table."""
    if part == "foreign_keys":
        return add_foreign_key(name, told)
    if part == "uniques":
        return f"batch.create_unique_constraint({literal(name)}, [{names(told)}])"
    return f"batch.create_check_constraint(op.f({literal(name)}), {long_text(escaped(told))})"


def add_foreign_key(name: str, key: Json) -> str:
    parts = [literal(name), literal(key["table"]), f"[{literal(key['column'])}]"]
    parts.append(f"[{literal(key['target'])}]{on_delete(key)}")
    return f"batch.create_foreign_key({', '.join(parts)})"


def drop_constraint(name: str, kind: str) -> str:
    spelled = f"op.f({literal(name)})" if kind == "check" else literal(name)
    return f"batch.drop_constraint({spelled}, type_={literal(kind)})"


def names(listed: list[str]) -> str:
    return ", ".join(literal(each) for each in listed)


def escaped(sql: str) -> str:
    """SQLAlchemy takes a colon before a word for a parameter."""
    return _BIND.sub(r"\\:", sql)
