"""For each operation on accounts a request that succeeds, and what it stands on."""

from uuid import UUID

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import PASSWORD, add_account


async def ask_register_account(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked(
        "POST",
        "/api/v2/accounts",
        201,
        json={"companyName": "Tea & Co", "email": "orders@example.com", "password": "teapot2026x"},
    )


async def ask_sign_in(app: FastAPI, _owner_id: UUID) -> Asked:
    account = await add_account(app)
    return Asked(
        "POST", "/api/v2/sessions", 200, json={"email": account.email, "password": PASSWORD}
    )


async def ask_get_own_account(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("GET", "/api/v2/accounts/me", 200)
