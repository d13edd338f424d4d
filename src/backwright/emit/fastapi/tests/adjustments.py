"""Numbers that move: two moves add up, the last one is given, one too many is refused."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation

from backwright.contract import aspects
from backwright.contract.entities import Entity
from backwright.contract.operations import AssignKind, Limit, Operation, Purpose, Refusal
from backwright.emit.fastapi.tests import adjusted_rows, asking
from backwright.emit.fastapi.tests.bodies import SentBody, spelled
from backwright.emit.fastapi.tests.conflicts import Refused, refused, said
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json
from backwright.plan import amounts


def write(suite: Suite, operation: Operation) -> None:
    if operation.purpose is not Purpose.ADJUST or asking.needs_code(operation):
        return
    entity = suite.contract.entity(operation.entity)
    _twice(suite, operation, entity)
    refusal = next((e for e in operation.refusals if e.reason == "exhausted"), None)
    for limit in operation.limits if refusal is not None else ():
        if refusal is not None:
            _last(suite, operation, entity, limit)
            _too_many(suite, operation, entity, limit, refusal)


def amount_of(body: SentBody | None) -> Decimal | None:
    """By how much the body moves numbers, where its source says so plainly."""
    sent = body.of(AssignKind.AMOUNT) if body is not None else None
    try:
        return Decimal(sent.json.strip("\"'")) if sent is not None else None
    except InvalidOperation:
        return None


def moved(suite: Suite, operation: Operation, row: str, amount: Decimal) -> list[tuple[str, str]]:
    """Column → the source of what it holds afterwards."""
    entity, found = suite.contract.entity(operation.entity), []
    for shift in operation.shifts:
        own = entity.get(shift.column)
        if own is not None:
            by = amount * shift.sign
            told = adjusted_rows.spelled(suite.contract, entity, own, abs(by))
            found.append((own.name, f"{row}.{own.name} {'+' if by > 0 else '-'} {told}"))
    return found


def _plain(suite: Suite, operation: Operation, state: dict[str, str] | None) -> Refused:
    plain = Refusal(operation.result.status, "", "")
    return refused(suite, operation, plain, state=state)


def _checks(made: Refused, amount: Decimal) -> list[str]:
    row = made.scene.target
    found = moved(made.suite, made.operation, row, amount)
    return [f"assert (await still(app, {row})).{name} == {source}" for name, source in found]


def _twice(suite: Suite, operation: Operation, entity: Entity) -> None:
    state = dict(adjusted_rows.room(suite.contract, operation, entity))
    made = _plain(suite, operation, state)
    amount = amount_of(made.body)
    if amount is None or not made.scene.target:
        return
    call = asking.call(made.scene, made.body, made.client)
    lines = [*made.scene.lines, f"await {call.removeprefix('await ')}", f"response = {call}", ""]
    lines += [f"assert response.status_code == {operation.result.status}"]
    lines += _checks(made, 2 * amount)
    suite.test(f"{operation.id.strip('_')}_adds_up", "Two in a row count both.", lines)


def _directed(made: Refused, limit: Limit) -> Decimal | None:
    """The amount that the body says, turned towards the limit where it may be negative."""
    amount, body = amount_of(made.body), made.body
    given = amounts.amount(made.contract, made.operation)
    if amount is None or body is None or given is None:
        return None
    if amounts.is_signed(given) and limit.operator.startswith(">"):
        amount = -amount
        whole = int(amount) if amount == int(amount) else float(amount)
        turned = tuple(
            replace(e, json=in_json(whole))
            if e.assign is not None and e.assign.kind is AssignKind.AMOUNT
            else e
            for e in body.sent
        )
        made.body = replace(body, sent=turned, source=spelled(turned))
    return amount


def _last(suite: Suite, operation: Operation, entity: Entity, limit: Limit) -> None:
    amount = _directed(_plain(suite, operation, {}), limit)
    if amount is None:
        return
    state = adjusted_rows.at_limit(suite.contract, operation, entity, limit, amount)
    made = _plain(suite, operation, state)
    _directed(made, limit)
    if not made.scene.target:
        return
    lines = [
        *made.scene.lines,
        f"response = {asking.call(made.scene, made.body, made.client)}",
        "",
        f"assert response.status_code == {operation.result.status}, response.text",
        *_checks(made, amount),
    ]
    suite.test(f"{operation.id.strip('_')}_goes_to_{_named(limit)}", "", lines)


def _too_many(
    suite: Suite, operation: Operation, entity: Entity, limit: Limit, refusal: Refusal
) -> None:
    amount = _directed(_plain(suite, operation, {}), limit)
    if amount is None:
        return
    state = adjusted_rows.short_by_one(suite.contract, operation, entity, limit, amount)
    made = refused(suite, operation, refusal, state=state)
    _directed(made, limit)
    row = made.scene.target
    if not row:
        return
    lines = [
        *made.scene.lines,
        f"response = {asking.call(made.scene, made.body, made.client)}",
        "",
        f"assert response.status_code == {refusal.status}",
        *said(suite.contract, refusal),
    ]
    lines += [
        f"assert (await still(app, {row})).{each.column} == {row}.{each.column}"
        for each in operation.shifts
    ]
    asserts = [aspects.refusal(operation.id, refusal.status, refusal.reason)]
    name = f"{operation.id.strip('_')}_goes_no_further_than_{_named(limit)}"
    suite.test(name, refusal.detail, lines, asserts=asserts)


def _named(limit: Limit) -> str:
    if limit.other:
        return limit.other
    end = "least" if limit.operator.startswith(">") else "most"
    return f"the_{end}_{limit.column.strip('_')}"
