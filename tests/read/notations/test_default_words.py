import pytest

from backwright.read.notations.default_words import automatic, default_of, said_default
from backwright.shape import ABSENT, Kind, Shape


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("NOT NULL, DEFAULT 'open'", "'open'"),
        ("default `open`", "`open`"),
        ("Default: False, Not Null", "False"),
        ("defaults to 5", "5"),
        ("DEFAULT NOW()", "NOW()"),
        ("required", None),
    ],
)
def test_words(text: str, value: str | None) -> None:
    assert said_default(text) == value


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Kind.STRING, "'open'", "open"),
        (Kind.STRING, '""', ""),
        (Kind.STRING, "NULL", None),
        (Kind.STRING, "-", ABSENT),
        (Kind.BOOLEAN, "FALSE", False),
        (Kind.BOOLEAN, "maybe", ABSENT),
        (Kind.INTEGER, "5", 5),
        (Kind.INTEGER, "now()", ABSENT),
        (Kind.DECIMAL, "0.00", 0),
        (Kind.DECIMAL, "0.5", 0.5),
        (Kind.DATETIME, "CURRENT_TIMESTAMP", ABSENT),
        (Kind.ARRAY, "[]", ()),
        (Kind.UUID, "uuid4()", ABSENT),
    ],
)
def test_values(kind: Kind, written: str, value: object) -> None:
    found = default_of(Shape(kind), written)
    assert found == value
    assert type(found) is type(value)


def test_a_default_of_an_enum_is_one_of_its_values() -> None:
    shape = Shape(Kind.STRING, values=("open", "shut"))
    assert default_of(shape, "OPEN") == "open"
    assert default_of(shape, "ajar") is ABSENT


@pytest.mark.parametrize(
    ("name", "kind", "text", "default", "wanted"),
    [
        ("created_at", Kind.DATETIME, "set on creation", None, "created"),
        ("updated_at", Kind.DATETIME, "set on every change", None, "updated"),
        ("updated_at", Kind.DATETIME, "NOT NULL", "now()", "updated"),
        ("sung_at", Kind.DATETIME, "NOT NULL", "now()", "created"),
        ("deleted_at", Kind.DATETIME, "optional; set by soft delete", None, "deleted"),
        ("version", Kind.INTEGER, "starts at 1, raised with every change", None, "version"),
        ("code", Kind.STRING, "auto-generated", None, "other"),
        ("due_at", Kind.DATETIME, "required", None, ""),
        ("version", Kind.INTEGER, "required", None, ""),
    ],
)
def test_what_the_system_sets(
    name: str, kind: Kind, text: str, default: str | None, wanted: str
) -> None:
    assert automatic(name, Shape(kind), text, default, key=False) == wanted


def test_a_key_that_counts() -> None:
    assert automatic("id", Shape(Kind.INTEGER), "PK, auto-increment", None, key=True) == "id"
    assert automatic("code", Shape(Kind.STRING), "PK", None, key=True) == ""
