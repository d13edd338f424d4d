"""What goes in and out of the orders endpoints."""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import MISSING, BaseModel, ConfigDict, Field

from app.orders.models import ArticleNumber, OrderState, PoNumber, Quantity, Remark, UnitPriceCents


class OrderSummary(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    po_number: str = Field(serialization_alias="poNumber")
    state: OrderState
    delivery_date: date | None = Field(serialization_alias="deliveryDate")
    version: int
    created_at: datetime = Field(serialization_alias="createdAt")
    updated_at: datetime = Field(serialization_alias="updatedAt")


class OrderList(BaseModel):
    data: list[OrderSummary]
    total: int


class OrderCreate(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    po_number: PoNumber = Field(alias="poNumber")
    delivery_date: date | None = Field(default=None, alias="deliveryDate")
    remark: Remark | None = None


class Line(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    article_number: str = Field(serialization_alias="articleNumber")
    quantity: int
    unit_price_cents: int = Field(serialization_alias="unitPriceCents")


class OrderPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    po_number: str = Field(serialization_alias="poNumber")
    state: OrderState
    delivery_date: date | None = Field(serialization_alias="deliveryDate")
    version: int
    created_at: datetime = Field(serialization_alias="createdAt")
    updated_at: datetime = Field(serialization_alias="updatedAt")
    remark: str | None
    lines: list[Line]
    total_cents: int = Field(serialization_alias="totalCents")


class OrderUpdate(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    po_number: PoNumber | MISSING = Field(default=MISSING, alias="poNumber")
    delivery_date: date | MISSING | None = Field(default=MISSING, alias="deliveryDate")
    remark: Remark | MISSING | None = MISSING


class LineCreate(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    article_number: ArticleNumber = Field(alias="articleNumber")
    quantity: Quantity
    unit_price_cents: UnitPriceCents = Field(alias="unitPriceCents")


class LineUpdate(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    quantity: Quantity | MISSING = MISSING
    unit_price_cents: UnitPriceCents | MISSING = Field(default=MISSING, alias="unitPriceCents")


class DeliveryCheck(BaseModel):
    possible: bool
    next_date: date | None = Field(serialization_alias="nextDate")


class OrderQuery(BaseModel):
    state: OrderState | None = None
    sort: Literal["-createdAt", "createdAt", "deliveryDate", "-deliveryDate"] = "-createdAt"
    limit: int = Field(default=25, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)
