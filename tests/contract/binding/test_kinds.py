"""Fields without a type."""

import pytest

from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    INTEGER,
    STRING,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_operation,
    answers,
    contract,
    in_path,
    tasks,
)

ANY = Shape(Kind.ANY)


def _kind(name: str, facts: Facts | None = None) -> Kind:
    model = an_entity("Task", a_field("Task", name, ANY, 21))
    column = contract((facts or tasks()) + Facts(entities=(model,))).entity("Task").get(name)
    assert column is not None
    return column.shape.kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("created_at", Kind.DATETIME), ("shipped_at", Kind.DATETIME), ("due_date", Kind.DATE),
        ("is_urgent", Kind.BOOLEAN), ("retry_count", Kind.INTEGER), ("recipient_name", Kind.STRING),
    ],
)  # fmt: skip
def test_the_name_tells(name: str, kind: Kind) -> None:
    assert _kind(name) is kind


def test_what_the_contract_shows_comes_before_the_name() -> None:
    facts = tasks()
    shown = a_schema("Task", *facts.schemas[2].properties, a_property("rating", INTEGER))
    changed = Facts(
        entities=facts.entities, schemas=(*facts.schemas[:2], shown), operations=facts.operations
    )
    assert _kind("rating", changed) is Kind.INTEGER


def test_a_key_without_a_type_is_as_the_path_has_it() -> None:
    keyed = an_entity("Note", a_field("Note", "id", ANY, primary_key=True))
    shown = a_schema("Note", a_property("id", STRING), a_property("text"))
    read = an_operation(
        "GET /notes/{note_id}",
        answers(200, a_ref("Note")),
        parameters=(in_path("note_id", INTEGER),),
    )
    facts = Facts(entities=(keyed,), schemas=(shown,), operations=(read,))
    assert contract(facts).entity("Note").key.shape.kind is Kind.INTEGER
