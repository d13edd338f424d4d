"""Signing in: a password for tokens, at the same price whether or not there is such a user."""

from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, Purpose
from backwright.contract.policies import Proves
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module
from backwright.plan import needs
from backwright.plan.errors import refusal_class
from backwright.plan.names import core, model, route


def print_login(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    name = body.of(AssignKind.LOGIN) if body is not None else None
    password = body.of(AssignKind.PASSWORD) if body is not None else None
    if body is None or name is None or password is None:
        raise ValueError(f"{operation.id} signs nobody in: its body has no name and password")
    user = shared.user_of(contract)
    row = into.service.use(model(user))
    column = name.assign.name or contract.auth.login
    statement = _statement(contract, operation, user, column, into)
    unproved = _unproved(contract, operation, into)
    verify = into.service.use(core("security", "verify_password"))
    hashed = f"user.{contract.auth.password} if user else None"
    lines = [
        f'found = await session.exec({statement}, params={{"{column}": {name.attribute}}})',
        f"user = found.{'one_or_none' if unique(user, column) else 'first'}()",
        f"matches = await {verify}({password.attribute}, {hashed})",
        "if user is None or not matches:",
        f"    raise {shared.refused(contract, operation, into.service)}",
        *unproved,
        "return user",
    ]
    signature = f"data: {into.service.use(body.type)} -> {row}"
    shared.print_service(operation, into, signature, lines)
    given = [shared.session_argument(into), argument(body, into)]
    done = shared.work(operation, into, "data")
    shared.answer_route(contract, operation, into, given, done)


def _unproved(contract: Contract, operation: Operation, into: DomainModules) -> list[str]:
    """Told only to somebody who knows the password."""
    mailed = contract.auth.mails(Proves.VERIFICATION)
    found = refusal_class(contract, operation, "unverified")
    if mailed is None or found is None:
        return []
    return [f"if not user.{mailed.verified}:", f"    raise {into.service.use(found)}"]


def _statement(
    contract: Contract, operation: Operation, user: Entity, column: str, into: DomainModules
) -> str:
    if len(needs.with_purpose(contract, Purpose.LOGIN)) == 1:
        return by_login(contract, user, column, into.service)
    name = f"USER_FOR_{route(operation).upper()}"
    return by_login(contract, user, column, into.service, name)


def by_login(contract: Contract, user: Entity, column: str, service: Module, name: str = "") -> str:
    """The statement that finds a user by what they sign in with; who is gone or disabled is not
    found."""
    name = name or f"USER_BY_{column.upper()}"
    service.use_from("sqlmodel", "bindparam", "col", "select")
    where = [
        f'col({user.name}.{column}) == bindparam("{column}")',
        *shared.live(contract, user),
    ]
    service.add_once(name, f"{name} = select({user.name}).where({', '.join(where)})")
    return name


def unique(user: Entity, column: str) -> bool:
    field = user.get(column)
    alone = any(each.columns == (column,) for each in user.uniques)
    return alone or (field is not None and field.unique)
