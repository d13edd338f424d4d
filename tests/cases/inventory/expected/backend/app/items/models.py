"""something that is stored in a warehouse; has a SKU, a name, a quantity and a reorder level."""

from datetime import date, datetime
from typing import Annotated

import pydantic
from sqlmodel import CheckConstraint, Field, Index, UniqueConstraint

from app.core.db import TableModel, utcnow
from app.core.text import Text

Sku = Annotated[str, pydantic.Field(min_length=3, max_length=20, pattern="^[A-Z0-9-]+$")]
Name = Annotated[Text, pydantic.Field(min_length=1, max_length=120)]
Quantity = Annotated[int, pydantic.Field(strict=True, ge=0, le=10_000)]
ReorderLevel = Annotated[int, pydantic.Field(strict=True, ge=0, le=100_000)]


class Item(TableModel, table=True):
    __tablename__ = "items"
    __table_args__ = (
        UniqueConstraint("warehouse_id", "sku"),
        CheckConstraint("quantity BETWEEN 0 AND 10000", name="quantity"),
        CheckConstraint("reorder_level BETWEEN 0 AND 100000", name="reorder_level"),
        Index(None, "quantity", "id"),
    )

    id: int = Field(default=None, primary_key=True)
    warehouse_id: int = Field(foreign_key="warehouses.id")
    sku: Sku
    name: Name
    quantity: Quantity = 0
    reorder_level: ReorderLevel = 5
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
    runs_out_on: date | None = None
