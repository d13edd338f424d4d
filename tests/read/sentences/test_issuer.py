"""Where tokens come from."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST verify JWT tokens with a shared secret issued by Better Auth",
            [{"kind": "token_issuer", "value": "better_auth", "values": ("shared_secret",)}],
        ),
        (
            "Users are managed by Supabase; the API validates its tokens",
            [{"kind": "token_issuer", "value": "supabase"}],
        ),
        (
            "System MUST authenticate readers by tokens of an external identity provider",
            [{"kind": "token_issuer", "value": "external"}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("issuer", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST verify JWT tokens with a shared secret",
        "System MUST NOT use Auth0 for authentication",
        "System MUST ship books with Supabase",
        "System MUST require a valid token",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("issuer", text) == []
