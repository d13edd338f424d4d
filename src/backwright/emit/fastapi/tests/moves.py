"""States: what is refused because of the state that a row is in."""

from backwright.contract import aspects
from backwright.contract.entities import Entity, Field
from backwright.contract.operations import Condition, Operation, Purpose, Refusal
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.conflicts import Refused, refused, said
from backwright.emit.fastapi.tests.row_states import sources
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json, in_row
from backwright.plan.names import enum
from backwright.shape import Kind, Literal


def write(suite: Suite, operation: Operation) -> None:
    if asking.needs_code(operation):
        return
    for refusal in operation.refusals:
        if refusal.reason == "transition" and operation.purpose is Purpose.TRANSITION:
            _transition(suite, operation, refusal)
    for condition in operation.conditions:
        reason = "state" if condition.column else "empty"
        found = next((e for e in operation.refusals if e.reason == reason), None)
        if found is not None:
            _condition(suite, operation, condition, found)
    if operation.purpose is Purpose.TOGGLE:
        _back(suite, operation)


def _transition(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """From every other value the step is refused, and the row stays as it was."""
    entity = suite.contract.entity(operation.entity)
    name, target = operation.changes[0]
    own = entity.get(name)
    if own is None or not entity.transitions:
        return
    reached = sources(entity, name, target)
    held = [each for each in operation.conditions if each.column == name]
    outside = [each for each in own.shape.values if each not in reached and isinstance(each, str)]
    if held or not outside:
        return
    made = refused(suite, operation, refusal, state={name: name})
    if not made.scene.target:
        return
    cases = ", ".join(in_row(suite.contract, entity, own, each) for each in outside)
    _each(made, entity, own, f'@pytest.mark.parametrize("{name}", [{cases}])')


def _each(made: Refused, entity: Entity, own: Field, cases: str) -> None:
    row = made.scene.target
    lines = [
        *made.scene.lines,
        f"response = {asking.call(made.scene, made.body, made.client)}",
        "",
        f"assert response.status_code == {made.refusal.status}",
        *said(made.contract, made.refusal),
        f"assert (await still(app, {row})).{own.name} == {own.name}",
    ]
    asserts = [
        aspects.refusal(made.operation.id, made.refusal.status, made.refusal.reason),
        aspects.rule(entity.name, "transitions"),
    ]
    made.suite.test(
        f"{made.operation.id.strip('_')}_is_refused_from_other_states",
        made.refusal.detail,
        lines,
        asserts=asserts,
        cases=cases,
        given={own.name: _type(made, entity, own)},
    )


def _type(made: Refused, entity: Entity, own: Field) -> str:
    symbol = enum(made.contract, entity, own)
    if symbol is None:
        return "str"
    made.suite.module.use(symbol)
    return symbol.name


def _condition(suite: Suite, operation: Operation, condition: Condition, refusal: Refusal) -> None:
    contract = suite.contract
    entity = contract.entity(condition.entity)
    if condition.relation:
        made = refused(suite, operation, refusal, bare=True)
        made.print(f"needs_{condition.relation}", refusal.detail)
        return
    own = entity.get(condition.column)
    lookup = operation.lookups[-1] if operation.lookups else None
    if own is None:
        return
    value = _outside(own, condition)
    if value is None:
        return
    held = in_row(contract, entity, own, value)
    if lookup is not None and lookup.entity == entity.name:
        made = refused(suite, operation, refusal, state={own.name: held})
    else:
        made = refused(suite, operation, refusal)
        if not _altered(made, entity, own, held):
            return
    made.print(f"needs_another_{own.name}", refusal.detail)


def _altered(made: Refused, entity: Entity, own: Field, held: str) -> bool:
    """The state of a row above the last one."""
    row = made.scene.rows.get(entity.name)
    for number, line in enumerate(made.scene.lines):
        if row is not None and line.startswith(f"{row} = await add_"):
            inner = line.removesuffix(")")
            given = f"{own.name}={held}"
            before, mark, rest = inner.partition(f"{own.name}=")
            if mark:
                inner = before.rstrip(", ")
                later = rest.partition(", ")[2]
                given = f"{given}, {later}" if later else given
            made.scene.lines[number] = f"{inner}, {given})"
            return True
    return False


def _outside(own: Field, condition: Condition) -> Literal:
    if own.shape.kind is Kind.BOOLEAN:
        return next((each for each in (True, False) if each not in condition.values), None)
    return next((each for each in own.shape.values if each not in condition.values), None)


def _back(suite: Suite, operation: Operation) -> None:
    """Asked twice, it is as it was."""
    contract = suite.contract
    entity = contract.entity(operation.entity)
    name = operation.changes[0][0] if operation.changes else ""
    if entity.get(name) is None:
        return
    client, _ = asking.fixtures(contract, operation)
    plain = Refusal(operation.result.status, "", "")
    made = refused(suite, operation, plain, state={name: "True"})
    if not made.scene.target:
        return
    stamps = [
        f"assert (await still(app, {made.scene.target})).{each} is None"
        for each in operation.stamps
    ]
    lines = [
        *made.scene.lines,
        f"response = {asking.call(made.scene, made.body, client)}",
        "",
        f"assert response.status_code == {operation.result.status}",
        f"assert (await still(app, {made.scene.target})).{name} is {in_json(False)}",
        *stamps,
    ]
    suite.test(f"{operation.id.strip('_')}_turns_it_back", "", lines)
