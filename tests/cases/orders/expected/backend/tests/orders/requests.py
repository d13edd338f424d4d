"""For each operation on orders a request that succeeds, and what it stands on."""

from uuid import UUID, uuid4

from fastapi import FastAPI

from app.orders.models import OrderState
from tests.asking import Asked
from tests.making import add_order, add_order_line


async def ask_list_orders(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("GET", "/api/v2/orders", 200)


async def ask_create_order(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked(
        "POST",
        "/api/v2/orders",
        201,
        json={"poNumber": "PO-118", "deliveryDate": "2030-01-01", "remark": "Remark 1"},
    )


async def ask_get_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    return Asked("GET", f"/api/v2/orders/{order.id}", 200, missing=(f"/api/v2/orders/{uuid4()}",))


async def ask_update_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    return Asked(
        "PATCH",
        f"/api/v2/orders/{order.id}",
        200,
        json={"poNumber": "Po number 2", "deliveryDate": "2030-01-02", "remark": "Remark 2"},
        headers={"If-Match": str(order.version)},
        missing=(f"/api/v2/orders/{uuid4()}",),
    )


async def ask_delete_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    return Asked(
        "DELETE", f"/api/v2/orders/{order.id}", 204, missing=(f"/api/v2/orders/{uuid4()}",)
    )


async def ask_submit_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    await add_order_line(app, owner_id, order_id=order.id)
    return Asked(
        "POST",
        f"/api/v2/orders/{order.id}/submit",
        200,
        missing=(f"/api/v2/orders/{uuid4()}/submit",),
    )


async def ask_reopen_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id, state=OrderState.SUBMITTED)
    return Asked(
        "POST",
        f"/api/v2/orders/{order.id}/reopen",
        200,
        missing=(f"/api/v2/orders/{uuid4()}/reopen",),
    )


async def ask_accept_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id, state=OrderState.SUBMITTED)
    return Asked(
        "POST",
        f"/api/v2/orders/{order.id}/accept",
        200,
        missing=(f"/api/v2/orders/{uuid4()}/accept",),
    )


async def ask_reject_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id, state=OrderState.SUBMITTED)
    return Asked(
        "POST",
        f"/api/v2/orders/{order.id}/reject",
        200,
        missing=(f"/api/v2/orders/{uuid4()}/reject",),
    )


async def ask_ship_order(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id, state=OrderState.ACCEPTED)
    return Asked(
        "POST", f"/api/v2/orders/{order.id}/ship", 200, missing=(f"/api/v2/orders/{uuid4()}/ship",)
    )


async def ask_add_line(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    return Asked(
        "POST",
        f"/api/v2/orders/{order.id}/lines",
        201,
        json={"articleNumber": "TEA-100", "quantity": 1, "unitPriceCents": 1},
        missing=(f"/api/v2/orders/{uuid4()}/lines",),
    )


async def ask_update_line(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    order_line = await add_order_line(app, owner_id, order_id=order.id)
    return Asked(
        "PATCH",
        f"/api/v2/orders/{order.id}/lines/{order_line.id}",
        200,
        json={"quantity": 2, "unitPriceCents": 2},
        missing=(
            f"/api/v2/orders/{uuid4()}/lines/{order_line.id}",
            f"/api/v2/orders/{order.id}/lines/{uuid4()}",
        ),
    )


async def ask_remove_line(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    order_line = await add_order_line(app, owner_id, order_id=order.id)
    return Asked(
        "DELETE",
        f"/api/v2/orders/{order.id}/lines/{order_line.id}",
        204,
        missing=(
            f"/api/v2/orders/{uuid4()}/lines/{order_line.id}",
            f"/api/v2/orders/{order.id}/lines/{uuid4()}",
        ),
    )


async def ask_check_delivery(app: FastAPI, owner_id: UUID) -> Asked:
    order = await add_order(app, owner_id)
    return Asked(
        "GET",
        f"/api/v2/orders/{order.id}/delivery-check",
        501,
        missing=(f"/api/v2/orders/{uuid4()}/delivery-check",),
    )
