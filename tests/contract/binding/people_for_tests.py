"""Facts of a backend that keeps its own users: they register, sign in, forget, prove."""

from dataclasses import replace

from backwright.read.facts import BodyFact, EntityFact, Facts, OperationFact, ResponseFact
from backwright.shape import Kind, Property, Shape
from backwright.source import Span
from tests.contract.facts_for_tests import (
    API,
    STRING,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    in_query,
)

EMAIL = Shape(Kind.STRING, format="email", max_length=254)
FORGOT, RESET = "POST /auth/forgot-password", "POST /auth/reset-password"
AGAIN, VERIFY = "POST /auth/resend-verification", "GET /auth/verify-email"


def asked(place: str, *taken: Property, name: str, done: ResponseFact) -> Facts:
    """An operation with a body of its own."""
    operation = an_operation(place, done)
    body = BodyFact(a_ref(name), "application/json", True, Span(API, 25))
    return Facts(schemas=(a_schema(name, *taken),), operations=(replace(operation, body=body),))


def people(*tables: EntityFact, **user: object) -> Facts:
    """Sign-up and sign-in, all that has to do with addresses, and a page of one's own."""
    email, secret = a_property("email", EMAIL), a_property("password")
    token = in_query("token")
    opened = replace(token, property=replace(token.property, required=True))
    done = answers(202)
    me: OperationFact = an_operation("GET /auth/me", answers(200, a_ref("User")), security=True)
    verify = an_operation(
        VERIFY, answers(200, a_ref("User")), answers(410, description="Token expired"),
        parameters=(opened,),
    )  # fmt: skip
    fields = (
        a_field("User", "email", EMAIL, 11, required=True, unique=True),
        a_field("User", "password_hash", STRING, 12, required=True),
        *((a_field("User", name, shape, 13) for name, shape in user.items())),  # type: ignore[arg-type]
    )
    found = Facts(
        entities=(an_entity("User", *fields), *tables),
        schemas=(
            a_schema("User", a_property("id", UUID), email),
            a_schema("Signed", a_property("access_token")),
        ),
        operations=(me, verify),
    )
    found += asked(
        "POST /auth/register", email, secret, name="SignUp", done=answers(201, a_ref("User"))
    )
    found += asked(
        "POST /auth/login", email, secret, name="SignIn", done=answers(200, a_ref("Signed"))
    )
    found += asked(FORGOT, email, name="Forgot", done=done)
    found += asked(
        RESET, a_property("token"), a_property("new_password"), name="Reset", done=answers(204)
    )
    found += asked(AGAIN, email, name="Again", done=done)
    return found


def a_token_table(name: str, *others: object) -> EntityFact:
    """As data models list one."""
    moment = Shape(Kind.DATETIME)
    return an_entity(
        name,
        a_field(name, "user_id", UUID, 61, references="User", required=True),
        a_field(name, "token", Shape(Kind.STRING, max_length=32), 62, required=True),
        a_field(name, "expires_at", moment, 63, required=True),
        *others,  # type: ignore[arg-type]
    )
