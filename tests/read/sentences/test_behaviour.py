"""What only code can say."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "System MUST send an email to the reader when a loan ends",
            [{"entity": "Loan", "value": "mail"}],
        ),
        ("System MUST integrate with the payment provider", [{"value": "external"}]),
        ("System MUST export loans as CSV", [{"entity": "Loan", "value": "files"}]),
        ("System MUST calculate the fee of a loan", [{"entity": "Loan", "value": "calculation"}]),
        ("System MUST recommend books with AI", [{"entity": "Book", "value": "ai"}]),
        (
            "System MUST check the title of a book against the catalogue of the state library",
            [{"entity": "Book", "value": "external"}],
        ),
        ("System MUST sync loans with another library", [{"entity": "Loan", "value": "external"}]),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("behaviour", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "System MUST list books",
        "System MUST validate titles of books",
        "System MUST answer without caching",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("behaviour", text) == []
