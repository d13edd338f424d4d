"""Lists of items."""

from fastapi import FastAPI
from httpx2 import AsyncClient

from tests.asking import shown, wire
from tests.making import add_item, add_warehouse


async def test_list_items(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST allow clerks to create, list, read, update and delete items. (FR-001)"""
    item = await add_item(app)
    response = await anonymous.get("/api/items")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "items": [
            shown(
                item,
                "id",
                "warehouse_id",
                "sku",
                "name",
                "quantity",
                "reorder_level",
                "created_at",
                "updated_at",
            )
        ],
        "total": 1,
        "limit": 50,
        "offset": 0,
    }


async def test_list_items_comes_in_pages(app: FastAPI, anonymous: AsyncClient) -> None:
    """Each row is on one page."""
    item = await add_item(app)
    item_2 = await add_item(app)
    item_3 = await add_item(app)
    response = await anonymous.get("/api/items", params={"limit": 2})
    first = [each["id"] for each in response.json()["items"]]
    response = await anonymous.get("/api/items", params={"limit": 2, "offset": 2})
    second = [each["id"] for each in response.json()["items"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(item.id), wire(item_2.id), wire(item_3.id)], key=str
    )


async def test_list_items_is_narrowed_by_warehouse_id(app: FastAPI, anonymous: AsyncClient) -> None:
    warehouse = await add_warehouse(app)
    warehouse_2 = await add_warehouse(app)
    item = await add_item(app, warehouse_id=warehouse.id)
    await add_item(app, warehouse_id=warehouse_2.id)
    response = await anonymous.get("/api/items", params={"warehouse_id": warehouse.id})

    assert [each["id"] for each in response.json()["items"]] == [wire(item.id)]


async def test_list_items_is_narrowed_by_search(app: FastAPI, anonymous: AsyncClient) -> None:
    item = await add_item(app, name="Name 1")
    await add_item(app, name="Name 2")
    response = await anonymous.get("/api/items", params={"search": "nAME 1"})

    assert [each["id"] for each in response.json()["items"]] == [wire(item.id)]


async def test_list_low_stock(app: FastAPI, anonymous: AsyncClient) -> None:
    """System MUST list the items whose quantity is at or below their reorder level, sorted by
    quantity. (FR-009, FR-001)"""
    item = await add_item(app, quantity=0, reorder_level=1000)
    response = await anonymous.get("/api/items/low-stock")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "items": [
            shown(
                item,
                "id",
                "warehouse_id",
                "sku",
                "name",
                "quantity",
                "reorder_level",
                "created_at",
                "updated_at",
            )
        ],
        "total": 1,
        "limit": 50,
        "offset": 0,
    }


async def test_list_low_stock_comes_in_pages(app: FastAPI, anonymous: AsyncClient) -> None:
    """Each row is on one page."""
    item = await add_item(app, quantity=0, reorder_level=1000)
    item_2 = await add_item(app, quantity=0, reorder_level=1000)
    item_3 = await add_item(app, quantity=0, reorder_level=1000)
    response = await anonymous.get("/api/items/low-stock", params={"limit": 2})
    first = [each["id"] for each in response.json()["items"]]
    response = await anonymous.get("/api/items/low-stock", params={"limit": 2, "offset": 2})
    second = [each["id"] for each in response.json()["items"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(item.id), wire(item_2.id), wire(item_3.id)], key=str
    )


async def test_list_low_stock_is_sorted_by_quantity(app: FastAPI, anonymous: AsyncClient) -> None:
    item = await add_item(app, quantity=2, reorder_level=1000)
    item_2 = await add_item(app, quantity=1, reorder_level=1000)
    item_3 = await add_item(app, quantity=3, reorder_level=1000)
    response = await anonymous.get("/api/items/low-stock")

    assert [each["id"] for each in response.json()["items"]] == [
        wire(item_2.id),
        wire(item.id),
        wire(item_3.id),
    ]


async def test_list_low_stock_compares_quantity(app: FastAPI, anonymous: AsyncClient) -> None:
    below = await add_item(app, quantity=9, reorder_level=10)
    border = await add_item(app, quantity=10, reorder_level=10)
    await add_item(app, quantity=11, reorder_level=10)
    response = await anonymous.get("/api/items/low-stock")

    assert sorted([each["id"] for each in response.json()["items"]], key=str) == sorted(
        [wire(below.id), wire(border.id)], key=str
    )
