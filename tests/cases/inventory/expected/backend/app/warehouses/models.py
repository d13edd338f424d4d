"""a building with a code and a name."""

from datetime import datetime
from typing import Annotated

import pydantic
from sqlmodel import Field

from app.core.db import TableModel, utcnow
from app.core.text import Text

Code = Annotated[
    str, pydantic.Field(min_length=2, max_length=10, pattern="^[A-Z0-9]+$", examples=["HH1"])
]
Name = Annotated[Text, pydantic.Field(min_length=1, max_length=80, examples=["Hamburg"])]


class Warehouse(TableModel, table=True):
    __tablename__ = "warehouses"

    id: int = Field(default=None, primary_key=True)
    code: Code = Field(unique=True)
    name: Name
    created_at: datetime = Field(default_factory=utcnow)
