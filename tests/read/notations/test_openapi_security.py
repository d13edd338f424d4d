import pytest

from backwright.read.facts import OperationFact, SecuritySchemeFact
from tests.read.openapi_for_tests import HEAD, codes, one_operation, operation, reads

OK = "responses: {'200': {description: Fine}}"


def read(own: str = "", whole: str = "") -> OperationFact:
    rest = f"security: {whole}\n" if whole else ""
    body = f"security: {own}\n{OK}" if own else OK
    return operation(reads(one_operation(body, rest=rest)))


@pytest.mark.parametrize(
    ("own", "whole", "required", "optional", "schemes"),
    [
        ("", "", None, False, ()),
        ("[{token: []}]", "", True, False, ("token",)),
        ("", "[{token: []}]", True, False, ("token",)),
        ("[]", "[{token: []}]", False, False, ()),
        ("[{}]", "[{token: []}]", False, False, ()),
        ("[{}, {token: []}]", "", None, True, ("token",)),
        ("[{token: []}, {key: []}]", "", True, False, ("token", "key")),
        ("[{token: [], key: []}]", "", True, False, ("token", "key")),
        ("token", "", None, False, ()),
    ],
)
def test_security_is_that_of_the_operation_else_of_the_document(
    own: str, whole: str, required: bool | None, optional: bool, schemes: tuple[str, ...]
) -> None:
    found = read(own, whole)
    assert (found.security, found.optional_security) == (required, optional)
    assert found.schemes == schemes


def test_a_required_authorization_header_asks_for_credentials() -> None:
    header = "{name: Authorization, in: header, required: true, schema: {type: string}}"
    found = operation(reads(one_operation(f"parameters: [{header}]\n{OK}")))
    assert (found.security, found.parameters) == (True, ())


@pytest.mark.parametrize(
    ("written", "roles"),
    [
        ("x-role: admin", ("admin",)),
        ("x-roles: [admin, staff]", ("admin", "staff")),
        ("security: [{token: [admin]}]", ("admin",)),
        ("security: [{token: [read, openid]}]", ()),
        ("x-role: {a: b}", ()),
        ("x-role: 'a b; drop'", ()),
    ],
)
def test_roles_are_written_or_scopes_of_one_word(written: str, roles: tuple[str, ...]) -> None:
    assert operation(reads(one_operation(f"{written}\n{OK}"))).roles == roles


def test_a_scope_that_is_no_role_is_told() -> None:
    facts = reads(one_operation("security: [{token: ['orders:write', admin]}]\n" + OK))
    assert operation(facts).roles == ("admin",)
    assert codes(facts) == ["BW232"]


@pytest.mark.parametrize(
    ("scheme", "kind", "parameter"),
    [
        ("{type: http, scheme: bearer, bearerFormat: JWT}", "bearer", ""),
        ("{type: http, scheme: Bearer}", "bearer", ""),
        ("{type: http, scheme: basic}", "basic", ""),
        ("{type: http, scheme: digest}", "other", ""),
        ("{type: apiKey, in: header, name: X-Key}", "api_key", "X-Key"),
        ("{type: apiKey, in: header, name: Authorization}", "bearer", "Authorization"),
        ("{type: apiKey, in: cookie, name: session}", "cookie", "session"),
        (
            "{type: oauth2, flows: {password: {tokenUrl: /login, scopes: {}}}}",
            "oauth2_password",
            "/login",
        ),
        ("{type: oauth2, flows: {implicit: {}}}", "other", ""),
        ("{type: openIdConnect}", "other", ""),
        ("{}", "other", ""),
    ],
)
def test_schemes_have_a_kind(scheme: str, kind: str, parameter: str) -> None:
    facts = reads(f"{HEAD}paths: {{}}\ncomponents: {{securitySchemes: {{token: {scheme}}}}}\n")
    (found,) = facts.security_schemes
    assert found == SecuritySchemeFact("token", kind, found.span, parameter)


def test_security_and_schemes_are_statements() -> None:
    facts = reads(
        f"{HEAD}security:\n  - token: []\npaths:\n  /a:\n    get:\n      security: []\n      {OK}\n"
        "components:\n  securitySchemes:\n    token:\n      type: http\n      scheme: bearer\n"
    )
    said = [(s.text, s.span.line, s.span.last_line) for s in facts.statements
            if s.kind.value == "security"]  # fmt: skip
    assert said == [
        ("Security of every operation: token", 3, 4),
        ("Security of GET /a: none", 8, 8),
        ("Scheme token: http", 12, 14),
    ]
