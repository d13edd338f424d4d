"""Input that is refused, case by case, in one table an operation; and what lies just within."""

from collections.abc import Iterator
from dataclasses import dataclass

from backwright.contract import aspects
from backwright.contract.entities import Field
from backwright.contract.model import Contract
from backwright.contract.operations import (
    AssignKind,
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
)
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import Sent, SentBody, body_of
from backwright.emit.fastapi.tests.scene import scene
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.fastapi.tests.values import in_json
from backwright.emit.templates import literal
from backwright.plan.emptied import emptied
from backwright.plan.invalid_values import Invalid, free_text, invalid
from backwright.plan.samples import Json
from backwright.shape import Kind, Shape

_UNCHECKED = (AssignKind.IGNORED,)
_PAGING = (
    ParameterUse.PAGE, ParameterUse.SIZE, ParameterUse.OFFSET, ParameterUse.LIMIT,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Case:
    source: str
    """A change of the body, or a pair of a query."""
    asserts: tuple[str, ...] = ()


def status_of(operation: Operation) -> int | None:
    return next((each.status for each in operation.refusals if each.reason == "invalid"), None)


def write(suite: Suite, operation: Operation) -> None:
    status = status_of(operation)
    if status is None:
        return
    _bodies(suite, operation, status)
    _queries(suite, operation, status)


def _bodies(suite: Suite, operation: Operation, status: int) -> None:
    client, owner = asking.fixtures(suite.contract, operation)
    made = scene(suite.contract, operation, owner, number=asking.number_of(operation))
    body = body_of(made)
    if body is None or body.kind != "json" or not body.sent or operation.body is None:
        return
    cases = list(_cases(suite, operation, body))
    if not cases or operation.body.multiple:
        return
    id_argument = owner if owner else ""
    arguments = "app, " + id_argument if id_argument else "app"
    inside = "{**asked.json, **invalid}"
    lines = [
        f"asked = await {asking.function_name(operation)}({arguments})",
        f"response = await replace(asked, json={inside}).by({client})",
        "",
        f"assert response.status_code == {status}",
    ]
    asserts = [aspects.refusal(operation.id, status, "invalid"), aspects.policy("invalid_status")]
    asserts += [each for case in cases for each in case.asserts]
    listed = ",\n    ".join(each.source for each in cases)
    suite.test(
        f"{operation.id.strip('_')}_refuses",
        "",
        lines,
        asserts=asserts,
        cases=f'@pytest.mark.parametrize("invalid", [\n    {listed},\n])',
        given={"invalid": "Json"},
    )
    _left_out(suite, operation, body)


def _cases(suite: Suite, operation: Operation, body: SentBody) -> Iterator[Case]:
    """Each bound of each property, once."""
    for each in body.sent:
        if each.assign is not None and each.assign.kind in _UNCHECKED:
            continue
        for found in _invalid(suite.contract, operation, each):
            yield Case(
                f"{{{literal(each.property.name)}: {in_json(found.value)}}}",
                tuple(_asserts(suite, operation, each, found)),
            )


def _invalid(contract: Contract, operation: Operation, sent: Sent) -> Iterator[Invalid]:
    shape, name = sent.property.shape, sent.property.name
    own = _column(contract, operation, sent)
    blank = own is not None and emptied(own, shape)
    hooked = bool(operation.hook)
    credentials = operation.purpose is Purpose.LOGIN
    column = sent.assign is not None and sent.assign.kind is AssignKind.COLUMN
    for each in invalid(shape, name):
        if blank and isinstance(each.value, str) and not each.value.strip():
            continue
        # What no column has to hold may be as large as it likes.
        if not hooked or each.constraint or each.reason != "too high":
            yield each
    if column and not hooked and not credentials:
        yield from free_text(shape)


def _asserts(suite: Suite, operation: Operation, sent: Sent, found: Invalid) -> Iterator[str]:
    own = _column(suite.contract, operation, sent)
    if own is not None and found.constraint:
        yield aspects.constraint(operation.entity, own.name, found.constraint)


def _column(contract: Contract, operation: Operation, sent: Sent) -> Field | None:
    """The column of the operation's own rows that it goes into."""
    assign, entity = sent.assign, operation.entity
    if assign is None or assign.kind is not AssignKind.COLUMN or not entity:
        return None
    return contract.entity(entity).get(assign.name)


def _left_out(suite: Suite, operation: Operation, body: SentBody) -> None:
    """What every body has to say."""
    client, owner = asking.fixtures(suite.contract, operation)
    arguments, status = f"app, {owner}" if owner else "app", status_of(operation)
    needed = [each for each in body.sent if each.property.required]
    if not needed:
        return
    names = ", ".join(literal(each.property.name) for each in needed)
    lines = [
        f"asked = await {asking.function_name(operation)}({arguments})",
        "body = {each: value for each, value in asked.json.items() if each != name}",
        f"response = await replace(asked, json=body).by({client})",
        "",
        f"assert response.status_code == {status}",
    ]
    asserts = [
        aspects.constraint(operation.entity, each.assign.name, "required")
        for each in needed
        if operation.entity and each.assign is not None and each.assign.kind is AssignKind.COLUMN
    ]
    suite.test(
        f"{operation.id.strip('_')}_needs",
        "",
        lines,
        asserts=asserts,
        cases=f'@pytest.mark.parametrize("name", [{names}])',
        given={"name": "str"},
    )


def _queries(suite: Suite, operation: Operation, status: int) -> None:
    cases = [case for each in operation.parameters for case in _query(operation, each)]
    if not cases:
        return
    client, owner = asking.fixtures(suite.contract, operation)
    arguments = f"app, {owner}" if owner else "app"
    lines = [
        f"asked = await {asking.function_name(operation)}({arguments})",
        "params = {**asked.params, **invalid}",
        f"response = await replace(asked, params=params).by({client})",
        "",
        f"assert response.status_code == {status}",
    ]
    asserts = [aspects.refusal(operation.id, status, "invalid"), aspects.policy("invalid_status")]
    asserts += [each for case in cases for each in case.asserts]
    listed = ",\n    ".join(each.source for each in cases)
    suite.test(
        f"{operation.id.strip('_')}_refuses_to_be_asked",
        "",
        lines,
        asserts=asserts,
        cases=f'@pytest.mark.parametrize("invalid", [\n    {listed},\n])',
        given={"invalid": "Json"},
    )


def _query(operation: Operation, parameter: Parameter) -> Iterator[Case]:
    if parameter.place != "query" or parameter.meanings or parameter.separated:
        return
    for value in _invalid_queries(parameter):
        pair = f"{{{literal(parameter.wire)}: {_spelled(value)}}}"
        asserts = [aspects.parameter(operation.id, parameter.wire)]
        if parameter.use in _PAGING:
            asserts.append(aspects.page(operation.id))
        yield Case(pair, tuple(asserts))


def _spelled(value: Json) -> str:
    return in_json(value) if isinstance(value, str) else literal(str(value))


def _invalid_queries(parameter: Parameter) -> Iterator[Json]:
    """In a query everything is text, so that no number is of the wrong type."""
    shape: Shape = parameter.shape
    if parameter.use is ParameterUse.CUSTOM or shape.kind is Kind.ARRAY:
        return
    for found in invalid(shape, parameter.name):
        if found.value is None or (shape.kind is Kind.STRING and found.reason == "type"):
            continue
        if found.reason == "too high" and not found.constraint and parameter.use not in _PAGING:
            continue
        yield found.value
