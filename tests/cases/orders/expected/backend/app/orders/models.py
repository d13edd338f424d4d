"""Orders and order lines."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID, uuid4

import pydantic
from sqlalchemy.orm import Mapped
from sqlmodel import CheckConstraint, Field, Index, Relationship, UniqueConstraint, text

from app.core.db import TableModel, text_enum, utcnow
from app.core.text import Text

PoNumber = Annotated[Text, pydantic.Field(min_length=1, max_length=30, examples=["PO-118"])]
Remark = Annotated[Text, pydantic.Field(max_length=500)]
ArticleNumber = Annotated[Text, pydantic.Field(min_length=1, max_length=20, examples=["TEA-100"])]
Quantity = Annotated[int, pydantic.Field(strict=True, ge=1, le=500)]
UnitPriceCents = Annotated[int, pydantic.Field(strict=True, ge=0, le=1_000_000)]


class OrderState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    SHIPPED = "shipped"


NEXT_STATES = {
    OrderState.DRAFT: {OrderState.SUBMITTED},
    OrderState.SUBMITTED: {OrderState.DRAFT, OrderState.ACCEPTED, OrderState.REJECTED},
    OrderState.ACCEPTED: {OrderState.SHIPPED},
    OrderState.REJECTED: {OrderState.DRAFT},
    OrderState.SHIPPED: set(),
}


class Order(TableModel, table=True):
    """belongs to one account; purchase order number, state, delivery date, remark, version."""

    __tablename__ = "orders"
    __table_args__ = (
        Index(
            "uq_orders_account_id_po_number",
            "account_id",
            "po_number",
            unique=True,
            postgresql_where=text("deleted_at IS NULL"),
            sqlite_where=text("deleted_at IS NULL"),
        ),
        Index(None, "account_id", "created_at", "id"),
        Index(None, "account_id", "state", "created_at", "id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    account_id: UUID = Field(foreign_key="accounts.id")
    po_number: PoNumber
    state: OrderState = Field(default=OrderState.DRAFT, sa_type=text_enum(OrderState, name="state"))
    delivery_date: date | None = None
    remark: Remark | None = Field(default=None, max_length=500)
    version: int = 1
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
    deleted_at: datetime | None = None

    lines: Mapped[list["OrderLine"]] = Relationship(
        sa_relationship_kwargs={"lazy": "raise", "order_by": "OrderLine.created_at, OrderLine.id"}
    )

    @property
    def total_cents(self) -> int:
        return sum(row.quantity * row.unit_price_cents for row in self.lines)


class OrderLine(TableModel, table=True):
    """belongs to one order; article number, quantity, unit price."""

    __tablename__ = "order_lines"
    __table_args__ = (
        UniqueConstraint("order_id", "article_number"),
        CheckConstraint("quantity BETWEEN 1 AND 500", name="quantity"),
        CheckConstraint("unit_price_cents BETWEEN 0 AND 1000000", name="unit_price_cents"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    order_id: UUID = Field(foreign_key="orders.id", ondelete="CASCADE")
    article_number: ArticleNumber
    quantity: Quantity
    unit_price_cents: UnitPriceCents
    created_at: datetime = Field(default_factory=utcnow)
