"""Ids that cannot be any."""

from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, ParameterUse
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.caller_groups import by_whom
from backwright.emit.fastapi.tests.inputs import status_of
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan.finders import chain
from backwright.plan.samples import sample
from backwright.shape import Kind

_ZERO: Final = "00000000-0000-4000-8000-000000000000"


def write(suite: Suite, operations: list[Operation]) -> None:
    """An id that cannot be one."""
    contract = suite.contract
    cases: dict[tuple[str, int], list[str]] = {}
    asserts: list[str] = []
    for each in operations:
        status = status_of(each)
        url = _url(contract, each)
        if status is None or not url or each.body is not None or asking.path_user(each):
            continue
        client, _ = asking.fixtures(contract, each)
        cases.setdefault((client, status), []).append(f"({literal(each.method)}, {literal(url)})")
        asserts.append(aspects.refusal(each.id, status, "invalid"))
    for (client, status), listed in cases.items():
        table = ", ".join(listed)
        suite.test(
            f"an_id_is_what_it_has_to_be{by_whom(client)}",
            "",
            [
                f"response = await {client}.request(method, url)",
                "",
                f"assert response.status_code == {status}",
            ],
            asserts=asserts,
            cases=f'@pytest.mark.parametrize(("method", "url"), [{table}])',
            given={"method": "str", "url": "str"},
        )


def _url(contract: Contract, operation: Operation) -> str:
    """The address with a text where the first row's number or UUID has to be, unless another row is
    looked up on its own, and missed."""
    others = [each for each in chain(contract, operation) if each.parent is None]
    named = operation.lookups[0].parameter if operation.lookups else ""
    found = operation.path
    first = True
    for each in operation.parameters:
        if each.place != "path":
            continue
        checked = each.shape.kind in (Kind.UUID, Kind.INTEGER)
        keyed = each.use is ParameterUse.KEY or each.use is ParameterUse.CUSTOM
        alone = len(others) <= (each.name == named)
        if first and not (checked and keyed and alone):
            return ""
        value = "no-id" if first else _ZERO
        if not first and each.shape.kind is not Kind.UUID:
            value = str(sample(each.shape, 1, name=each.name))
        found = found.replace(f"{{{each.name}}}", value)
        first = False
    required = any(e.required and e.place != "path" for e in operation.parameters)
    return "" if first or required else found
