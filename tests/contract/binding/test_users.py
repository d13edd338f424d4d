"""Own users, and what signs them up and in."""

from dataclasses import replace

from backwright.contract.entities import Auto, Ownership
from backwright.contract.operations import AssignKind, Purpose, Source
from backwright.contract.origins import without_origin
from backwright.contract.policies import Issuer
from backwright.read.facts import Facts, SentenceKind
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    bound,
    contract,
    says,
)


def accounts() -> Facts:
    secret = a_property("password", Shape(Kind.STRING, min_length=10), line=51)
    email = a_property("email", Shape(Kind.STRING, format="email"), line=50)
    return Facts(
        schemas=(
            a_schema("Register", email, secret, a_property("role", required=False, line=52)),
            a_schema("Login", email, secret),
            a_schema("User", a_property("id", UUID), email),
            a_schema(
                "Token", a_property("access_token", line=60), a_property("token_type", line=61)
            ),
        ),
        operations=(
            an_operation("POST /auth/register", answers(201, a_ref("User")), body="Register"),
            an_operation("POST /auth/login", answers(200, a_ref("Token")), body="Login"),
            an_operation("GET /auth/me", answers(200, a_ref("User"))),
        ),
    )


def test_login_with_a_token_means_own_users() -> None:
    found = contract(accounts())
    assert [each.purpose for each in found.operations] == [
        Purpose.REGISTER, Purpose.LOGIN, Purpose.ME,
    ]  # fmt: skip
    assert (found.auth.issuer, found.auth.user, found.auth.login) == (Issuer.OWN, "User", "email")
    user = found.entity("User")
    assert user.owner.kind is Ownership.IDENTITY
    assert user.get("email").unique  # type: ignore[union-attr]
    assert user.get("password_hash").auto is Auto.PASSWORD_HASH  # type: ignore[union-attr]


def test_nobody_gives_themselves_a_role() -> None:
    body = contract(accounts()).input("Register")
    assert body is not None
    assert {each.property: each.kind for each in body.assigns} == {
        "email": AssignKind.COLUMN,
        "password": AssignKind.PASSWORD,
        "role": AssignKind.IGNORED,
    }


def test_tokens_fill_their_answer() -> None:
    view = contract(accounts()).view("Token")
    assert view is not None
    assert [each.source for each in view.fills] == [Source.ACCESS_TOKEN, Source.CONSTANT]


def test_lifetimes_and_password_rules_come_from_sentences() -> None:
    told = (
        says(SentenceKind.TOKEN_LIFETIME, value="access", seconds=1800),
        says(SentenceKind.PASSWORD, minimum=12, maximum=64, values=("digit",)),
    )
    auth = contract(accounts() + Facts(sentences=told)).auth
    assert auth.access_seconds == 1800
    rule = auth.password_rule
    assert (rule.minimum, rule.maximum, rule.classes) == (12, 64, ("digit",))


def test_silence_about_lifetimes_is_a_question() -> None:
    found = bound(accounts())
    assert found.contract.auth.access_seconds == 900
    assert "token_lifetime/access" in {each.code for each in found.questions}


def test_a_user_kept_elsewhere_is_no_table() -> None:
    user = an_entity("User", a_field("User", "email"))
    task = an_entity("Task", a_field("Task", "user_id", references="users.id"))
    found = contract(Facts(entities=(user, task)))
    assert [each.name for each in found.entities] == ["Task"]
    assert found.entity("Task").get("user_id").references == ""  # type: ignore[union-attr]


def _with_a_cookie() -> Facts:
    """Sign-in answers a message and the user; its token is in a cookie."""
    facts = accounts()
    shown = a_schema("Token", a_property("message"), a_property("user", a_ref("User")))
    stored = an_entity("User", a_field("User", "email"), a_field("User", "password_hash", line=11))
    schemas = tuple(shown if each.name == "Token" else each for each in facts.schemas)
    return replace(facts, schemas=schemas, entities=(stored,))


def test_a_bearer_token_stands_in_for_a_session_in_a_cookie() -> None:
    made = bound(_with_a_cookie())
    login = next(each for each in made.contract.operations if each.purpose is Purpose.LOGIN)
    assert login.result.shape is not None
    fills = made.contract.view(login.result.shape.ref).fills  # type: ignore[union-attr]
    assert [each.property for each in fills] == ["message", "user", "access_token", "token_type"]
    assert made.contract.auth.issuer is Issuer.OWN
    assert "cookie_session" in {each.code for each in made.questions}
    assert without_origin(made.contract) == ()


def test_a_cookie_of_ones_own_is_a_hook() -> None:
    found = contract(_with_a_cookie(), cookie_session="code")
    login = next(each for each in found.operations if each.path == "/auth/login")
    assert login.hook
