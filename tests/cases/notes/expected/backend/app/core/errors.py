"""Refusals: each has a status and one sentence, all rendered here."""

import logging
from collections.abc import Callable, Coroutine, Mapping
from typing import Any, ClassVar
from uuid import uuid4

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy import exc
from sqlalchemy.exc import DBAPIError

from app.core.schemas import Error

logger = logging.getLogger(__name__)

Handler = Callable[[Request, Any], Coroutine[Any, Any, Response]]


class AppError(Exception):
    status: ClassVar[int]
    detail: ClassVar[str]
    headers: ClassVar[dict[str, str]] = {}


class NotFound(AppError):
    status = 404


class InvalidInput(AppError):
    status = 422
    detail = "Invalid input"
    location: ClassVar[tuple[str, ...]] = ("body",)


def refusals(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """The refusals of an operation, as OpenAPI's `responses` wants them."""
    return {
        status: {
            "model": Error,
            "description": " · ".join(e.detail for e in errors if e.status == status),
        }
        for status in sorted({error.status for error in errors})
    }


def answer(
    status: int,
    message: str,
    *,
    details: list[dict[str, Any]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The form of every refusal."""
    return JSONResponse({"detail": message if details is None else details}, status, headers)


async def render_refusal(_: Request, error: AppError) -> JSONResponse:
    return answer(error.status, error.detail, headers=error.headers)


async def render_unstorable(request: Request, error: DBAPIError) -> JSONResponse:
    """What the database cannot hold (SQLSTATE 22…) is invalid input; all else is a failure."""
    if str(getattr(error.orig, "sqlstate", None) or "").startswith("22"):
        return await render_invalid_input(request, InvalidInput())
    raise error


async def render_busy(_: Request, _error: exc.TimeoutError) -> JSONResponse:
    """No connection became free in time."""
    return answer(503, "Service Unavailable", headers={"Retry-After": "1"})


async def render_invalid(_: Request, error: RequestValidationError) -> JSONResponse:
    """Where and why, never the value itself: it may be a password."""
    details = [{key: found[key] for key in ("type", "loc", "msg")} for found in error.errors()]
    return answer(422, InvalidInput.detail, details=details)


async def render_invalid_input(_: Request, error: InvalidInput) -> JSONResponse:
    """A rule between fields, told as if the body's own validation had found it."""
    details = [{"type": "value_error", "loc": error.location, "msg": error.detail}]
    return answer(error.status, error.detail, details=details)


async def render_failure(request: Request, error: Exception) -> JSONResponse:
    request_id = uuid4().hex
    logger.error(
        "%s %s failed, request %s", request.method, request.url.path, request_id, exc_info=error
    )
    headers = {"X-Request-ID": request_id}
    return answer(500, "Internal Server Error", headers=headers)


EXCEPTION_HANDLERS: dict[int | type[Exception], Handler] = {
    AppError: render_refusal,
    InvalidInput: render_invalid_input,
    DBAPIError: render_unstorable,
    exc.TimeoutError: render_busy,
    RequestValidationError: render_invalid,
    Exception: render_failure,
}
