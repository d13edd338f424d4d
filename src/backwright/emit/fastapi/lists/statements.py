"""The statement of a list: built once with the module, or once for each shape of the query."""

from backwright.contract.entities import Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.lists.narrowing import Narrowed, narrowed, whose
from backwright.emit.fastapi.loading import loaded
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.columns import column
from backwright.plan.finder_loads import answered
from backwright.plan.finder_names import key_name
from backwright.plan.finders import Reach, reach
from backwright.plan.lists import (
    Order,
    direction_parameter,
    is_counted,
    is_plain,
    narrowing,
    orders,
    paging,
    sort_parameter,
    statement_names,
    tie_break,
)
from backwright.plan.names import collection, core, model


def print_statement(contract: Contract, operation: Operation, into: Module) -> str:
    """Puts it into the service's module, and gives back the expression by which it is had."""
    name = statement_names(contract)[operation.id]
    told = [narrowed(contract, operation, each, into) for each in narrowing(operation)]
    where = _always(contract, operation, told, into)
    if is_plain(contract, operation):
        into.add(f"{name.upper()} = {_selected(contract, operation, ', '.join(where), into)}")
        return name.upper()
    into.add(_function(contract, operation, name, (told, where), into))
    flags = [f"{each.flag}={each.flag_value}" for each in told if not each.parameter.required]
    return f"{name}({', '.join([*flags, *_choices(contract, operation)])})"


def asks_owner(contract: Contract, operation: Operation) -> bool:
    """Whether the statement compares the owner: rows inside an own row need not."""
    entity = contract.entity(operation.entity)
    if reach(contract, operation, entity) is not Reach.OWN:
        return False
    held = parent_column(contract, operation)
    return not (held and entity.owner.kind is Ownership.PARENT and entity.owner.column == held)


def parent_column(contract: Contract, operation: Operation) -> str:
    """The foreign key to the row that the path names last; empty if there is none."""
    if not operation.lookups:
        return ""
    parent, entity = operation.lookups[-1].entity, contract.entity(operation.entity)
    held = [each.name for each in entity.fields if each.references == parent]
    own = entity.owner.column
    return own if own in held else next(iter(held), "")


def _always(
    contract: Contract, operation: Operation, told: list[Narrowed], into: Module
) -> list[str]:
    """The conditions of every shape."""
    entity = contract.entity(operation.entity)
    found: list[str] = []
    held = parent_column(contract, operation)
    if held:
        found.append(conditions.equals(entity, held, conditions.bound(held, into), into))
    elif operation.lookups:
        found.append(_linked(contract, operation, into))
    if asks_owner(contract, operation):
        found += conditions.owned(contract, entity, into)
    found += whose(contract, operation, into)
    return [*found, *(each.condition for each in told if each.parameter.required)]


def _linked(contract: Contract, operation: Operation, into: Module) -> str:
    """Rows that another row is linked to, by the rows that stand between them."""
    entity, parent = (
        contract.entity(operation.entity),
        contract.entity(operation.lookups[-1].entity),
    )
    for each in entity.relations:
        if each.entity == parent.name and each.link:
            test = conditions.equals(parent, parent.key.name,
                conditions.bound(key_name(parent, parent.key.name), into), into,
            )  # fmt: skip
            return f"{into.use(model(entity))}.{each.name}.any({test})"
    for link in contract.entities:
        held = {each.references: each.name for each in link.fields if each.references}
        if {entity.name, parent.name} <= held.keys() and link not in (entity, parent):
            key = conditions.column(entity, entity.key.name, into)
            own = conditions.equals(link, held[entity.name], key, into)
            bound = conditions.bound(key_name(parent, parent.key.name), into)
            other = conditions.equals(link, held[parent.name], bound, into)
            into.use_from("sqlmodel", "exists")
            return f"exists().where({own}, {other})"
    raise ValueError(f"{operation.id} lists rows that {parent.name} does not lead to")


def _function(
    contract: Contract,
    operation: Operation,
    name: str,
    told: tuple[list[Narrowed], list[str]],
    into: Module,
) -> str:
    into.use_from("functools", "cache")
    into.use_from("sqlalchemy", "ColumnElement")
    narrow, where = told
    lines = [f"where: list[ColumnElement[bool]] = [{', '.join(where)}]"]
    for each in narrow:
        if not each.parameter.required:
            test = f"{each.flag} is not None" if each.flag_type != "bool" else each.flag
            lines += [f"if {test}:", f"    where.append({each.condition})"]
    if paging(operation).cursor is not None:
        lines += ["if after:", f"    where.append({_after(contract, operation, into)})"]
    lines += _ordered(contract, operation, into)
    body = "\n".join(f"    {line}" for line in lines)
    arguments = ", ".join(["*", *_arguments(contract, operation, narrow)])
    return (
        f"@cache\ndef {name}({arguments}) -> {statement_type(contract, operation, into)}:\n"
        f'    """One statement for each shape of the query."""\n{body}'
    )


def statement_type(contract: Contract, operation: Operation, into: Module) -> str:
    entity = into.use(model(contract.entity(operation.entity)))
    if _pages(contract, operation):
        into.use_from("sqlmodel.sql.expression", "Select")
        return f"Select[{entity}, int]"
    into.use_from("sqlmodel.sql.expression", "SelectOfScalar")
    return f"SelectOfScalar[{entity}]"


def _pages(contract: Contract, operation: Operation) -> bool:
    """Whether the total comes with the rows."""
    return is_counted(contract, operation) and paging(operation).cursor is None


def _arguments(contract: Contract, operation: Operation, told: list[Narrowed]) -> list[str]:
    found = [f"{each.flag}: {each.flag_type}" for each in told if not each.parameter.required]
    if sort_parameter(contract, operation) is not None:
        found.append("sort: str")
    if direction_parameter(operation) is not None:
        found.append("descending: bool")
    if paging(operation).cursor is not None:
        found.append("after: bool")
    return found


def _choices(contract: Contract, operation: Operation) -> list[str]:
    """What the service hands over besides the flags of filters."""
    found = []
    sort, direction = sort_parameter(contract, operation), direction_parameter(operation)
    if sort is not None:
        found.append(f"sort=query.{sort.name}")
    if direction is not None:
        found.append(f'descending=query.{direction.name} == "desc"')
    cursor = paging(operation).cursor
    if cursor is not None:
        found.append(f"after=query.{cursor.name} is not None")
    return found


def _selected(contract: Contract, operation: Operation, where: str, into: Module) -> str:
    """The statement with its order, for the one shape that it has."""
    order = ", ".join(_terms(contract, operation, orders(contract, operation)[0], into))
    return f"{_rows(contract, operation, where, into)}.order_by({order})"


def _rows(contract: Contract, operation: Operation, where: str, into: Module) -> str:
    entity = contract.entity(operation.entity)
    row = into.use(model(entity))
    shown = answered(contract, operation).get(entity.name, ())
    options = loaded(contract, entity, shown, into, paged=True).text
    if _pages(contract, operation):
        paged = into.use(core("paging", "paged"))
        return f"{paged}({', '.join(each for each in (row, where) if each)}){options}"
    into.use_from("sqlmodel", "select")
    narrowed_by = f".where({where})" if where else ""
    return f"select({row}){narrowed_by}{options}{_bounded(operation, into)}"


def _bounded(operation: Operation, into: Module) -> str:
    parts = paging(operation)
    most = operation.page.maximum if operation.page is not None else 100
    if parts.amount is None and parts.cursor is None:
        text = f".limit({most})"
    else:
        text = f".limit({conditions.bound('limit', into)})"
    if parts.page is not None or parts.offset is not None:
        text += f".offset({conditions.bound('skip', into)})"
    return text


def _ordered(contract: Contract, operation: Operation, into: Module) -> list[str]:
    many = collection(contract.entity(operation.entity))
    many = f"{many}_" if many in ("where", "sort", "after", "descending") else many
    found = orders(contract, operation)
    lines = [f"{many} = {_rows(contract, operation, '*where', into)}"]
    if direction_parameter(operation) is not None:
        return [*lines, *_directed(contract, operation, many, into)]
    if sort_parameter(contract, operation) is None:
        order = ", ".join(_terms(contract, operation, found[0], into))
        return [*lines, f"return {many}.order_by({order})"]
    table = f"{statement_names(contract)[operation.id].upper()}_SORTED"
    terms = {each.value: _terms(contract, operation, each, into) for each in found}
    listed = "".join(
        f"    {literal(sort)}: ({', '.join(each)}{',' if len(each) == 1 else ''}),\n"
        for sort, each in terms.items()
    )
    into.add(f"{table} = {{\n{listed}}}")
    return [*lines, f"return {many}.order_by(*{table}[sort])"]


def _directed(contract: Contract, operation: Operation, many: str, into: Module) -> list[str]:
    """The caller chooses a column and, apart from it, a direction."""
    entity, found = contract.entity(operation.entity), orders(contract, operation)
    key = conditions.column(entity, entity.key.name, into)
    if sort_parameter(contract, operation) is None:
        chosen = conditions.column(entity, found[0].column or entity.key.name, into)
    else:
        table = f"{statement_names(contract)[operation.id].upper()}_SORTS"
        columns = {each.value: conditions.column(entity, each.column, into) for each in found}
        listed = "".join(f"    {literal(sort)}: {held},\n" for sort, held in columns.items())
        into.use_from("sqlalchemy.orm", "Mapped")
        into.use_from("typing", "Any")
        into.add(f"{table}: dict[str, Mapped[Any]] = {{\n{listed}}}")
        chosen = f"{table}[sort]"
    return [
        f"columns = ({chosen}, {key})",
        f"return {many}.order_by(*(each.desc() if descending else each.asc() for each in columns))",
    ]


def _terms(contract: Contract, operation: Operation, order: Order, into: Module) -> list[str]:
    """What the rows are ordered by, down to the key, so that no two change places."""
    entity = contract.entity(operation.entity)
    found = []
    field = entity.get(order.column)
    if field is not None:
        text = conditions.column(entity, field.name, into)
        text += ".desc()" if order.descending else ""
        nullable = column(contract, entity, field).nullable and field is not entity.key
        found.append(f"{text}.nulls_last()" if nullable else text)
    last = tie_break(entity, order)
    if last is not None:
        text = conditions.column(entity, last.name, into)
        found.append(f"{text}.desc()" if order.descending else text)
    return found


def _after(contract: Contract, operation: Operation, into: Module) -> str:
    """Only the rows behind the one at which the page before ended."""
    entity, order = contract.entity(operation.entity), orders(contract, operation)[0]
    key = conditions.column(entity, entity.key.name, into)
    sign = "<" if order.descending else ">"
    if not cursor_column(contract, operation):
        return f"{key} {sign} {conditions.bound('after_id', into)}"
    into.use_from("sqlmodel", "and_", "or_")
    held = conditions.column(entity, order.column, into)
    after, after_id = conditions.bound("after", into), conditions.bound("after_id", into)
    return f"or_({held} {sign} {after}, and_({held} == {after}, {key} {sign} {after_id}))"


def cursor_column(contract: Contract, operation: Operation) -> str:
    """The column that a cursor holds beside the key; empty if the key alone decides."""
    entity, order = contract.entity(operation.entity), orders(contract, operation)[0]
    return order.column if tie_break(entity, order) is not None else ""
