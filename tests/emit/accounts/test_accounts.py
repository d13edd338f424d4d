"""Registering, signing in, changing one's own account."""

import json
import sqlite3
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest

from tests.contracts.accounts import CONTRACT
from tests.emit.serving import Served, served

ADA = {"email": " Ada@Example.com ", "password": "correct horse", "full_name": "Ada"}


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(CONTRACT, tmp_path_factory.mktemp("accounts")) as backend:
        yield backend


@pytest.fixture(scope="module")
def welcome(backend: Served) -> dict[str, Any]:
    with backend.client() as client:
        response = client.post("/auth/register", json=ADA)
    assert response.status_code == 201, response.text
    return dict(response.json())


def test_the_answer_is_nested_as_declared(welcome: dict[str, Any]) -> None:
    user, tokens = welcome["data"]["user"], welcome["data"]["tokens"]

    assert welcome["success"] is True
    assert set(user) == {"id", "email", "full_name"}
    assert user["email"] == "ada@example.com"
    assert tokens["token_type"] == "bearer"
    assert tokens["expires_in"] == 900


def test_what_was_issued_on_registering_signs_in(backend: Served, welcome: dict[str, Any]) -> None:
    with backend.client(welcome["data"]["tokens"]["access_token"]) as client:
        assert client.get("/users/me").json() == welcome["data"]["user"]


def test_the_password_is_kept_as_argon2id(backend: Served, welcome: dict[str, Any]) -> None:
    with sqlite3.connect(backend.database) as database:
        (kept,) = database.execute("SELECT password_hash FROM users").fetchone()

    assert kept.startswith("$argon2id$")


@pytest.mark.parametrize("email", ["ada@example.com", "ADA@example.COM", " ada@example.com"])
def test_whoever_registered_signs_in_however_they_write_it(
    backend: Served, welcome: dict[str, Any], email: str
) -> None:
    with backend.client() as client:
        body = {"email": email, "password": ADA["password"]}
        assert client.post("/auth/login", json=body).status_code == 200
        again = client.post("/auth/register", json={**ADA, "email": email})

    assert again.status_code == 409


@pytest.mark.parametrize(
    ("email", "password"),
    [("ada@example.com", "incorrect horse"), ("nobody@example.com", "correct horse")],
)
def test_wrong_password_and_unknown_user_are_answered_alike(
    backend: Served, welcome: dict[str, Any], email: str, password: str
) -> None:
    with backend.client() as client:
        response = client.post("/auth/login", json={"email": email, "password": password})

    assert response.status_code == 401
    assert response.json() == {"detail": "Wrong e-mail address or password"}
    assert response.headers["WWW-Authenticate"] == "Bearer"


def test_an_unknown_user_costs_a_hash_too(backend: Served, welcome: dict[str, Any]) -> None:
    def seconds(email: str) -> float:
        with backend.client() as client:
            body = {"email": email, "password": "incorrect horse"}
            took = [client.post("/auth/login", json=body).elapsed for _ in range(7)]
        return median(each.total_seconds() for each in took)

    assert seconds("nobody@example.com") > seconds("ada@example.com") / 2


@pytest.mark.parametrize("password", ["hunter2", "x" * 129, None, 5, "\ud800" * 10])
def test_a_password_that_breaks_the_rule_is_refused_and_not_echoed(
    backend: Served, password: Any
) -> None:
    content = json.dumps({**ADA, "email": "eve@example.com", "password": password})
    with backend.client() as client:
        response = client.post(
            "/auth/register", content=content, headers={"Content-Type": "application/json"}
        )

    assert response.status_code == 422
    assert not isinstance(password, str) or password[:7] not in response.text


def test_the_end_of_a_long_password_counts(backend: Served) -> None:
    long = "x" * 100
    with backend.client() as client:
        body = {"email": "long@example.com", "password": f"{long}1"}
        assert client.post("/auth/register", json=body).status_code == 201
        other = client.post("/auth/login", json={**body, "password": f"{long}2"})

    assert other.status_code == 401


def test_what_is_left_out_of_a_change_stays(backend: Served, welcome: dict[str, Any]) -> None:
    with backend.client(welcome["data"]["tokens"]["access_token"]) as client:
        changed = client.patch("/users/me", json={"full_name": None})
        unchanged = client.patch("/users/me", json={})

    assert changed.status_code == 200
    assert changed.json()["full_name"] is None
    assert unchanged.json() == changed.json()
    assert changed.json()["email"] == "ada@example.com"


def test_nobody_takes_the_address_of_another(backend: Served, welcome: dict[str, Any]) -> None:
    with backend.client() as client:
        other = {"email": "other@example.com", "password": "correct horse"}
        token = client.post("/auth/register", json=other).json()["data"]["tokens"]["access_token"]
    with backend.client(token) as client:
        response = client.patch("/users/me", json={"email": "ADA@example.com"})

    assert response.status_code == 409


def test_the_path_must_name_the_caller(backend: Served, welcome: dict[str, Any]) -> None:
    own = welcome["data"]["user"]["id"]
    with backend.client(welcome["data"]["tokens"]["access_token"]) as client:
        assert client.get(f"/users/{own}/notes").status_code == 200
        other = client.get("/users/00000000-0000-4000-8000-000000000000/notes")
        assert client.get("/users/me-not/notes").status_code == 422
    with backend.client() as client:
        assert client.get("/users/me-not/notes").status_code == 401

    assert other.status_code == 403
    assert other.json() == {"detail": "Not your notes"}
