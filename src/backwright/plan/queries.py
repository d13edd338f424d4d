"""What a list is asked with: its query parameters as one class."""

from collections.abc import Mapping
from typing import Final

from backwright.contract import names
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse, Purpose
from backwright.plan.attributes import class_names
from backwright.plan.memo import once
from backwright.plan.names import Symbol, module

USES: Final = (
    ParameterUse.PAGE,
    ParameterUse.SIZE,
    ParameterUse.OFFSET,
    ParameterUse.LIMIT,
    ParameterUse.CURSOR,
    ParameterUse.SORT,
    ParameterUse.DIRECTION,
    ParameterUse.SEARCH,
    ParameterUse.FILTER,
    ParameterUse.CUSTOM,
)
_ENOUGH: Final = 2
"""So many parameters of a hook are worth a class."""


def query_class(contract: Contract, operation: Operation) -> Symbol | None:
    """The class of an operation's query in its domain's schemas; None if there is nothing to ask.

    Its attributes are called as `Parameter.name`, on the wire as `Parameter.wire`.
    """
    return _classes(contract).get(operation.id)


def query_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """Those that the query class holds; all others are arguments of the route.

    It is all or nothing: a query that is read as a class has no room for single arguments.
    """
    found = tuple(
        each for each in operation.parameters if each.place == "query" and each.use in USES
    )
    single = operation.purpose is not Purpose.LIST and len(found) < _ENOUGH
    custom = all(each.use is ParameterUse.CUSTOM for each in found)
    return () if single and custom else found


def query_names(contract: Contract) -> frozenset[str]:
    return frozenset(each.name for each in _classes(contract).values())


@once
def _classes(contract: Contract) -> Mapping[str, Symbol]:
    taken = set(class_names(contract))
    found: dict[str, Symbol] = {}
    for operation in contract.operations:
        if not query_parameters(operation):
            continue
        plain = [f"{operation.entity}Query"] if operation.entity else []
        own = f"{names.class_name(operation.id)}Query"
        tries = (*plain, own, *(f"{own}{n}" for n in range(2, 1000)))
        name = next(each for each in tries if each not in taken)
        taken.add(name)
        found[operation.id] = Symbol(module(operation.domain, "schemas"), name)
    return found
