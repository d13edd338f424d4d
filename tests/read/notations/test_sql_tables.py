from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.blocks import Code, MarkdownDocument
from backwright.read.facts import EntityFact, Facts
from backwright.read.notations import sql_tables
from backwright.read.roles import Role
from backwright.shape import ABSENT, Kind

Document = Callable[..., MarkdownDocument]

SONGS = """## 2. Song

```sql
CREATE TYPE mood AS ENUM ('gay', 'sad');

CREATE TABLE IF NOT EXISTS songs (
    id SERIAL PRIMARY KEY,
    -- What is sung
    title VARCHAR(80) NOT NULL,   -- As printed, with commas
    tempo INTEGER CHECK (tempo > 0),
    kind TEXT NOT NULL DEFAULT 'hymn' CHECK (kind IN ('hymn', 'round')),
    mood mood,
    price NUMERIC(10, 2) NOT NULL,
    choir_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT NOW() NOT NULL,

    FOREIGN KEY (choir_id) REFERENCES choirs(id) ON DELETE CASCADE,
    UNIQUE (choir_id, title),
    UNIQUE INDEX idx_songs_tempo (tempo),
    INDEX idx_songs_title (title),
    CHECK (tempo < 300 OR kind = 'round')
);
```
"""


def facts(document: Document, text: str, known: Facts | None = None) -> Facts:
    return sql_tables.read(document(text, Role.DATA_MODEL), known or Facts())


def test_columns_with_their_types_and_constraints(document: Document) -> None:
    (song,) = facts(document, SONGS).entities
    assert (song.name, song.table, song.span.line) == ("Song", "songs", 1)
    by_name = {each.name: each for each in song.fields}
    assert list(by_name) == [
        "id", "title", "tempo", "kind", "mood", "price", "choir_id", "created_at",
    ]  # fmt: skip
    assert (by_name["id"].primary_key, by_name["id"].auto) == (True, "id")
    assert (by_name["title"].shape.max_length, by_name["title"].required) == (80, True)
    assert by_name["title"].description == "As printed, with commas"
    assert (by_name["tempo"].shape.minimum, by_name["tempo"].required) == (1, False)
    assert by_name["tempo"].unique
    assert (by_name["kind"].shape.values, by_name["kind"].default) == (("hymn", "round"), "hymn")
    assert by_name["mood"].shape.values == ("gay", "sad")
    assert (by_name["price"].shape.kind, by_name["price"].default) == (Kind.DECIMAL, ABSENT)
    choir = by_name["choir_id"]
    assert (choir.references, choir.references_field, choir.on_delete) == (
        "choirs", "id", "cascade",
    )  # fmt: skip
    assert by_name["created_at"].auto == "created"
    assert by_name["created_at"].span.line == 15


def test_what_is_about_several_columns_is_a_rule(document: Document) -> None:
    rules = [each.text for each in facts(document, SONGS).statements if each.heading == "Song"]
    assert rules == ["Unique: (choir_id, title)", "CHECK (tempo < 300 OR kind = 'round')"]


def test_keys_of_several_columns(document: Document) -> None:
    text = "```sql\nCREATE TABLE a (b INT, c INT, PRIMARY KEY (b, c));\n```\n"
    (entity,) = facts(document, text).entities
    assert [each.primary_key for each in entity.fields] == [True, True]


@pytest.mark.parametrize("known", ["Song", "songs", "SONG"])
def test_a_table_that_is_told_elsewhere_is_left_alone(document: Document, known: str) -> None:
    (song,) = facts(document, SONGS).entities
    there = EntityFact(known, song.span, fields=song.fields)
    assert facts(document, SONGS, Facts(entities=(there,))) == Facts()


def test_what_stands_today_is_not_what_is_asked_for(document: Document) -> None:
    assert facts(document, "## Existing schema\n\n" + SONGS.replace("## 2", "### 2")) == Facts()


@given(st.text(alphabet="CREATE TABLE a(b INT,-'\"/*)\n", max_size=200))
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    found = list(sql_tables.tables(Code("sql", "CREATE TABLE x (\n" + text, 1, 99)))
    assert len(found) >= 1


def test_a_table_without_an_end_is_read_to_the_end(document: Document) -> None:
    (entity,) = facts(document, "```sql\nCREATE TABLE a (b INT NOT NULL, c 'TEXT\n```\n").entities
    assert [each.name for each in entity.fields] == ["b"]
