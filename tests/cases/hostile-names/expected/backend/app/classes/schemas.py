"""What goes in and out of the classes endpoints."""

from typing import Annotated

from pydantic import MISSING, BaseModel, BeforeValidator, ConfigDict, Field, JsonValue

from app.classes.models import ClassSelect, Import, Metadata
from app.core.values import or_missing


class ClassCreate(BaseModel):
    model_config = ConfigDict(populate_by_name=True)

    import_: Import = Field(alias="import")
    select: ClassSelect | MISSING = MISSING
    metadata_: Metadata | MISSING = Field(default=MISSING, alias="metadata")


class ClassPublic(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: int
    import_: str = Field(serialization_alias="import")
    select: Annotated[str | MISSING, BeforeValidator(or_missing)] = MISSING
    metadata_: Annotated[str | MISSING, BeforeValidator(or_missing)] = Field(
        default=MISSING, serialization_alias="metadata"
    )
    parent: Annotated[JsonValue | MISSING, BeforeValidator(or_missing)] = MISSING
    self_: Annotated["ClassPublic | MISSING", BeforeValidator(or_missing)] = Field(
        default=MISSING, serialization_alias="self"
    )
