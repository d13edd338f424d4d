"""Who is asking: the dependencies that tell it, exactly those that some operation needs.

With own users they stand in the users' domain, else in `app/core/dependencies.py`.
"""

from collections.abc import Iterable
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose, Source
from backwright.emit.fastapi import subjects
from backwright.emit.fastapi.accounts.mailing import print_mailing
from backwright.emit.fastapi.accounts.sessions import print_sessions
from backwright.emit.fastapi.accounts.shared import live
from backwright.emit.fastapi.caller_guards import guards, print_guard, signed_in_only
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module, docstring
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.account_names import service_name
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file, model, principal_module, principal_type
from backwright.plan.own_tables import session_entity_of

_FINDING: Final = (Purpose.REFRESH, Purpose.RESET_PASSWORD, Purpose.VERIFY)
"""Operations that find a user by what a token says."""


def emit(contract: Contract) -> Iterable[GeneratedFile]:
    """Of an external issuer; those of own users are printed into their domain."""
    if not needs.tokens(contract) or needs.own_users(contract):
        return
    module = Module(principal_module(contract), "Who is asking.")
    _print(contract, module)
    yield GeneratedFile(file(module.name), module.text(), part="core")


def print_principals(contract: Contract, into: DomainModules) -> None:
    """Into the domain of own users, before its operations; nothing into any other."""
    if not needs.own_users(contract) or into.dependencies.name != principal_module(contract):
        return
    if signed_in_only(contract) or any(needs.with_purpose(contract, each) for each in _FINDING):
        _print_find_user(contract, into.service)
    print_sessions(contract, into.service)
    print_mailing(contract, into.service)
    if signed_in_only(contract):
        into.dependencies.use_module(f"app.{into.name}", "service")
    _print(contract, into.dependencies)


def docs_sign_in(contract: Contract) -> bool:
    """Whether *Authorize* in the docs can sign in by itself: a form with a username that is
    answered with an access token, as OAuth 2's password grant has it."""
    login = next(iter(needs.with_purpose(contract, Purpose.LOGIN)), None)
    if login is None or not contract.auth.token_form or login.body is None:
        return False
    body = contract.find_schema(login.body.shape.ref)
    return body is not None and body.get("username") is not None and _grants(contract, login)


def _grants(contract: Contract, login: Operation) -> bool:
    shape = login.result.shape
    view = contract.view(shape.ref) if shape is not None else None
    return view is not None and any(
        each.source is Source.ACCESS_TOKEN and each.property == "access_token"
        for each in view.fills
    )


def _print(contract: Contract, module: Module) -> None:
    form, own, asked = docs_sign_in(contract), needs.own_users(contract), signed_in_only(contract)
    module.use_from("fastapi", "Depends", "Request")
    module.use_from("typing", "Annotated")
    module.use(core("security", "AccessTokens"))
    subject = subjects.subject(contract)
    if asked:
        bearer = (
            ("OAuth2PasswordBearer",) if form else ("HTTPAuthorizationCredentials", "HTTPBearer")
        )
        module.use_from("fastapi.security", *bearer)
        module.use(core("errors", "Unauthorized"))
        module.use(principal_type(contract))
    if asked and own:
        module.use(core("db", "SessionDep"))
        module.use(core("security", "InvalidToken"))
        if needs.sessions(contract):
            module.use(core("security", "SignedIn"))
        elif subject.type == "UUID":
            module.use_from("uuid", "UUID")
    module.add(
        render(
            "principals.py.jinja",
            form=form,
            own=own,
            asked=asked,
            token_url=contract.auth.token_url,
            read_type="SignedIn" if needs.sessions(contract) else subject.type,
            sessions=needs.sessions(contract),
            caller=principal_type(contract).name,
            current_doc=_current_doc(contract) if own else "",
            find_user=service_name(contract, "find_user"),
        )
    )
    module.add(*(print_guard(contract, each, module) for each in guards(contract)))


def _current_doc(contract: Contract) -> str:
    gone = "deleted or disabled" if contract.auth.active else "deleted"
    gone = f"{gone} user, and one who signed out," if needs.sessions(contract) else f"{gone} user"
    return docstring(f"The row is read once a request, so that a {gone} is refused at once.", 4)


def _print_find_user(contract: Contract, service: Module) -> None:
    user = contract.entity(contract.auth.user)
    name = service.use(model(user))
    service.use_from("sqlmodel", "bindparam", "col", "select")
    service.use_from("sqlmodel.ext.asyncio.session", "AsyncSession")
    subject = subjects.subject(contract)
    if subject.type == "UUID":
        service.use_from("uuid", "UUID")
    where = [f'col({name}.{user.key.name}) == bindparam("user_id")', *live(contract, user)]
    service.add(f"SIGNED_IN_USER = select({name}).where({', '.join(where)})")
    sessions = needs.sessions(contract)
    if sessions:
        kept = service.use(model(session_entity_of(contract)))
        service.use_from("sqlmodel", "exists")
        service.use_from("uuid", "UUID")
        service.add(
            f"SIGNED_IN_BY_SESSION = SIGNED_IN_USER.where(exists().where("
            f'col({kept}.id) == bindparam("session_id"), '
            f"col({kept}.user_id) == col({name}.{user.key.name})))"
        )
    text = render(
        "accounts/find_user.py.jinja",
        function=service_name(contract, "find_user"),
        id_type=subject.type,
        user=name,
        sessions=sessions,
    )
    service.add(text)
