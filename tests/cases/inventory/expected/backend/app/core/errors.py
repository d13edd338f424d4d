"""Refusals: each has a status and one sentence, all rendered here."""

import logging
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from http import HTTPStatus
from typing import Any, ClassVar
from uuid import uuid4

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from sqlalchemy import exc
from sqlalchemy.exc import DBAPIError, IntegrityError
from starlette.exceptions import HTTPException

from app.core.schemas import ErrorResponse

logger = logging.getLogger(__name__)

Handler = Callable[[Request, Any], Coroutine[Any, Any, Response]]


class AppError(Exception):
    status: ClassVar[int]
    detail: ClassVar[str]
    headers: ClassVar[dict[str, str]] = {}
    constraint: ClassVar[str | None] = None
    """By which the database tells it: no SELECT looks for it before."""


class NotFound(AppError):
    status = 404


class Conflict(AppError):
    status = 409


class BrokenReference(Conflict):
    """A row that a request refers to went while it was being served."""

    detail = "What the request refers to is gone"
    constraint = "fk"


class InvalidInput(AppError):
    status = 400
    detail = "Invalid input"
    location: ClassVar[tuple[str, ...]] = ("body",)


class TooManyRequests(AppError):
    status = 429
    detail = "Too many requests"


class NeedsCode(AppError):
    """The specification says it in words that only code can carry out."""

    status = 501
    detail = "Not implemented yet"


def refusals(*errors: type[AppError]) -> dict[int | str, dict[str, Any]]:
    """The refusals of an operation, as OpenAPI's `responses` wants them."""
    return {
        status: {
            "model": ErrorResponse,
            "description": " · ".join(e.detail for e in errors if e.status == status),
        }
        for status in sorted({error.status for error in errors})
    }


def answer(
    status: int,
    message: str,
    *,
    code: str,
    details: list[dict[str, Any]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    """The form of every refusal."""
    content: dict[str, Any] = {"error": {"code": code, "message": message}}
    if details is not None:
        content["error"]["details"] = details
    return JSONResponse(content, status, headers)


def code_of(error: type[AppError]) -> str:
    """`ORDER_NOT_FOUND`"""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", error.__name__).upper()


async def render_refusal(_: Request, error: AppError) -> JSONResponse:
    return answer(error.status, error.detail, code=code_of(type(error)), headers=error.headers)


async def render_conflict(request: Request, error: IntegrityError) -> JSONResponse:
    """What a constraint of the database refuses, in the words of the refusal that names it."""
    name = violated_constraint(error)
    for refusal in every_refusal():
        if refusal.constraint == name:
            return await render_refusal(request, refusal())
    raise error


async def render_unstorable(request: Request, error: DBAPIError) -> JSONResponse:
    """What the database cannot hold (SQLSTATE 22…) is invalid input; all else is a failure."""
    if str(getattr(error.orig, "sqlstate", None) or "").startswith("22"):
        return await render_invalid_input(request, InvalidInput())
    raise error


async def render_busy(_: Request, _error: exc.TimeoutError) -> JSONResponse:
    """No connection became free in time."""
    return answer(
        503, "Service Unavailable", code="SERVICE_UNAVAILABLE", headers={"Retry-After": "1"}
    )


async def render_invalid(_: Request, error: RequestValidationError) -> JSONResponse:
    """Where and why, never the value itself: it may be a password."""
    details = [{key: found[key] for key in ("type", "loc", "msg")} for found in error.errors()]
    return answer(400, InvalidInput.detail, code=code_of(InvalidInput), details=details)


async def render_invalid_input(_: Request, error: InvalidInput) -> JSONResponse:
    """A rule between fields, told as if the body's own validation had found it."""
    details = [{"type": "value_error", "loc": error.location, "msg": error.detail}]
    return answer(error.status, error.detail, code=code_of(type(error)), details=details)


async def render_http_error(_: Request, error: HTTPException) -> JSONResponse:
    """What the framework itself refuses: unknown paths, wrong methods, unreadable bodies."""
    return answer(
        error.status_code,
        str(error.detail),
        code=HTTPStatus(error.status_code).name,
        headers=error.headers,
    )


async def render_failure(request: Request, error: Exception) -> JSONResponse:
    request_id = uuid4().hex
    logger.error(
        "%s %s failed, request %s", request.method, request.url.path, request_id, exc_info=error
    )
    headers = {"X-Request-ID": request_id}
    return answer(500, "Internal Server Error", code="INTERNAL_SERVER_ERROR", headers=headers)


EXCEPTION_HANDLERS: dict[int | type[Exception], Handler] = {
    AppError: render_refusal,
    InvalidInput: render_invalid_input,
    IntegrityError: render_conflict,
    DBAPIError: render_unstorable,
    exc.TimeoutError: render_busy,
    RequestValidationError: render_invalid,
    HTTPException: render_http_error,
    Exception: render_failure,
}


def every_refusal(kind: type[AppError] = AppError) -> Iterator[type[AppError]]:
    for each in kind.__subclasses__():
        yield each
        yield from every_refusal(each)


def violated_constraint(error: IntegrityError) -> str:
    """PostgreSQL tells the name; SQLite the columns, which make the name by our convention."""
    told = str(error.orig)
    if getattr(error.orig, "sqlstate", "") == "23503" or told == "FOREIGN KEY constraint failed":
        deleted = re.match(r'DELETE FROM "?(\w+)', error.statement or "")
        return f"fk_to_{deleted[1]}" if deleted else "fk"
    cause = getattr(error.orig, "__cause__", None)
    if name := getattr(cause, "constraint_name", None):
        return str(name)
    columns = told.removeprefix("UNIQUE constraint failed: ")
    return "uq_" + re.sub(r", \w+\.", "_", columns).replace(".", "_")
