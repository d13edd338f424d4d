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
from backwright.plan import constraint_names, needs
from backwright.plan.errors import BASES, REFERENCE, ErrorClass, core_details, error_classes
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file

_MODULE: Final = core("errors", "").module
_BROKEN: Final = "What the request refers to is gone"
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


@dataclass(frozen=True, slots=True)
class RulesView:
    """Which kinds of constraints some refusal is told by."""

    uniques: bool
    long: bool
    """One of them has a name that had to be cut."""
    primary: bool
    checks: bool
    references: bool

    @property
    def some(self) -> bool:
        return self.uniques or self.primary or self.checks or self.references


def emit_core_errors(contract: Contract) -> Iterable[GeneratedFile]:
    module = Module(_MODULE, "Refusals: each has a status and one sentence, all rendered here.")
    module.use_module("logging")
    module.use_from("collections.abc", "Callable", "Coroutine", "Mapping")
    module.use_from("typing", "Any", "ClassVar")
    module.use_from("uuid", "uuid4")
    module.use_from("fastapi", "Request")
    module.use_from("fastapi.exceptions", "RequestValidationError")
    module.use_from("fastapi.responses", "JSONResponse", "Response")
    form, rules = form_view(contract, module), _rules(contract)
    if form.asks_code or rules.uniques or rules.references:
        module.use_module("re")
    if needs.database(contract):
        module.use_module("sqlalchemy", "exc")
        module.use_from("sqlalchemy.exc", "DBAPIError")
    if rules.some:
        module.use_from("collections.abc", "Iterator")
        module.use_from("sqlalchemy.exc", "IntegrityError")
    if rules.long:
        module.use_from("hashlib", "sha256")
    if form.renders_http:
        module.use_from("http", "HTTPStatus")
        module.use_from("starlette.exceptions", "HTTPException")
    text = render(
        "core/errors.py.jinja",
        classes=tuple(_classes(contract)),
        body_refusals=has_body_refusals(contract),
        form=form,
        rules=rules,
        longest=constraint_names.LONGEST,
        database=needs.database(contract),
    )
    module.add(text)
    built = (aspects.policy("errors"), aspects.policy("invalid_status"))
    yield GeneratedFile(file(_MODULE), module.text(), part="core", built=built)


def _rules(contract: Contract) -> RulesView:
    told = [each.constraint for each in error_classes(contract).values()]
    return RulesView(
        uniques=any(each.startswith("uq_") for each in told),
        long=any(each.startswith("uq_") and len(each) >= constraint_names.LONGEST for each in told),
        primary=any(each.startswith("pk_") for each in told),
        checks=any(each.startswith("ck_") for each in told),
        references=_has_references(contract),
    )


def _has_references(contract: Contract) -> bool:
    return any(field.references for each in contract.entities for field in each.fields)


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
            yield ClassView(name, "AppError", status, detail, _headers(name))
    if _has_references(contract):
        doc = "A row that a request refers to went while it was being served."
        line = f"constraint = {literal(REFERENCE)}"
        yield ClassView("BrokenReference", "Conflict", 0, _BROKEN, (line,), doc)
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


def _headers(name: str) -> tuple[str, ...]:
    bearer = literal({"WWW-Authenticate": "Bearer"})
    line = f"headers: ClassVar[dict[str, str]] = {bearer}"
    return (line,) if name == "Unauthorized" else ()


def _used(contract: Contract, domain: tuple[ErrorClass, ...]) -> frozenset[str]:
    used = {*core_details(contract), *(each.base for each in domain)}
    if _has_references(contract):
        used.add("Conflict")
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
