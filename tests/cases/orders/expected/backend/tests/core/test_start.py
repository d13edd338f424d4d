"""What the application starts with and announces."""

import pytest
from pydantic import ValidationError

from app.core.settings import Settings
from app.main import app as application
from app.main import lifespan


@pytest.mark.parametrize("secret", [None, "", "s" * 31])
async def test_without_a_good_secret_nothing_starts(
    monkeypatch: pytest.MonkeyPatch, secret: str | None
) -> None:
    monkeypatch.setitem(Settings.model_config, "env_file", None)
    monkeypatch.delenv("TOKEN_SECRET", raising=False)
    if secret is not None:
        monkeypatch.setenv("TOKEN_SECRET", secret)

    with pytest.raises(ValidationError) as refused:
        async with lifespan(application):
            pass
    assert not secret or secret not in str(refused.value)


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("post", "/api/v2/accounts"),
        ("post", "/api/v2/sessions"),
        ("get", "/api/v2/accounts/me"),
        ("get", "/api/v2/orders"),
        ("post", "/api/v2/orders"),
        ("get", "/api/v2/orders/{order_id}"),
        ("patch", "/api/v2/orders/{order_id}"),
        ("delete", "/api/v2/orders/{order_id}"),
        ("post", "/api/v2/orders/{order_id}/submit"),
        ("post", "/api/v2/orders/{order_id}/reopen"),
        ("post", "/api/v2/orders/{order_id}/accept"),
        ("post", "/api/v2/orders/{order_id}/reject"),
        ("post", "/api/v2/orders/{order_id}/ship"),
        ("post", "/api/v2/orders/{order_id}/lines"),
        ("patch", "/api/v2/orders/{order_id}/lines/{line_id}"),
        ("delete", "/api/v2/orders/{order_id}/lines/{line_id}"),
        ("get", "/api/v2/orders/{order_id}/delivery-check"),
    }
