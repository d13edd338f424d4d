"""What a body proves who somebody is with: names, passwords and tokens of rows that are there."""

from typing import Final

from backwright.contract.entities import Entity
from backwright.contract.operations import Assign, AssignKind, Purpose
from backwright.contract.policies import Issuer, Proves
from backwright.emit.fastapi.tests.scene import Scene, mailed_token
from backwright.plan import needs
from backwright.plan.own_tables import session_entity_of

_CHECKED = (
    Purpose.LOGIN, Purpose.REFRESH, Purpose.LOGOUT, Purpose.REQUEST_RESET,
    Purpose.REQUEST_VERIFICATION,
)  # fmt: skip
_PROVES: Final = {
    Purpose.RESET_PASSWORD: Proves.RESET,
    Purpose.VERIFY: Proves.VERIFICATION,
}


def proof(made: Scene, entity: Entity, assign: Assign) -> str | None:
    """The source of a value that names or proves a user; None if it is no such property."""
    purpose, contract = made.operation.purpose, made.contract
    if contract.auth.issuer is not Issuer.OWN or entity.name != contract.auth.user:
        return None
    if assign.kind is AssignKind.OLD_PASSWORD:
        return "PASSWORD"
    if assign.kind is AssignKind.TOKEN and purpose in _PROVES:
        return mailed_token(made, _PROVES[purpose])
    if purpose not in _CHECKED:
        return None
    if assign.kind is AssignKind.LOGIN:
        return f"{_user(made, entity)}.{assign.name}"
    if assign.kind is AssignKind.PASSWORD:
        _user(made, entity)
        return "PASSWORD"
    if assign.kind is AssignKind.TOKEN:
        return _token(made, entity)
    return None


def _user(made: Scene, entity: Entity) -> str:
    """Somebody who has registered."""
    known = made.rows.get(entity.name)
    return known if known is not None else made.add(entity, {})


def _token(made: Scene, entity: Entity) -> str:
    contract = made.contract
    user = _user(made, entity)
    key = f"{user}.{entity.key.name}"
    if not needs.refresh_tokens(contract):
        return f"app.state.tokens.issue({key})"
    kept = session_entity_of(contract)
    made.lines += [
        "session_id = uuid4()",
        "token, token_hash = new_refresh_token(session_id)",
        f"await {made.call(kept, _session(key))}",
    ]
    return "token"


def _session(key: str) -> dict[str, str]:
    return {
        "id": "session_id",
        "user_id": key,
        "token_hash": "token_hash",
        "expires_at": "utcnow() + timedelta(days=1)",
    }
