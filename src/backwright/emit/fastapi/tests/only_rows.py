"""Rows of which each user has one, made when they are first asked for."""

from backwright.contract import aspects
from backwright.contract.entities import Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.tests import asking, people
from backwright.emit.fastapi.tests.scene import protected
from backwright.emit.fastapi.tests.suite import Suite


def write(suite: Suite, operations: list[Operation]) -> None:
    contract = suite.contract
    for each in operations:
        if _made_when_asked_for(contract, each):
            _one_each(suite, each)


def _made_when_asked_for(contract: Contract, operation: Operation) -> bool:
    """A hook that waits for its code undoes what was made."""
    if not protected(operation) or asking.needs_code(operation) or not operation.creates:
        return False
    if len(operation.lookups) != 1 or operation.lookups[0].parameter or operation.access.any_owner:
        return False
    return contract.entity(operation.lookups[0].entity).owner.kind is Ownership.COLUMN


def _one_each(suite: Suite, operation: Operation) -> None:
    contract = suite.contract
    entity = contract.entity(operation.lookups[0].entity)
    client, owner = asking.fixtures(contract, operation)
    other = people.other(contract, operation).client
    given = f"app, {owner}" if owner else "app"
    ask = asking.function_name(operation)
    suite.need((ask,))
    suite.test(
        f"{operation.id.strip('_')}_gives_everybody_their_own",
        "Nobody is shown the one of somebody else.",
        [
            f"asked = await {ask}({given})",
            f"first = await asked.by({client})",
            f"second = await asked.by({other})",
            "",
            "assert (first.status_code, second.status_code) == (asked.status, asked.status)",
            f"assert len(await stored(app, {entity.name})) == 2",
        ],
        asserts=[aspects.rule(entity.name, "owner"), aspects.access(operation.id)],
    )
