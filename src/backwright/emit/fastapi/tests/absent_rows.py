"""Rows that are not there, or not inside the parent that the path names."""

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, ParameterUse
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import body_of
from backwright.emit.fastapi.tests.caller_groups import (
    ask_type,
    asked_by_owner,
    by_whom,
    grouped,
    table,
)
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.suite import Suite


def not_there(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    named = [each for each in operations if _has_missing(contract, each)]
    for group, found in grouped(contract, named, "missing", 404).items():
        lines = [
            asked_by_owner(group),
            "for url in asked.missing:",
            f"    response = await replace(asked, url=url).by({group.client})",
            f"    assert response.status_code == {group.status}, url",
            f"assert (await asked.by({group.client})).status_code == asked.status",
        ]
        asserts = [
            aspects.refusal(each.id, group.status, "missing")
            for each in found
            if any(e.reason == "missing" for e in each.refusals)
        ]
        asserts += [
            aspects.parameter(each.id, parameter.wire)
            for each in found
            for parameter in each.parameters
            if parameter.use is ParameterUse.KEY and parameter.place == "path"
        ]
        suite.test(
            f"what_is_not_there_is_not_found{by_whom(group.client)}",
            "The request is a good one: on rows that are there it succeeds.",
            lines,
            asserts=asserts,
            cases=table(found),
            given=ask_type(contract),
        )


def _has_missing(contract: Contract, operation: Operation) -> bool:
    _, owner = asking.fixtures(contract, operation)
    made = scene(contract, operation, owner)
    refused = any(each.reason == "missing" for each in operation.refusals)
    return refused and any(True for _ in asking.absent(made))


def in_another_parent(suite: Suite, operations: list[Operation]) -> None:
    """A row is found inside its own parent only."""
    contract = suite.contract
    for each in operations:
        if len(each.lookups) < 2 or not each.lookups[-1].through:
            continue
        client, owner = asking.fixtures(contract, each)
        made = scene(contract, each, owner, number=asking.number_of(each))
        above = contract.entity(each.lookups[-2].entity)
        if above.name not in made.rows:
            continue
        body = body_of(made)
        parents = each.lookups[:-2]
        values = {}
        if parents and each.lookups[-2].through:
            upper = contract.entity(parents[-1].entity)
            values[each.lookups[-2].through] = f"{made.rows[upper.name]}.{upper.key.name}"
        other = made.add(above, values, f"other_{made.rows[above.name]}")
        place = next(e for e in each.parameters if e.name == each.lookups[-2].parameter)
        if place.place != "path":
            continue
        made.path[place.name] = f"{{{other}.{each.lookups[-2].column}}}"
        status = next((e.status for e in each.refusals if e.reason == "missing"), 404)
        suite.test(
            f"{each.id.strip('_')}_looks_inside_its_own_parent_only",
            "",
            [
                *made.lines,
                f"response = {asking.call(made, body, client)}",
                "",
                f"assert response.status_code == {status}",
            ],
        )
