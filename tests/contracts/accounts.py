"""Accounts with sessions: register, sign in, go on, sign out, change oneself; and private notes."""

from dataclasses import replace
from typing import Any, Final

from backwright.contract.entities import Auto, Entity, Field, Owner, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Access,
    Assign,
    AssignKind,
    Credentials,
    Fill,
    Input,
    Operation,
    Page,
    Parameter,
    ParameterUse,
    Purpose,
    Refusal,
    Source,
    View,
)
from backwright.contract.policies import Auth, Issuer, PasswordRule, Policies
from backwright.shape import Kind, Shape
from tests.contracts.parts import (
    FLAG,
    NUMBER,
    TEXT,
    TIME,
    UUID,
    an,
    answers,
    body,
    columns,
    created,
    key,
    many,
    maybe,
    needs,
    schema,
    shows,
    takes,
    text,
    updated,
    with_origins,
)

EMAIL: Final = Shape(Kind.STRING, format="email", max_length=254)
PASSWORD: Final = text(8, 128)
KNOWN: Final = text(None, 128)
NAME: Final = text(1, 80)

USER: Final = Entity(
    name="User",
    table="users",
    domain="users",
    doc="People.",
    fields=(
        key(),
        Field("email", EMAIL, required=True, unique=True, normalise=("trim", "lower")),
        Field("password_hash", text(None, 255), True, auto=Auto.PASSWORD_HASH, write_only=True),
        Field("full_name", NAME, required=False),
        Field("is_active", FLAG, required=True, default=True, auto=Auto.SYSTEM),
        created(),
        updated(),
    ),
    owner=Owner(Ownership.IDENTITY),
)
NOTE: Final = Entity(
    name="Note",
    table="notes",
    domain="notes",
    doc="Private notes.",
    fields=(
        key(),
        Field("user_id", UUID, required=True, auto=Auto.OWNER, references="User", index=True),
        Field("text", text(1, 500), required=True),
        created(),
    ),
    owner=Owner(Ownership.COLUMN, "user_id"),
)

SCHEMAS: Final = (
    schema(
        "Registration",
        needs("email", EMAIL, "ada@example.com"),
        needs("password", PASSWORD),
        takes("full_name", maybe(NAME)),
    ),
    schema("SignIn", needs("email", EMAIL), needs("password", KNOWN)),
    schema("Renewal", needs("refresh_token", text(None, 4000))),
    schema("Profile", takes("email", EMAIL), takes("full_name", maybe(NAME))),
    schema("NewPassword", needs("old_password", KNOWN), needs("new_password", PASSWORD)),
    schema(
        "UserPublic",
        needs("id", UUID),
        needs("email", TEXT),
        needs("full_name", maybe(TEXT)),
    ),
    schema(
        "TokenPair",
        needs("access_token", TEXT),
        needs("refresh_token", TEXT),
        needs("token_type", TEXT),
        needs("expires_in", NUMBER),
        needs("expires_at", TIME),
    ),
    schema("Welcome", needs("success", FLAG), needs("data", an("WelcomeData"))),
    schema("WelcomeData", needs("user", an("UserPublic")), needs("tokens", an("TokenPair"))),
    schema("NotePublic", needs("id", UUID), needs("text", TEXT)),
    schema("NoteCreate", needs("text", text(1, 500))),
)
INPUTS: Final = (
    Input(
        "Registration",
        "User",
        (
            *columns("email"),
            Assign("password", AssignKind.PASSWORD, "password_hash"),
            *columns("full_name"),
        ),
    ),
    Input(
        "SignIn",
        "User",
        (
            Assign("email", AssignKind.LOGIN, "email"),
            Assign("password", AssignKind.PASSWORD, "password_hash"),
        ),
    ),
    Input("Renewal", "User", (Assign("refresh_token", AssignKind.TOKEN),)),
    Input("Profile", "User", columns("email", "full_name")),
    Input(
        "NewPassword",
        "User",
        (
            Assign("old_password", AssignKind.OLD_PASSWORD, "password_hash"),
            Assign("new_password", AssignKind.PASSWORD, "password_hash"),
        ),
    ),
    Input("NoteCreate", "Note", columns("text")),
)
VIEWS: Final = (
    shows("UserPublic", "User", "id", "email", "full_name"),
    View(
        "TokenPair",
        "",
        (
            Fill("access_token", Source.ACCESS_TOKEN),
            Fill("refresh_token", Source.REFRESH_TOKEN),
            Fill("token_type", Source.CONSTANT, value="bearer"),
            Fill("expires_in", Source.EXPIRES_IN),
            Fill("expires_at", Source.EXPIRES_AT),
        ),
    ),
    View(
        "Welcome",
        "",
        (Fill("success", Source.CONSTANT, value=True), Fill("data", Source.NESTED)),
    ),
    View("WelcomeData", "", (Fill("user", Source.USER), Fill("tokens", Source.NESTED))),
    shows("NotePublic", "Note", "id", "text"),
)

OPEN: Final = Access(Credentials.NONE, any_owner=True)
SIGNED_IN: Final = Access(Credentials.REQUIRED)
INVALID: Final = Refusal(422, "invalid", "Invalid input")
ANONYMOUS: Final = Refusal(401, "unauthenticated", "Not authenticated")
TAKEN: Final = Refusal(409, "duplicate", "This e-mail address is taken", "User", ("email",))
OTHER_USER: Final = Refusal(403, "forbidden", "Not your notes")
PATH_USER: Final = Parameter("user_id", "user_id", "path", UUID, True, ParameterUse.USER)


def _asked(of: str, **parts: Any) -> Operation:
    return Operation(doc=of, **{"domain": "auth", "tag": "auth", "entity": "User", **parts})


ACCOUNTS: Final = (
    _asked(
        "System MUST let a visitor register.",
        id="register",
        method="POST",
        path="/auth/register",
        purpose=Purpose.REGISTER,
        access=OPEN,
        body=body("Registration"),
        result=answers(201, an("Welcome")),
        refusals=(TAKEN, INVALID),
    ),
    _asked(
        "System MUST let users sign in.",
        id="login",
        method="POST",
        path="/auth/login",
        purpose=Purpose.LOGIN,
        access=OPEN,
        body=body("SignIn"),
        result=answers(200, an("TokenPair")),
        refusals=(Refusal(401, "credentials", "Wrong e-mail address or password"), INVALID),
    ),
    _asked(
        "System MUST exchange refresh tokens.",
        id="refresh",
        method="POST",
        path="/auth/refresh",
        purpose=Purpose.REFRESH,
        access=OPEN,
        body=body("Renewal"),
        result=answers(200, an("TokenPair")),
        refusals=(Refusal(401, "credentials", "Invalid refresh token"), INVALID),
    ),
    _asked(
        "System MUST let users sign out.",
        id="logout",
        method="POST",
        path="/auth/logout",
        purpose=Purpose.LOGOUT,
        access=SIGNED_IN,
        result=answers(204),
        refusals=(ANONYMOUS,),
    ),
)
OWN: Final = {"domain": "users", "tag": "users", "access": SIGNED_IN}
SELF: Final = (
    _asked(
        "System MUST show users their own account.",
        **OWN,
        id="get_me",
        method="GET",
        path="/users/me",
        purpose=Purpose.ME,
        result=answers(200, an("UserPublic")),
        refusals=(ANONYMOUS,),
    ),
    _asked(
        "System MUST let users change their account.",
        **OWN,
        id="update_me",
        method="PATCH",
        path="/users/me",
        purpose=Purpose.UPDATE_ME,
        body=body("Profile"),
        result=answers(200, an("UserPublic")),
        refusals=(ANONYMOUS, TAKEN, INVALID),
    ),
    _asked(
        "System MUST let users change their password.",
        **OWN,
        id="change_password",
        method="POST",
        path="/users/me/password",
        purpose=Purpose.CHANGE_PASSWORD,
        body=body("NewPassword"),
        result=answers(204),
        refusals=(ANONYMOUS, Refusal(401, "credentials", "Wrong password"), INVALID),
    ),
)
NOTES: Final = (
    _asked(
        "System MUST list a user's own notes.",
        domain="notes",
        tag="notes",
        entity="Note",
        access=SIGNED_IN,
        id="list_notes",
        method="GET",
        path="/users/{user_id}/notes",
        purpose=Purpose.LIST,
        parameters=(PATH_USER,),
        page=Page(100, 100, "none"),
        result=answers(200, many("NotePublic")),
        refusals=(ANONYMOUS, OTHER_USER, INVALID),
    ),
    _asked(
        "System MUST let users write notes.",
        domain="notes",
        tag="notes",
        entity="Note",
        access=SIGNED_IN,
        id="create_note",
        method="POST",
        path="/users/{user_id}/notes",
        purpose=Purpose.CREATE,
        parameters=(PATH_USER,),
        body=body("NoteCreate"),
        result=answers(201, an("NotePublic")),
        refusals=(ANONYMOUS, OTHER_USER, INVALID),
    ),
)

CONTRACT: Final = with_origins(
    Contract(
        title="Accounts",
        features=("specs/001-accounts",),
        entities=(USER, NOTE),
        schemas=SCHEMAS,
        inputs=INPUTS,
        views=VIEWS,
        operations=(*ACCOUNTS, *SELF, *NOTES),
        auth=Auth(
            issuer=Issuer.OWN,
            user="User",
            active="is_active",
            refresh_seconds=604_800,
            token_url="/auth/login",
            password_rule=PasswordRule(8, 128),
        ),
        policies=Policies(),
    ),
    "specs/001-accounts",
)

_OF_NOTES: Final = ("NotePublic", "NoteCreate")
EXTERNAL: Final = with_origins(
    replace(
        CONTRACT,
        title="Notes",
        entities=(
            replace(
                NOTE,
                fields=tuple(
                    replace(each, shape=text(None, 255), references="")
                    if each.auto is Auto.OWNER
                    else each
                    for each in NOTE.fields
                ),
            ),
        ),
        schemas=tuple(each for each in SCHEMAS if each.name in _OF_NOTES),
        inputs=tuple(each for each in INPUTS if each.schema in _OF_NOTES),
        views=tuple(each for each in VIEWS if each.schema in _OF_NOTES),
        operations=tuple(
            replace(each, parameters=(replace(PATH_USER, shape=text(None, 255)),)) for each in NOTES
        ),
        auth=Auth(
            issuer=Issuer.EXTERNAL,
            subject_kind="string",
            secret_variable="BETTER_AUTH_SECRET",
            token_issuer="https://accounts.example.com",
            audience="authenticated",
        ),
    ),
    "specs/001-accounts",
)
"""The same notes, whose users sign in with somebody else."""
