"""`tests/core/`: what holds for every operation: refusals, limits, origins, the start."""

from collections.abc import Callable, Iterator
from typing import Final

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.contract.policies import RateLimit
from backwright.emit.fastapi.tests import asking, error_answers, people, tokens
from backwright.emit.fastapi.tests.conftest import ORIGIN
from backwright.emit.fastapi.tests.suite import Suite
from backwright.emit.templates import literal
from backwright.plan import environment, needs
from backwright.plan.model import GeneratedFile

Writer = Callable[[Suite], None]

_MOST_BYTES: Final = 16 * 1024 * 1024
_MOST_REQUESTS: Final = 200
_ROWS: Final = (Purpose.LIST, Purpose.GET, Purpose.ME, Purpose.CREATE, Purpose.LOGIN)
"""Purposes that cannot do without the database."""


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    files: tuple[tuple[str, str, tuple[Writer, ...]], ...] = (
        ("test_errors", "The form of refusals and failures.", (_unknown, _failure, _unreadable)),
        ("test_limits", "How much, and how often.", (_large, _rates)),
        ("test_start", "What the application starts with and announces.", (_secret, _announced)),
        ("test_origins", "Which sites browsers may call from.", (_origins,)),
        ("test_tokens", "Which tokens are refused.", (tokens.write,)),
    )
    for name, doc, writers in files:
        suite = Suite(f"tests.core.{name}", contract, doc)
        for write in writers:
            write(suite)
        if not suite.empty:
            yield suite.printed()


def ask(suite: Suite, operation: Operation) -> str:
    """The source of a request that succeeds."""
    _, owner = asking.fixtures(suite.contract, operation)
    signed = people.signs_in(suite.contract)
    return f"await {asking.function_name(operation)}({f'app, {owner}' if signed else 'app'})"


def _client(suite: Suite, operation: Operation) -> str:
    return asking.fixtures(suite.contract, operation)[0]


def _unknown(suite: Suite) -> None:
    lines = [
        'response = await anonymous.get("/nowhere/at/all")',
        "",
        "assert response.status_code == 404",
    ]
    lines.append(f"assert {error_answers.form(suite.contract, 404, 'Not Found')}")
    asserts = [aspects.policy("errors")]
    suite.test("an_unknown_path_is_refused_in_the_usual_form", "", lines, asserts=asserts)


def _failure(suite: Suite) -> None:
    """With a database that is none."""
    found = next(
        (
            each
            for each in suite.contract.operations
            if each.purpose in _ROWS and each.entity and not each.hook
        ),
        None,
    )
    if found is None or not needs.database(suite.contract):
        return
    lines = [
        f"asked = {ask(suite, found)}",
        "sessions = app.state.sessions",
        'app.state.sessions = "an internal detail"',
        f"response = await asked.by({_client(suite, found)})",
        "app.state.sessions = sessions",
        "",
        "assert response.status_code == 500",
        'assert "internal detail" not in response.text',
        'assert response.headers["X-Request-ID"] in caplog.text',
    ]
    suite.test("a_failure_is_logged_and_tells_nothing", "", lines)


def _unreadable(suite: Suite) -> None:
    for operation, status in _refusing(suite.contract, "unreadable"):
        lines = [
            f"asked = {ask(suite, operation)}",
            f"response = await {_client(suite, operation)}.request(asked.method, asked.url,"
            ' content=b\'"\\xff"\', headers={**asked.headers, "Content-Type": "application/json"})',
            "",
            f"assert response.status_code == {status}",
        ]
        asserts = [
            aspects.refusal(each.id, status, "unreadable") for each, _ in [(operation, status)]
        ]
        name = f"{operation.id.strip('_')}_refuses_what_is_no_text"
        suite.test(name, "", lines, asserts=asserts)


def _refusing(contract: Contract, reason: str) -> Iterator[tuple[Operation, int]]:
    """Operations with a JSON body that refuse for that reason."""
    for each in contract.operations:
        status = next((e.status for e in each.refusals if e.reason == reason), None)
        if status is not None and each.body is not None and "json" in each.body.content_type:
            yield each, status


def _large(suite: Suite) -> None:
    limit = suite.contract.policies.body_limit
    if not needs.body_limit(suite.contract) or limit > _MOST_BYTES:
        return
    for operation, status in _refusing(suite.contract, "too_large"):
        lines = [
            "async def chunks() -> AsyncIterator[bytes]:",
            f"    for _ in range({limit // 1024 + 1}):",
            '        yield b"x" * 1024',
            "",
            f"asked = {ask(suite, operation)}",
            f'content = b"x" * {limit + 1} if declared else chunks()',
            f"response = await {_client(suite, operation)}.request(asked.method, asked.url,"
            ' content=content, headers={**asked.headers, "Content-Type": "application/json"})',
            "",
            f"assert response.status_code == {status}",
        ]
        suite.test(
            f"{operation.id.strip('_')}_refuses_a_large_body",
            "With a Content-Length, and without.",
            lines,
            asserts=[
                aspects.policy("body_limit"),
                aspects.refusal(operation.id, status, "too_large"),
            ],
            cases='@pytest.mark.parametrize("declared", [True, False])',
            given={"declared": "bool"},
        )


def _rates(suite: Suite) -> None:
    contract = suite.contract
    if not needs.rate_limit(contract):
        return
    for limit in contract.policies.rate_limits:
        operation = _limited(contract, limit)
        if operation is None or limit.count > _MOST_REQUESTS:
            continue
        status = next((e.status for e in operation.refusals if e.reason == "too_many"), 429)
        lines = [
            f"asked = {ask(suite, operation)}",
            f"for _ in range({limit.count}):",
            f"    response = await asked.by({_client(suite, operation)})",
            f"    assert response.status_code != {status}",
            f"response = await asked.by({_client(suite, operation)})",
            "",
            f"assert response.status_code == {status}",
            'assert int(response.headers["Retry-After"]) > 0',
        ]
        asserts = [
            aspects.policy("rate_limit"),
            aspects.refusal(operation.id, status, "too_many"),
        ]
        name = f"{operation.id.strip('_')}_is_not_asked_too_often"
        suite.test(name, "", lines, asserts=asserts)


def _limited(contract: Contract, limit: RateLimit) -> Operation | None:
    """An operation that no other limit stops earlier."""
    for each in contract.operations:
        mine = not limit.operations or each.id in limit.operations
        others = [
            other
            for other in contract.policies.rate_limits
            if (not other.operations or each.id in other.operations)
            and (other.count, other.seconds) != (limit.count, limit.seconds)
        ]
        if mine and all(other.count > limit.count for other in others):
            return each
    return None


def _secret(suite: Suite) -> None:
    contract = suite.contract
    variable = environment.secret(contract)
    if variable is None:
        return
    suite.module.use_from("app.core.settings", "Settings")
    suite.module.use_from("app.main", "app as application", "lifespan")
    suite.module.use_from("pydantic", "ValidationError")
    length = environment.secret_bytes(contract)
    lines = [
        'monkeypatch.setitem(Settings.model_config, "env_file", None)',
        f"monkeypatch.delenv({literal(variable.name)}, raising=False)",
        "if secret is not None:",
        f"    monkeypatch.setenv({literal(variable.name)}, secret)",
        "",
        "with pytest.raises(ValidationError) as refused:",
        "    async with lifespan(application):",
        "        pass",
        "assert not secret or secret not in str(refused.value)",
    ]
    suite.test(
        "without_a_good_secret_nothing_starts",
        "",
        lines,
        asserts=[aspects.auth("secret")],
        cases=f'@pytest.mark.parametrize("secret", [None, "", "s" * {length - 1}])',
        given={"secret": "str | None"},
    )


def _announced(suite: Suite) -> None:
    """The documents and the routes speak of the same operations."""
    contract = suite.contract
    if not contract.operations:
        return
    listed = ", ".join(
        f"({literal(each.method.lower())}, {literal(each.path)})" for each in contract.operations
    )
    suite.module.use_from("app.main", "app as application")
    suite.module.add(
        "def test_every_operation_is_documented() -> None:\n"
        '    paths = application.openapi()["paths"]\n'
        "    found = {(method, path) for path, each in paths.items() for method in each}\n"
        "\n"
        f"    assert found == {{{listed}}}"
    )


def _origins(suite: Suite) -> None:
    contract = suite.contract
    if not needs.cors(contract) or not contract.operations:
        return
    operation = contract.operations[0]
    lines = [
        "headers = {",
        '    "Origin": origin,',
        f'    "Access-Control-Request-Method": {literal(operation.method)},',
        "}",
        f"response = await anonymous.options({literal(operation.path)}, headers=headers)",
        "",
        'assert (response.headers.get("Access-Control-Allow-Origin") == origin) is allowed',
    ]
    suite.test(
        "only_known_sites_may_call",
        "",
        lines,
        asserts=[aspects.policy("cors")],
        cases='@pytest.mark.parametrize(("origin", "allowed"), '
        f'[({literal(ORIGIN)}, True), ("https://elsewhere.example.com", False)])',
        given={"origin": "str", "allowed": "bool"},
    )
