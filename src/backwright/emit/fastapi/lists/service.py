"""The function of a service that lists rows, with what the answer tells about their page."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse
from backwright.emit.fastapi import conditions, parameters
from backwright.emit.fastapi.finders import SESSION, column_type
from backwright.emit.fastapi.lists.narrowing import moments, narrowed
from backwright.emit.fastapi.lists.statements import (
    asks_owner,
    cursor_column,
    parent_column,
    print_statement,
)
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.rows import Held
from backwright.emit.templates import literal
from backwright.plan.finder_names import key_name
from backwright.plan.lists import is_counted, narrowing, paging, statement_names
from backwright.plan.names import core, model, route
from backwright.plan.queries import query_class


def print_service(contract: Contract, operation: Operation, rows: Held, service: Module) -> None:
    statement = print_statement(contract, operation, service)
    lines = [*_body(contract, operation, rows, statement, service)]
    body = "\n".join(f"    {line}" for line in lines)
    arguments = ", ".join(_arguments(contract, operation, rows, service))
    returns = result_type(contract, operation, service)
    service.add(f"async def {route(operation)}({arguments}) -> {returns}:\n{body}")


def result_type(contract: Contract, operation: Operation, into: Module) -> str:
    """`Page[Task]` where the answer tells more than the rows."""
    row = into.use(model(contract.entity(operation.entity)))
    if paging(operation).cursor is not None:
        return f"{into.use(core('paging', 'CursorPage'))}[{row}]"
    if is_counted(contract, operation):
        return f"{into.use(core('paging', 'Page'))}[{row}]"
    return f"list[{row}]"


def given(contract: Contract, operation: Operation, rows: Held) -> list[str]:
    """What the route hands over."""
    entities = _parents(operation)
    found = ["session", *rows.given(*entities, user=asks_owner(contract, operation))]
    found += [f"{each.name}={parameters.argument_name(each)}" for each in of_path(operation)]
    return [*found, *(["query=query"] if query_class(contract, operation) else [])]


def of_path(operation: Operation) -> tuple[Parameter, ...]:
    """The filters that the path holds: arguments of their own."""
    return tuple(
        each
        for each in narrowing(operation)
        if each.place == "path" and each.use is ParameterUse.FILTER
    )


def _parents(operation: Operation) -> tuple[str, ...]:
    return (operation.lookups[-1].entity,) if operation.lookups else ()


def _arguments(contract: Contract, operation: Operation, rows: Held, into: Module) -> list[str]:
    found = [f"session: {into.use(SESSION)}"]
    found += rows.parameters(into, *_parents(operation), user=asks_owner(contract, operation))
    named = [
        f"{each.name}: {parameters.plain_type(contract, operation, each, into)}"
        for each in of_path(operation)
    ]
    query = query_class(contract, operation)
    if query is not None:
        named.append(f"query: {into.use(query)}")
    return [*found, *(["*"] if named and "*" not in found else []), *named]


def _values(
    contract: Contract, operation: Operation, rows: Held, into: Module
) -> Iterator[tuple[str, str]]:
    """The parameters of the statement, but for those of its page."""
    parent, held = _parents(operation), parent_column(contract, operation)
    if parent:
        above = contract.entity(parent[0])
        yield held or key_name(above, above.key.name), f"{rows.row(parent[0])}.{above.key.name}"
    if asks_owner(contract, operation):
        yield conditions.OWNER, rows.user_id
    for each in narrowing(operation):
        yield from narrowed(contract, operation, each, into).bound
    yield from moments(contract, operation, into).items()


def _body(
    contract: Contract, operation: Operation, rows: Held, statement: str, into: Module
) -> list[str]:
    values = dict(_values(contract, operation, rows, into))
    if paging(operation).cursor is not None:
        return _cut(contract, operation, statement, values, into)
    limit, skip = page_bounds(operation)
    if is_counted(contract, operation):
        fetch = into.use(core("paging", "fetch_page"))
        told = "".join(f", {name}={value}" for name, value in values.items())
        return [
            *_named(statement),
            f"return await {fetch}(session, {_name(statement)}, limit={limit}, skip={skip}{told})",
        ]
    parts = paging(operation)
    if parts.amount is not None:
        values["limit"] = limit
    if parts.page is not None or parts.offset is not None:
        values["skip"] = skip
    asked = f"{_name(statement)}, params={_mapping(values)}" if values else _name(statement)
    return [
        *_named(statement),
        f"found = await session.exec({asked})",
        "return list(found.all())",
    ]


def _named(statement: str) -> list[str]:
    """A built statement gets a name; one that stands with the module has one."""
    return [f"statement = {statement}"] if "(" in statement else []


def _name(statement: str) -> str:
    return "statement" if "(" in statement else statement


def _mapping(values: dict[str, str]) -> str:
    return "{" + ", ".join(f"{literal(name)}: {value}" for name, value in values.items()) + "}"


def page_bounds(operation: Operation) -> tuple[str, str]:
    """How many rows, and how many before them, as expressions."""
    parts, page = paging(operation), operation.page
    most = str(page.maximum if page is not None else 100)
    amount = f"query.{parts.amount.name}" if parts.amount is not None else most
    if parts.page is not None:
        first = page.first if page is not None else 1
        number = f"query.{parts.page.name}"
        return amount, f"{amount} * ({number} - {first})" if first else f"{amount} * {number}"
    return amount, f"query.{parts.offset.name}" if parts.offset is not None else "0"


def _cut(
    contract: Contract, operation: Operation, statement: str, values: dict[str, str], into: Module
) -> list[str]:
    """One row more than asked for tells whether there is another page."""
    cursor = paging(operation).cursor
    limit, _ = page_bounds(operation)
    entity, held = contract.entity(operation.entity), cursor_column(contract, operation)
    columns = [each for each in (held, entity.key.name) if each]
    into.use_from("pydantic", "TypeAdapter")
    kinds = ", ".join(column_type(contract, entity, each, into) for each in columns)
    table = f"{statement_names(contract)[operation.id].upper()}_CURSOR"
    into.add(f"{table} = TypeAdapter(tuple[{kinds}])")
    read = into.use(core("paging", "read_cursor"))
    bound = ["after", "after_id"] if held else ["after_id"]
    place = f"query.{cursor.name}" if cursor is not None else ""
    lines = [f"values: dict[str, object] = {_mapping({**values, 'limit': f'{limit} + 1'})}"]
    lines += [
        f"if {place} is not None:",
        f"    {', '.join(f'values[{literal(each)}]' for each in bound)}{'' if held else ','} = "
        f"{read}({table}, {place})",
    ]
    row = "row"
    shown = ", ".join(f"{row}.{each}" for each in columns)
    lines.append(f"statement = {statement}")
    lines.append("rows = (await session.exec(statement, params=values)).all()")
    cut = into.use(core("paging", "cut"))
    lines.append(
        f"return {cut}(rows, {limit}, lambda row: ({shown}{',' if len(columns) < 2 else ''}))"
    )
    return lines
