"""Classes."""

from typing import Annotated, Any

import pydantic
from sqlmodel import JSON, Field

from app.core.db import TableModel
from app.core.text import Text

Import = Annotated[Text, pydantic.Field(max_length=20)]
ClassSelect = Annotated[Text, pydantic.Field(max_length=20)]
Metadata = Annotated[Text, pydantic.Field(max_length=20)]


class Class(TableModel, table=True):
    __tablename__ = "classes"

    id: int = Field(default=None, primary_key=True)
    import_: Import
    select: ClassSelect | None = Field(default="", max_length=20)
    metadata_: Metadata | None = Field(default=None, max_length=20)
    etc_passwd: str | None = Field(default=None, max_length=20)
    parent: Any = Field(default=None, sa_type=JSON(none_as_null=True), nullable=True)
    self_: dict[str, Any] | None = Field(default=None, sa_type=JSON(none_as_null=True))
