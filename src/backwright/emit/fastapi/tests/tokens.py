"""`tests/core/test_tokens.py`: every way in which a token can be wrong."""

from collections.abc import Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.contract.policies import Issuer
from backwright.emit.fastapi.core_security import key_class
from backwright.emit.fastapi.tests import asking, people
from backwright.emit.fastapi.tests.scene import protected
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan import needs

_ENDS: Final = (Purpose.LOGOUT, Purpose.CHANGE_PASSWORD)
"""After these a caller's token may be worth nothing any more."""


def write(suite: Suite) -> None:
    contract = suite.contract
    door = _door(contract)
    if not needs.tokens(contract) or door is None:
        return
    module = suite.module
    module.use_from("joserfc", "jwt")
    module.use_from("joserfc.jwk", "OctKey")
    module.use_from("joserfc.jws", "JWSRegistry")
    suite.need(("Any", "UUID", "datetime", "UTC", "timedelta", "FastAPI", "AsyncClient", "replace"))
    module.add(_forged(contract), _status(contract, door))
    _, owner = asking.fixtures(contract, door)
    key = "app.state.tokens.key"
    if key_class(contract) != "OctKey":
        suite.module.use_from("tests.conftest", "KEY")
        key = "KEY"
    _control(suite, owner, door, key)
    _claims(suite, owner, key)
    _key(suite, owner)
    if contract.auth.issuer is Issuer.OWN:
        _lifetime(suite, owner)


def _door(contract: Contract) -> Operation | None:
    """An operation that anybody may ask who signed in, as often as they like."""
    found = [each for each in contract.operations if protected(each) and each.purpose not in _ENDS]
    plain = [each for each in found if not each.access.roles and each.method == "GET"]
    return next(iter(plain or found), None)


def _forged(contract: Contract) -> str:
    auth = contract.auth
    claims = [
        f"{literal(auth.subject)}: str(user_id)",
        '"exp": datetime.now(UTC) + timedelta(minutes=5)',
    ]
    if auth.token_issuer:
        claims.append(f'"iss": {literal(auth.token_issuer)}')
    if auth.audience:
        claims.append(f'"aud": {literal(auth.audience)}')
    if auth.role and auth.issuer is Issuer.EXTERNAL:
        claims += _role(contract)
    alg = literal(auth.algorithm)
    given = f"user_id: {people.id_type(contract)}, key: Any, *, alg: str = {alg}, **claims: Any"
    return (
        f"def forged({given}) -> str:\n"
        '    """A token that is good but for what the claims say; None leaves one out."""\n'
        f"    valid = {{{', '.join(claims)}}}\n"
        "    stated = {**valid, **claims}\n"
        "    stated = {name: claim for name, claim in stated.items() if claim is not None}\n"
        f'    registry = JWSRegistry(algorithms=[{alg}, "HS512", "none"])\n'
        '    return jwt.encode({"alg": alg}, stated, key, registry=registry)'
    )


def _role(contract: Contract) -> Iterator[str]:
    door = _door(contract)
    path = [each for each in contract.auth.role.split(".") if each]
    if door is not None and door.access.roles and path:
        inner = literal(door.access.roles[0])
        for name in reversed(path[1:]):
            inner = f"{{{literal(name)}: {inner}}}"
        yield f"{literal(path[0])}: {inner}"


def _status(contract: Contract, door: Operation) -> str:
    ask = asking.function_name(door)
    id_type = people.id_type(contract)
    given = f"app: FastAPI, client: AsyncClient, user_id: {id_type}, token: str"
    return (
        f"async def opens({given}) -> int:\n"
        '    """How a request with that token is answered."""\n'
        f"    asked = await {ask}(app, user_id)\n"
        '    headers = {**asked.headers, "Authorization": f"Bearer {token}"}\n'
        "    return (await replace(asked, headers=headers).by(client)).status_code"
    )


def _refused(door: Operation | None) -> int:
    found = (e.status for e in door.refusals if e.reason == "unauthenticated") if door else iter(())
    return next(found, 401)


def _control(suite: Suite, owner: str, door: Operation, key: str) -> None:
    suite.need((asking.function_name(door),))
    suite.test(
        "a_token_with_all_that_it_needs_is_accepted",
        "Without this every refusal below would prove nothing.",
        [
            f"token = forged({owner}, {key})",
            "",
            f"assert await opens(app, anonymous, {owner}, token) == {asking.status(door)}",
        ],
        asserts=[aspects.auth("issuer")],
    )


def _claims(suite: Suite, owner: str, key: str) -> None:
    contract = suite.contract
    subject = literal(contract.auth.subject)
    far = "datetime(2100, 1, 1, tzinfo=UTC)"
    cases = [
        '{"exp": datetime(2000, 1, 1, tzinfo=UTC)}', '{"exp": None}', f"{{{subject}: None}}",
        f'{{"nbf": {far}}}', f'{{"iat": {far}}}',
    ]  # fmt: skip
    if people.id_type(contract) != "str":
        cases.append(f'{{{subject}: "not the id of a user"}}')
    for name, value in (("iss", contract.auth.token_issuer), ("aud", contract.auth.audience)):
        if value:
            cases += [f'{{"{name}": "somebody else"}}', f'{{"{name}": None}}']
    if key_class(contract) == "OctKey":
        other = "HS256" if contract.auth.algorithm == "HS512" else "HS512"
        cases += [f'{{"alg": "{other}"}}', '{"alg": "none"}']
    listed = ",\n    ".join(cases)
    suite.test(
        "a_token_that_claims_otherwise_is_refused",
        "",
        [
            f"token = forged({owner}, {key}, **claims)",
            "",
            f"assert await opens(app, anonymous, {owner}, token) == {_refused(_door(contract))}",
        ],
        asserts=[aspects.auth(each) for each in ("issuer", "subject", "algorithm")],
        cases='@pytest.mark.filterwarnings("ignore:JWS algorithm")\n'
        f'@pytest.mark.parametrize("claims", [\n    {listed},\n])',
        given={"claims": "dict[str, Any]"},
    )


def _key(suite: Suite, owner: str) -> None:
    """Signed by somebody else."""
    contract = suite.contract
    if key_class(contract) != "OctKey":
        return
    suite.test(
        "a_token_of_another_key_is_refused",
        "",
        [
            f'token = forged({owner}, OctKey.import_key("another secret " * 8))',
            "",
            f"assert await opens(app, anonymous, {owner}, token) == {_refused(_door(contract))}",
        ],
        asserts=[aspects.auth("secret")],
    )


def _lifetime(suite: Suite, owner: str) -> None:
    contract = suite.contract
    algorithm = literal(contract.auth.algorithm)
    suite.test(
        "a_token_has_its_time",
        "",
        [
            f"token = app.state.tokens.issue({owner})",
            f"claims = jwt.decode(token, app.state.tokens.key, algorithms=[{algorithm}]).claims",
            "",
            f'assert claims["exp"] - claims["iat"] == {contract.auth.access_seconds}',
        ],
        asserts=[aspects.auth("access_lifetime")],
    )
