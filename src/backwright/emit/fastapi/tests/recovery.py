"""What is sent to an address, and what it opens: once, in time, and for nobody else."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Operation, ParameterUse, Purpose, Refusal
from backwright.contract.policies import MailedToken, Proves
from backwright.emit.fastapi.tests import asking
from backwright.emit.fastapi.tests.bodies import SentBody, body_of, spelled
from backwright.emit.fastapi.tests.scene import IN_TIME, Scene, mailed_token, scene, unproved
from backwright.emit.fastapi.tests.successes import sentence
from backwright.emit.fastapi.tests.suite import Suite
from backwright.plan import needs
from backwright.plan.own_tables import session_entity_of

_TAKES: Final = {Purpose.RESET_PASSWORD: Proves.RESET, Purpose.VERIFY: Proves.VERIFICATION}
_SENDS: Final = {
    Purpose.REQUEST_RESET: Proves.RESET,
    Purpose.REQUEST_VERIFICATION: Proves.VERIFICATION,
}
_PAST: Final = "utcnow() - timedelta(seconds=1)"


def write(suite: Suite, operation: Operation) -> None:
    if asking.needs_code(operation):
        return
    if operation.purpose in _SENDS:
        _sends(suite, operation, _SENDS[operation.purpose])
    if operation.purpose in _TAKES:
        _takes(suite, operation, _TAKES[operation.purpose])
    if operation.purpose is Purpose.REGISTER:
        _welcomes(suite, operation)
    if operation.purpose is Purpose.LOGIN:
        _shut(suite, operation)


def _scene(suite: Suite, operation: Operation) -> tuple[Scene, SentBody | None]:
    made = scene(suite.contract, operation, "", number=asking.number_of(operation))
    return made, body_of(made)


def _sends(suite: Suite, operation: Operation, proves: Proves) -> None:
    """The answer tells nobody whether there is such a user."""
    contract, status = suite.contract, operation.result.status
    user = contract.entity(contract.auth.user)
    mailed, taken = contract.auth.mails(proves), _taking(contract, proves)
    made = scene(contract, operation, "", number=asking.number_of(operation))
    if mailed is None:
        return
    values = {mailed.verified: unproved(user, mailed.verified)} if mailed.verified else {}
    row = made.add(user, values)
    body = body_of(made)
    name = body.of(AssignKind.LOGIN) if body is not None else None
    if body is None or name is None:
        return
    unknown = '"nobody@example.com"' if "email" in name.property.name else '"nobody_knows_me"'
    address = "email" if user.get("email") is not None else contract.auth.login
    suite.test(
        operation.id.strip("_"),
        sentence(operation),
        [
            *made.lines,
            f"known = {asking.call(made, body, 'anonymous')}",
            f"unknown = {asking.call(made, _with(body, AssignKind.LOGIN, unknown), 'anonymous')}",
            "",
            f"assert known.status_code == unknown.status_code == {status}, known.text",
            "assert known.content == unknown.content",
            "[(address, token)] = letters",
            f"assert address == {row}.{address}",
            f"[kept] = await stored(app, {mailed.entity})",
            f"assert kept.{mailed.token} != token",
            *_opened(contract, taken),
        ],
        asserts=[
            aspects.success(operation.id, status),
            aspects.operation(operation.id),
            aspects.auth(f"{proves}_mail"),
        ],
    )
    if mailed.replaces or not (mailed.used or mailed.used_at):
        _spares(suite, operation, mailed)


def _spares(suite: Suite, operation: Operation, mailed: MailedToken) -> None:
    """What is cleared away for one user is left to all others."""
    contract = suite.contract
    user, kept = contract.entity(contract.auth.user), contract.entity(mailed.entity)
    made = scene(contract, operation, "", number=asking.number_of(operation))
    made.add(user, {mailed.verified: unproved(user, mailed.verified)} if mailed.verified else {})
    body = body_of(made)
    key = f"somebody.{user.key.name}"
    values = {
        mailed.user: key,
        mailed.token: '"0" * 64',
        mailed.expires: IN_TIME if mailed.replaces else _PAST,
    }
    suite.test(
        f"{operation.id.strip('_')}_leaves_what_others_were_sent",
        "",
        [
            *made.lines,
            f"somebody = await {made.call(user, {})}",
            f"foreign = await {made.call(kept, values, key)}",
            asking.call(made, body, "anonymous"),
            "",
            "left = await still(app, foreign)",
            *(f"assert not left.{each}" for each in (mailed.used, mailed.used_at) if each),
        ],
    )


def _opened(contract: Contract, taken: Operation | None) -> Iterator[str]:
    """What was sent is good for what it was sent for."""
    if taken is None:
        return
    made = scene(contract, taken, "", number=2)
    body = body_of(made)
    call = _call(made, body, "token")
    yield f"opened = {call}"
    yield f"assert opened.status_code == {taken.result.status}, opened.text"


def _taking(contract: Contract, proves: Proves) -> Operation | None:
    found = (each for each in contract.operations if _TAKES.get(each.purpose) is proves)
    return next((each for each in found if not asking.needs_code(each)), None)


def _takes(suite: Suite, operation: Operation, proves: Proves) -> None:
    refusal = next((each for each in operation.refusals if each.reason == "credentials"), None)
    if refusal is None:
        return
    made, body = _scene(suite, operation)
    call, user = _call(made, body, "token"), suite.contract.entity(suite.contract.auth.user)
    row = made.rows.get(user.name, "")
    suite.test(
        operation.id.strip("_"),
        sentence(operation),
        [
            *made.lines,
            f"response = {call}",
            f"second = {call}",
            "",
            f"assert response.status_code == {operation.result.status}, response.text",
            f"assert second.status_code == {refusal.status}",
            *_kept(suite, operation, body, row),
        ],
        asserts=[
            aspects.success(operation.id, operation.result.status),
            aspects.operation(operation.id),
            aspects.refusal(operation.id, refusal.status, "credentials"),
            aspects.auth(f"{proves}_lifetime"),
        ],
    )
    _refuses(suite, operation, refusal)
    if operation.purpose is Purpose.RESET_PASSWORD:
        _ends(suite, operation, refusal)


def _kept(suite: Suite, operation: Operation, body: SentBody | None, row: str) -> Iterator[str]:
    contract = suite.contract
    new = body.of(AssignKind.PASSWORD) if body is not None else None
    if operation.purpose is Purpose.RESET_PASSWORD and new is not None:
        suite.module.use_from("app.core.security", "hasher")
        held = f"(await still(app, {row})).{contract.auth.password}"
        yield f"assert hasher.verify({new.json}, {held})"
    mailed = contract.auth.mails(Proves.VERIFICATION)
    if operation.purpose is Purpose.VERIFY and mailed is not None:
        yield f"assert (await still(app, {row})).{mailed.verified}"


def _refuses(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """A token that was never sent, and one that has run out."""
    proves = _TAKES[operation.purpose]
    made = scene(suite.contract, operation, "", number=asking.number_of(operation))
    body = body_of(made)
    made.lines.clear()
    made.rows.clear()
    made.names.clear()
    mailed_token(made, proves, _PAST)
    suite.test(
        f"{operation.id.strip('_')}_refuses_tokens_that_are_wrong_or_late",
        refusal.detail,
        [
            *made.lines,
            f"late = {_call(made, body, 'token')}",
            f"wrong = {_call(made, body, 'token_hash')}",
            "",
            f"assert late.status_code == wrong.status_code == {refusal.status}",
            "assert late.content == wrong.content",
        ],
        asserts=[aspects.refusal(operation.id, refusal.status, "credentials")],
    )


def _ends(suite: Suite, operation: Operation, refusal: Refusal) -> None:
    """Neither another token that was sent nor a session outlives the new password."""
    contract = suite.contract
    made, body = _scene(suite, operation)
    first = list(made.lines)
    sessions = needs.sessions(contract)
    user, mailed = contract.entity(contract.auth.user), contract.auth.mails(Proves.RESET)
    if mailed is None:
        return
    theirs = f"somebody.{user.key.name}"
    sent = {mailed.user: theirs, mailed.token: "token_hash", mailed.expires: IN_TIME}
    lines = [line.replace("token, token_hash", "other, token_hash") for line in first[-2:]]
    lines += [
        f"somebody = await {made.call(user, {})}",
        "foreign, token_hash = new_mailed_token()",
        f"await {made.call(contract.entity(mailed.entity), sent, theirs)}",
    ]
    after, checks = list[str](), list[str]()
    if sessions:
        kept, row = session_entity_of(contract), made.rows[user.name]
        key = f"{row}.{user.key.name}"
        values = {"user_id": key, "expires_at": "utcnow() + timedelta(days=1)"}
        lines += [
            f"await {made.call(kept, values, key)}",
            f"going_on = await {made.call(kept, {}, theirs)}",
        ]
        after.append(f"left = await stored(app, {kept.name})")
        checks.append("assert [each.id for each in left] == [going_on.id]")
    suite.test(
        f"{operation.id.strip('_')}_ends_what_was_open",
        "",
        [
            *first,
            *lines,
            _call(made, body, "token"),
            *after,
            f"again_used = {_call(made, body, 'other')}",
            f"others = {_call(made, body, 'foreign')}",
            "",
            f"assert again_used.status_code == {refusal.status}",
            f"assert others.status_code == {operation.result.status}",
            *checks,
        ],
    )


def _welcomes(suite: Suite, operation: Operation) -> None:
    """Who registers is sent what proves the address."""
    contract = suite.contract
    taken = _taking(contract, Proves.VERIFICATION)
    if taken is None or not needs.sends(contract, Proves.VERIFICATION):
        return
    made, body = _scene(suite, operation)
    mailed, user = contract.auth.mails(Proves.VERIFICATION), contract.auth.user
    if mailed is None:
        return
    suite.test(
        f"{operation.id.strip('_')}_sends_a_proof_of_the_address",
        "",
        [
            *made.lines,
            f"response = {asking.call(made, body, 'anonymous')}",
            "",
            f"assert response.status_code == {operation.result.status}, response.text",
            f"[row] = await stored(app, {user})",
            f"assert not row.{mailed.verified}",
            "[(_, token)] = letters",
            *_opened(contract, taken),
        ],
        asserts=[aspects.auth("verification_mail")],
    )


def _shut(suite: Suite, operation: Operation) -> None:
    """Nobody signs in before the address is proved, however right the password."""
    refusal = next((each for each in operation.refusals if each.reason == "unverified"), None)
    mailed = suite.contract.auth.mails(Proves.VERIFICATION)
    if refusal is None or mailed is None:
        return
    user = suite.contract.entity(suite.contract.auth.user)
    made = scene(suite.contract, operation, "", number=asking.number_of(operation))
    made.add(user, {mailed.verified: unproved(user, mailed.verified)})
    body = body_of(made)
    suite.test(
        f"{operation.id.strip('_')}_is_for_proved_addresses",
        refusal.detail,
        [
            *made.lines,
            f"response = {asking.call(made, body, 'anonymous')}",
            "",
            f"assert response.status_code == {refusal.status}",
        ],
        asserts=[
            aspects.refusal(operation.id, refusal.status, "unverified"),
            aspects.auth("verified"),
        ],
    )


def _call(made: Scene, body: SentBody | None, token: str) -> str:
    """The request with that token, wherever it stands."""
    for each in made.operation.parameters:
        if each.use is ParameterUse.SECRET and each.place == "path":
            made.path[each.name] = f"{{{token}}}"
        elif each.use is ParameterUse.SECRET:
            made.params[each.wire] = token
    told = _with(body, AssignKind.TOKEN, token) if body is not None else None
    return asking.call(made, told, "anonymous")


def _with(body: SentBody, kind: AssignKind, source: str) -> SentBody:
    sent = tuple(
        replace(each, json=source) if each.assign is not None and each.assign.kind is kind else each
        for each in body.sent
    )
    return replace(body, source=spelled(sent), sent=sent)
