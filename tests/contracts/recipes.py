"""Books of recipes: rows in rows, children and links in bodies, references, one row a person."""

from typing import Any, Final

from backwright.contract.entities import (
    Auto,
    CountLimit,
    Entity,
    Field,
    Owner,
    Ownership,
    Relation,
    Unique,
)
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Access,
    Assign,
    AssignKind,
    Body,
    Credentials,
    Fill,
    Input,
    Lookup,
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
    Refusal,
    Source,
    View,
)
from backwright.contract.policies import Auth, Issuer, Policies
from backwright.shape import Kind, Shape
from tests.contracts.parts import (
    FLAG,
    JSON,
    NUMBER,
    TEXT,
    UUID,
    an,
    answers,
    body,
    by_id,
    columns,
    created,
    finds,
    key,
    many,
    needs,
    schema,
    shows,
    takes,
    text,
    updated,
    whole,
    with_origins,
)

TITLE: Final = text(1, 80)
VERSION: Final = whole(1, 2**31 - 1)
KEYS: Final = Shape(Kind.ARRAY, items=UUID, max_items=20)
FEATURE: Final = "specs/001-recipes"

BOOK: Final = Entity(
    name="Book",
    table="books",
    domain="books",
    fields=(
        key(),
        Field("owner_id", text(None, 255), required=True, auto=Auto.OWNER),
        Field("title", TITLE, required=True),
        created(),
    ),
    owner=Owner(Ownership.COLUMN, "owner_id"),
    uniques=(Unique(("owner_id", "title")),),
)
RECIPE: Final = Entity(
    name="Recipe",
    table="recipes",
    domain="recipes",
    fields=(
        key(),
        Field("book_id", UUID, required=True, references="Book", on_delete="restrict"),
        Field("title", TITLE, required=True),
        Field("serves", whole(1, 100), required=True, default=2),
        Field("version", VERSION, required=True, default=1, auto=Auto.VERSION),
        created(),
        updated(),
    ),
    owner=Owner(Ownership.PARENT, "book_id", "Book"),
    relations=(
        Relation("book", "Book", many=False, column="book_id"),
        Relation("ingredients", "Ingredient", True, "recipe_id", order_by=("name",), cascade=True),
        Relation("tags", "Tag", many=True, column="recipe_id", link="RecipeTag"),
    ),
    count_limits=(CountLimit("ingredients", 3),),
    version="version",
)
INGREDIENT: Final = Entity(
    name="Ingredient",
    table="ingredients",
    domain="recipes",
    fields=(
        key(),
        Field("recipe_id", UUID, required=True, references="Recipe", on_delete="cascade"),
        Field("name", TITLE, required=True),
    ),
    owner=Owner(Ownership.PARENT, "recipe_id", "Recipe"),
    uniques=(Unique(("recipe_id", "name")),),
)
TAG: Final = Entity(
    name="Tag",
    table="tags",
    domain="tags",
    fields=(key(), Field("name", TITLE, required=True, unique=True)),
)
RECIPE_TAG: Final = Entity(
    name="RecipeTag",
    table="recipe_tags",
    domain="recipes",
    fields=(
        key(),
        Field("recipe_id", UUID, required=True, references="Recipe", on_delete="cascade"),
        Field("tag_id", UUID, required=True, references="Tag", on_delete="restrict", index=True),
    ),
    owner=Owner(Ownership.PARENT, "recipe_id", "Recipe"),
)
KITCHEN: Final = Entity(
    name="Kitchen",
    table="kitchens",
    domain="kitchens",
    fields=(
        key(),
        Field("owner_id", text(None, 255), required=True, auto=Auto.OWNER, unique=True),
        Field("has_oven", FLAG, required=True, default=True),
    ),
    owner=Owner(Ownership.COLUMN, "owner_id"),
)

SCHEMAS: Final = (
    schema("BookCreate", needs("title", TITLE)),
    schema("BookPublic", needs("id", UUID), needs("title", TEXT)),
    schema("IngredientCreate", needs("name", TITLE)),
    schema("IngredientPublic", needs("name", TEXT)),
    schema(
        "RecipeCreate", needs("book_id", UUID), needs("title", TITLE),
        takes("serves", whole(1, 100)), needs("ingredients", many("IngredientCreate")),
        needs("tag_ids", KEYS),
    ),
    schema("RecipeUpdate", takes("book_id", UUID), takes("title", TITLE)),
    schema("RecipeShort", needs("name", TITLE)),
    schema(
        "RecipePublic", needs("id", UUID), needs("title", TEXT), needs("serves", NUMBER),
        needs("version", NUMBER), needs("book_title", TEXT),
        needs("ingredients", many("IngredientPublic")), needs("tags", many("TagPublic")),
    ),
    schema("RecipeTitle", needs("title", TEXT)),
    schema("RecipeAnswer", needs("ok", FLAG), needs("recipe", an("RecipePublic"))),
    schema("Message", needs("message", TEXT), needs("id", UUID)),
    schema("TagCreate", needs("name", TITLE)),
    schema("TagPublic", needs("id", UUID), needs("name", TEXT)),
    schema("KitchenUpdate", takes("has_oven", FLAG)),
    schema("KitchenPublic", needs("has_oven", FLAG)),
)  # fmt: skip
_OF_RECIPE: Final = (
    *columns("book_id", "title", "serves"),
    Assign("ingredients", AssignKind.CHILDREN, "ingredients"),
    Assign("tag_ids", AssignKind.LINKS, "tags"),
)
INPUTS: Final = (
    Input("BookCreate", "Book", columns("title")),
    Input("RecipeCreate", "Recipe", _OF_RECIPE),
    Input("RecipeUpdate", "Recipe", columns("book_id", "title")),
    Input("RecipeShort", "Recipe", (Assign("name", AssignKind.COLUMN, "title"),)),
    Input("IngredientCreate", "Ingredient", columns("name")),
    Input("TagCreate", "Tag", columns("name")),
    Input("KitchenUpdate", "Kitchen", columns("has_oven")),
)
VIEWS: Final = (
    shows("BookPublic", "Book", "id", "title"),
    shows("IngredientPublic", "Ingredient", "name"),
    shows("TagPublic", "Tag", "id", "name"),
    shows("KitchenPublic", "Kitchen", "has_oven"),
    shows("RecipeTitle", "Recipe", "title"),
    shows(
        "RecipePublic", "Recipe", "id", "title", "serves", "version",
        book_title=(Source.RELATION, "book.title"),
        ingredients=(Source.RELATION, "ingredients"), tags=(Source.RELATION, "tags"),
    ),
    View("RecipeAnswer", "", (Fill("ok", Source.CONSTANT, value=True), Fill("recipe", Source.ROW))),
    View(
        "Message", "",
        (Fill("message", Source.CONSTANT, value="Gone"), Fill("id", Source.KEY)),
    ),
)  # fmt: skip

SIGNED_IN: Final = Access(Credentials.REQUIRED)
ANONYMOUS: Final = Refusal(401, "unauthenticated", "Not authenticated")
INVALID: Final = Refusal(422, "invalid", "Invalid input")
NO_BOOK: Final = Refusal(404, "missing", "Book not found", "Book")
NO_RECIPE: Final = Refusal(404, "missing", "Recipe not found", "Recipe")
NO_TAG: Final = Refusal(404, "missing", "Tag not found", "Tag")
TITLE_TAKEN: Final = Refusal(
    409, "duplicate", "You have this book already", "Book", ("owner_id", "title")
)
NAME_TAKEN: Final = Refusal(409, "duplicate", "There is such a tag", "Tag", ("name",))
BOOK_IN_USE: Final = Refusal(409, "in_use", "The book has recipes", "Book")
TAG_IN_USE: Final = Refusal(409, "in_use", "Recipes have this tag", "Tag")
FULL: Final = Refusal(409, "count", "Three ingredients are enough", "Recipe")
STALE: Final = Refusal(412, "stale", "The recipe has changed since it was read", "Recipe")

IF_MATCH: Final = Parameter(
    "if_match", "If-Match", "header", TEXT, required=False, use=ParameterUse.IF_MATCH
)
_BOOKS: Final = {"domain": "books", "tag": "books", "entity": "Book"}
_RECIPES: Final = {"domain": "recipes", "tag": "recipes", "entity": "Recipe"}
_TAGS: Final = {"domain": "tags", "tag": "tags", "entity": "Tag"}
_KITCHENS: Final = {
    "domain": "kitchens",
    "tag": "kitchens",
    "entity": "Kitchen",
    "path": "/kitchen",
}
_ONE_BOOK: Final = {
    **_BOOKS, "path": "/books/{book_id}", "parameters": (by_id("book_id"),),
    "lookups": (finds("book_id", "Book"),),
}  # fmt: skip
_ONE_RECIPE: Final = {
    **_RECIPES, "path": "/recipes/{id}", "parameters": (by_id("id"),),
    "lookups": (finds("id", "Recipe"),),
}  # fmt: skip
_ONE_TAG: Final = {
    **_TAGS, "path": "/tags/{tag_id}", "parameters": (by_id("tag_id"),),
    "lookups": (finds("tag_id", "Tag"),),
}  # fmt: skip
_MINE: Final = {**_KITCHENS, "lookups": (Lookup("", "Kitchen", "owner_id"),), "creates": True}


def _asked(id: str, method: str, purpose: Purpose, *refusals: Refusal, **parts: Any) -> Operation:  # noqa: A002
    return Operation(
        id=id, method=method, purpose=purpose, access=SIGNED_IN, statements=("FR-001",),
        doc=f"System MUST {id.replace('_', ' ')}.", refusals=(ANONYMOUS, *refusals), **parts,
    )  # fmt: skip


OPERATIONS: Final = (
    _asked(
        "create_book", "POST", Purpose.CREATE, TITLE_TAKEN, INVALID, path="/books", **_BOOKS,
        body=body("BookCreate"), result=answers(201, an("BookPublic")),
    ),
    _asked(
        "get_book", "GET", Purpose.GET, NO_BOOK, INVALID, **_ONE_BOOK,
        result=answers(200, an("BookPublic")),
    ),
    _asked(
        "delete_book", "DELETE", Purpose.DELETE, NO_BOOK, BOOK_IN_USE, INVALID, **_ONE_BOOK,
        result=answers(204),
    ),
    _asked(
        "import_recipes", "POST", Purpose.CREATE, NO_BOOK, INVALID,
        **{**_ONE_BOOK, **_RECIPES, "path": "/books/{book_id}/recipes"},
        body=Body(many("RecipeShort"), JSON, required=True, multiple=True),
        result=answers(201, many("RecipeTitle")),
    ),
    _asked(
        "create_recipe", "POST", Purpose.CREATE, NO_BOOK, NO_TAG, FULL, INVALID, path="/recipes",
        **_RECIPES, body=body("RecipeCreate"), result=answers(201, an("RecipePublic")),
    ),
    _asked(
        "get_recipe", "GET", Purpose.GET, NO_RECIPE, INVALID, **_ONE_RECIPE,
        result=answers(200, an("RecipeAnswer")),
    ),
    _asked(
        "replace_recipe", "PUT", Purpose.REPLACE, NO_RECIPE, NO_BOOK, NO_TAG, FULL, STALE, INVALID,
        **{**_ONE_RECIPE, "parameters": (by_id("id"), IF_MATCH)}, body=body("RecipeCreate"),
        result=answers(200, an("RecipePublic")),
    ),
    _asked(
        "update_recipe", "PATCH", Purpose.UPDATE, NO_RECIPE, NO_BOOK, STALE, INVALID, **_ONE_RECIPE,
        body=Body(an("RecipeUpdate"), JSON, required=False),
        result=answers(200, an("RecipePublic")),
    ),
    _asked(
        "delete_recipe", "DELETE", Purpose.DELETE, NO_RECIPE, STALE, INVALID, **_ONE_RECIPE,
        result=answers(200, an("Message")),
    ),
    _asked(
        "create_tag", "POST", Purpose.CREATE, NAME_TAKEN, INVALID, path="/tags", **_TAGS,
        body=body("TagCreate"), result=answers(201, an("TagPublic")),
    ),
    _asked(
        "delete_tag", "DELETE", Purpose.DELETE, NO_TAG, TAG_IN_USE, INVALID, **_ONE_TAG,
        result=answers(204),
    ),
    _asked("get_kitchen", "GET", Purpose.GET, **_MINE, result=answers(200, an("KitchenPublic"))),
    _asked(
        "update_kitchen", "PATCH", Purpose.UPDATE, INVALID, **_MINE, body=body("KitchenUpdate"),
        result=answers(200, an("KitchenPublic")),
    ),
)  # fmt: skip

CONTRACT: Final = with_origins(
    Contract(
        title="Recipes",
        features=(FEATURE,),
        entities=(BOOK, RECIPE, INGREDIENT, TAG, RECIPE_TAG, KITCHEN),
        schemas=SCHEMAS,
        inputs=INPUTS,
        views=VIEWS,
        operations=OPERATIONS,
        auth=Auth(issuer=Issuer.EXTERNAL, subject_kind="string"),
        policies=Policies(),
    ),
    FEATURE,
)
