"""Accounts: registering, signing in, going on, signing out, one's own account, its password."""

from collections.abc import Callable, Mapping
from typing import Final

from backwright.contract import aspects
from backwright.contract.entities import Entity
from backwright.contract.model import Contract
from backwright.contract.operations import (
    AssignKind,
    Credentials,
    Operation,
    Purpose,
    Source,
)
from backwright.contract.policies import Issuer
from backwright.emit.fastapi.tests import asking, people, sessions, shows
from backwright.emit.fastapi.tests.bodies import SentBody
from backwright.emit.fastapi.tests.shows import Subject
from backwright.emit.fastapi.tests.successes import Success
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.shape import Shape

Prove = Callable[[Success, Entity], None]


def write(suite: Suite, operation: Operation) -> None:
    prove = _PROOFS.get(operation.purpose)
    if prove is None or asking.needs_code(operation):
        return
    made = Success(suite, operation)
    if suite.contract.auth.issuer is not Issuer.OWN:
        made.answered(None)
        made.print()
        return
    prove(made, suite.contract.entity(suite.contract.auth.user))


def _register(made: Success, user: Entity) -> None:
    """Nothing but a hash is kept of the password."""
    values = shows.json_values(made.scene, made.body)
    subject = Subject(user, values=values)
    made.answered(subject, users=subject)
    secret = made.body.of(AssignKind.PASSWORD) if made.body is not None else None
    if secret is not None and secret.assign is not None:
        made.suite.module.use_from("app.core.security", "hasher")
        made.checks += [
            f"[row] = await stored(app, {user.name})",
            f"assert {secret.json} not in row.{secret.assign.name}",
            f"assert hasher.verify({secret.json}, row.{secret.assign.name})",
        ]
        made.asserts += [aspects.auth("password"), aspects.auth("hashing")]
    made.print()


def _login(made: Success, user: Entity) -> None:
    name = made.scene.rows.get(user.name, "")
    subject = Subject(user, name) if name else None
    made.answered(subject, users=subject)
    _token_is_good(made)
    made.print()
    body = made.body
    if body is None or body.of(AssignKind.LOGIN) is None:
        return
    _wrong(made, body)
    if made.contract.auth.active:
        _inactive(made, user, body)
    door = closed(made.contract)
    sessions.write(made, user, door.path if door else "", door.result.status if door else 0)


def _token_is_good(made: Success) -> None:
    """What was answered opens a door that is closed to visitors."""
    path = where(made.contract, made.operation, Source.ACCESS_TOKEN)
    door = closed(made.contract)
    if path is None or door is None:
        return
    made.checks += [
        f"token = response.json(){_inside(path)}",
        f"known = await client_of(app, token).get({literal(door.path)})",
        f"assert known.status_code == {door.result.status}",
    ]
    made.asserts.append(aspects.auth("issuer"))


def _wrong(made: Success, body: SentBody) -> None:
    """A wrong password and an unknown name are refused alike."""
    refusal = next((e for e in made.operation.refusals if e.reason == "credentials"), None)
    secret, name = body.of(AssignKind.PASSWORD), body.of(AssignKind.LOGIN)
    if refusal is None or secret is None or name is None:
        return
    unknown = '"nobody@example.com"' if "email" in name.json else '"nobody_knows_me"'
    cases = {
        secret.property.name: f'{secret.json} + "!"' if '"' in secret.json else 'f"{PASSWORD}1"',
        name.property.name: unknown,
    }
    wrongs = [{each.property.name: cases.get(each.property.name, "")} for each in (secret, name)]
    first, second = (_sent(made, body, each) for each in wrongs)
    lines = [
        *made.scene.lines,
        f"wrong = {first}",
        f"unknown = {second}",
        "",
        f"assert wrong.status_code == unknown.status_code == {refusal.status}",
    ]
    made.suite.test(
        f"{made.operation.id.strip('_')}_refuses_wrong_credentials",
        "A wrong password and an unknown user are refused alike.",
        lines,
        asserts=[aspects.refusal(made.operation.id, refusal.status, "credentials")],
    )


def _sent(made: Success, body: SentBody, changed: Mapping[str, str]) -> str:
    """The same request with other values."""
    pairs = ", ".join(
        f"{literal(each.property.name)}: {changed.get(each.property.name, each.json)}"
        for each in body.sent
    )
    return asking.call(made.scene, SentBody(f"{{{pairs}}}", body.sent, body.kind), made.client)


def _inactive(made: Success, user: Entity, body: SentBody) -> None:
    """Neither a password nor a token helps somebody who was disabled."""
    refusal = next((e for e in made.operation.refusals if e.reason == "credentials"), None)
    name = made.scene.rows.get(user.name)
    if refusal is None or name is None:
        return
    held = f"{name} = await {made.scene.call(user, {made.contract.auth.active: 'False'})}"
    lines = [held if line.startswith(f"{name} = ") else line for line in made.scene.lines]
    lines += [
        f"response = {_sent(made, body, {})}",
        "",
        f"assert response.status_code == {refusal.status}",
    ]
    door = closed(made.contract)
    if door is not None:
        token = f"app.state.tokens.issue({name}.{user.key.name})"
        lines += [
            f"known = await client_of(app, {token}).get({literal(door.path)})",
            "assert known.status_code == 401",
        ]
    made.suite.test(
        f"{made.operation.id.strip('_')}_is_for_active_users",
        "Neither a password nor a token helps somebody who was disabled.",
        lines,
        asserts=[aspects.auth("active")],
    )


def _refresh(made: Success, user: Entity) -> None:
    name = made.scene.rows.get(user.name, "")
    subject = Subject(user, name) if name else None
    made.answered(subject, users=subject)
    _token_is_good(made)
    token = made.body.of(AssignKind.TOKEN) if made.body is not None else None
    refusal = next((e for e in made.operation.refusals if e.reason == "credentials"), None)
    if token is not None and refusal is not None and needs.refresh_tokens(made.contract):
        made.checks += [
            f"again_used = {asking.call(made.scene, made.body, made.client)}",
            f"assert again_used.status_code == {refusal.status}",
        ]
        made.asserts.append(aspects.refusal(made.operation.id, refusal.status, "credentials"))
        made.asserts.append(aspects.auth("refresh_lifetime"))
    made.print()
    if token is not None and refusal is not None and made.body is not None:
        source = _sent(made, made.body, {token.property.name: '"no token"'})
        made.suite.test(
            f"{made.operation.id.strip('_')}_refuses_an_unknown_token",
            "",
            [
                *made.scene.lines[:0],
                f"response = {source}",
                "",
                f"assert response.status_code == {refusal.status}",
            ],
            asserts=[aspects.refusal(made.operation.id, refusal.status, "credentials")],
        )


def _logout(made: Success, user: Entity) -> None:
    """Of a session the token is worth nothing afterwards."""
    subject = _self(made, user)
    made.answered(subject, users=subject)
    made.print()
    contract = made.contract
    login = next(iter(needs.with_purpose(contract, Purpose.LOGIN)), None)
    door = closed(contract)
    if login is None or login.hook or door is None or made.client == "anonymous":
        return
    path = where(contract, login, Source.ACCESS_TOKEN)
    if path is None or not needs.sessions(contract):
        return
    made.suite.test(
        f"{made.operation.id.strip('_')}_ends_what_a_sign_in_began",
        "",
        [
            *made.scene.lines,
            f"signed_in = await (await {asking.function_name(login)}(app, {made.scene.owner}))"
            ".by(anonymous)",
            f"client = client_of(app, signed_in.json(){_inside(path)})",
            f"before = await client.get({literal(door.path)})",
            asking.call(made.scene, made.body, "client"),
            f"after = await client.get({literal(door.path)})",
            "",
            f"assert (before.status_code, after.status_code) == ({door.result.status}, 401)",
        ],
    )


def _self(made: Success, user: Entity) -> Subject | None:
    """The caller's own row."""
    if made.client == people.ANONYMOUS.client:
        return None
    return Subject(user, f"{made.client}_user", sure=False)


def _me(made: Success, user: Entity) -> None:
    subject = _self(made, user)
    if subject is not None:
        subject.sure = True
    made.answered(subject, users=subject)
    made.print()


def _update_me(made: Success, user: Entity) -> None:
    subject = _self(made, user)
    if subject is None:
        made.answered(None)
        made.print()
        return
    subject.values = shows.json_values(made.scene, made.body)
    made.answered(subject, users=subject)
    known = {name: each for name, each in subject.values.items() if each != shows.ANY}
    if known:
        names = ", ".join(literal(each) for each in known)
        pairs = ", ".join(f"{literal(name)}: {source}" for name, source in known.items())
        made.checks.append(
            f"assert shown(await still(app, {subject.variable}), {names}) == {{{pairs}}}"
        )
        made.asserts += [aspects.column(user.name, name) for name in known]
    made.print()


def _change_password(made: Success, user: Entity) -> None:
    subject = _self(made, user)
    made.answered(subject, users=subject)
    new = made.body.of(AssignKind.PASSWORD) if made.body is not None else None
    if new is not None and subject is not None:
        made.suite.module.use_from("app.core.security", "hasher")
        kept = f"(await still(app, {subject.variable})).{made.contract.auth.password}"
        made.checks.append(f"assert hasher.verify({new.json}, {kept})")
    made.print()
    old = made.body.of(AssignKind.OLD_PASSWORD) if made.body is not None else None
    refusal = next((e for e in made.operation.refusals if e.reason == "credentials"), None)
    if old is None or refusal is None or made.body is None:
        return
    source = _sent(made, made.body, {old.property.name: 'f"{PASSWORD}1"'})
    made.suite.test(
        f"{made.operation.id.strip('_')}_needs_the_old_password",
        "",
        [
            *made.scene.lines,
            f"response = {source}",
            "",
            f"assert response.status_code == {refusal.status}",
        ],
        asserts=[aspects.refusal(made.operation.id, refusal.status, "credentials")],
    )


def closed(contract: Contract) -> Operation | None:
    """A page that only somebody who signed in is shown, without anything else that it needs."""
    for each in contract.operations:
        plain = each.method == "GET" and "{" not in each.path and not each.access.roles
        asked = any(parameter.required for parameter in each.parameters)
        shut = each.access.credentials is Credentials.REQUIRED and not asking.needs_code(each)
        if plain and not asked and shut and (not each.lookups or each.creates):
            return each
    return None


def where(contract: Contract, operation: Operation, source: Source) -> tuple[str, ...] | None:
    """The path of a value in the answer."""
    waiting: list[tuple[Shape | None, tuple[str, ...]]] = [(operation.result.shape, ())]
    while waiting:
        shape, path = waiting.pop(0)
        if shape is None or not shape.ref or len(path) > 4:
            continue
        view = contract.view(shape.ref)
        for fill in view.fills if view is not None else ():
            if fill.source is source:
                return (*path, fill.property)
            own = contract.schema(shape.ref).get(fill.property)
            if fill.source is Source.NESTED and own is not None:
                waiting.append((own.shape, (*path, fill.property)))
    return None


def _inside(path: tuple[str, ...]) -> str:
    return "".join(f"[{literal(each)}]" for each in path)


_PROOFS: Final[Mapping[Purpose, Prove]] = {
    Purpose.REGISTER: _register,
    Purpose.LOGIN: _login,
    Purpose.REFRESH: _refresh,
    Purpose.LOGOUT: _logout,
    Purpose.ME: _me,
    Purpose.UPDATE_ME: _update_me,
    Purpose.CHANGE_PASSWORD: _change_password,
}
