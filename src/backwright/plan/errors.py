"""Refusals become classes: one for each distinct reason, with the name that it deserves."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Refusal
from backwright.plan import constraint_names
from backwright.plan.error_names import Case, candidates
from backwright.plan.memo import once
from backwright.plan.names import Symbol, core, count_limit, module

CORE: Final = {
    "unauthenticated": "Unauthorized",
    "unreadable": "UnreadableBody",
    "too_large": "BodyTooLarge",
    "too_many": "TooManyRequests",
    "needs_code": "NeedsCode",
}
"""Reasons that are refused before or beside everything that a domain knows."""
BASES: Final = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    409: "Conflict",
    412: "PreconditionFailed",
    428: "PreconditionRequired",
}
"""The class in `app.core.errors` that stands for a status."""
REFERENCE: Final = "fk"
"""Stands for any foreign key that is violated by writing; `fk_to_orders` for those of all rows that
keep one of `orders` from being deleted. SQLite tells no more, and no caller has to know more."""
_Place = tuple[int, str, str, str, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """A class of refusals as it will be printed."""

    symbol: Symbol
    base: str
    """The class in `app.core.errors` that it derives from."""
    status: int
    detail: str
    constraint: str = ""
    """By which the database tells it: a duplicate, a row in use, fields that disagree."""
    location: tuple[str, ...] = ()
    """Of invalid input: where in the request the fault lies."""
    limit: tuple[Symbol, int] | None = None
    """Of a full parent: the constant of its limit, and the number that `detail` tells."""


def error_class(contract: Contract, operation: Operation, refusal: Refusal) -> Symbol | None:
    """The class by which an operation refuses; None where the framework's own validation does."""
    if refusal.reason == "invalid":
        return None
    found = error_classes(contract).get(_place(operation, refusal))
    return found.symbol if found is not None else core("errors", _core_name(refusal))


def refusals(
    contract: Contract, operation: Operation, *reasons: str, entity: str = ""
) -> tuple[Symbol, ...]:
    """The classes for some reasons, about one entity if it is named."""
    found = [
        error_class(contract, operation, each)
        for each in operation.refusals
        if each.reason in reasons and entity in ("", each.entity)
    ]
    return tuple(dict.fromkeys(each for each in found if each is not None))


def refusal_class(
    contract: Contract, operation: Operation, reason: str, entity: str = ""
) -> Symbol | None:
    """The first of `refusals`, if the contract has one."""
    return next(iter(refusals(contract, operation, reason, entity=entity)), None)


@once
def error_classes(contract: Contract) -> Mapping[_Place, ErrorClass]:
    """Those that stand in domains, by what they are told apart by."""
    found: dict[_Place, ErrorClass] = {}
    taken = {*BASES.values(), *CORE.values(), "AppError", "InvalidInput", "Refusal"}
    taken |= {each.name for each in contract.entities}
    taken |= {each.name for each in contract.schemas}
    for operation in contract.operations:
        for refusal in operation.refusals:
            place = _place(operation, refusal)
            if place in found or refusal.reason == "invalid" or _in_core(contract, refusal):
                continue
            case = Case(_entity(contract, refusal.entity), operation, refusal)
            name = next(each for each in candidates(case) if each not in taken)
            taken.add(name)
            found[place] = _made(contract, operation, refusal, name)
    return found


@once
def core_details(contract: Contract) -> Mapping[str, str]:
    """The words of the core's own classes: those of the first refusal of each kind."""
    found: dict[str, str] = {}
    for operation in contract.operations:
        for refusal in operation.refusals:
            if refusal.reason in CORE or refusal.reason == "role":
                found.setdefault(_core_name(refusal), refusal.detail)
    for operation in contract.operations:
        for refusal in operation.refusals:
            if refusal.reason == "forbidden" and refusal.status == 403:
                found.setdefault("Forbidden", refusal.detail)
    return found


def _core_name(refusal: Refusal) -> str:
    return CORE.get(refusal.reason) or BASES.get(refusal.status, "AppError")


def _in_core(contract: Contract, refusal: Refusal) -> bool:
    if refusal.reason in CORE:
        return True
    plain = refusal.reason in ("role", "forbidden") and refusal.status == 403
    return plain and core_details(contract).get("Forbidden") == refusal.detail


def _place(operation: Operation, refusal: Refusal) -> _Place:
    domain = "" if refusal.entity or refusal.reason in ("role", "forbidden") else operation.domain
    return (
        refusal.status, refusal.reason, refusal.entity, refusal.detail, refusal.columns, domain,
    )  # fmt: skip


def _made(contract: Contract, operation: Operation, refusal: Refusal, name: str) -> ErrorClass:
    entity = _entity(contract, refusal.entity)
    if entity is not None:
        home = module(entity.domain, "errors")
    elif refusal.reason in ("role", "forbidden"):
        home = core("errors", name).module
    else:
        home = module(operation.domain, "errors")
    crossed = refusal.reason == "cross_field"
    return ErrorClass(
        symbol=Symbol(home, name),
        base="InvalidInput" if crossed else BASES.get(refusal.status, "AppError"),
        status=refusal.status,
        detail=refusal.detail,
        constraint=_constraint(entity, refusal),
        location=("body", *refusal.columns[:1]) if crossed else (),
        limit=_limit(entity, refusal),
    )


def _constraint(entity: Entity | None, refusal: Refusal) -> str:
    if entity is not None and refusal.reason == "in_use":
        return f"{REFERENCE}_to_{entity.table}"
    if entity is None or not refusal.columns:
        return ""
    if refusal.reason == "duplicate" and refusal.columns == (entity.key.name,):
        return constraint_names.primary_key(entity.table)
    if refusal.reason == "duplicate":
        return constraint_names.unique(entity.table, refusal.columns)
    if refusal.reason == "cross_field":
        return constraint_names.check(entity.table, "_".join(refusal.columns))
    return ""


def _limit(entity: Entity | None, refusal: Refusal) -> tuple[Symbol, int] | None:
    if entity is None or refusal.reason != "count":
        return None
    for each in entity.count_limits:
        if str(each.maximum) in refusal.detail.split():
            return count_limit(entity, each.relation), each.maximum
    return None


def _entity(contract: Contract, name: str) -> Entity | None:
    return contract.find_entity(name)
