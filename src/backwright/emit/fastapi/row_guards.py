"""Dependencies that find the rows a path names: routes stand on what is authorised already."""

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi import parameters
from backwright.emit.fastapi.callers import USER
from backwright.emit.fastapi.finders import missing, needs_caller, within
from backwright.emit.fastapi.module import Module
from backwright.plan.finder_names import (
    dependency_names,
    finder_names,
    home,
    key_name,
    row,
    standing_dependencies,
)
from backwright.plan.finders import Dependency, all_dependencies
from backwright.plan.names import Symbol, core, model, module, principal


def print_dependencies(contract: Contract, domain: str, into: Module) -> None:
    """Each with its alias, those that others stand on first."""
    for each in standing_dependencies(contract, domain):
        into.use_from("typing", "Annotated")
        into.use_from("fastapi", "Depends")
        into.add(_dependency(contract, domain, each, into))


def alias(contract: Contract, domain: str, dependency: Dependency) -> Symbol:
    """The alias as a domain imports it."""
    place = home(contract, domain, dependency.finder.entity)
    return Symbol(module(place, "dependencies"), dependency_names(contract)[dependency].alias)


def _dependency(contract: Contract, domain: str, dependency: Dependency, into: Module) -> str:
    names = dependency_names(contract)[dependency]
    entity = contract.entity(dependency.finder.entity)
    kind = into.use(model(entity))
    inside = within(contract, dependency.finder)
    if inside:
        lines, arguments = (
            _among(contract, dependency, inside, into),
            _named(contract, dependency, into),
        )
    else:
        into.use_module(f"app.{domain}", "service")
        lines, arguments = [_call(contract, dependency)], _named(contract, dependency, into)
    arguments += _before(contract, domain, dependency, into)
    asked = _caller(contract, dependency, into, used=needs_caller(contract, dependency.finder))
    arguments += [] if inside else [*asked, f"session: {into.use(core('db', 'SessionDep'))}"]
    body = "\n".join(f"    {line}" for line in lines)
    return (
        f"async def {names.function}({', '.join(arguments)}) -> {kind}:\n{body}\n\n\n"
        f"{names.alias} = Annotated[{kind}, Depends({names.function})]"
    )


def _among(contract: Contract, dependency: Dependency, relation: str, into: Module) -> list[str]:
    """One of the rows that came with the row before."""
    entity = contract.entity(dependency.finder.entity)
    above = dependency.finder.parent
    holder = row(contract.entity(above.entity)) if above is not None else ""
    name = row(entity)
    return [
        f"for {name} in {holder}.{relation}:",
        f"    if {name}.{entity.key.name} == {_said(contract, dependency, dependency.parameter)}:",
        f"        return {name}",
        f"raise {into.use(missing(contract, dependency.finder))}",
    ]


def _call(contract: Contract, dependency: Dependency) -> str:
    finder = dependency.finder
    entity = contract.entity(finder.entity)
    given = ["session"]
    if finder.column:
        named = dependency.parameter or key_name(entity, finder.column)
        given.append(_said(contract, dependency, named))
    scope = zip(finder.scope, dependency.scope, strict=True)
    given += [f"{each}={_said(contract, dependency, name)}" for each, name in scope]
    if finder.parent is not None:
        above = row(contract.entity(finder.parent.entity))
        given.append(f"{above}={above}")
    if needs_caller(contract, finder):
        given.append(f"{USER}={USER}")
    return f"return await service.{finder_names(contract)[finder].function}({', '.join(given)})"


def _named(contract: Contract, dependency: Dependency, into: Module) -> list[str]:
    """The parameters as the first operation that stands on it declares them."""
    operation = _first(contract, dependency)
    wanted = (dependency.parameter, *dependency.scope)
    declared = {each.name: each for each in operation.parameters}
    return [
        parameters.argument(contract, operation, declared[each], into)
        for each in wanted
        if each in declared
    ]


def _before(contract: Contract, domain: str, dependency: Dependency, into: Module) -> list[str]:
    before = dependency.before
    if before is None:
        return []
    name = row(contract.entity(before.finder.entity))
    return [f"{name}: {into.use(alias(contract, domain, before))}"]


def _caller(contract: Contract, dependency: Dependency, into: Module, *, used: bool) -> list[str]:
    """The caller, asked for even where nothing but being let in matters."""
    asked = principal(contract, _first(contract, dependency))
    if not dependency.principal or asked is None:
        return []
    if dependency.before is not None and dependency.before.principal and not used:
        return []
    return [f"{USER if used else '_'}: {into.use(asked)}"]


def _said(contract: Contract, dependency: Dependency, name: str) -> str:
    """The argument that holds a parameter."""
    for each in _first(contract, dependency).parameters:
        if each.name == name:
            return parameters.argument_name(each)
    return name


def _first(contract: Contract, dependency: Dependency) -> Operation:
    return all_dependencies(contract)[dependency][0]
