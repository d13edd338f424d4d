"""What every domain answers with."""

from pydantic import MISSING, BaseModel, JsonValue


class ErrorResponseError(BaseModel):
    code: str
    message: str
    details: list[dict[str, JsonValue]] | MISSING = MISSING


class ErrorResponse(BaseModel):
    error: ErrorResponseError
