"""app/core/errors.py: the base classes of refusals, and how all of them are rendered."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Credentials
from backwright.contract.policies import Issuer
from backwright.emit.fastapi.error_form import form_view
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal, render
from backwright.plan.errors import BASES, ErrorClass, core_details, error_classes
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file

_MODULE: Final = core("errors", "").module
_CONSTRAINT: Final = (
    "A conflict that names a constraint is told by the database, never by a SELECT before."
)
_DETAILS: Final = {
    400: "Bad request",
    401: "Not authenticated",
    403: "Not permitted",
    412: "The row has changed since it was read",
    428: "This request must be conditional",
}


@dataclass(frozen=True, slots=True)
class ClassView:
    name: str
    base: str
    status: int = 0
    detail: str = ""
    lines: tuple[str, ...] = ()
    doc: str = ""


def emit_core_errors(contract: Contract) -> Iterable[GeneratedFile]:
    module = Module(_MODULE, "Refusals: each has a status and one sentence, all rendered here.")
    module.use_module("logging")
    module.use_module("re")
    module.use_from("collections.abc", "Callable", "Coroutine", "Mapping")
    module.use_from("typing", "Any", "ClassVar")
    module.use_from("uuid", "uuid4")
    module.use_from("fastapi", "Request")
    module.use_from("fastapi.exceptions", "RequestValidationError")
    module.use_from("fastapi.responses", "JSONResponse", "Response")
    module.use_from("sqlalchemy.exc", "DBAPIError", "IntegrityError")
    module.use_module("sqlalchemy", "exc")
    form = form_view(contract, module)
    if form.renders_http:
        module.use_from("http", "HTTPStatus")
        module.use_from("starlette.exceptions", "HTTPException")
    text = render(
        "core/errors.py.jinja",
        classes=tuple(_classes(contract)),
        body_refusals=has_body_refusals(contract),
        form=form,
    )
    module.add(text)
    built = [aspects.policy("errors")]
    if any(r.reason == "invalid" for each in contract.operations for r in each.refusals):
        built.append(aspects.policy("invalid_status"))
    yield GeneratedFile(file(_MODULE), module.text(), part="core", built=tuple(built))


def has_body_refusals(contract: Contract) -> bool:
    """Whether some operation's refusals hold both of what a body alone can bring about."""
    wanted = {"unreadable", "too_large"}
    return any(wanted <= {r.reason for r in each.refusals} for each in contract.operations)


def _classes(contract: Contract) -> Iterable[ClassView]:
    details = core_details(contract)
    domain = tuple(error_classes(contract).values())
    for status, name in BASES.items():
        if name in _used(contract, domain):
            detail = details.get(name, _DETAILS.get(status, ""))
            yield ClassView(name, "AppError", status, detail, *_special(name))
    yield ClassView(
        "InvalidInput",
        "AppError",
        contract.policies.invalid_status,
        _invalid_detail(contract),
        ('location: ClassVar[tuple[str, ...]] = ("body",)',),
    )
    for name, status in (("UnreadableBody", 400), ("BodyTooLarge", 413), ("TooManyRequests", 429)):
        if name in details:
            yield ClassView(name, "AppError", status, details[name])
    if "NeedsCode" in details:
        doc = "The specification says it in words that only code can carry out."
        yield ClassView("NeedsCode", "AppError", 501, details["NeedsCode"], doc=doc)
    for each in domain:
        if each.symbol.module == _MODULE:
            yield ClassView(each.symbol.name, each.base, _own_status(each), each.detail)


def _own_status(each: ErrorClass) -> int:
    return 0 if BASES.get(each.status) == each.base else each.status


def _special(name: str) -> tuple[tuple[str, ...], str]:
    if name == "Unauthorized":
        line = f"headers: ClassVar[dict[str, str]] = {literal({'WWW-Authenticate': 'Bearer'})}"
        return (line,), ""
    if name == "Conflict":
        return ("constraint: ClassVar[str | None] = None",), _CONSTRAINT
    return (), ""


def _used(contract: Contract, domain: tuple[ErrorClass, ...]) -> frozenset[str]:
    used = {"Conflict", *core_details(contract), *(each.base for each in domain)}
    if contract.auth.issuer is not Issuer.NONE and any(
        each.access.credentials is Credentials.REQUIRED for each in contract.operations
    ):
        used.add("Unauthorized")
    return frozenset(used)


def _invalid_detail(contract: Contract) -> str:
    for operation in contract.operations:
        for refusal in operation.refusals:
            if refusal.reason == "invalid":
                return refusal.detail
    return "Invalid input"
