"""Foreign keys."""

from backwright.read.facts import Facts
from backwright.shape import Kind
from tests.contract.facts_for_tests import INTEGER, UUID, a_field, an_entity, bound, contract


def _with(*fields: object) -> Facts:
    return Facts(
        entities=(
            an_entity("Category", a_field("Category", "name")),
            an_entity("Product", *fields),  # type: ignore[arg-type]
        )
    )


def test_a_stated_reference_finds_its_table() -> None:
    facts = _with(a_field("Product", "group", UUID, references="categories.id"))
    column = contract(facts).entity("Product").get("group")
    assert column is not None
    assert column.references == "Category"


def test_a_name_tells_the_reference() -> None:
    column = contract(_with(a_field("Product", "category_id", UUID))).entity("Product")
    assert column.get("category_id").references == "Category"  # type: ignore[union-attr]


def test_an_undescribed_entity_is_a_question_and_a_plain_column() -> None:
    found = bound(_with(a_field("Product", "shelf_id", UUID, references="shelves")))
    column = found.contract.entity("Product").get("shelf_id")
    assert column is not None
    assert column.references == ""
    assert "undefined_entity/Shelf" in {each.code for each in found.questions}


def test_the_answer_table_makes_one() -> None:
    facts = _with(a_field("Product", "shelf_id", UUID, references="shelves"))
    found = contract(facts, **{"undefined_entity__Shelf": "table"})
    assert found.entity("Product").get("shelf_id").references == "Shelf"  # type: ignore[union-attr]
    assert found.entity("Shelf").key.name == "id"


def test_the_name_of_its_own_number_is_no_reference() -> None:
    order = contract(Facts(entities=(an_entity("Order", a_field("Order", "order_id")),))).entity(
        "Order"
    )
    assert order.get("order_id").references == ""  # type: ignore[union-attr]


def _profile(*fields: object) -> Facts:
    own = an_entity("Profile", a_field("Profile", "user_id", INTEGER, unique=True))
    return Facts(entities=(own, an_entity("Address", *fields)))  # type: ignore[arg-type]


def test_two_columns_of_one_user_are_no_foreign_key() -> None:
    stated = {"references": "profiles", "references_field": "user_id"}
    found = bound(_profile(a_field("Address", "user_id", INTEGER, **stated)))
    column = found.contract.entity("Address").get("user_id")
    assert column is not None
    assert (column.references, column.shape.kind) == ("", Kind.INTEGER)
    assert not [each for each in found.decisions if each.code.startswith("other_key")]


def test_another_column_than_the_key_is_kept_as_a_value_and_recorded() -> None:
    stated = {"references": "profiles", "references_field": "user_id"}
    found = bound(_profile(a_field("Address", "of", UUID, **stated)))
    column = found.contract.entity("Address").get("of")
    assert column is not None
    assert (column.references, column.shape.kind) == ("", Kind.INTEGER)
    assert "other_key/Address.of" in {each.code for each in found.decisions}
