"""Tables as row classes."""

from collections.abc import Iterator

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.emit.fastapi.module import Module, docstring
from backwright.emit.fastapi.row_columns import column_line
from backwright.emit.fastapi.row_derived import derived_lines
from backwright.emit.fastapi.row_relations import relation_line
from backwright.emit.fastapi.value_text import Speller
from backwright.emit.templates import literal, long_text
from backwright.plan.names import Symbol, core, model
from backwright.plan.tables import Check, ForeignKey, Index, Table, table


def row_class(contract: Contract, entity: Entity, module: Module, doc: str) -> str:
    stored = table(contract, entity)
    taken = (
        *(each.name for each in entity.fields),
        *(each.name for each in entity.relations),
        *(each.name for each in entity.derived),
    )
    speller = Speller(module, pydantic="pydantic").inside(*taken)
    shared = module.use(core("db", "TableModel"))
    lines = [docstring(doc, 4).strip() + "\n"] if doc else []
    lines.append(f"__tablename__ = {literal(stored.name)}")
    arguments = list(_table_arguments(stored, speller))
    if arguments:
        lines.append(f"__table_args__ = ({', '.join(arguments)},)")
    lines.append("")
    lines += [column_line(contract, entity, stored, each, speller) for each in stored.columns]
    if entity.relations:
        lines.append("")
        lines += [relation_line(contract, entity, each, speller) for each in entity.relations]
    for each in entity.derived:
        lines += ["", *derived_lines(contract, entity, each, speller)]
    body = "\n".join(f"    {each}" if each else "" for each in lines)
    return f"class {model(entity).name}({shared}, table=True):\n{body}"


def _table_arguments(stored: Table, speller: Speller) -> Iterator[str]:
    """What its columns do not say themselves."""
    for index in stored.indexes:
        if index.unique:
            yield _index(stored, index, speller)
    for name, columns in stored.uniques:
        conventional = name == "_".join(("uq", stored.name, *columns))
        if len(columns) == 1 and conventional:
            continue
        unique = speller.use(Symbol("sqlmodel", "UniqueConstraint"))
        named = "" if conventional else f", name={literal(name)}"
        yield f"{unique}({_listed(columns)}{named})"
    for check in stored.checks:
        if not check.of_type:
            yield _check(check, speller)
    for key in stored.foreign_keys:
        if key.name != f"fk_{stored.name}_{key.column}":
            yield _foreign_key(key, speller)
    for index in stored.indexes:
        conventional = index.name == "_".join(("ix", stored.name, *index.columns))
        if not index.unique and not (conventional and len(index.columns) == 1):
            yield _index(stored, index, speller)


def _listed(columns: tuple[str, ...]) -> str:
    return ", ".join(literal(each) for each in columns)


def _index(stored: Table, index: Index, speller: Speller) -> str:
    made = speller.use(Symbol("sqlmodel", "Index"))
    conventional = index.name == "_".join(("ix", stored.name, *index.columns))
    parts = ["None" if conventional else literal(index.name), _listed(index.columns)]
    if index.unique:
        parts.append("unique=True")
    if index.where:
        where = f"{speller.use(Symbol('sqlmodel', 'text'))}({literal(index.where)})"
        parts += [f"postgresql_where={where}", f"sqlite_where={where}"]
    return f"{made}({', '.join(parts)})"


def _check(check: Check, speller: Speller) -> str:
    made = speller.use(Symbol("sqlmodel", "CheckConstraint"))
    return f"{made}({long_text(check.sql)}, name={literal(check.name)})"


def _foreign_key(key: ForeignKey, speller: Speller) -> str:
    made = speller.use(Symbol("sqlmodel", "ForeignKeyConstraint"))
    goes = f", ondelete={literal(key.on_delete.upper())}" if key.on_delete else ""
    target = literal(f"{key.table}.{key.target}")
    return f"{made}([{literal(key.column)}], [{target}], name={literal(key.name)}{goes})"
