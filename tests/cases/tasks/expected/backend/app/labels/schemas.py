"""What goes in and out of the labels endpoints."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from app.labels.models import Name


class LabelPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str


class LabelCreate(BaseModel):
    name: Name
