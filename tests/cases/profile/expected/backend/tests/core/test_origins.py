"""Which sites browsers may call from."""

import pytest
from httpx2 import AsyncClient


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [("https://app.example.com", True), ("https://elsewhere.example.com", False)],
)
async def test_only_known_sites_may_call(
    anonymous: AsyncClient, origin: str, allowed: bool
) -> None:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "GET",
    }
    response = await anonymous.options("/api/{user_id}/profile", headers=headers)

    assert (response.headers.get("Access-Control-Allow-Origin") == origin) is allowed
