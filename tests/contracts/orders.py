"""Accounts, a shared catalogue and private orders: all that the contract's types can say."""

from typing import Final

from backwright.contract.entities import (
    Auto,
    CountLimit,
    Derived,
    DerivedKind,
    Entity,
    Field,
    Owner,
    Ownership,
    Relation,
    Transition,
    Unique,
)
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Assign,
    AssignKind,
    Fill,
    Input,
    Source,
    View,
)
from backwright.contract.policies import Auth, Issuer, PasswordRule, Policies
from backwright.shape import Kind, Shape
from tests.contracts.orders_operations import OPERATIONS
from tests.contracts.parts import (
    NUMBER,
    TEXT,
    TIME,
    UUID,
    columns,
    created,
    key,
    many,
    maybe,
    needs,
    one_of,
    page_of,
    schema,
    shows,
    takes,
    text,
    updated,
    whole,
    with_origins,
)

EMAIL: Final = Shape(Kind.STRING, format="email", max_length=254)
PASSWORD: Final = text(8, 128)
ROLE: Final = one_of("Role", "customer", "admin")
SKU: Final = text(1, 32, "^[A-Z0-9-]+$")
NAME: Final = text(1, 120)
CENTS: Final = whole(0, 100_000_000)
REFERENCE: Final = text(1, 40, "^[A-Za-z0-9/_-]+$")
NOTE: Final = text(None, 500)
STATUS: Final = one_of("OrderStatus", "draft", "placed", "paid", "shipped", "cancelled")
QUANTITY: Final = whole(1, 999)
VERSION: Final = whole(1, 2**31 - 1)

USER: Final = Entity(
    name="User",
    table="users",
    domain="users",
    doc="Users: customers and staff.",
    fields=(
        key(),
        Field("email", EMAIL, required=True, unique=True, normalise=("lower",)),
        Field("password_hash", text(None, 255), True, auto=Auto.PASSWORD_HASH, write_only=True),
        Field("role", ROLE, required=True, default="customer", auto=Auto.SYSTEM),
        created(),
    ),
    owner=Owner(Ownership.IDENTITY),
)
PRODUCT: Final = Entity(
    name="Product",
    table="products",
    domain="products",
    doc="Products: the catalogue that all customers share.",
    fields=(
        key(),
        Field("sku", SKU, required=True, unique=True, immutable=True),
        Field("name", NAME, required=True),
        Field("price_cents", CENTS, required=True),
        created(),
        updated(),
    ),
    indexes=(("name", "id"),),
)
ORDER: Final = Entity(
    name="Order",
    table="orders",
    domain="orders",
    doc="Orders and their lines.",
    fields=(
        key(),
        Field("customer_id", UUID, required=True, auto=Auto.OWNER, references="User"),
        Field("reference", REFERENCE, required=True),
        Field("note", NOTE, required=False),
        Field("status", STATUS, required=True, default="draft", auto=Auto.SYSTEM),
        Field("version", VERSION, required=True, default=1, auto=Auto.VERSION),
        created(),
        updated(),
        Field("deleted_at", TIME, required=False, auto=Auto.DELETED),
    ),
    owner=Owner(Ownership.COLUMN, "customer_id"),
    uniques=(Unique(("customer_id", "reference"), live_only=True),),
    indexes=(("customer_id", "created_at", "id"), ("customer_id", "status", "created_at", "id")),
    relations=(
        Relation("lines", "OrderLine", many=True, column="order_id", order_by=("created_at", "id")),
    ),
    derived=(
        Derived("total_cents", DerivedKind.SUM, NUMBER, "lines", ("quantity", "unit_price_cents")),
    ),
    count_limits=(CountLimit("lines", 50),),
    soft_delete="deleted_at",
    version="version",
    transitions=(
        Transition("status", "draft", "placed"),
        Transition("status", "draft", "cancelled"),
        Transition("status", "placed", "paid"),
        Transition("status", "placed", "cancelled"),
        Transition("status", "paid", "shipped"),
    ),
)
LINE: Final = Entity(
    name="OrderLine",
    table="order_lines",
    domain="orders",
    fields=(
        key(),
        Field("order_id", UUID, required=True, references="Order"),
        Field("product_id", UUID, required=True, references="Product", index=True),
        Field("quantity", QUANTITY, required=True),
        Field(
            "unit_price_cents",
            CENTS,
            required=True,
            auto=Auto.SYSTEM,
            immutable=True,
            copies="product_id.price_cents",
        ),
        created(),
    ),
    owner=Owner(Ownership.PARENT, "order_id", "Order"),
    uniques=(Unique(("order_id", "product_id")),),
)

SCHEMAS: Final = (
    schema("UserCreate", needs("email", EMAIL, "ada@example.com"), needs("password", PASSWORD)),
    schema(
        "UserPublic",
        needs("id", UUID),
        needs("email", TEXT),
        needs("role", ROLE),
        needs("created_at", TIME),
    ),
    schema("Credentials", needs("username", text(None, 254)), needs("password", text(None, 128))),
    schema(
        "AccessToken",
        needs("access_token", TEXT),
        needs("token_type", Shape(Kind.STRING, values=("bearer",))),
        needs("expires_in", NUMBER),
    ),
    schema(
        "ProductCreate",
        needs("sku", SKU, "TEA-100"),
        needs("name", NAME, "Green tea"),
        needs("price_cents", CENTS, 450),
    ),
    schema("ProductUpdate", takes("name", NAME), takes("price_cents", CENTS)),
    schema(
        "ProductPublic",
        needs("id", UUID),
        needs("sku", TEXT),
        needs("name", TEXT),
        needs("price_cents", NUMBER),
        needs("created_at", TIME),
        needs("updated_at", TIME),
    ),
    schema(
        "ProductPage",
        needs("items", many("ProductPublic")),
        needs("total", NUMBER),
        needs("page", NUMBER),
        needs("size", NUMBER),
    ),
    schema(
        "OrderCreate",
        needs("reference", REFERENCE, "PO-2026-0042"),
        takes("note", maybe(NOTE), "Ring twice"),
    ),
    schema(
        "OrderUpdate",
        needs("version", VERSION),
        takes("reference", REFERENCE),
        takes("note", maybe(NOTE)),
    ),
    schema(
        "OrderSummary",
        needs("id", UUID),
        needs("reference", TEXT),
        needs("status", STATUS),
        needs("version", NUMBER),
        needs("created_at", TIME),
        needs("updated_at", TIME),
    ),
    schema(
        "OrderPublic",
        needs("id", UUID),
        needs("reference", TEXT),
        needs("status", STATUS),
        needs("version", NUMBER),
        needs("created_at", TIME),
        needs("updated_at", TIME),
        needs("note", maybe(TEXT)),
        needs("lines", many("OrderLinePublic")),
        needs("total_cents", NUMBER),
    ),
    schema(
        "OrderPage",
        needs("items", many("OrderSummary")),
        needs("total", NUMBER),
        needs("page", NUMBER),
        needs("size", NUMBER),
    ),
    schema("OrderLineCreate", needs("product_id", UUID), needs("quantity", QUANTITY, 3)),
    schema("OrderLineUpdate", needs("quantity", QUANTITY)),
    schema(
        "OrderLinePublic",
        needs("id", UUID),
        needs("product_id", UUID),
        needs("quantity", NUMBER),
        needs("unit_price_cents", NUMBER),
    ),
    schema("ShippingFee", needs("amount_cents", NUMBER)),
)

INPUTS: Final = (
    Input(
        "UserCreate",
        "User",
        (*columns("email"), Assign("password", AssignKind.PASSWORD, "password_hash")),
    ),
    Input(
        "Credentials",
        "User",
        (
            Assign("username", AssignKind.LOGIN, "email"),
            Assign("password", AssignKind.PASSWORD, "password_hash"),
        ),
    ),
    Input("ProductCreate", "Product", columns("sku", "name", "price_cents")),
    Input("ProductUpdate", "Product", columns("name", "price_cents")),
    Input("OrderCreate", "Order", columns("reference", "note")),
    Input(
        "OrderUpdate",
        "Order",
        (Assign("version", AssignKind.VERSION, "version"), *columns("reference", "note")),
    ),
    Input("OrderLineCreate", "OrderLine", columns("product_id", "quantity")),
    Input("OrderLineUpdate", "OrderLine", columns("quantity")),
)

SUMMARY: Final = ("id", "reference", "status", "version", "created_at", "updated_at")
VIEWS: Final = (
    shows("UserPublic", "User", "id", "email", "role", "created_at"),
    View(
        "AccessToken",
        "",
        (
            Fill("access_token", Source.ACCESS_TOKEN),
            Fill("token_type", Source.CONSTANT, value="bearer"),
            Fill("expires_in", Source.EXPIRES_IN),
        ),
    ),
    shows(
        "ProductPublic", "Product", "id", "sku", "name", "price_cents", "created_at", "updated_at"
    ),
    page_of("ProductPage"),
    shows("OrderSummary", "Order", *SUMMARY),
    shows(
        "OrderPublic",
        "Order",
        *SUMMARY,
        "note",
        lines=(Source.RELATION, "lines"),
        total_cents=(Source.DERIVED, "total_cents"),
    ),
    page_of("OrderPage"),
    shows("OrderLinePublic", "OrderLine", "id", "product_id", "quantity", "unit_price_cents"),
)

CONTRACT: Final = with_origins(
    Contract(
        title="Orders",
        features=("specs/003-orders",),
        entities=(USER, PRODUCT, ORDER, LINE),
        schemas=SCHEMAS,
        inputs=INPUTS,
        views=VIEWS,
        operations=OPERATIONS,
        auth=Auth(
            issuer=Issuer.OWN,
            user="User",
            role="role",
            token_url="/api/users/login",
            token_form=True,
            password_rule=PasswordRule(8, 128),
        ),
        policies=Policies(body_limit=64 * 1024, api_prefix="/api", roles=("customer", "admin")),
    ),
    "specs/003-orders",
)
