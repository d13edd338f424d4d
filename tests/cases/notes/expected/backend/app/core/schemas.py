"""What every domain answers with."""

from pydantic import BaseModel


class Error(BaseModel):
    detail: str
