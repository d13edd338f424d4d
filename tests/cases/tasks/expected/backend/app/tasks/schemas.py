"""What goes in and out of the tasks endpoints."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import MISSING, BaseModel, ConfigDict, Field

from app.core.text import Text
from app.labels.schemas import LabelPublic
from app.tasks.models import Description, Priority, Title


class TaskPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    title: str
    description: str | None
    priority: Priority
    due_date: date | None
    completed: bool
    labels: list[LabelPublic]
    created_at: datetime
    updated_at: datetime


class TaskList(BaseModel):
    tasks: list[TaskPublic]
    total: int
    page: int
    page_size: int


class TaskCreate(BaseModel):
    title: Title
    description: Description | None = None
    priority: Priority = Priority.MEDIUM
    due_date: date | None = None


class TaskUpdate(BaseModel):
    title: Title | MISSING = MISSING
    description: Description | MISSING | None = MISSING
    priority: Priority | MISSING = MISSING
    due_date: date | MISSING | None = MISSING
    completed: Annotated[bool, Field(strict=True)] | MISSING = MISSING


class DueDateSuggestion(BaseModel):
    due_date: date
    based_on: int | MISSING = MISSING


class TaskQuery(BaseModel):
    completed: bool | None = None
    priority: Priority | None = None
    search: Annotated[Text, Field(min_length=1, max_length=100)] | None = None
    sort: Literal["-created_at", "created_at", "due_date", "-due_date"] = "-created_at"
    page: int = Field(default=1, ge=1, le=10_000)
    page_size: int = Field(default=20, ge=1, le=100)
