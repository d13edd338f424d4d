"""A library: all the odd things that tables can be made of, in two domains."""

from dataclasses import replace
from typing import Final

from backwright.contract.entities import (
    Auto,
    CrossField,
    Derived,
    DerivedKind,
    Entity,
    Field,
    Relation,
    Transition,
    Unique,
)
from backwright.contract.model import Contract
from backwright.contract.policies import Auth, Issuer, Policies
from backwright.shape import Kind, Shape
from tests.contracts.parts import (
    FLAG,
    NUMBER,
    TEXT,
    TIME,
    UUID,
    created,
    key,
    maybe,
    one_of,
    text,
    updated,
    whole,
    with_origins,
)

MONEY: Final = Shape(Kind.DECIMAL, minimum=0, max_digits=10, decimal_places=2)
TEXTS: Final = Shape(Kind.ARRAY, items=TEXT)
SCOPE: Final = one_of("", "read:all", 'it\'s "quoted"', "a value of more than twenty characters")

SHELF: Final = Entity(
    name="Shelf",
    table="shelves",
    domain="shelves",
    doc="Shelves, which stand inside each other.",
    fields=(
        Field("id", NUMBER, required=True, auto=Auto.ID),
        Field("parent_id", NUMBER, required=False, references="Shelf"),
        Field("name", text(1, 80), required=True),
        Field("is_active", FLAG, required=True, auto=Auto.DELETED),
        Field("keeper_id", UUID, required=False, references="Person", on_delete="set null"),
    ),
    uniques=(Unique(("parent_id", "name"), live_only=True),),
    relations=(
        Relation("parent", "Shelf", many=False, column="parent_id"),
        Relation("children", "Shelf", many=True, column="parent_id", order_by=("name", "id")),
        Relation("books", "Book", many=True, column="shelf_id"),
        Relation("keeper", "Person", many=False, column="keeper_id"),
    ),
    derived=(Derived("child_count", DerivedKind.COUNT, NUMBER, "children"),),
    soft_delete="is_active",
    soft_delete_value=False,
)
PERSON: Final = Entity(
    name="Person",
    table="people",
    domain="people",
    doc="Who writes, reviews and keeps.",
    fields=(
        key(),
        Field("first_name", text(1, 40), required=True, normalise=("trim",)),
        Field("last_name", text(1, 40), required=False),
        Field("favourite_id", NUMBER, required=False, references="Shelf"),
        Field("seen_at", text(None, 40), required=True, auto=Auto.UPDATED),
        Field("joined", Shape(Kind.DATE), required=True, auto=Auto.CREATED),
    ),
    relations=(
        Relation("written", "Book", many=True, column="author_id"),
        Relation("reviewed", "Book", many=True, column="reviewer_id"),
    ),
    derived=(
        Derived("full_name", DerivedKind.JOIN_TEXT, TEXT, columns=("first_name", "last_name")),
        Derived("worth", DerivedKind.SUM, MONEY, "written", ("price", "copies")),
    ),
)
BOOK: Final = Entity(
    name="Book",
    table="books",
    domain="shelves",
    fields=(
        Field("isbn", text(1, 20), required=True),
        Field("shelf_id", NUMBER, required=True, references="Shelf", index=True),
        Field("author_id", UUID, required=True, references="Person"),
        Field("reviewer_id", maybe(UUID), required=False, references="Person"),
        Field("price", MONEY, required=True, default="9.90"),
        Field("weight", Shape(Kind.NUMBER, minimum=0.5, exclusive_minimum=True), required=False),
        Field("copies", whole(1, 2**40), required=True, default=1),
        Field("from_", Shape(Kind.DATE), required=False),
        Field("to", Shape(Kind.DATE), required=False),
        Field("date", Shape(Kind.DATE), required=False),
        Field("time", Shape(Kind.TIME), required=False),
        Field("text", TEXT, required=True, default=""),
        Field("order", whole(0, 99), required=True, default=0),
        Field("scope", SCOPE, required=True, default="read:all"),
        Field("other_scope", SCOPE, required=False),
        Field("state", one_of("BookState", "new", "lent", "lost"), True, default="new"),
        Field("rating", Shape(Kind.INTEGER, values=(1, 2, 5)), required=False),
        Field("cover", Shape(Kind.BINARY), required=False),
        Field("labels", TEXTS, required=True, default=("a", "b")),
        Field("extra", Shape(Kind.MAP), required=False),
        Field("anything", Shape(Kind.ANY), required=False),
        Field("is_open", FLAG, required=True, default=False),
        Field("lent_at", TIME, required=False),
        created(),
        updated(),
    ),
    relations=(
        Relation("author", "Person", many=False, column="author_id"),
        Relation("reviewer", "Person", many=False, column="reviewer_id"),
        Relation("shelf", "Shelf", many=False, column="shelf_id"),
        Relation("genres", "Genre", many=True, column="book_id", link="BookGenre"),
        Relation("sequels", "Book", many=True, column="first_id", link="Sequel"),
    ),
    derived=(
        Derived("is_closed", DerivedKind.NEGATION, FLAG, columns=("is_open",)),
        Derived("is_lent", DerivedKind.IS_SET, FLAG, columns=("lent_at",)),
        Derived("genre_count", DerivedKind.COUNT, NUMBER, "genres"),
    ),
    cross_fields=(CrossField("from_", "<=", "to"), CrossField("author_id", "!=", "reviewer_id")),
    transitions=(Transition("state", "lent", "new"), Transition("state", "lent", "lost")),
)
GENRE: Final = Entity(
    name="Genre",
    table="genres",
    domain="genres",
    doc="Genres.",
    fields=(
        Field("id", TEXT, required=True, auto=Auto.ID),
        Field("name", text(1, 40), required=True, unique=True),
        Field("deleted_at", TIME, required=False, auto=Auto.DELETED),
    ),
    relations=(Relation("books", "Book", many=True, column="genre_id", link="BookGenre"),),
    soft_delete="deleted_at",
)
BOOK_GENRE: Final = Entity(
    name="BookGenre",
    table="book_genres",
    domain="genres",
    fields=(
        key(),
        Field("book_id", text(1, 20), required=True, references="Book"),
        Field("genre_id", TEXT, required=True, references="Genre"),
        created(),
    ),
    uniques=(Unique(("book_id", "genre_id")),),
)
SEQUEL: Final = Entity(
    name="Sequel",
    table="sequels",
    domain="shelves",
    fields=(
        key(),
        Field("first_id", text(1, 20), required=True, references="Book"),
        Field("second_id", text(1, 20), required=True, references="Book"),
    ),
    uniques=(Unique(("first_id", "second_id")),),
)
LONG: Final = Entity(
    name="Measurement",
    table="measurements_of_the_air_inside_of_the_reading_rooms",
    domain="people",
    fields=(
        key(),
        Field("the_person_who_measured_it", UUID, required=True, references="Person", index=True),
        Field("humidity_in_percent_of_what_is_possible", whole(0, 100), True, unique=True),
        Field("kind_of_the_measurement_as_they_told", one_of("", "a", "b"), required=True),
        Field("taken_at", Shape(Kind.INTEGER), required=True, auto=Auto.CREATED),
    ),
    indexes=(("the_person_who_measured_it", "humidity_in_percent_of_what_is_possible"),),
)

CONTRACT: Final = with_origins(
    Contract(
        title="Library",
        features=("specs/001-library",),
        entities=(SHELF, PERSON, BOOK, GENRE, BOOK_GENRE, SEQUEL, LONG),
        schemas=(),
        inputs=(),
        views=(),
        operations=(),
        auth=Auth(Issuer.NONE),
        policies=Policies(),
    ),
    "specs/001-library",
)


def changed(*entities: Entity, gone: tuple[str, ...] = ()) -> Contract:
    """The library with other entities of the same name, with more of them, or with fewer."""
    new = {each.name: each for each in entities}
    kept = [new.pop(each.name, each) for each in CONTRACT.entities if each.name not in gone]
    return with_origins(replace(CONTRACT, entities=(*kept, *new.values())), "specs/001-library")
