"""The operations of the orders contract."""

from dataclasses import replace
from typing import Any, Final

from backwright.contract.operations import (
    Access,
    Condition,
    Credentials,
    Operation,
    Page,
    ParameterUse,
    Purpose,
    Refusal,
    Sort,
)
from backwright.shape import Kind, Shape
from tests.contracts.parts import an, answers, body, by_id, finds, one_of, query, text, whole

VISITOR: Final = Access(Credentials.NONE, any_owner=True)
SIGNED_IN: Final = Access(Credentials.REQUIRED)
ADMIN: Final = Access(Credentials.REQUIRED, ("admin",), any_owner=True)

UNREADABLE: Final = Refusal(400, "unreadable", "There was an error parsing the body")
TOO_LARGE: Final = Refusal(413, "too_large", "Content Too Large")
INVALID: Final = Refusal(422, "invalid", "Invalid input")
BODY: Final = (UNREADABLE, TOO_LARGE, INVALID)
ANONYMOUS: Final = Refusal(401, "unauthenticated", "Not authenticated")
NO_ADMIN: Final = Refusal(403, "role", "Not permitted")
NO_PRODUCT: Final = Refusal(404, "missing", "Product not found", "Product")
NO_ORDER: Final = Refusal(404, "missing", "Order not found", "Order")
NO_LINE: Final = Refusal(404, "missing", "Order line not found", "OrderLine")
NO_DRAFT: Final = Refusal(409, "state", "The order is no longer a draft", "Order")
NO_LINES: Final = Refusal(409, "empty", "The order has no lines", "Order")
STALE: Final = Refusal(409, "stale", "The order has changed since it was read", "Order")
WRONG_STATUS: Final = Refusal(409, "transition", "The order's status does not allow this", "Order")
REFERENCE_TAKEN: Final = Refusal(
    409,
    "duplicate",
    "You have another order with this reference",
    "Order",
    ("customer_id", "reference"),
)
ON_ORDER: Final = Refusal(
    409,
    "duplicate",
    "The product is on the order already",
    "OrderLine",
    ("order_id", "product_id"),
)
FULL: Final = Refusal(409, "count", "The order has 50 lines already", "Order")
SKU_TAKEN: Final = Refusal(409, "duplicate", "A product with this SKU exists", "Product", ("sku",))
EMAIL_TAKEN: Final = Refusal(
    409, "duplicate", "A user with this e-mail address exists", "User", ("email",)
)
WRONG_CREDENTIALS: Final = Refusal(401, "credentials", "Wrong e-mail address or password")

PAGES: Final = (
    query("page", ParameterUse.PAGE, whole(1, 10_000), 1),
    query("size", ParameterUse.SIZE, whole(1, 100), 50),
)
STATUS: Final = one_of("OrderStatus", "draft", "placed", "paid", "shipped", "cancelled")
DRAFT: Final = (Condition("Order", "status", ("draft",)),)
ORDER: Final = {
    "domain": "orders",
    "tag": "orders",
    "entity": "Order",
    "access": SIGNED_IN,
    "parameters": (by_id("order_id"),),
    "lookups": (finds("order_id", "Order"),),
}
LINE: Final = {
    **ORDER,
    "entity": "OrderLine",
    "parameters": (by_id("order_id"), by_id("line_id")),
    "lookups": (finds("order_id", "Order"), finds("line_id", "OrderLine", "order_id")),
}
PRODUCT: Final = {
    "domain": "products",
    "tag": "products",
    "entity": "Product",
    "access": SIGNED_IN,
    "parameters": (by_id("product_id"),),
    "lookups": (finds("product_id", "Product"),),
}


def _asked(sentence: str, *statements: str, **parts: Any) -> Operation:
    return Operation(doc=sentence, statements=statements, **parts)


def _of_all(shared: dict[str, Any]) -> dict[str, Any]:
    return {**shared, "parameters": (), "lookups": ()}


USERS: Final = (
    _asked(
        "System MUST let a visitor register with an e-mail address and a password.",
        "FR-001", "US1.1", "US1.2", "FR-002",
        id="register_user",
        method="POST",
        path="/api/users",
        domain="users",
        tag="users",
        purpose=Purpose.REGISTER,
        access=VISITOR,
        entity="User",
        body=body("UserCreate"),
        result=answers(201, an("UserPublic"), "Registered"),
        refusals=(EMAIL_TAKEN, *BODY),
    ),
    _asked(
        "System MUST exchange e-mail address and password for an access token of 15 minutes.",
        "FR-003", "US1.3", "US1.4", "FR-004",
        id="login",
        method="POST",
        path="/api/users/login",
        domain="users",
        tag="users",
        purpose=Purpose.LOGIN,
        access=VISITOR,
        entity="User",
        body=body("Credentials", "application/x-www-form-urlencoded"),
        result=answers(200, an("AccessToken"), "Signed in"),
        refusals=(WRONG_CREDENTIALS, *BODY),
    ),
    _asked(
        "System MUST show a signed-in user their own account.",
        "FR-005", "US1.5",
        id="get_me",
        method="GET",
        path="/api/users/me",
        domain="users",
        tag="users",
        purpose=Purpose.ME,
        access=SIGNED_IN,
        entity="User",
        result=answers(200, an("UserPublic"), "The account"),
        refusals=(ANONYMOUS,),
    ),
)  # fmt: skip

PRODUCTS: Final = (
    _asked(
        "System MUST list the catalogue to signed-in users, sorted by name.",
        "FR-006", "US5.1",
        **{**PRODUCT, "parameters": PAGES, "lookups": ()},
        id="list_products",
        method="GET",
        path="/api/products",
        purpose=Purpose.LIST,
        page=Page(50, 100, "page"),
        sorts=(Sort("name", "name"),),
        result=answers(200, an("ProductPage"), "A page"),
        refusals=(ANONYMOUS, INVALID),
    ),
    _asked(
        "System MUST let admins, and nobody else, add products, each with a SKU of its own.",
        "FR-008", "US5.3",
        **{**_of_all(PRODUCT), "access": ADMIN},
        id="create_product",
        method="POST",
        path="/api/products",
        purpose=Purpose.CREATE,
        body=body("ProductCreate"),
        result=answers(201, an("ProductPublic"), "Added"),
        refusals=(ANONYMOUS, NO_ADMIN, SKU_TAKEN, *BODY),
    ),
    _asked(
        "System MUST show a product to signed-in users.",
        "FR-007",
        **PRODUCT,
        id="get_product",
        method="GET",
        path="/api/products/{product_id}",
        purpose=Purpose.GET,
        result=answers(200, an("ProductPublic"), "The product"),
        refusals=(ANONYMOUS, NO_PRODUCT, INVALID),
    ),
    _asked(
        "System MUST let admins, and nobody else, change the name and the price of a product.",
        "FR-009", "US5.2", "US5.3",
        **{**PRODUCT, "access": ADMIN},
        id="update_product",
        method="PATCH",
        path="/api/products/{product_id}",
        purpose=Purpose.UPDATE,
        body=body("ProductUpdate"),
        result=answers(200, an("ProductPublic"), "Changed"),
        refusals=(ANONYMOUS, NO_ADMIN, NO_PRODUCT, *BODY),
    ),
)  # fmt: skip

ORDERS: Final = (
    _asked(
        "System MUST list a customer's orders in pages, newest or oldest first, filtered by status"
        " and by part of the reference.",
        "FR-012", "US4.1", "US4.2", "US4.3", "US4.4", "US4.5",
        **{**_of_all(ORDER), "parameters": (
            *PAGES,
            query("status", ParameterUse.FILTER, STATUS, None, "status"),
            query("reference", ParameterUse.SEARCH, text(1, 40), None, "reference"),
            query(
                "sort",
                ParameterUse.SORT,
                Shape(Kind.STRING, values=("created_at", "-created_at")),
                "-created_at",
            ),
        )},
        id="list_orders",
        method="GET",
        path="/api/orders",
        purpose=Purpose.LIST,
        page=Page(50, 100, "page"),
        sorts=(Sort("-created_at", "created_at", True), Sort("created_at", "created_at")),
        result=answers(200, an("OrderPage"), "A page"),
        refusals=(ANONYMOUS, INVALID),
    ),
    _asked(
        "System MUST let a customer open an order as a draft, under a reference of its own.",
        "FR-010", "US2.1", "US2.2",
        **_of_all(ORDER),
        id="create_order",
        method="POST",
        path="/api/orders",
        purpose=Purpose.CREATE,
        body=body("OrderCreate"),
        result=answers(201, an("OrderPublic"), "Opened"),
        refusals=(ANONYMOUS, REFERENCE_TAKEN, *BODY),
    ),
    _asked(
        "System MUST show a customer one of their orders with its lines and its total.",
        "FR-013",
        **ORDER,
        id="get_order",
        method="GET",
        path="/api/orders/{order_id}",
        purpose=Purpose.GET,
        result=answers(200, an("OrderPublic"), "The order"),
        refusals=(ANONYMOUS, NO_ORDER, INVALID),
    ),
    _asked(
        "System MUST let a customer change the reference and the note of a draft, and refuse the"
        " change if the version they name is stale.",
        "FR-014", "US2.5", "US2.6",
        **ORDER,
        id="update_order",
        method="PATCH",
        path="/api/orders/{order_id}",
        purpose=Purpose.UPDATE,
        body=body("OrderUpdate"),
        conditions=DRAFT,
        result=answers(200, an("OrderPublic"), "Changed"),
        refusals=(ANONYMOUS, NO_ORDER, NO_DRAFT, STALE, REFERENCE_TAKEN, *BODY),
    ),
    _asked(
        "System MUST let a customer delete a draft; its row stays, its reference is free again.",
        "FR-016", "US2.7",
        **ORDER,
        id="delete_order",
        method="DELETE",
        path="/api/orders/{order_id}",
        purpose=Purpose.DELETE,
        conditions=DRAFT,
        result=answers(204, None, "Deleted"),
        refusals=(ANONYMOUS, NO_ORDER, NO_DRAFT, STALE, INVALID),
    ),
)  # fmt: skip


def _moved(sentence: str, *statements: str, step: str, status: str, **parts: Any) -> Operation:
    shared = {
        "id": f"{step}_order",
        "method": "POST",
        "path": f"/api/orders/{{order_id}}/{step}",
        "purpose": Purpose.TRANSITION,
        "changes": (("status", status),),
        "result": answers(200, an("OrderPublic"), "Moved on"),
        "refusals": (ANONYMOUS, NO_ORDER, WRONG_STATUS, STALE, INVALID),
    }
    return _asked(sentence, *statements, **{**ORDER, **shared, **parts})


def _recorded(sentence: str, *statements: str, step: str, status: str) -> Operation:
    refused = (ANONYMOUS, NO_ADMIN, NO_ORDER, WRONG_STATUS, STALE, INVALID)
    moved = _moved(sentence, *statements, step=step, status=status)
    return replace(moved, access=ADMIN, refusals=refused)


STEPS: Final = (
    _moved(
        "System MUST let a customer place a draft that has at least one line.",
        "FR-020", "US3.1", "US3.2",
        step="place",
        status="placed",
        conditions=(Condition("Order", relation="lines"),),
        refusals=(ANONYMOUS, NO_ORDER, NO_LINES, WRONG_STATUS, STALE, INVALID),
    ),
    _moved(
        "System MUST let a customer cancel an order that is not yet paid.",
        "FR-021", "US3.3",
        step="cancel",
        status="cancelled",
    ),
    _recorded(
        "System MUST let admins, and nobody else, record that any customer's placed order is paid.",
        "FR-022", "US5.4", "US5.5",
        step="pay",
        status="paid",
    ),
    _recorded(
        "System MUST let admins, and nobody else, record that any customer's paid order is"
        " shipped.",
        "FR-023", "US5.4", "US5.5",
        step="ship",
        status="shipped",
    ),
)  # fmt: skip

LINES: Final = (
    _asked(
        "System MUST let a customer put a product on a draft, once, at the price of that moment.",
        "FR-017", "US2.3", "US2.4", "FR-015",
        **{**ORDER, "entity": "OrderLine"},
        id="add_line",
        method="POST",
        path="/api/orders/{order_id}/lines",
        purpose=Purpose.CREATE,
        body=body("OrderLineCreate"),
        conditions=DRAFT,
        result=answers(201, an("OrderPublic"), "The order with the line"),
        refusals=(ANONYMOUS, NO_ORDER, NO_PRODUCT, NO_DRAFT, FULL, ON_ORDER, STALE, *BODY),
    ),
    _asked(
        "System MUST let a customer change the quantity on a line of a draft.",
        "FR-018", "FR-015",
        **LINE,
        id="update_line",
        method="PATCH",
        path="/api/orders/{order_id}/lines/{line_id}",
        purpose=Purpose.UPDATE,
        body=body("OrderLineUpdate"),
        conditions=DRAFT,
        result=answers(200, an("OrderPublic"), "The order with the line"),
        refusals=(ANONYMOUS, NO_ORDER, NO_LINE, NO_DRAFT, STALE, *BODY),
    ),
    _asked(
        "System MUST let a customer take a line off a draft.",
        "FR-019", "FR-015",
        **LINE,
        id="remove_line",
        method="DELETE",
        path="/api/orders/{order_id}/lines/{line_id}",
        purpose=Purpose.DELETE,
        conditions=DRAFT,
        result=answers(204, None, "Removed"),
        refusals=(ANONYMOUS, NO_ORDER, NO_LINE, NO_DRAFT, STALE, INVALID),
    ),
    _asked(
        "System MUST quote the shipping fee of an order by the carrier's tariff in force.",
        "FR-024",
        **ORDER,
        id="quote_shipping_fee",
        method="GET",
        path="/api/orders/{order_id}/shipping-fee",
        purpose=Purpose.CUSTOM,
        hook="quote_shipping_fee",
        needs="the carrier's tariff in force",
        result=answers(200, an("ShippingFee"), "The fee"),
        refusals=(
            ANONYMOUS,
            NO_ORDER,
            INVALID,
            Refusal(501, "needs_code", "Not implemented yet"),
        ),
    ),
)  # fmt: skip

OPERATIONS: Final = (*USERS, *PRODUCTS, *ORDERS, *STEPS, *LINES)
