"""Account operations that lack what they would work with: code has to say how they work.

A login without a password in its body, somebody's own account without anybody signed in: nothing
is made up for them. They become hooks, like everything else that only code can say.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import (
    AssignKind,
    Credentials,
    Operation,
    ParameterUse,
    Purpose,
    Refusal,
)
from backwright.plan import needs

NEEDS_CODE: Final = Refusal(501, "needs_code", "Not implemented yet")


def with_gaps_as_hooks(contract: Contract) -> Contract:
    """The same contract, those operations left to code."""
    operations = tuple(_settled(contract, each) for each in contract.operations)
    return (
        contract if operations == contract.operations else replace(contract, operations=operations)
    )


def gap(contract: Contract, operation: Operation) -> str:
    """What is missing; empty if nothing is, or if it is no account operation."""
    find = _GAPS.get(operation.purpose)
    if find is None:
        return ""
    if not needs.own_users(contract):
        return "the users are kept by somebody else"
    return find(contract, operation)


def _settled(contract: Contract, operation: Operation) -> Operation:
    missing = gap(contract, operation)
    if not missing:
        return operation
    known = any(each.reason == NEEDS_CODE.reason for each in operation.refusals)
    refusals = operation.refusals if known else (*operation.refusals, NEEDS_CODE)
    hook = operation.hook or operation.id
    return replace(operation, purpose=Purpose.CUSTOM, hook=hook, needs=missing, refusals=refusals)


def _takes(contract: Contract, operation: Operation, *kinds: AssignKind) -> bool:
    body = operation.body.shape.ref if operation.body is not None else ""
    known = contract.input(body, operation.entity) if body else None
    held = {each.kind for each in known.assigns} if known is not None else set()
    return set(kinds) <= held


def _signed_in(operation: Operation) -> bool:
    return operation.access.credentials is Credentials.REQUIRED


def _register(contract: Contract, operation: Operation) -> str:
    return "" if _takes(contract, operation, AssignKind.PASSWORD) else "no password is taken"


def _login(contract: Contract, operation: Operation) -> str:
    taken = _takes(contract, operation, AssignKind.LOGIN, AssignKind.PASSWORD)
    return "" if taken else "no name and password are taken"


def _refresh(contract: Contract, operation: Operation) -> str:
    taken = _takes(contract, operation, AssignKind.TOKEN) or _signed_in(operation)
    return "" if taken else "no token is taken"


def _logout(_: Contract, __: Operation) -> str:
    return ""


def _request(contract: Contract, operation: Operation) -> str:
    return "" if _takes(contract, operation, AssignKind.LOGIN) else "no address is taken"


def _reset(contract: Contract, operation: Operation) -> str:
    taken = _takes(contract, operation, AssignKind.TOKEN, AssignKind.PASSWORD)
    return "" if taken else "no token and password are taken"


def _verify(contract: Contract, operation: Operation) -> str:
    told = any(each.use is ParameterUse.SECRET for each in operation.parameters)
    taken = told or _takes(contract, operation, AssignKind.TOKEN)
    return "" if taken else "no token is taken"


def _own(_: Contract, operation: Operation) -> str:
    return "" if _signed_in(operation) else "nobody is signed in"


def _change_password(contract: Contract, operation: Operation) -> str:
    if not _takes(contract, operation, AssignKind.PASSWORD):
        return "no new password is taken"
    return _own(contract, operation)


_GAPS: Final[Mapping[Purpose, Callable[[Contract, Operation], str]]] = {
    Purpose.REGISTER: _register,
    Purpose.LOGIN: _login,
    Purpose.REFRESH: _refresh,
    Purpose.LOGOUT: _logout,
    Purpose.ME: _own,
    Purpose.UPDATE_ME: _own,
    Purpose.CHANGE_PASSWORD: _change_password,
    Purpose.REQUEST_RESET: _request,
    Purpose.RESET_PASSWORD: _reset,
    Purpose.REQUEST_VERIFICATION: _request,
    Purpose.VERIFY: _verify,
}
