"""`tests/conftest.py`: a database, the application on it, and people who are signed in."""

from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.policies import Issuer
from backwright.emit.fastapi.core_security import key_class
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.tests.people import Person, everybody, id_type, user_entity
from backwright.emit.fastapi.tests.suite import factory_name
from backwright.emit.fastapi.tests.values import in_row
from backwright.emit.templates import literal, render
from backwright.plan import environment, needs
from backwright.plan.account_names import send_hook
from backwright.plan.model import GeneratedFile
from backwright.plan.names import Symbol, core, enum, file, model

_SECRET: Final = "a secret that only the tests use, long enough for every hash: 64 bytes or more"
_GENERATED: Final = {"RSAKey": "2048", "ECKey": '"P-256"', "OKPKey": '"Ed25519"'}
ORIGIN: Final = "https://app.example.com"
"""The origin that the tests allow, where there are any."""


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    module = Module("tests.conftest", "The application, and people who are signed in.")
    if needs.database(contract):
        module.doc = "A database, the application on it, and people who are signed in."
        module.use_module("os")
        module.use_from("itertools", "count")
        module.use(core("db", "TableModel"))
        module.use(core("db", "create_engine"))
    module.use_module("pytest")
    module.use_from("collections.abc", "AsyncIterator")
    module.use_from("fastapi", "FastAPI")
    module.use_from("httpx2", "ASGITransport", "AsyncClient")
    module.use(Symbol("app.main", "app as application"))
    changes = tuple(_environment(contract))
    if environment.variables(contract):
        module.use(Symbol("app.main", "lifespan"))
        module.use(core("settings", "Settings"))
    user = user_entity(contract)
    view = {
        "constants": list(_constants(contract, module)),
        "database": needs.database(contract),
        "settings": bool(environment.variables(contract)),
        "environment": changes,
        "token": _token(contract, module),
        "people": [_person(contract, each, module) for each in everybody(contract)],
        "id_type": _id_type(contract, module) if needs.tokens(contract) else "",
        "user": module.use(model(user)) if user is not None else "",
        "add_user": module.use(Symbol("tests.making", factory_name(user)))
        if user is not None
        else "",
        "key": user.key.name if user is not None else "",
        "senders": _senders(contract, module),
    }
    module.add(render("tests/conftest.py.jinja", **view))
    yield GeneratedFile(file(module.name), module.text(), part="tests")


def _senders(contract: Contract, module: Module) -> list[str]:
    """The hooks that send something, which the tests stand in for."""
    found = [each.proves for each in contract.auth.mailed if needs.sends(contract, each.proves)]
    if found:
        module.use_module(f"app.{contract.entity(contract.auth.user).domain}", "hooks")
    return [send_hook(each) for each in found]


def _constants(contract: Contract, module: Module) -> Iterator[str]:
    if not needs.tokens(contract):
        return
    kind = key_class(contract)
    if kind == "OctKey":
        yield f"SECRET = {literal(_SECRET)}"
        return
    module.use_from("joserfc.jwk", kind)
    yield f"KEY = {kind}.generate_key({_GENERATED[kind]})"
    private = contract.auth.issuer is Issuer.OWN
    yield f"SECRET = KEY.as_pem(private={private}).decode()"


def _environment(contract: Contract) -> Iterator[str]:
    database, secret = environment.database(contract), environment.secret(contract)
    origins = environment.cors(contract)
    for each in environment.variables(contract):
        if each is database or (database and each.name == database.name):
            yield f"monkeypatch.setenv({literal(each.name)}, database_url)"
        elif secret and each.name == secret.name:
            yield f"monkeypatch.setenv({literal(each.name)}, SECRET)"
        elif origins and each.name == origins.name:
            yield f"monkeypatch.setenv({literal(each.name)}, {literal(ORIGIN)})"
        else:
            yield f"monkeypatch.delenv({literal(each.name)}, raising=False)"


def _id_type(contract: Contract, module: Module) -> str:
    name = id_type(contract)
    if name == "UUID":
        module.use_from("uuid", "UUID")
    return name


def _person(contract: Contract, person: Person, module: Module) -> dict[str, str]:
    user = user_entity(contract)
    found = {"client": person.client, "id": person.id, "row": "", "given": "", "id_value": ""}
    if contract.auth.issuer is Issuer.OWN:
        found["token"] = f"app.state.tokens.issue({person.id})"
    else:
        role = f", {literal(person.role)}" if contract.auth.role and person.role else ""
        found["token"] = f"token_of(app, {person.id}{role})"
    if user is None:
        found["id_value"] = _id_value(contract, person, module)
        return found
    found["row"] = person.row
    values = []
    role_column = user.get(contract.auth.role) if contract.auth.role else None
    if role_column is not None and person.role and contract.auth.issuer is Issuer.OWN:
        made = in_row(contract, user, role_column, person.role)
        symbol = _enum(contract, module, made, user.name, role_column.name)
        values.append(f"{role_column.name}={symbol}")
    found["given"] = "".join(f", {each}" for each in values)
    return found


def _enum(contract: Contract, module: Module, made: str, entity: str, column: str) -> str:
    owner = contract.entity(entity)
    field = owner.get(column)
    symbol = enum(contract, owner, field) if field is not None else None
    if symbol is not None:
        module.use(symbol)
    return made


def _id_value(contract: Contract, person: Person, module: Module) -> str:
    number = everybody(contract).index(person) + 1
    match id_type(contract):
        case "UUID":
            module.use_from("uuid", "UUID")
            return f'UUID("00000000-0000-4000-8000-{number:012d}")'
        case "int":
            return str(number)
    return literal(person.client)


def _token(contract: Contract, module: Module) -> str:
    """The function by which the tests sign what somebody else would have signed."""
    if contract.auth.issuer is not Issuer.EXTERNAL:
        return ""
    auth = contract.auth
    module.use_from("datetime", "UTC", "datetime", "timedelta")
    module.use_from("joserfc", "jwt")
    module.use_from("typing", "Any")
    claims = [
        f"{literal(auth.subject)}: str(user_id)",
        '"exp": datetime.now(UTC) + timedelta(minutes=5)',
    ]
    if auth.token_issuer:
        claims.append(f'"iss": {literal(auth.token_issuer)}')
    if auth.audience:
        claims.append(f'"aud": {literal(auth.audience)}')
    path = [each for each in auth.role.split(".") if each]
    lines = [f"claims: dict[str, Any] = {{{', '.join(claims)}}}"]
    if path:
        inner = "role"
        for name in reversed(path[1:]):
            inner = f"{{{literal(name)}: {inner}}}"
        lines += ["if role:", f"    claims[{literal(path[0])}] = {inner}"]
    key = "app.state.tokens.key" if key_class(contract) == "OctKey" else "KEY"
    lines.append(f'return jwt.encode({{"alg": {literal(auth.algorithm)}}}, claims, {key})')
    role = ', role: str = ""' if path else ""
    head = f"def token_of(app: FastAPI, user_id: {_id_type(contract, module)}{role}) -> str:"
    said = '    """As the issuer of the tokens signs them."""'
    return "\n".join([head, said, *(f"    {line}" for line in lines)])
