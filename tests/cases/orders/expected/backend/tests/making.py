"""A valid row of each kind, straight in the database."""

from datetime import date
from typing import Any
from uuid import UUID

from fastapi import FastAPI

from app.accounts.models import Account
from app.core.security import hasher
from app.orders.models import Order, OrderLine
from tests.asking import Row

PASSWORD = "https://example.com/1"
# Made once: it is as slow as it has to be.
PASSWORD_HASH = hasher.hash(PASSWORD)


async def saved(app: FastAPI, row: Row) -> Row:
    async with app.state.sessions.begin() as session:
        session.add(row)
    return row


def next_number(app: FastAPI) -> int:
    """Counts on in every test: what must differ from row to row is made with it."""
    return int(next(app.state.numbers))


async def add_account(app: FastAPI, **values: Any) -> Account:
    number = next_number(app)
    row = Account(
        **{
            "company_name": "Company name 1",
            "email": f"person{number}@example.com",
            "password_hash": PASSWORD_HASH,
            **values,
        }
    )
    return await saved(app, row)


async def add_order(app: FastAPI, owner_id: UUID, **values: Any) -> Order:
    number = next_number(app)
    row = Order(
        **{
            "account_id": owner_id,
            "po_number": f"Po number {number}",
            "delivery_date": date.fromisoformat("2030-01-01"),
            "remark": "Remark 1",
            **values,
        }
    )
    return await saved(app, row)


async def add_order_line(app: FastAPI, owner_id: UUID, **values: Any) -> OrderLine:
    if "order_id" not in values:
        values["order_id"] = (await add_order(app, owner_id)).id
    number = next_number(app)
    row = OrderLine(
        **{
            "article_number": f"Article number {number}",
            "quantity": 1,
            "unit_price_cents": 1,
            **values,
        }
    )
    return await saved(app, row)
