"""Names of entities, tables and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.contract.names import entity_name, identifier, plural, singular, table_name


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("order", "orders"), ("category", "categories"), ("address", "addresses"), ("box", "boxes"),
        ("status", "statuses"), ("person", "people"), ("child", "children"), ("key", "keys"),
        ("quiz", "quizzes"), ("index", "indices"), ("house", "houses"), ("branch", "branches"),
    ],
)  # fmt: skip
def test_singular_and_plural(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one


@pytest.mark.parametrize(
    "name", ["order_lines", "Order line", "OrderLine", "order-lines", "ORDER LINES"]
)
def test_all_spellings_are_one_entity(name: str) -> None:
    assert entity_name(name) == "OrderLine"
    assert table_name(entity_name(name)) == "order_lines"


@given(st.text())
def test_an_identifier_is_one_or_empty(text: str) -> None:
    name = identifier(text)
    assert name == "" or name.isidentifier()
