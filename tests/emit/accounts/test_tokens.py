"""Which tokens an emitted backend with own users lets in."""

import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.contracts.accounts import CONTRACT
from tests.emit.accounts.forging import HEADER, claims, signed, unsigned
from tests.emit.serving import Served, served

ADA = {"email": "ada@example.com", "password": "correct horse"}
NOW = int(time.time())
LATER = NOW + 3600


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("accounts")
    with served(CONTRACT, root) as backend:
        yield backend


@pytest.fixture(scope="module")
def registered(backend: Served) -> dict[str, Any]:
    with backend.client() as client:
        response = client.post("/auth/register", json=ADA)
    assert response.status_code == 201, response.text
    return dict(response.json()["data"])


@pytest.fixture(scope="module")
def subject(registered: dict[str, Any]) -> str:
    return str(registered["user"]["id"])


def asked(backend: Served, authorization: str | bytes | None) -> tuple[int, str | None]:
    headers = {} if authorization is None else {"Authorization": authorization}
    with backend.client() as client:
        response = client.get("/users/me", headers=headers)
    return response.status_code, response.headers.get("WWW-Authenticate")


def test_a_token_with_subject_and_expiry_is_let_in(backend: Served, subject: str) -> None:
    """The control: without it every refusal below would prove nothing."""
    assert asked(backend, f"Bearer {signed(claims(subject))}")[0] == 200


@pytest.mark.parametrize(
    "others",
    [
        {"exp": NOW - 3600},
        {"exp": None},
        {"exp": "soon"},
        {"exp": True},
        {"sub": None},
        {"sub": ""},
        {"sub": "ada"},
        {"sub": 1},
        {"sub": "00000000-0000-4000-8000-000000000000"},
        {"nbf": LATER},
        {"iat": LATER},
        {"sid": "no session"},
        {"sid": None, "sub": ["ada"]},
    ],
)
def test_a_token_that_claims_otherwise_is_refused(
    backend: Served, subject: str, others: dict[str, Any]
) -> None:
    token = signed(claims(subject, **others))

    assert asked(backend, f"Bearer {token}") == (401, "Bearer")


@pytest.mark.parametrize("algorithm", ["none", "None", "NONE", "nOnE", "", "HS256", "HS512"])
def test_a_token_without_a_signature_is_refused(
    backend: Served, subject: str, algorithm: str
) -> None:
    token = unsigned(claims(subject), algorithm)

    assert asked(backend, f"Bearer {token}") == (401, "Bearer")


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"alg": None},
        {"alg": 5},
        {"alg": ["HS256"]},
        {"alg": "hs256"},
        {"alg": "RS256"},
        {"alg": "HS256", "crit": 5},
        {"alg": "HS256", "crit": ["exp"]},
        {"alg": "HS256", "crit": ["b64"], "b64": False},
        {"alg": "HS256", "kid": 5},
        [],
        "HS256",
        b"\xff",
        b"{" * 3000,
        b'{"alg":' + b"[" * 3000 + b"]" * 3000 + b"}",
    ],
)
def test_a_token_with_another_header_is_refused(backend: Served, subject: str, header: Any) -> None:
    assert asked(backend, f"Bearer {signed(claims(subject), header)}") == (401, "Bearer")


@pytest.mark.parametrize(
    "others",
    [{"jku": "http://evil.example"}, {"kid": "../../dev/null"}, {"jwk": {"kty": "oct", "k": "eA"}}],
)
def test_where_the_header_points_has_no_effect(
    backend: Served, subject: str, others: dict[str, Any]
) -> None:
    ours = signed(claims(subject), {**HEADER, **others})
    theirs = signed(claims(subject), {**HEADER, **others}, key="x")

    assert asked(backend, f"Bearer {ours}")[0] == 200
    assert asked(backend, f"Bearer {theirs}")[0] == 401


def test_a_token_of_another_key_or_hash_is_refused(backend: Served, subject: str) -> None:
    said = claims(subject)

    assert (
        asked(backend, f"Bearer {signed(said, key='another key of enough bytes, too')}")[0] == 401
    )
    longer = signed(said, {"alg": "HS512"}, digest="sha512")
    assert asked(backend, f"Bearer {longer}")[0] == 401


def test_every_changed_character_is_noticed(backend: Served, subject: str) -> None:
    token = signed(claims(subject))
    with backend.client() as client:
        for place in range(0, len(token), 7):
            changed = "A" if token[place] != "A" else "B"
            forged = f"{token[:place]}{changed}{token[place + 1 :]}"
            response = client.get("/users/me", headers={"Authorization": f"Bearer {forged}"})
            assert response.status_code == 401, place


@pytest.mark.parametrize("payload", [[], "ada", 5, b"\xff", b"", b"[" * 3000])
def test_claims_that_are_no_object_are_refused(backend: Served, payload: Any) -> None:
    assert asked(backend, f"Bearer {signed(payload)}") == (401, "Bearer")


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Basic YWRhOmFkYQ==",
        "Bearer a b",
        "Bearer a b c",
        "Bearer a.b",
        "Bearer a.b.c.d",
        "Bearer ....",
        f"Bearer {'x' * 9000}",
        f"Bearer {'.' * 9000}",
        f"{'x' * 9000}",
        b"Bearer \xe9.\xe9.\xe9",
        "Token abc",
        "null",
    ],
)
def test_a_malformed_header_is_refused(backend: Served, authorization: str | bytes | None) -> None:
    assert asked(backend, authorization) == (401, "Bearer")


def test_a_refresh_token_is_no_access_token(backend: Served, registered: dict[str, Any]) -> None:
    refresh = registered["tokens"]["refresh_token"]

    assert asked(backend, f"Bearer {refresh}") == (401, "Bearer")


def test_an_access_token_is_no_refresh_token(backend: Served, registered: dict[str, Any]) -> None:
    access = registered["tokens"]["access_token"]
    with backend.client() as client:
        response = client.post("/auth/refresh", json={"refresh_token": access})

    assert response.status_code == 401
