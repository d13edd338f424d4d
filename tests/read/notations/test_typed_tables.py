from collections.abc import Callable
from dataclasses import replace

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import EntityFact, FieldFact
from backwright.read.notations import typed_tables
from backwright.read.roles import Role
from backwright.shape import Kind, Shape

Document = Callable[..., MarkdownDocument]

SONGS = "| Field | Type | Constraints |\n|---|---|---|\n| id | UUID | primary key |\n"


def entities(document: Document, text: str, role: Role = Role.DATA_MODEL) -> list[EntityFact]:
    return list(typed_tables.read(document(text, role)).entities)


@pytest.mark.parametrize(
    ("heading", "name", "table"),
    [
        ("### 1. Song", "Song", ""),
        ("## Entity: Song", "Song", ""),
        ("## Entity 2: Song", "Song", ""),
        ("## Song (table songs)", "Song", "songs"),
        ("### Song Model", "Song", ""),
        ("### `Song`", "Song", ""),
        ("### Table: song_lines", "song_lines", "song_lines"),
        ("### songs", "songs", "songs"),
        ("#### 2.1 Song line (New)", "Song line", ""),
        ("## Song\n\n### Fields", "Song", ""),
        ("## Entities\n\n**Song**:", "Song", ""),
        ("## Song\n\n**Table Name**: `song_book`", "Song", "song_book"),
    ],
)
def test_the_nearest_heading_names_the_entity(
    document: Document, heading: str, name: str, table: str
) -> None:
    (entity,) = entities(document, f"# Data Model\n\n{heading}\n\n{SONGS}")
    assert (entity.name, entity.table) == (name, table)
    assert [each.name for each in entity.fields] == ["id"]


@pytest.mark.parametrize(
    "header",
    [
        "Column | Data Type | Rules",
        "Attribute | Type | Validation",
        "Property | SQL Type | Notes",
        "Name | Type | Description",
        "字段 | 类型 | 约束",
        "欄位 | 型別 | 說明",
        "필드 | 타입 | 제약 조건",
        "**Field** | `Type` | Constraint",
    ],
)
def test_headers_in_many_variants(document: Document, header: str) -> None:
    text = f"## Song\n\n| {header} |\n|---|---|---|\n| `title` | VARCHAR(80) | NOT NULL |\n"
    (entity,) = entities(document, text)
    assert entity.fields[0].name == "title"
    assert entity.fields[0].shape == Shape(Kind.STRING, max_length=80)


@pytest.mark.parametrize(
    "text",
    [
        "## Song\n\n| Index | Columns | Purpose |\n|---|---|---|\n| i | title | speed |\n",
        "## Song\n\n| Name | Type |\n|---|---|\n| Cash | ASSET |\n| Bank | LIABILITY |\n",
        "## Validation Rules\n\n| Field | Type |\n|---|---|\n| title | string |\n",
        "## Song\n\n| From | To | Trigger |\n|---|---|---|\n| a | b | c |\n",
    ],
)
def test_other_tables_describe_no_entity(document: Document, text: str) -> None:
    assert entities(document, text) == []


def one(document: Document, header: str, row: str) -> FieldFact:
    count = header.count("|") + 1
    text = f"## Song\n\n| {header} |\n|{'---|' * count}\n| {row} |\n"
    return entities(document, text)[0].fields[0]


def test_columns_of_their_own(document: Document) -> None:
    field = one(
        document,
        "Field | Type | Required | Default | Unique | Min | Max | Description",
        "title | string | Yes | 'none' | yes | 2 | 80 | The title",
    )
    assert field.shape == Shape(Kind.STRING, min_length=2, max_length=80)
    assert (field.required, field.default, field.unique) == (True, "none", True)
    assert field.description == "The title"


@pytest.mark.parametrize(
    ("cell", "required"), [("NO", True), ("YES", False), ("No", True), ("✓", False), ("-", None)]
)
def test_nullable_column(document: Document, cell: str, required: bool | None) -> None:
    assert one(document, "Field | Type | Nullable", f"title | text | {cell}").required is required


def test_rows_are_statements_with_their_line(document: Document) -> None:
    facts = typed_tables.read(document(f"## Song\n\n{SONGS}", Role.DATA_MODEL))
    (statement,) = facts.statements
    assert statement.text == "id: UUID; primary key"
    assert statement.span.line == 5
    assert facts.entities[0].fields[0].statement == statement.id


def test_values_beside_the_table_are_joined(document: Document) -> None:
    text = (
        "## Song\n\n| Field | Type | Default |\n|---|---|---|\n| mood | ENUM | 'GAY' |\n"
        "| key | VARCHAR(9) | |\n\n"
        "**Mood Values**:\n\n- `gay`: major\n- `sad`: minor\n"
    )
    mood, key = entities(document, text)[0].fields
    assert mood.shape == Shape(Kind.STRING, values=("gay", "sad"))
    assert mood.default == "gay"
    assert key.shape.values == ()


def test_one_table_for_several_entities(document: Document) -> None:
    text = (
        "## Columns\n\n| Table | Column | Type |\n|---|---|---|\n"
        "| songs | title | text |\n| choirs | name | text |\n| songs | year | int |\n"
    )
    found = entities(document, text)
    assert [(e.name, [f.name for f in e.fields]) for e in found] == [
        ("songs", ["title", "year"]),
        ("choirs", ["name"]),
    ]


def test_an_unknown_type_is_reported_and_the_field_kept(document: Document) -> None:
    text = "## Song\n\n| Field | Type |\n|---|---|\n| id | UUID |\n| score | ??? |\n| t | text |\n"
    facts = typed_tables.read(document(text, Role.DATA_MODEL))
    assert [each.name for each in facts.entities[0].fields] == ["id", "score", "t"]
    assert [each.code for each in facts.diagnostics] == ["BW202"]


def test_a_whole_row(document: Document) -> None:
    field = one(
        document,
        "Field | Type | Constraints",
        "composer_id | BIGINT | NOT NULL, FK → composers.id, ON DELETE CASCADE, indexed",
    )
    assert replace(field, span=field.span, statement="") == FieldFact(
        entity="Song",
        name="composer_id",
        shape=Shape(Kind.INTEGER),
        span=field.span,
        statement="",
        required=True,
        index=True,
        references="composers",
        references_field="id",
        on_delete="cascade",
    )
