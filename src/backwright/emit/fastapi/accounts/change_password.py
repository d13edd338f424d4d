"""A new password for the old one, which ends every session."""

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation
from backwright.emit.fastapi.accounts import shared
from backwright.emit.fastapi.accounts.bodies import argument, taken_body
from backwright.emit.fastapi.domain import DomainModules
from backwright.plan import needs
from backwright.plan.names import core, model


def print_change_password(contract: Contract, operation: Operation, into: DomainModules) -> None:
    body = taken_body(contract, operation)
    new = body.of(AssignKind.PASSWORD) if body is not None else None
    if body is None or new is None:
        raise ValueError(f"{operation.id} gets no new password")
    user = shared.user_of(contract)
    row = into.service.use(model(user))
    kept = f"user.{contract.auth.password}"
    lines = []
    old = body.of(AssignKind.OLD_PASSWORD)
    if old is not None:
        verify = into.service.use(core("security", "verify_password"))
        lines += [
            f"if not await {verify}({old.attribute}, {kept}):",
            f"    raise {shared.refused(contract, operation, into.service)}",
        ]
    hashed = into.service.use(core("security", "hash_password"))
    lines.append(f"{kept} = await {hashed}({new.attribute})")
    lines += shared.touched(user, into.service, "user")
    if needs.sessions(contract):
        end = shared.shared_function(contract, into.service, "end_sessions")
        lines.append(f"await {end}(session, user)")
    signature = f"user: {row}, data: {into.service.use(body.type)} -> {row}"
    shared.print_service(operation, into, signature, [*lines, "return user"])
    given = [
        shared.caller(contract, operation, into),
        shared.session_argument(into),
        argument(body, into),
    ]
    done = shared.work(operation, into, "user", "data")
    shared.answer_route(contract, operation, into, given, done)
