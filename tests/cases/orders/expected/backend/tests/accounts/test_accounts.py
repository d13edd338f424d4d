"""What is done with accounts."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.accounts.models import Account
from app.core.security import hasher
from tests.asking import shown, stored
from tests.conftest import client_of
from tests.making import PASSWORD, add_account


async def test_register_account(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow shops to register with a company name, an e-mail address and a password.
    (FR-001)"""
    response = await anonymous.post(
        "/api/v2/accounts",
        json={"companyName": "Tea & Co", "email": "orders@example.com", "password": "teapot2026x"},
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "companyName": "Tea & Co",
        "email": "orders@example.com",
        "role": "customer",
        "createdAt": ANY,
    }
    [row] = await stored(app, Account)
    assert "teapot2026x" not in row.password_hash
    assert hasher.verify("teapot2026x", row.password_hash)


async def test_register_account_refuses_the_same_email(
    app: FastAPI, anonymous: AsyncClient
) -> None:
    """Account with this email already exists"""
    await add_account(app, email="orders@example.com")
    response = await anonymous.post(
        "/api/v2/accounts",
        json={"companyName": "Tea & Co", "email": "orders@example.com", "password": "teapot2026x"},
    )

    assert response.status_code == 409


async def test_sign_in(app: FastAPI, anonymous: AsyncClient) -> None:
    """Sign in"""
    account = await add_account(app)
    response = await anonymous.post(
        "/api/v2/sessions", json={"email": account.email, "password": PASSWORD}
    )

    assert response.status_code == 200, response.text
    assert response.json() == {"accessToken": ANY, "expiresIn": ANY}
    token = response.json()["accessToken"]
    known = await client_of(app, token).get("/api/v2/accounts/me")
    assert known.status_code == 200


async def test_sign_in_refuses_wrong_credentials(app: FastAPI, anonymous: AsyncClient) -> None:
    """A wrong password and an unknown user are refused alike."""
    account = await add_account(app)
    wrong = await anonymous.post(
        "/api/v2/sessions", json={"email": account.email, "password": f"{PASSWORD}1"}
    )
    unknown = await anonymous.post(
        "/api/v2/sessions", json={"email": "nobody@example.com", "password": PASSWORD}
    )

    assert wrong.status_code == unknown.status_code == 401


async def test_get_own_account(alice: AsyncClient, alice_user: Account) -> None:
    """The own account"""
    response = await alice.get("/api/v2/accounts/me")

    assert response.status_code == 200, response.text
    assert response.json() == shown(
        alice_user, "id", "email", "role", companyName="company_name", createdAt="created_at"
    )
