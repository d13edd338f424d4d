"""How much, and how often."""

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.warehouses.requests import ask_list_warehouses


async def test_list_warehouses_is_not_asked_too_often(app: FastAPI, anonymous: AsyncClient) -> None:
    asked = await ask_list_warehouses(app)
    for _ in range(120):
        response = await asked.by(anonymous)
        assert response.status_code != 429
    response = await asked.by(anonymous)

    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
