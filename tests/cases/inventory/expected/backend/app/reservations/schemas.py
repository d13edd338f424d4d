"""What goes in and out of the reservations endpoints."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from app.reservations.models import OrderNumber, Quantity, ReservationStatus


class ReservationPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    item_id: int
    order_number: str
    quantity: int
    status: ReservationStatus
    created_at: datetime
    updated_at: datetime


class ReservationPage(BaseModel):
    items: list[ReservationPublic]
    total: int
    limit: int
    offset: int


class ReservationCreate(BaseModel):
    order_number: OrderNumber
    quantity: Quantity


class ReservationQuery(BaseModel):
    status: ReservationStatus | None = None
    limit: int = Field(default=50, ge=1, le=100)
    offset: int = Field(default=0, ge=0, le=1_000_000)
