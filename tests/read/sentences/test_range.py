"""Bounds of numbers."""

from collections.abc import Callable

import pytest

Say = Callable[..., list[dict[str, object]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The rating of a review must be between 1 and 5",
            [{"entity": "Review", "fields": ("rating",), "minimum": 1, "maximum": 5}],
        ),
        (
            "System MUST validate that price and stock_quantity are non-negative",
            [{"entity": "Book", "fields": ("price", "stock_quantity"), "minimum": 0}],
        ),
        (
            "A book's price must be greater than 0",
            [{"entity": "Book", "fields": ("price",), "minimum": 0, "values": ("exclusive",)}],
        ),
        (
            "System MUST accept books with price (0-1,000,000) and stock quantity (at least 1)",
            [
                {"entity": "Book", "fields": ("price",), "minimum": 0, "maximum": 1000000},
                {"entity": "Book", "fields": ("stock_quantity",), "minimum": 1},
            ],
        ),
        (
            "The stock quantity of a book MUST be between 0 and 500, its price between 1 and 9,000",
            [
                {"entity": "Book", "fields": ("stock_quantity",), "minimum": 0, "maximum": 500},
                {"entity": "Book", "fields": ("price",), "minimum": 1, "maximum": 9000},
            ],
        ),
        (
            "System MUST NOT allow books with a negative price",
            [{"entity": "Book", "fields": ("price",), "minimum": 0}],
        ),
        (
            "When a book is stored its price must be greater than 0",
            [{"entity": "Book", "fields": ("price",), "minimum": 0, "values": ("exclusive",)}],
        ),
        (
            "System MUST reject reviews with a rating of zero or negative",
            [{"entity": "Review", "fields": ("rating",), "minimum": 0, "values": ("exclusive",)}],
        ),
    ],
)
def test_it_is_read(say: Say, text: str, expected: list[dict[str, object]]) -> None:
    assert say("range", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The title of a book has 1 to 200 characters",
        "System MUST validate books: title, price, at least 1 tag",
        "System MUST answer within 2 seconds",
        "System MUST list at most 50 books per page by price",
        "Cannot set author_id of a book if it would result in stock_quantity > 3",
        "If the price of a book is greater than 500, its author is told",
    ],
)
def test_it_is_not_read(say: Say, text: str) -> None:
    assert say("range", text) == []


def test_a_bound_of_another_name_is_not_the_fields(say: Say) -> None:
    said = "Validation: Amount > 0, stock_quantity >= Amount"
    assert say("range", said) == []
    assert say("range", "price > 0, stock_quantity >= 1") == [
        {"entity": "Book", "fields": ("price",), "minimum": 0, "values": ("exclusive",)},
        {"entity": "Book", "fields": ("stock_quantity",), "minimum": 1},
    ]
