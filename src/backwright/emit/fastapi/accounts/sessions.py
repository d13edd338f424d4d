"""The functions behind sessions, in the users' service: only those that are called."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Purpose, Source
from backwright.emit.fastapi import subjects
from backwright.emit.fastapi.accounts.answers import asks_for
from backwright.emit.fastapi.accounts.bodies import taken_body
from backwright.emit.fastapi.accounts.shared import user_of
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.account_names import service_name
from backwright.plan.errors import refusal_class
from backwright.plan.names import Symbol, core, model
from backwright.plan.own_tables import session_entity_of

FUNCTIONS: Final = ("start_session", "renew_session", "end_session", "end_sessions")


def print_sessions(contract: Contract, service: Module) -> None:
    """Printed before the operations, which call them."""
    wanted = set(called(contract))
    if not wanted:
        return
    user, kept = user_of(contract), session_entity_of(contract)
    service.use_from("sqlmodel", "col")
    service.use_from("sqlmodel.ext.asyncio.session", "AsyncSession")
    service.use(model(user))
    service.use(model(kept))
    service.use_from("uuid", "UUID")
    if wanted != {"renew_session"}:
        service.use_from("sqlmodel", "delete")
    refresh = needs.refresh_tokens(contract)
    lifetime = "REFRESH_LIFETIME" if refresh else "TOKEN_LIFETIME"
    if "start_session" in wanted:
        service.use_from("uuid", "uuid4")
    if wanted & {"start_session", "renew_session"}:
        service.use(core("db", "utcnow"))
        service.use(core("security", lifetime))
        if refresh:
            service.use(core("security", "new_refresh_token"))
    refused = ""
    if "renew_session" in wanted:
        service.use_from("sqlmodel", "update")
        service.use(core("security", "session_of"))
        service.use(core("security", "hash_refresh_token"))
        refused = service.use(_refused(contract))
    service.add(
        render(
            "accounts/sessions.py.jinja",
            wanted=wanted,
            names={each: service_name(contract, each) for each in (*FUNCTIONS, "find_user")},
            user=user.name,
            key=user.key.name,
            kept=kept.name,
            id_type=subjects.subject(contract).type,
            refused=refused,
            refresh=refresh,
            lifetime=lifetime,
        )
    )


def called(contract: Contract) -> Iterator[str]:
    """Which of the functions some operation calls."""
    if not needs.sessions(contract):
        return
    for each in contract.operations:
        begins = each.purpose in (Purpose.REGISTER, Purpose.LOGIN)
        if begins and asks_for(contract, each, Source.ACCESS_TOKEN, Source.REFRESH_TOKEN):
            yield "start_session"
        body = taken_body(contract, each)
        token = body is not None and body.of(AssignKind.TOKEN) is not None
        if each.purpose is Purpose.REFRESH and token and needs.refresh_tokens(contract):
            yield from ("renew_session", "end_session")
        if each.purpose is Purpose.LOGOUT:
            yield "end_session"
        if each.purpose in (Purpose.CHANGE_PASSWORD, Purpose.RESET_PASSWORD):
            yield "end_sessions"


def _refused(contract: Contract) -> Symbol:
    for each in needs.with_purpose(contract, Purpose.REFRESH):
        found = refusal_class(contract, each, "credentials")
        if found is not None:
            return found
    return core("security", "InvalidToken")
