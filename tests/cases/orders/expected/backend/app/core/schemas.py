"""What every domain answers with."""

from pydantic import MISSING, BaseModel


class Problem(BaseModel):
    type: str | MISSING = MISSING
    title: str
    status: int
    detail: str | MISSING = MISSING
