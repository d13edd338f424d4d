"""Rows that a read finds by several values at once: one that does not fit finds nothing."""

from backwright.contract import aspects
from backwright.contract.operations import Operation, ParameterUse, Purpose
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json, in_row
from backwright.plan.samples import sample


def write(suite: Suite, operations: list[Operation]) -> None:
    for each in operations:
        if each.purpose is Purpose.GET and each.lookups and not asking.needs_code(each):
            _each_value(suite, each)


def _each_value(suite: Suite, operation: Operation) -> None:
    contract = suite.contract
    entity = contract.entity(operation.lookups[-1].entity)
    client, owner = asking.fixtures(contract, operation)
    status = next((e.status for e in operation.refusals if e.reason == "missing"), 404)
    for parameter in operation.parameters:
        own = entity.get(parameter.columns[0]) if len(parameter.columns) == 1 else None
        narrows = parameter.use is ParameterUse.FILTER and parameter.place == "query"
        if own is None or not narrows or not parameter.required:
            continue
        held, other = (sample(own.shape, number, contract=contract) for number in (1, 2))
        if held == other:
            continue
        state = {own.name: in_row(contract, entity, own, held)}
        made = scene(contract, operation, owner, state=state)
        made.params[parameter.wire] = in_json(other)
        suite.test(
            f"{operation.id.strip('_')}_finds_nothing_by_another_{parameter.name}",
            "",
            [
                *made.lines,
                f"response = {asking.call(made, None, client)}",
                "",
                f"assert response.status_code == {status}",
            ],
            asserts=[aspects.parameter(operation.id, parameter.wire)],
        )
