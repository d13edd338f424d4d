"""The packages of the domains: service, dependencies, router, errors and hooks of each."""

from collections.abc import Iterable, Iterator

from backwright.contract import aspects
from backwright.contract.entities import Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.domain import DomainModules, open_domain
from backwright.emit.fastapi.domain_errors import print_errors
from backwright.emit.fastapi.finders import print_finders
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.operations import PRINTERS
from backwright.emit.fastapi.principals import print_principals
from backwright.emit.fastapi.routes import print_router
from backwright.emit.fastapi.row_guards import print_dependencies
from backwright.plan.model import FileKind, GeneratedFile
from backwright.plan.names import domains, file


def emit(contract: Contract) -> Iterable[GeneratedFile]:
    for name in domains(contract):
        own = tuple(contract.operations_in(name))
        yield from _files(contract, _printed(contract, name, own), own)


def _printed(contract: Contract, name: str, own: tuple[Operation, ...]) -> DomainModules:
    into = open_domain(name)
    print_principals(contract, into)
    print_finders(contract, name, into.service)
    print_dependencies(contract, name, into.dependencies)
    print_errors(contract, into)
    for operation in own:
        PRINTERS[operation.purpose](contract, operation, into)
    print_router(contract, into)
    return into


def _files(
    contract: Contract, into: DomainModules, own: tuple[Operation, ...]
) -> Iterator[GeneratedFile]:
    parts: tuple[tuple[Module, tuple[str, ...]], ...] = (
        (into.errors, _refused(own)),
        (into.service, _served(contract, own)),
        (into.dependencies, _guarded(own)),
        (into.router, _routed(own)),
    )
    for module, built in parts:
        if not module.empty:
            found = tuple(dict.fromkeys(built))
            yield GeneratedFile(file(module.name), module.text(), part="routes", built=found)
    if not into.hooks.empty:
        hooks = into.hooks
        yield GeneratedFile(file(hooks.name), hooks.text(), kind=FileKind.HOOKS, part="routes")


def _refused(own: tuple[Operation, ...]) -> tuple[str, ...]:
    return tuple(
        aspects.refusal(each.id, refusal.status, refusal.reason)
        for each in own
        for refusal in each.refusals
    )


def _served(contract: Contract, own: tuple[Operation, ...]) -> tuple[str, ...]:
    """What services carry: how rows are found, listed, changed and deleted."""
    found: list[str] = []
    for each in own:
        if each.purpose is Purpose.LOGIN and contract.auth.active:
            found.append(aspects.auth("active"))
        found += [aspects.page(each.id)] if each.page is not None else []
        found += [aspects.sort(each.id)] if each.sorts else []
        found += [aspects.selection(each.id)] if each.compared else []
        entity = contract.find_entity(each.entity)
        if entity is None or each.hook:
            continue
        if entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT) and not each.access.any_owner:
            # The owner stands in every statement of theirs.
            found += [aspects.policy("isolation"), aspects.policy("foreign_status")]
        found += [aspects.rule(entity.name, "soft_delete")] if entity.soft_delete else []
        found += [aspects.rule(entity.name, "version")] if entity.version else []
        found += [aspects.rule(entity.name, "transitions")] if entity.transitions else []
        found += [
            aspects.rule(entity.name, f"count_limit({limit.relation})")
            for limit in entity.count_limits
        ]
    return tuple(found)


def _guarded(own: tuple[Operation, ...]) -> tuple[str, ...]:
    return tuple(aspects.access(each.id) for each in own)


def _routed(own: tuple[Operation, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for each in own:
        found.append(aspects.operation(each.id))
        found.append(aspects.success(each.id, each.result.status))
        found += [aspects.parameter(each.id, one.wire) for one in each.parameters]
        found.append(aspects.access(each.id))
    return tuple(found)
