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
    monkeypatch.delenv("SECRET_KEY", raising=False)
    if secret is not None:
        monkeypatch.setenv("SECRET_KEY", secret)

    with pytest.raises(ValidationError) as refused:
        async with lifespan(application):
            pass
    assert not secret or secret not in str(refused.value)


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("post", "/api/v1/auth/register"),
        ("post", "/api/v1/auth/login"),
        ("post", "/api/v1/auth/refresh"),
        ("post", "/api/v1/auth/logout"),
        ("get", "/api/v1/auth/me"),
        ("get", "/api/v1/tasks"),
        ("post", "/api/v1/tasks"),
        ("get", "/api/v1/tasks/{task_id}"),
        ("put", "/api/v1/tasks/{task_id}"),
        ("delete", "/api/v1/tasks/{task_id}"),
        ("patch", "/api/v1/tasks/{task_id}/complete"),
        ("get", "/api/v1/tasks/{task_id}/suggested-due-date"),
        ("put", "/api/v1/tasks/{task_id}/labels/{label_id}"),
        ("delete", "/api/v1/tasks/{task_id}/labels/{label_id}"),
        ("get", "/api/v1/labels"),
        ("post", "/api/v1/labels"),
        ("delete", "/api/v1/labels/{label_id}"),
    }
