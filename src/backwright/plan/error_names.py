"""What a refusal is called: the word that a person would choose, then longer ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Entity, Ownership
from backwright.contract.operations import Operation, Purpose, Refusal

_CREDENTIALS: Final = {
    Purpose.REFRESH: "InvalidRefreshToken",
    Purpose.CHANGE_PASSWORD: "WrongPassword",
    Purpose.RESET_PASSWORD: "InvalidResetToken",
    Purpose.VERIFY: "InvalidVerificationToken",
}
_SHORT: Final = 4
"""So many words make a name."""
_CROSSED: Final = {
    "<": "{left}NotBefore{right}",
    "<=": "{left}After{right}",
    "!=": "Same{left}And{right}",
    "==": "{left}DiffersFrom{right}",
    ">": "{left}NotAfter{right}",
    ">=": "{left}Before{right}",
}


@dataclass(frozen=True, slots=True)
class Case:
    """A refusal where it is first met."""

    entity: Entity | None
    operation: Operation
    refusal: Refusal

    @property
    def owner(self) -> str:
        """What it is about."""
        if self.entity is not None:
            return self.entity.name
        return names.class_name(self.operation.domain)


def candidates(case: Case) -> Iterator[str]:
    """The name, then longer ones for when it is taken; never ends."""
    for name in _NAMED.get(case.refusal.reason, _declared)(case):
        yield name
        if case.entity is not None:
            yield f"{case.entity.name}{name}"
        yield f"{names.class_name(case.operation.domain)}{name}"
        yield f"{names.class_name(case.operation.id)}{name}"
    number = 2
    while True:
        yield f"{names.class_name(case.operation.id)}Refused{number}"
        number += 1


def _missing(case: Case) -> tuple[str, ...]:
    return (f"{case.owner}NotFound",)


def _stale(case: Case) -> tuple[str, ...]:
    return (f"Stale{case.owner}",)


def _count(case: Case) -> tuple[str, ...]:
    return (f"Full{case.owner}",)


def _in_use(case: Case) -> tuple[str, ...]:
    return (f"{case.owner}InUse",)


def _duplicate(case: Case) -> tuple[str, ...]:
    """`ReferenceTaken`, but `OrderLineExists` where the columns are mere links."""
    if case.entity is None:
        return ("AlreadyExists",)
    owner = case.entity.owner
    mine = owner.column if owner.kind is not Ownership.IDENTITY else ""
    plain = []
    for column in case.refusal.columns:
        field = case.entity.get(column)
        if column != mine and (field is None or not field.references):
            plain.append(column)
    if not plain:
        return (f"{case.entity.name}Exists",)
    return (f"{names.class_name('_and_'.join(plain))}Taken",)


def _state(case: Case) -> tuple[str, ...]:
    """`OrderNotDraft`: what its condition asks for, if that can be said in a word or two."""
    for asked in case.operation.conditions:
        if asked.entity != case.refusal.entity or not asked.column:
            continue
        flag = asked.values in ((True,), (False,))
        values = (asked.column,) if flag else asked.values
        if len(values) <= 2:
            said = "Or".join(names.class_name(str(value)) for value in values)
            refused = "" if asked.values == (False,) else "Not"
            return (f"{case.owner}{refused}{said}", f"Wrong{case.owner}State")
    return (f"Wrong{case.owner}State",)


def _transition(case: Case) -> tuple[str, ...]:
    moves = case.entity.transitions if case.entity is not None else ()
    return (f"Wrong{names.class_name(moves[0].field) if moves else 'Status'}",)


def _empty(case: Case) -> tuple[str, ...]:
    asked = [each.relation for each in case.operation.conditions if each.relation]
    without = names.class_name(asked[0]) if asked else "Rows"
    return (f"Empty{case.owner}", f"{case.owner}Without{without}")


def _exhausted(case: Case) -> tuple[str, ...]:
    """`InsufficientStock`, as it is said where that is short; else `NotEnoughQuantity`."""
    limits = case.operation.limits
    if len(names.words(case.refusal.detail)) <= _SHORT:
        return (names.class_name(case.refusal.detail),)
    column = names.class_name(case.refusal.columns[0] if case.refusal.columns else "")
    if limits and all(each.operator.startswith(">") for each in limits):
        return (f"NotEnough{column}",)
    if limits and all(each.operator.startswith("<") for each in limits):
        return (f"TooMuch{column}",)
    return (f"{column}OutOfBounds",)


def _credentials(case: Case) -> tuple[str, ...]:
    return (_CREDENTIALS.get(case.operation.purpose, "WrongCredentials"),)


def _unverified(_: Case) -> tuple[str, ...]:
    return ("AddressNotVerified",)


def _crossed(case: Case) -> tuple[str, ...]:
    for rule in case.entity.cross_fields if case.entity is not None else ():
        if (rule.left, rule.right) == case.refusal.columns:
            left, right = names.class_name(rule.left), names.class_name(rule.right)
            return (_CROSSED[rule.operator].format(left=left, right=right),)
    return ("FieldsDisagree",)


def _forbidden(case: Case) -> tuple[str, ...]:
    if case.entity is not None:
        return (f"Foreign{case.entity.name}",)
    return ("RoleNeeded" if case.refusal.reason == "role" else "OtherUser",)


def _down(_: Case) -> tuple[str, ...]:
    return ("DatabaseDown",)


def _declared(case: Case) -> tuple[str, ...]:
    try:
        phrase = HTTPStatus(case.refusal.status).phrase
    except ValueError:
        phrase = f"Refused {case.refusal.status}"
    return (f"{names.class_name(case.operation.id)}{names.class_name(phrase)}",)


_NAMED: Final[dict[str, Callable[[Case], tuple[str, ...]]]] = {
    "missing": _missing,
    "stale": _stale,
    "count": _count,
    "in_use": _in_use,
    "duplicate": _duplicate,
    "state": _state,
    "transition": _transition,
    "empty": _empty,
    "exhausted": _exhausted,
    "credentials": _credentials,
    "unverified": _unverified,
    "cross_field": _crossed,
    "role": _forbidden,
    "forbidden": _forbidden,
    "database_down": _down,
}
