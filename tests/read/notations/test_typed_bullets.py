from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import EntityFact
from backwright.read.notations import typed_bullets
from backwright.read.roles import Role
from backwright.shape import Kind, Shape

Document = Callable[..., MarkdownDocument]


def entities(document: Document, text: str, role: Role = Role.DATA_MODEL) -> list[EntityFact]:
    return list(typed_bullets.read(document(text, role)).entities)


@pytest.mark.parametrize(
    "line",
    [
        "- **title** (string, required, 1-80 chars): The title",
        "- `title`: string, required, 1-80 chars",
        "- title: str (required, 1-80 chars)",
        "- `title` (str): required, 1-80 chars",
        "- **title**: string - required, 1-80 chars",
        "- `title`: string(1-80), not null",
        "- **title**:\n  - Type: string\n  - Required: yes\n  - 1-80 characters",
    ],
)
def test_forms(document: Document, line: str) -> None:
    (entity,) = entities(document, f"## Song\n\n- `id`: UUID, primary key\n{line}\n")
    key, title = entity.fields
    assert key.primary_key
    assert title.name == "title"
    assert title.shape == Shape(Kind.STRING, min_length=1, max_length=80)
    assert title.required is True


def test_without_types_below_a_label(document: Document) -> None:
    text = (
        "## Song\n\n**Attributes**:\n- `id`: Primary key\n"
        "- `composer_id`: Foreign key to Composer\n"
        "- `price`: Price of the sheet (decimal, 2 precision)\n- `key`: Key (optional)\n"
        "- `mood`: Mood (default: gay)\n"
    )
    key, composer, price, tone, mood = entities(document, text)[0].fields
    assert key.primary_key
    assert composer.references == "Composer"
    assert price.shape == Shape(Kind.DECIMAL, decimal_places=2)
    assert tone.required is False
    assert mood.shape.kind is Kind.ANY


def test_entities_as_points(document: Document) -> None:
    text = (
        "## Entities\n\n- **Song**\n  - `id` (UUID, PK)\n  - `begun_at`, `ended_at` (TIMESTAMPTZ)\n"
        "  - Unique: (id, begun_at)\n- **Choir**\n  - `id` (UUID, PK)\n  - `size` (INT, >= 2)\n"
    )
    song, choir = entities(document, text)
    assert [each.name for each in song.fields] == ["id", "begun_at", "ended_at"]
    assert choir.fields[1].shape == Shape(Kind.INTEGER, minimum=2)
    assert (song.span.line, choir.span.line) == (3, 7)


@pytest.mark.parametrize(
    "label", ["**Relationships**:", "**Validation Rules**:", "**Indexes**:", "**Status Values**:"]
)
def test_other_lists_hold_no_fields(document: Document, label: str) -> None:
    text = f"## Song\n\n{label}\n- `title`: string\n- `text`: string\n"
    assert entities(document, text) == []


def test_prose_is_no_field(document: Document) -> None:
    text = "## Song\n\n- Songs are short.\n- Note: they end.\n- Users: everybody\n"
    assert entities(document, text) == []


def test_a_spec_needs_types(document: Document) -> None:
    text = "## Song\n\n- `title`: the title\n- `text`: the words\n"
    assert entities(document, text, Role.SPEC) == []


def test_values_of_an_enum_elsewhere(document: Document) -> None:
    text = (
        "## Song\n\n**Attributes**:\n- `id`: UUID\n- `mood`: Mood of it (enum)\n\n"
        "**Song Mood Enum Values**:\n- `GAY`: major\n- `SAD`: minor\n"
    )
    assert entities(document, text)[0].fields[1].shape.values == ("GAY", "SAD")
