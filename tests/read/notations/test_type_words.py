import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.notations.type_words import read_type
from backwright.shape import Kind, Shape


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("UUID", Shape(Kind.UUID)),
        ("UUID v4", Shape(Kind.UUID)),
        ("VARCHAR(255)", Shape(Kind.STRING, max_length=255)),
        ("String (50)", Shape(Kind.STRING, max_length=50)),
        ("str(1-80)", Shape(Kind.STRING, min_length=1, max_length=80)),
        ("varchar(1,000)", Shape(Kind.STRING, max_length=1000)),
        ("TEXT", Shape(Kind.STRING)),
        ("`string`", Shape(Kind.STRING)),
        ("EmailStr", Shape(Kind.STRING, format="email")),
        ("HttpUrl", Shape(Kind.STRING, format="uri")),
        ("INTEGER", Shape(Kind.INTEGER)),
        ("BIGINT", Shape(Kind.INTEGER)),
        ("SERIAL", Shape(Kind.INTEGER)),
        ("DECIMAL(10,2)", Shape(Kind.DECIMAL, max_digits=10, decimal_places=2)),
        ("NUMERIC(15, 2)", Shape(Kind.DECIMAL, max_digits=15, decimal_places=2)),
        ("float", Shape(Kind.NUMBER)),
        ("bool", Shape(Kind.BOOLEAN)),
        ("TIMESTAMP WITH TIME ZONE", Shape(Kind.DATETIME)),
        ("TIMESTAMP(TZ)", Shape(Kind.DATETIME)),
        ("timestamptz", Shape(Kind.DATETIME)),
        ("DateTime (UTC)", Shape(Kind.DATETIME)),
        ("DATE", Shape(Kind.DATE)),
        ("TIME", Shape(Kind.TIME)),
        ("JSONB", Shape(Kind.MAP)),
        ("dict[str, Any]", Shape(Kind.MAP)),
        ("Optional[str]", Shape(Kind.STRING, nullable=True)),
        ("string | null", Shape(Kind.STRING, nullable=True)),
        ("int?", Shape(Kind.INTEGER, nullable=True)),
        ("list[str]", Shape(Kind.ARRAY, items=Shape(Kind.STRING))),
        ("List<UUID>", Shape(Kind.ARRAY, items=Shape(Kind.UUID))),
        ("TEXT[]", Shape(Kind.ARRAY, items=Shape(Kind.STRING))),
        ("array of strings", Shape(Kind.ARRAY, items=Shape(Kind.STRING))),
        ("ARRAY", Shape(Kind.ARRAY)),
        ("List[SongLine]", Shape(Kind.ARRAY, items=Shape(Kind.OBJECT, ref="SongLine"))),
        ("enum(`a`, `b`)", Shape(Kind.STRING, values=("a", "b"))),
        ("Enum('a','b')", Shape(Kind.STRING, values=("a", "b"))),
        ("ENUM: A, B", Shape(Kind.STRING, values=("A", "B"))),
        ("Enum ['on', 'off']", Shape(Kind.STRING, values=("on", "off"))),
        ("'a' | 'b'", Shape(Kind.STRING, values=("a", "b"))),
        ('Literal["a", "b"]', Shape(Kind.STRING, values=("a", "b"))),
        ("SongStatus", Shape(Kind.STRING, values_name="SongStatus")),
        ("UUID/STRING", Shape(Kind.UUID)),
        ("문자열", Shape(Kind.STRING)),
    ],
)
def test_types(text: str, shape: Shape) -> None:
    typed = read_type(text)
    assert typed is not None
    assert typed.shape == shape


@pytest.mark.parametrize("text", ["", "-", "B-TREE", "expense", "numbering", "Datebook", "Many"])
def test_other_words_are_no_types(text: str) -> None:
    assert read_type(text) is None


def test_what_follows_a_type_is_left_for_the_constraints() -> None:
    typed = read_type("UUID FK → songs.id")
    assert typed is not None
    assert typed.rest.strip() == "FK → songs.id"


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    typed = read_type(text)
    assert typed is None or isinstance(typed.shape, Shape)
