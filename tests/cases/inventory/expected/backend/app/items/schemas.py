"""What goes in and out of the items endpoints."""

from datetime import date, datetime
from typing import Annotated

from pydantic import MISSING, BaseModel, ConfigDict, Field

from app.core.text import Text
from app.items.models import Name, Quantity, ReorderLevel, Sku


class ItemPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    warehouse_id: int
    sku: str
    name: str
    quantity: int
    reorder_level: int
    created_at: datetime
    updated_at: datetime


class ItemPage(BaseModel):
    items: list[ItemPublic]
    total: int
    limit: int
    offset: int


class ItemCreate(BaseModel):
    warehouse_id: Annotated[int, Field(strict=True, ge=1, le=2**31 - 1)]
    sku: Sku
    name: Name
    reorder_level: ReorderLevel = 5


class ItemUpdate(BaseModel):
    name: Name | MISSING = MISSING
    reorder_level: ReorderLevel | MISSING = MISSING


class DeleteItemResponse(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    message: str = "Item deleted"


class Count(BaseModel):
    quantity: Quantity


class Forecast(BaseModel):
    item_id: int
    runs_out_on: date | None


class ItemQuery(BaseModel):
    warehouse_id: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    search: Annotated[Text, Field(max_length=120)] | None = None
    limit: int = Field(default=50, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)


class ListLowStockQuery(BaseModel):
    limit: int = Field(default=50, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)
