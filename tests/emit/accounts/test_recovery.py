"""Forgotten passwords and proofs of an address over HTTP, with a hook that writes what is due."""

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from tests.contract.binding.people_for_tests import people
from tests.contract.facts_for_tests import contract
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, running, written

OLD, NEW = "an old password", "a new password"
_HOOKS = '''"""What is sent is written down."""

from pathlib import Path


async def send_password_reset(address: str, token: str) -> None:
    with Path("letters.txt").open("a") as letters:
        letters.write(f"reset {address} {token}\\n")


async def send_verification(address: str, token: str) -> None:
    with Path("letters.txt").open("a") as letters:
        letters.write(f"verification {address} {token}\\n")
'''


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = written(contract(people()), tmp_path_factory.mktemp("recovery"))
    (root / "app/users/hooks.py").write_text(_HOOKS)
    if request.param == "sqlite":
        with running(root, JWT_SECRET=SECRET) as served:
            yield served
        return
    with postgresql() as url, running(root, JWT_SECRET=SECRET, DATABASE_URL=url) as served:
        yield served


@pytest.fixture
def client(backend: Served) -> Iterator[httpx2.Client]:
    with backend.client() as client:
        yield client


def _registered(client: httpx2.Client) -> str:
    address = f"{uuid4()}@example.com"
    body = {"email": address, "password": OLD}
    assert client.post("/auth/register", json=body).status_code == 201
    return address


def _token(root: Path, kind: str, address: str, number: int = -1) -> str:
    """It is sent when the answer has left."""
    for _ in range(50):
        path = root / "letters.txt"
        lines = path.read_text().splitlines() if path.exists() else []
        found = [each.split()[2] for each in lines if each.startswith(f"{kind} {address} ")]
        if found:
            return found[number]
        time.sleep(0.05)
    raise AssertionError(f"no {kind} was sent to {address}")


def _signs_in(client: httpx2.Client, address: str, password: str) -> httpx2.Response:
    return client.post("/auth/login", json={"email": address, "password": password})


def test_a_token_sets_one_new_password(backend: Served, client: httpx2.Client) -> None:
    address = _registered(client)
    signed_in = _signs_in(client, address, OLD).json()["access_token"]

    asked = client.post("/auth/forgot-password", json={"email": address})
    body = {"token": _token(backend.root, "reset", address), "new_password": NEW}
    first, second = (client.post("/auth/reset-password", json=body) for _ in range(2))

    assert (asked.status_code, first.status_code, second.status_code) == (202, 204, 400)
    assert _signs_in(client, address, OLD).status_code == 401
    assert _signs_in(client, address, NEW).status_code == 200
    with backend.client(signed_in) as thief:
        assert thief.get("/auth/me").status_code == 401


def test_of_many_at_once_one_is_told(backend: Served, client: httpx2.Client) -> None:
    address = _registered(client)
    client.post("/auth/forgot-password", json={"email": address})
    body = {"token": _token(backend.root, "reset", address), "new_password": NEW}

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: client.post("/auth/reset-password", json=body), range(8)))

    assert sorted(each.status_code for each in found) == [204, *([400] * 7)]


def test_nobody_learns_who_is_registered(client: httpx2.Client) -> None:
    address = _registered(client)

    for path in ("/auth/forgot-password", "/auth/resend-verification"):
        known, unknown = (
            client.post(path, json={"email": each}) for each in (address, f"{uuid4()}@example.com")
        )
        assert (known.status_code, known.content) == (unknown.status_code, unknown.content)


def test_an_address_is_proved_by_what_is_sent_there(backend: Served, client: httpx2.Client) -> None:
    address = _registered(client)

    token = _token(backend.root, "verification", address)
    first, second = (client.get("/auth/verify-email", params={"token": token}) for _ in range(2))

    assert (first.status_code, second.status_code) == (200, 410)


def test_a_token_for_one_thing_is_none_for_another(backend: Served, client: httpx2.Client) -> None:
    token = _token(backend.root, "verification", _registered(client))

    response = client.post("/auth/reset-password", json={"token": token, "new_password": NEW})

    assert response.status_code == 400


def test_the_table_opens_nothing(backend: Served, client: httpx2.Client) -> None:
    if not backend.database.exists():
        pytest.skip("its rows are read as SQLite keeps them")
    address = _registered(client)
    client.post("/auth/forgot-password", json={"email": address})
    token = _token(backend.root, "reset", address)

    with sqlite3.connect(backend.database) as kept:
        rows = kept.execute("SELECT token_hash FROM password_reset_tokens").fetchall()

    assert rows
    assert token not in {each for (each,) in rows}
    for (held,) in rows:
        body = {"token": held, "new_password": NEW}
        assert client.post("/auth/reset-password", json=body).status_code == 400
