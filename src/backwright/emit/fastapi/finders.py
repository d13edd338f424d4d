"""How rows are found: statements and functions in a service, dependencies that stand on them."""

from dataclasses import replace

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.callers import USER, caller_argument, caller_id
from backwright.emit.fastapi.loading import loaded
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.new_rows import empty_relations, numbered
from backwright.emit.fastapi.plain_types import plain
from backwright.plan.columns import stored_shape
from backwright.plan.errors import refusal_class
from backwright.plan.finder_loads import finder_loads
from backwright.plan.finder_names import finder_names, key_name, row, standing
from backwright.plan.finders import Finder, Reach, all_finders
from backwright.plan.names import Symbol, core, enum, model

SESSION = Symbol("sqlmodel.ext.asyncio.session", "AsyncSession")


def print_finders(contract: Contract, domain: str, service: Module) -> None:
    """Statements first, then the functions that execute them."""
    found = [each for each in standing(contract, domain) if not within(contract, each)]
    statements = []
    for each in found:
        statements.append(_statement(contract, each, found, service))
        if refused_foreign(contract, each) is not None:
            statements.append(_existence(contract, each, service))
    service.add("\n".join(statements))
    service.add(*(_function(contract, each, service) for each in found))


def within(contract: Contract, finder: Finder) -> str:
    """The relation of the row before that holds this one already, if it is loaded anyway."""
    parent = finder.parent
    if parent is None or not finder.through or finder.fixed or finder.scope or finder.creates:
        return ""
    if finder.column != contract.entity(finder.entity).key.name:
        return ""
    paths, own = finder_loads(contract).get(parent, ()), finder_loads(contract).get(finder, ())
    for each in contract.entity(parent.entity).relations:
        leads = each.many and each.entity == finder.entity and each.column == finder.through
        deeper = all(f"{each.name}.{path}" in paths for path in own)
        if leads and deeper and not each.link and each.name in paths:
            return each.name
    return ""


def missing(contract: Contract, finder: Finder) -> Symbol:
    """The refusal when there is no such row."""
    found = _refusal(contract, finder, "missing")
    return found if found is not None else core("errors", "InvalidInput")


def refused_foreign(contract: Contract, finder: Finder) -> Symbol | None:
    """The refusal of somebody else's row, where the contract tells it from a missing one."""
    if contract.policies.foreign_status != 403 or not conditions.asks_owner(contract, finder):
        return None
    return _refusal(contract, finder, "forbidden") if finder.column else None


def needs_caller(contract: Contract, finder: Finder) -> bool:
    return conditions.asks_owner(contract, finder)


def column_type(contract: Contract, entity: Entity, name: str, into: Module) -> str:
    """The plain type of a column's values."""
    field = entity.get(name)
    if field is None:
        raise KeyError(f"{entity.name}.{name}")
    symbol = enum(contract, entity, field)
    if symbol is not None:
        return into.use(symbol)
    return plain(contract, replace(stored_shape(contract, entity, field), nullable=False), into)


def _refusal(contract: Contract, finder: Finder, reason: str) -> Symbol | None:
    operations: tuple[Operation, ...] = all_finders(contract).get(finder, ())
    for each in (*operations, *contract.operations):
        found = refusal_class(contract, each, reason, finder.entity)
        if found is not None:
            return found
    return None


def _statement(contract: Contract, finder: Finder, others: list[Finder], into: Module) -> str:
    """The own row as the narrower case of any row, where both are asked for."""
    named = finder_names(contract)
    entity = contract.entity(finder.entity)
    whose = (
        conditions.owned(contract, entity, into) if conditions.asks_owner(contract, finder) else []
    )
    wider = replace(finder, reach=Reach.ANY)
    same = finder_loads(contract).get(wider, ()) == finder_loads(contract).get(finder, ())
    if whose and wider in others and same:
        wanted = ", ".join(whose)
        return f"{named[finder].statement} = {named[wider].statement}.where({wanted})"
    into.use_from("sqlmodel", "select")
    where = ", ".join([*conditions.of_finder(contract, finder, into), *whose])
    options = loaded(contract, entity, finder_loads(contract).get(finder, ()), into).text
    narrowed = f".where({where})" if where else ""
    return f"{named[finder].statement} = select({into.use(model(entity))}){narrowed}{options}"


def _existence(contract: Contract, finder: Finder, into: Module) -> str:
    entity = contract.entity(finder.entity)
    key = conditions.column(entity, entity.key.name, into)
    where = ", ".join(conditions.of_finder(contract, finder, into))
    return f"{_elsewhere(contract, finder)} = select({key}).where({where})"


def _elsewhere(contract: Contract, finder: Finder) -> str:
    plain_name = finder_names(contract)[finder].statement.removeprefix("OWN_")
    return f"{plain_name}_OF_ANYBODY"


def _function(contract: Contract, finder: Finder, into: Module) -> str:
    entity = contract.entity(finder.entity)
    name, kind = row(entity), into.use(model(entity))
    params = _params(contract, finder)
    many = loaded(contract, entity, finder_loads(contract).get(finder, ()), into).unique
    given = ", ".join(f'"{key}": {value}' for key, value in params.items())
    statement = finder_names(contract)[finder].statement
    asked = f"{statement}, params={{{given}}}" if params else statement
    lines = [
        f"found = await session.exec({asked})",
        f"{name} = found{'.unique()' if many else ''}.one_or_none()",
        f"if {name} is None:",
        *(f"    {line}" for line in _otherwise(contract, finder, given, into)),
        f"return {name}",
    ]
    body = "\n".join(f"    {line}" for line in lines)
    arguments = ", ".join(_arguments(contract, finder, into))
    function = finder_names(contract)[finder].function
    return f"async def {function}({arguments}) -> {kind}:\n{body}"


def _otherwise(contract: Contract, finder: Finder, given: str, into: Module) -> list[str]:
    """What is done if there is no such row."""
    if finder.creates:
        return _made(contract, finder, into)
    refused = into.use(missing(contract, finder))
    foreign = refused_foreign(contract, finder)
    if foreign is None:
        return [f"raise {refused}"]
    elsewhere = _elsewhere(contract, finder)
    known = {each: value for each, value in _params(contract, finder).items() if each != "owner_id"}
    given = ", ".join(f'"{key}": {value}' for key, value in known.items())
    return [
        f"foreign = await session.exec({elsewhere}, params={{{given}}})",
        f"raise {into.use(foreign)} if foreign.one_or_none() is not None else {refused}",
    ]


def _made(contract: Contract, finder: Finder, into: Module) -> list[str]:
    """The caller's one and only row, from defaults alone."""
    entity = contract.entity(finder.entity)
    name, kind = row(entity), into.use(model(entity))
    values = [f"{each}={value}" for each, value in _held(contract, finder)]
    values += empty_relations(entity, finder_loads(contract).get(finder, ()))
    lines = [f"{name} = {kind}({', '.join(values)})", f"session.add({name})"]
    return [*lines, *numbered(entity)]


def _held(contract: Contract, finder: Finder) -> list[tuple[str, str]]:
    """The columns that the way to the row tells, with their values."""
    entity = contract.entity(finder.entity)
    found: list[tuple[str, str]] = []
    if conditions.asks_owner(contract, finder) and entity.owner.column:
        found.append((entity.owner.column, caller_id(contract, USER)))
    if finder.parent is not None and finder.through:
        found.append((finder.through, _of_parent(contract, finder.parent)))
    return [*found, *((each, each) for each in finder.scope)]


def _of_parent(contract: Contract, parent: Finder) -> str:
    above = contract.entity(parent.entity)
    return f"{row(above)}.{above.key.name}"


def _params(contract: Contract, finder: Finder) -> dict[str, str]:
    """The parameters of the statement, with what the function gives for each."""
    entity = contract.entity(finder.entity)
    found: dict[str, str] = {}
    if finder.column:
        name = key_name(entity, finder.column)
        found[name] = name
    if finder.parent is not None:
        above = contract.entity(finder.parent.entity)
        held = key_name(above, above.key.name) if finder.link else finder.through
        found[held] = _of_parent(contract, finder.parent)
    found |= {each: each for each in finder.scope}
    if conditions.asks_owner(contract, finder):
        found[conditions.OWNER] = caller_id(contract, USER)
    return found


def _arguments(contract: Contract, finder: Finder, into: Module) -> list[str]:
    entity = contract.entity(finder.entity)
    found = [f"session: {into.use(SESSION)}"]
    if finder.column:
        kind = column_type(contract, entity, finder.column, into)
        found.append(f"{key_name(entity, finder.column)}: {kind}")
    named = [f"{each}: {column_type(contract, entity, each, into)}" for each in finder.scope]
    if finder.parent is not None:
        above = contract.entity(finder.parent.entity)
        named.append(f"{row(above)}: {into.use(model(above))}")
    if needs_caller(contract, finder):
        named.append(caller_argument(contract, USER, into))
    return [*found, *(["*"] if named else []), *named]
