from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.facts import EntityFact, Facts, FieldFact
from backwright.read.notations import python_classes
from backwright.read.roles import Role
from backwright.shape import ABSENT, Kind

Document = Callable[..., MarkdownDocument]

SONGS = '''## Song

```python
class Mood(str, Enum):
    GAY = "gay"
    IN_TEARS = "in-tears"

class Timed(SQLModel):
    created_at: datetime = Field(default_factory=datetime.utcnow)

class Song(Timed, table=True):
    """What a choir sings."""

    __tablename__ = "songs"
    id: uuid.UUID = Field(default_factory=uuid4, primary_key=True)
    title: str = Field(min_length=1, max_length=80, index=True)  # as printed
    subtitle: Optional[str] = None
    mood: Mood = Mood.IN_TEARS
    tempo: int | None = Field(default=None, ge=1, lt=300)
    price: Decimal = Field(max_digits=10, decimal_places=2, gt=0)
    choir_id: UUID = Field(foreign_key="choirs.id", ondelete="CASCADE")
    tags: list[str] = Field(default_factory=list, sa_column=Column(JSON))
    choir: "Choir" = Relationship(back_populates="songs")

    @property
    def label(self) -> str:
        return self.title
```
'''
ROWS = """```python
class SongModel(Base):
    __tablename__ = "songs"
    id = Column(Integer, primary_key=True, autoincrement=True)
    title = Column(String(80), nullable=False, unique=True)
    note = Column(Text)
    done = Column(Boolean, default=False, nullable=False)
    choir_id: Mapped[int] = mapped_column(ForeignKey("choirs.id", ondelete="SET NULL"))
    updated_at = Column(DateTime, default=datetime.utcnow, onupdate=datetime.utcnow)
    choir = relationship("Choir")
```
"""


def read(document: Document, text: str) -> tuple[EntityFact, ...]:
    return python_classes.read(document(text, Role.DATA_MODEL), Facts()).entities


def fields(entity: EntityFact) -> dict[str, FieldFact]:
    return {each.name: each for each in entity.fields}


def test_fields_of_sqlmodel(document: Document) -> None:
    (song,) = read(document, SONGS)
    assert (song.name, song.table, song.description) == ("Song", "songs", "What a choir sings.")
    own = fields(song)
    assert list(own) == [
        "created_at", "id", "title", "subtitle", "mood", "tempo", "price", "choir_id", "tags",
    ]  # fmt: skip
    assert (own["id"].primary_key, own["id"].auto, own["id"].shape.kind) == (True, "id", Kind.UUID)
    assert own["created_at"].auto == "created"
    title = own["title"]
    assert (title.shape.min_length, title.shape.max_length, title.index) == (1, 80, True)
    assert (title.required, title.description, title.span.line) == (True, "as printed", 16)
    assert own["subtitle"].required is False
    assert (own["mood"].shape.values, own["mood"].default) == (("gay", "in-tears"), "in-tears")
    assert (own["tempo"].shape.minimum, own["tempo"].shape.maximum) == (1, 300)
    assert own["tempo"].shape.exclusive_maximum
    assert (own["price"].shape.max_digits, own["price"].shape.decimal_places) == (10, 2)
    assert own["price"].shape.exclusive_minimum
    assert (own["choir_id"].references, own["choir_id"].on_delete) == ("choirs", "cascade")
    assert own["choir_id"].references_field == "id"
    assert own["tags"].default == ()


def test_columns_of_sqlalchemy(document: Document) -> None:
    (song,) = read(document, ROWS)
    assert (song.name, song.table) == ("Song", "songs")
    own = fields(song)
    assert list(own) == ["id", "title", "note", "done", "choir_id", "updated_at"]
    assert (own["title"].required, own["title"].unique) == (True, True)
    assert own["title"].shape.max_length == 80
    assert own["note"].required is False
    assert (own["done"].required, own["done"].default) == (True, False)
    assert (own["choir_id"].required, own["choir_id"].on_delete) == (True, "set null")
    assert (own["updated_at"].auto, own["updated_at"].default) == ("updated", ABSENT)


def objects(document: Document, text: str) -> tuple[EntityFact, ...]:
    return python_classes.read_objects(document(text, Role.DATA_MODEL), Facts()).entities


@pytest.mark.parametrize(
    ("name", "key", "there"),
    [
        ("Song", "song_id: str", True),
        ("Song", "id: int", True),
        ("Song", "choir_id: str", False),
        ("Song", "song_id: str | None", False),
        ("SongResponse", "id: int", False),
    ],
)
def test_objects_are_rows_if_they_have_a_key(
    document: Document, name: str, key: str, there: bool
) -> None:
    text = f"```python\n@dataclass\nclass {name}:\n    {key}\n    title: str\n```\n"
    found = objects(document, text)
    assert bool(found) is there
    assert all(each.fields[0].primary_key for each in found)
    assert read(document, text) == ()


def test_an_object_with_the_key_of_a_known_row_is_that_row(document: Document) -> None:
    text = "```python\nclass SongSetting:\n    song_id: str\n    title: str\n```\n"
    song = EntityFact("Hymn", document(text).span(1), fields=read(document, SONGS)[0].fields)
    keyed = (FieldFact("Hymn", "song_id", song.fields[0].shape, song.span, "", unique=True),)
    known = Facts(entities=(EntityFact("Hymn", song.span, fields=keyed),))
    assert python_classes.read_objects(document(text, Role.DATA_MODEL), known) == Facts()


@pytest.mark.parametrize(
    "code",
    [
        "class Song(Base:\n    id = Column(",
        "class Song:\n    __tablename__ = 'a'\n    x: " + "(" * 400 + ")" * 400,
        "class Song:\n  \0",
        "class class: pass",
        f"class Song(SQLModel, table=True):\n    a: int = {'0x' + 'f' * 9000}\n    b: int",
        "class Song(SQLModel, table=True):\n    a: Mapped[()]\n    b: Mapped[int]",
        "class Song(SQLModel, table=True):\n    a: str = '\\d'\n    b: " + "a." * 900 + "b",
        "\n".join(f"class A{n}(A{n + 1}, A{n + 1}, table=True):\n    x{n}: int" for n in range(40)),
        "class A(A, table=True):\n    id: int\n    b: str",
        "class Song(SQLModel, table=True):\n    id = Column()\n    b: Optional[()] = Field(...)",
    ],
)
def test_sketches_and_traps_are_read_without_a_traceback(document: Document, code: str) -> None:
    read(document, f"```python\n{code}\n```\n")
