"""Which origins browsers may call from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.contracts.accounts import EXTERNAL
from tests.emit.serving import SECRET, Served, served

OURS = "https://app.example.com"
THEIRS = "https://evil.example.com"
CONTRACT = replace(EXTERNAL, policies=replace(EXTERNAL.policies, cors_origins=(OURS,)))


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("cors")
    with served(CONTRACT, root, BETTER_AUTH_SECRET=SECRET) as backend:
        yield backend


def allowed(backend: Served, origin: str) -> str | None:
    headers = {
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    with backend.client() as client:
        response = client.options("/users/x/notes", headers=headers)
    return response.headers.get("Access-Control-Allow-Origin")


def test_the_stated_origin_is_allowed(backend: Served) -> None:
    assert allowed(backend, OURS) == OURS


@pytest.mark.parametrize("origin", [THEIRS, "null", f"{OURS}.evil.example", OURS.upper()])
def test_no_other_origin_is_allowed(backend: Served, origin: str) -> None:
    assert allowed(backend, origin) is None


def test_a_refusal_tells_the_browser_too(backend: Served) -> None:
    with backend.client() as client:
        response = client.get("/users/x/notes", headers={"Origin": OURS})

    assert response.status_code == 401
    assert response.headers["Access-Control-Allow-Origin"] == OURS


def test_the_environment_decides(tmp_path: Path) -> None:
    settings = {"BETTER_AUTH_SECRET": SECRET, "CORS_ORIGINS": f"{THEIRS}/, https://b.example"}
    with served(CONTRACT, tmp_path, **settings) as backend:
        assert allowed(backend, THEIRS) == THEIRS
        assert allowed(backend, OURS) is None


def test_every_origin_means_no_credentials(tmp_path: Path) -> None:
    settings = {"BETTER_AUTH_SECRET": SECRET, "CORS_ORIGINS": "*"}
    with served(CONTRACT, tmp_path, **settings) as backend, backend.client() as client:
        response = client.get("/users/x/notes", headers={"Origin": THEIRS})

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
