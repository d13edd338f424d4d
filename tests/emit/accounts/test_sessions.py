"""Sessions: refresh tokens are exchanged once, and signing out ends what signing in began."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.contracts.accounts import CONTRACT
from tests.emit.serving import Served, served

PASSWORD = "correct horse"


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(CONTRACT, tmp_path_factory.mktemp("sessions")) as backend:
        yield backend


@pytest.fixture
def ada(backend: Served, request: pytest.FixtureRequest) -> str:
    """Somebody new for each test."""
    email = f"{abs(hash(request.node.nodeid))}@example.com"
    with backend.client() as client:
        body = {"email": email, "password": PASSWORD}
        assert client.post("/auth/register", json=body).status_code == 201
    return email


def signed_in(backend: Served, email: str, password: str = PASSWORD) -> dict[str, Any]:
    with backend.client() as client:
        response = client.post("/auth/login", json={"email": email, "password": password})
    assert response.status_code == 200, response.text
    return dict(response.json())


def exchanged(backend: Served, token: str) -> tuple[int, dict[str, Any]]:
    with backend.client() as client:
        response = client.post("/auth/refresh", json={"refresh_token": token})
    return response.status_code, dict(response.json())


def me(backend: Served, pair: dict[str, Any]) -> int:
    with backend.client(pair["access_token"]) as client:
        return client.get("/users/me").status_code


def test_a_refresh_token_is_exchanged_for_another_pair(backend: Served, ada: str) -> None:
    first = signed_in(backend, ada)
    status, second = exchanged(backend, first["refresh_token"])

    assert status == 200
    assert second["refresh_token"] != first["refresh_token"]
    assert second["expires_in"] == 900
    assert me(backend, second) == 200


def test_whoever_shows_an_exchanged_token_ends_the_session(backend: Served, ada: str) -> None:
    first = signed_in(backend, ada)
    _, second = exchanged(backend, first["refresh_token"])

    assert exchanged(backend, first["refresh_token"])[0] == 401
    assert exchanged(backend, second["refresh_token"])[0] == 401
    assert me(backend, second) == 401


def test_another_session_goes_on(backend: Served, ada: str) -> None:
    stolen, other = signed_in(backend, ada), signed_in(backend, ada)
    exchanged(backend, stolen["refresh_token"])
    exchanged(backend, stolen["refresh_token"])

    assert exchanged(backend, other["refresh_token"])[0] == 200


def test_of_two_exchanges_at_a_time_one_succeeds(backend: Served, ada: str) -> None:
    for _ in range(5):
        token = signed_in(backend, ada)["refresh_token"]
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(exchanged, [backend] * 2, [token] * 2))
        assert sorted(status for status, _ in done) == [200, 401]


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x",
        "00000000-0000-4000-8000-000000000000.x",
        "00000000-0000-4000-8000-000000000000",
        "00000000-0000-4000-8000-000000000000.\u00e9",
        "\u0000",
    ],
)
def test_a_token_that_was_never_issued_is_refused(backend: Served, token: str) -> None:
    assert exchanged(backend, token)[0] in (401, 422)


def test_a_token_that_has_run_out_is_refused(backend: Served, ada: str) -> None:
    token = signed_in(backend, ada)["refresh_token"]
    with sqlite3.connect(backend.database) as database:
        database.execute("UPDATE user_sessions SET expires_at = '2000-01-01 00:00:00.000000'")

    assert exchanged(backend, token)[0] == 401


def test_no_token_is_kept_as_it_is(backend: Served, ada: str) -> None:
    token = signed_in(backend, ada)["refresh_token"]
    with sqlite3.connect(backend.database) as database:
        kept = database.execute("SELECT token_hash FROM user_sessions").fetchall()

    assert kept
    assert not any(token in hashed or hashed in token for (hashed,) in kept)


def test_signing_out_ends_both_tokens_and_no_other_session(backend: Served, ada: str) -> None:
    here, there = signed_in(backend, ada), signed_in(backend, ada)
    with backend.client(here["access_token"]) as client:
        assert client.post("/auth/logout").status_code == 204

    assert me(backend, here) == 401
    assert exchanged(backend, here["refresh_token"])[0] == 401
    assert me(backend, there) == 200


def test_a_new_password_needs_the_old_one_and_ends_every_session(backend: Served, ada: str) -> None:
    here, there = signed_in(backend, ada), signed_in(backend, ada)
    wrong = {"old_password": "incorrect horse", "new_password": "battery staple"}
    with backend.client(here["access_token"]) as client:
        assert client.post("/users/me/password", json=wrong).status_code == 401
        assert me(backend, there) == 200
        right = {**wrong, "old_password": PASSWORD}
        assert client.post("/users/me/password", json=right).status_code == 204

    assert me(backend, there) == 401
    assert exchanged(backend, there["refresh_token"])[0] == 401
    signed_in(backend, ada, "battery staple")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE users SET is_active = 0 WHERE email = ?", "DELETE FROM users WHERE email = ?"],
)
def test_a_user_who_is_gone_is_refused_at_once(backend: Served, ada: str, statement: str) -> None:
    pair = signed_in(backend, ada)
    with sqlite3.connect(backend.database) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(statement, (ada,))

    assert me(backend, pair) == 401
    assert exchanged(backend, pair["refresh_token"])[0] == 401
    with backend.client() as client:
        body = {"email": ada, "password": PASSWORD}
        assert client.post("/auth/login", json=body).status_code == 401
