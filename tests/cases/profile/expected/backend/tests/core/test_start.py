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
    monkeypatch.delenv("BETTER_AUTH_SECRET", raising=False)
    if secret is not None:
        monkeypatch.setenv("BETTER_AUTH_SECRET", secret)

    with pytest.raises(ValidationError) as refused:
        async with lifespan(application):
            pass
    assert not secret or secret not in str(refused.value)


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("get", "/api/{user_id}/profile"),
        ("post", "/api/{user_id}/profile"),
        ("patch", "/api/{user_id}/profile"),
        ("delete", "/api/{user_id}/profile"),
        ("get", "/api/{user_id}/profile/preferences"),
        ("put", "/api/{user_id}/profile/preferences"),
        ("get", "/api/{user_id}/profile/completeness"),
        ("get", "/api/profiles/{handle}"),
    }
