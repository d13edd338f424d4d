"""How much, and how often."""

from collections.abc import AsyncIterator
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.accounts.requests import ask_register_account, ask_sign_in
from tests.orders.requests import ask_add_line, ask_create_order, ask_update_line, ask_update_order


@pytest.mark.parametrize("declared", [True, False])
async def test_register_account_refuses_a_large_body(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_register_account(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await anonymous.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413


@pytest.mark.parametrize("declared", [True, False])
async def test_sign_in_refuses_a_large_body(
    app: FastAPI, alice_id: UUID, anonymous: AsyncClient, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_sign_in(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await anonymous.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413


@pytest.mark.parametrize("declared", [True, False])
async def test_create_order_refuses_a_large_body(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_create_order(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await alice.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413


@pytest.mark.parametrize("declared", [True, False])
async def test_update_order_refuses_a_large_body(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_update_order(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await alice.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413


@pytest.mark.parametrize("declared", [True, False])
async def test_add_line_refuses_a_large_body(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_add_line(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await alice.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413


@pytest.mark.parametrize("declared", [True, False])
async def test_update_line_refuses_a_large_body(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, declared: bool
) -> None:
    """With a Content-Length, and without."""

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(33):
            yield b"x" * 1024

    asked = await ask_update_line(app, alice_id)
    content = b"x" * 32769 if declared else chunks()
    response = await alice.request(
        asked.method,
        asked.url,
        content=content,
        headers={**asked.headers, "Content-Type": "application/json"},
    )

    assert response.status_code == 413
