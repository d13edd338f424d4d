"""Primary keys."""

from backwright.contract.entities import Unique
from backwright.read.facts import EntityFact, Facts, SentenceKind
from backwright.shape import Kind
from backwright.source import Span
from tests.contract.facts_for_tests import INTEGER, MODEL, STRING, a_field, bound, contract, says

_BARE = EntityFact("Note", Span(MODEL, 3), "n", fields=(a_field("Note", "text"),))


def test_the_key_comes_first_whatever_its_place() -> None:
    fields = (a_field("Note", "text"), a_field("Note", "note_id", INTEGER, primary_key=True))
    facts = Facts(entities=(EntityFact("Note", Span(MODEL, 3), "n", fields=fields),))
    assert contract(facts).entity("Note").key.name == "note_id"


def test_a_missing_key_is_a_question_with_uuid_as_its_default() -> None:
    found = bound(Facts(entities=(_BARE,)))
    assert found.contract.entity("Note").key.shape.kind is Kind.UUID
    assert "id_type/Note" in {each.code for each in found.questions}


def test_a_sentence_says_the_type() -> None:
    facts = Facts(entities=(_BARE,), sentences=(says(SentenceKind.ID_TYPE, value="integer"),))
    assert contract(facts).entity("Note").key.shape.kind is Kind.INTEGER


def test_a_natural_key_stays_text() -> None:
    fields = (a_field("Rate", "code", STRING, primary_key=True),)
    facts = Facts(entities=(EntityFact("Rate", Span(MODEL, 3), "n", fields=fields),))
    assert contract(facts).entity("Rate").key.shape.kind in (Kind.STRING, Kind.UUID)


def test_a_key_of_two_columns_stays_unique_beside_an_id() -> None:
    fields = (
        a_field("Label", "task_id", primary_key=True),
        a_field("Label", "tag_id", line=11, primary_key=True),
    )
    label = contract(
        Facts(entities=(EntityFact("Label", Span(MODEL, 3), "n", fields=fields),))
    ).entity("Label")
    assert label.key.name == "id"
    assert label.uniques == (Unique(("task_id", "tag_id")),)
    assert all(each.required for each in label.fields)
