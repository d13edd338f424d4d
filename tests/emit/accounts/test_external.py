"""Users of somebody else: claims alone stand for them."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from backwright.emit import emit
from backwright.plan.model import Standing
from tests.contracts.accounts import EXTERNAL
from tests.emit.accounts.forging import claims, signed
from tests.emit.serving import SECRET, Served, served

SAID = {"iss": "https://accounts.example.com", "aud": "authenticated"}
ADA = "4Jx0 ada|1"


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("external")
    with served(EXTERNAL, root, BETTER_AUTH_SECRET=SECRET) as backend:
        yield backend


def asked(backend: Served, token: str, user: str = ADA) -> int:
    with backend.client(token) as client:
        response = client.get(f"/users/{quote(user, safe='')}/notes")
    if response.status_code == 401:
        assert response.headers["WWW-Authenticate"] == "Bearer"
    return response.status_code


@pytest.mark.parametrize("others", [{}, {"aud": ["other", "authenticated"]}, {"role": ["x"]}])
def test_a_token_of_the_issuer_is_let_in(backend: Served, others: dict[str, Any]) -> None:
    assert asked(backend, signed(claims(ADA, **{**SAID, **others}))) == 200


@pytest.mark.parametrize(
    "others",
    [
        {"aud": None},
        {"aud": "anon"},
        {"aud": ["anon"]},
        {"aud": {"authenticated": 1}},
        {"iss": None},
        {"iss": "https://evil.example.com"},
        {"exp": None},
        {"exp": 1},
        {"sub": None},
        {"sub": "x" * 256},
        {"sub": "a\u0000b"},
        {"sub": "\ud800"},
        {"nbf": 4_000_000_000},
    ],
)
def test_a_token_that_says_otherwise_is_refused(backend: Served, others: dict[str, Any]) -> None:
    assert asked(backend, signed(claims(ADA, **{**SAID, **others}))) == 401


def test_the_path_must_name_the_subject(backend: Served) -> None:
    assert asked(backend, signed(claims(ADA, **SAID)), "somebody else") == 403


def test_no_password_and_no_user_is_kept() -> None:
    files = {each.path: each.text for each in emit(EXTERNAL, Standing()).files}
    emitted = "\n".join(files.values())

    assert "app/users/models.py" not in files
    assert "pwdlib" not in emitted
    assert "user_sessions" not in emitted
    assert "BETTER_AUTH_SECRET" in files[".env.example"]
