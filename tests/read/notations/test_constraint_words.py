import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.notations.constraint_words import read_constraints, read_description
from backwright.shape import Kind, Shape

TEXT, WHOLE, NUMBER = Shape(Kind.STRING), Shape(Kind.INTEGER), Shape(Kind.DECIMAL)


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("PK", "primary_key", True),
        ("Primary Key, auto-generated", "primary_key", True),
        ("NOT NULL", "required", True),
        ("required", "required", True),
        ("必填", "required", True),
        ("nullable", "required", False),
        ("NULL", "required", False),
        ("optional", "required", False),
        ("unique", "unique", True),
        ("UNIQUE, NOT NULL", "unique", True),
        ("unique identifier", "unique", False),
        ("unique per choir", "unique", False),
        ("not unique", "unique", False),
        ("indexed", "index", True),
        ("immutable", "immutable", True),
        ("cannot be changed", "immutable", True),
        ("immutable per publish", "immutable", False),
        ("read-only", "read_only", True),
        ("never returned", "write_only", True),
        ("FK → users.id", "references", "users"),
        ("foreign key users.id, owner", "references", "users"),
        ("FOREIGN KEY (Song), NULL", "references", "Song"),
        ("FK(songs.id), NOT NULL", "references", "songs"),
        ("REFERENCES songs(id)", "references", "songs"),
        ("references the song", "references", "song"),
        ("FK, NOT NULL", "references", ""),
        ("FK, PK", "references", ""),
        ("foreign key users.id", "references_field", "id"),
        ("Foreign key to user (from another service)", "references_field", ""),
        ("FK → a.id, on delete cascade", "on_delete", "cascade"),
        ("FK → a.id, SET NULL", "on_delete", "set null"),
        ("ON DELETE NO ACTION", "on_delete", "restrict"),
        ("lower-cased on write", "normalise", ("lower",)),
        ("lower-case letters", "normalise", ()),
        ('optional, "" → null', "normalise", ("empty_to_null",)),
        ("trimmed, upper-cased", "normalise", ("upper", "trim")),
        ("owner", "owner", True),
    ],
)
def test_words(words: str, name: str, value: object) -> None:
    assert getattr(read_constraints(TEXT, words), name) == value


@pytest.mark.parametrize(
    ("shape", "words", "wanted"),
    [
        (TEXT, "1–120 characters", Shape(Kind.STRING, min_length=1, max_length=120)),
        (TEXT, "1-80 chars, unique", Shape(Kind.STRING, min_length=1, max_length=80)),
        (TEXT, "max 255", Shape(Kind.STRING, max_length=255)),
        (TEXT, "up to 2,000 characters", Shape(Kind.STRING, max_length=2000)),
        (TEXT, "min 3", Shape(Kind.STRING, min_length=3)),
        (TEXT, "not empty", Shape(Kind.STRING, min_length=1)),
        (TEXT, "exactly 3 letters", Shape(Kind.STRING, min_length=3, max_length=3)),
        (TEXT, "1–32 capital letters", Shape(Kind.STRING, min_length=1, max_length=32)),
        (TEXT, "9-1", TEXT),
        (TEXT, "valid email", Shape(Kind.STRING, format="email")),
        (TEXT, "must be a URL", Shape(Kind.STRING, format="uri")),
        (TEXT, "regex `^[a-z]{2}$`", Shape(Kind.STRING, pattern="^[a-z]{2}$")),
        (TEXT, "one of: a, b, c", Shape(Kind.STRING, values=("a", "b", "c"))),
        (TEXT, "CHECK (mood IN ('a', 'b'))", TEXT),
        (TEXT, "enum: a | b, default a", Shape(Kind.STRING, values=("a", "b"))),
        (WHOLE, "0–1000", Shape(Kind.INTEGER, minimum=0, maximum=1000)),
        (WHOLE, "between 1 and 5", Shape(Kind.INTEGER, minimum=1, maximum=5)),
        (WHOLE, "≥ 0", Shape(Kind.INTEGER, minimum=0)),
        (WHOLE, "> 0", Shape(Kind.INTEGER, minimum=1)),
        (WHOLE, "positive", Shape(Kind.INTEGER, minimum=1)),
        (WHOLE, "non-negative", Shape(Kind.INTEGER, minimum=0)),
        (WHOLE, "at most 10", Shape(Kind.INTEGER, maximum=10)),
        (WHOLE, "default 5", WHOLE),
        (NUMBER, "> 0", Shape(Kind.DECIMAL, minimum=0, exclusive_minimum=True)),
        (NUMBER, "2 decimal places", Shape(Kind.DECIMAL, decimal_places=2)),
        (NUMBER, "0.5–9.5", Shape(Kind.DECIMAL, minimum=0.5, maximum=9.5)),
        (Shape(Kind.ARRAY), "1-10 items", Shape(Kind.ARRAY, min_items=1, max_items=10)),
    ],
)
def test_limits(shape: Shape, words: str, wanted: Shape) -> None:
    assert read_constraints(shape, words).shape == wanted


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("Unique identifier", "unique", False),
        ("Primary key of the song", "primary_key", True),
        ("Foreign key to `users`", "references", "users"),
        ("Optional note", "required", False),
        ("The required note", "required", None),
        ("Owner of the song", "owner", True),
    ],
)
def test_descriptions_say_less(words: str, name: str, value: object) -> None:
    assert getattr(read_description(TEXT, words), name) == value


def test_a_description_limits_only_with_a_unit() -> None:
    assert read_description(TEXT, "Year (1900-2000)").shape == TEXT
    assert read_description(TEXT, "Title (1-80 chars)").shape.max_length == 80
    assert read_description(WHOLE, "Points (1-100)").shape.maximum == 100


@given(st.sampled_from([TEXT, WHOLE, NUMBER, Shape(Kind.ARRAY)]), st.text(max_size=120))
def test_any_text_is_read_without_an_error(shape: Shape, text: str) -> None:
    words = read_constraints(shape, text)
    low, high = words.shape.min_length, words.shape.max_length
    assert low is None or high is None or low <= high
