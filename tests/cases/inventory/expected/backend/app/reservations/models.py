"""pieces of an item that are put aside for an order; has a quantity and a status."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

import pydantic
from sqlmodel import CheckConstraint, Field, Index

from app.core.db import TableModel, text_enum, utcnow
from app.core.text import Text

OrderNumber = Annotated[Text, pydantic.Field(min_length=1, max_length=40, examples=["SO-2026-118"])]
Quantity = Annotated[int, pydantic.Field(strict=True, ge=1, le=99)]


class ReservationStatus(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    RELEASED = "released"


NEXT_STATUSES = {
    ReservationStatus.PENDING: {ReservationStatus.CONFIRMED, ReservationStatus.RELEASED},
    ReservationStatus.CONFIRMED: set(),
    ReservationStatus.RELEASED: set(),
}


class Reservation(TableModel, table=True):
    __tablename__ = "reservations"
    __table_args__ = (
        CheckConstraint("quantity BETWEEN 1 AND 99", name="quantity"),
        Index(None, "item_id", "status"),
    )

    id: int = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="items.id", ondelete="RESTRICT")
    order_number: OrderNumber
    quantity: Quantity
    status: ReservationStatus = Field(
        default=ReservationStatus.PENDING, sa_type=text_enum(ReservationStatus, name="status")
    )
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
