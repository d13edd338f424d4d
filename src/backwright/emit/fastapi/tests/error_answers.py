"""What a refusal says as a whole, in the form that the contract declares."""

from http import HTTPStatus

from backwright.contract.model import Contract
from backwright.contract.policies import ErrorStyle
from backwright.emit.fastapi.error_form import always
from backwright.emit.templates import literal


def form(contract: Contract, status: int, message: str) -> str:
    """A comparison of `response` with that refusal."""
    style = contract.policies.errors.style
    if style is ErrorStyle.PROBLEM:
        title = literal(HTTPStatus(status).phrase)
        told = f'{{"title": {title}, "status": {status}, "detail": {literal(message)}}}'
        return f"response.json() | {told} == response.json()"
    if style is ErrorStyle.ENVELOPE and contract.policies.errors.template:
        return f"response.json() == {_source(_envelope(contract, status, message))}"
    return f'response.json() == {{"detail": {literal(message)}}}'


def _envelope(contract: Contract, status: int, message: str) -> dict[str, object]:
    nested: dict[str, object] = {}
    known = {"$message": literal(message), "$status": str(status)}
    for path, value in contract.policies.errors.template:
        if value == "$details" and not always(contract, path):
            continue
        into = nested
        *above, last = path.split(".")
        for part in above:
            inner = into.setdefault(part, {})
            if not isinstance(inner, dict):
                break
            into = inner
        slot = isinstance(value, str) and value.startswith("$")
        into[last] = known.get(str(value), "ANY") if slot else literal(value)
    return nested


def _source(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{literal(name)}: {_source(each)}" for name, each in value.items())
        return f"{{{inner}}}"
    return str(value)
