"""What is sent as blanks, and kept as no value at all."""

from backwright.contract import aspects
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import SentBody, body_of, spelled
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.plan.emptied import emptied


def write(suite: Suite, operation: Operation) -> None:
    if asking.needs_code(operation) or operation.purpose is not Purpose.CREATE:
        return
    contract = suite.contract
    entity = contract.entity(operation.entity)
    client, owner = asking.fixtures(contract, operation)
    made = scene(contract, operation, owner, number=asking.number_of(operation))
    body = body_of(made)
    if body is None or body.kind != "json" or entity.name in made.rows:
        return
    for name, own in body.columns.items():
        field = entity.get(name)
        if field is None or not emptied(field, own.property.shape):
            continue
        sent = tuple(
            type(each)(each.property, '"  "', each.assign) if each is own else each
            for each in body.sent
        )
        call = asking.call(made, SentBody(spelled(sent), sent, body.kind), client)
        suite.test(
            f"{operation.id.strip('_')}_keeps_no_blank_{name}",
            "",
            [
                *made.lines,
                f"response = {call}",
                "",
                f"assert response.status_code == {operation.result.status}, response.text",
                f"[row] = await stored(app, {entity.name})",
                f"assert row.{name} is None",
            ],
            asserts=[aspects.constraint(entity.name, name, "normalise")],
        )
