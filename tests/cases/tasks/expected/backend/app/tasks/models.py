"""something to be done; has a title, a description, a priority, a due date and whether it is
completed; belongs to one user and can carry many labels."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated
from uuid import UUID, uuid4

import pydantic
from sqlalchemy.orm import Mapped
from sqlmodel import Field, Index, Relationship, UniqueConstraint

from app.core.db import TableModel, text_enum, utcnow
from app.core.text import Text

if TYPE_CHECKING:
    from app.labels.models import Label

Title = Annotated[Text, pydantic.Field(min_length=1, max_length=200, examples=["Send the invoice"])]
Description = Annotated[Text, pydantic.Field(max_length=2000)]


class Priority(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Task(TableModel, table=True):
    __tablename__ = "tasks"
    __table_args__ = (
        Index(None, "user_id", "created_at", "id"),
        Index(None, "user_id", "priority", "created_at", "id"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    title: Title
    description: Description | None = Field(default=None, max_length=2000)
    priority: Priority = Field(
        default=Priority.MEDIUM, sa_type=text_enum(Priority, name="priority")
    )
    due_date: date | None = None
    completed: bool = False
    created_at: datetime = Field(default_factory=utcnow)
    updated_at: datetime = Field(default_factory=utcnow)
    based_on: int | None = None

    labels: Mapped[list["Label"]] = Relationship(
        sa_relationship_kwargs={
            "lazy": "raise",
            "secondary": "task_labels",
            "passive_deletes": True,
        }
    )


class TaskLabel(TableModel, table=True):
    __tablename__ = "task_labels"
    __table_args__ = (UniqueConstraint("task_id", "label_id"),)

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    task_id: UUID = Field(foreign_key="tasks.id", ondelete="CASCADE")
    label_id: UUID = Field(foreign_key="labels.id", ondelete="CASCADE", index=True)
