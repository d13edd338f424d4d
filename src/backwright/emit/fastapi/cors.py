"""`app/core/cors.py`, where origins are stated."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file

STATE = "cors_origins"


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not needs.cors(contract):
        return
    text = render(
        "core/cors.py.jinja",
        attribute=STATE,
        methods=tuple(_methods(contract)),
        headers=tuple(_headers(contract)),
    )
    built = (aspects.policy("cors"),)
    yield GeneratedFile(file("app.core.cors"), text, part="core", built=built)


def _methods(contract: Contract) -> list[str]:
    return sorted({each.method for each in contract.operations} | {"GET"})


def _headers(contract: Contract) -> list[str]:
    """Those that the operations read, beyond what browsers may always send."""
    found = {"Content-Type"}
    if needs.tokens(contract):
        found.add("Authorization")
    for operation in contract.operations:
        found |= _of(operation)
    return sorted(found)


def _of(operation: Operation) -> set[str]:
    return {each.wire for each in operation.parameters if each.place == "header"}
