"""app/core/openapi.py: only where FastAPI's description of the API would tell something untrue."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.emit.fastapi.error_form import FRAMEWORK
from backwright.emit.templates import render
from backwright.plan.model import GeneratedFile
from backwright.plan.names import Symbol, core, file


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if _differs(contract):
        text = render("core/openapi.py.jinja", status=contract.policies.invalid_status)
        yield GeneratedFile(file(core("openapi", "").module), text, part="core")


def application(contract: Contract) -> Symbol:
    """The class of the application."""
    return core("openapi", "Application") if _differs(contract) else Symbol("fastapi", "FastAPI")


def _differs(contract: Contract) -> bool:
    """Whether invalid input is refused with another status than FastAPI documents."""
    asked = any(each.parameters or each.body is not None for each in contract.operations)
    return asked and contract.policies.invalid_status != FRAMEWORK
