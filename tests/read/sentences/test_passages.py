"""Which words are about which fields."""

from backwright.read.facts import Facts, Statement, StatementKind
from backwright.read.sentences import read
from backwright.read.sentences.passages import passages
from backwright.read.sentences.prepare import prepare
from backwright.read.sentences.vocabulary import vocabulary
from backwright.source import Span

PLACE = Span("specs/library/data-model.md", 40)


def said(
    library: Facts, text: str, kind: StatementKind, name: str = "FR-001"
) -> list[tuple[object, ...]]:
    sentence = prepare(Statement(name, kind, text, PLACE), vocabulary(library))
    return [(each.entity, each.fields, each.text.strip(), each.note) for each in passages(sentence)]


def test_a_note_in_brackets_is_about_the_field_before_it(library: Facts) -> None:
    text = "create books with title (short), isbn (unique) and price"
    notes = [each for each in said(library, text, StatementKind.REQUIREMENT) if each[3]]
    assert notes == [
        ("Book", ("title",), "short", True),
        ("Book", ("isbn",), "unique", True),
    ]


def test_words_belong_to_the_field_that_they_stand_with(library: Facts) -> None:
    text = "A loan has a note here, starts_on today and ends_on later"
    assert said(library, text, StatementKind.REQUIREMENT) == [
        ("Loan", ("note",), "A loan has a note here", False),
        ("Loan", ("starts_on",), ", starts_on today", False),
        ("Loan", ("ends_on",), "and ends_on later", False),
    ]


def test_a_row_of_the_data_model_is_about_its_field(library: Facts) -> None:
    row = "isbn | string | required, max 17"
    found = said(library, row, StatementKind.FIELD, "data-model.md:Book.isbn")
    assert found == [("Book", ("isbn",), "isbn. string. required, max 17", True)]


def test_the_cells_of_a_row_are_told_apart(library: Facts) -> None:
    row = "status | enum: draft, published, archived | yes | draft"
    statement = Statement("data-model.md:Book.status", StatementKind.FIELD, row, PLACE)
    values = [each.values for each in read(library + Facts(statements=(statement,)))]
    assert ("draft", "published", "archived") in values
    assert not any("yes" in each for each in values)


def test_the_bounds_of_a_text_are_no_range(library: Facts) -> None:
    row = "isbn | string | max 17"
    statement = Statement("data-model.md:Book.isbn", StatementKind.FIELD, row, PLACE)
    assert "range" not in {each.pattern for each in read(library + Facts(statements=(statement,)))}
