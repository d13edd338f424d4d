"""What goes in and out of the warehouses endpoints."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from app.warehouses.models import Code, Name


class WarehousePublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    code: str
    name: str
    created_at: datetime


class WarehousePage(BaseModel):
    items: list[WarehousePublic]
    total: int
    limit: int
    offset: int


class WarehouseCreate(BaseModel):
    code: Code
    name: Name


class WarehouseQuery(BaseModel):
    limit: int = Field(default=50, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)
