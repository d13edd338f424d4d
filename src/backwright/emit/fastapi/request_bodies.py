"""The body of a request as an argument: `data: OrderCreate`, a form, files, or bytes."""

from backwright.contract.model import Contract
from backwright.contract.operations import Body, Operation
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.plain_types import plain
from backwright.emit.fastapi.value_text import Speller, annotation
from backwright.emit.templates import literal
from backwright.plan.values import value
from backwright.shape import Kind, Shape

_TEXTS = (Kind.STRING, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL, Kind.DATETIME, Kind.TIME)


def body_argument(contract: Contract, operation: Operation, into: Module) -> str:
    """As the route declares it. Only for an operation that has a body."""
    body = operation.body
    if body is None:
        raise ValueError(f"{operation.id} has no body")
    told = _read(contract, body, into)
    mark = _mark(body, into)
    if not body.required:
        told = f"{told} | None"
    if mark:
        into.use_from("typing", "Annotated")
        told = f"Annotated[{told}, {mark}]"
    return f"data: {told}" if body.required else f"data: {told} = None"


def body_type(contract: Contract, operation: Operation, into: Module) -> str:
    """What functions behind the route get."""
    body = operation.body
    if body is None:
        return "None"
    told = "bytes" if _is_raw(body) else plain(contract, body.shape, into, body=True)
    return told if body.required else f"{told} | None"


def is_form(body: Body) -> bool:
    return "urlencoded" in body.content_type or "multipart" in body.content_type


def _is_raw(body: Body) -> bool:
    return not is_form(body) and "json" not in body.content_type


def _mark(body: Body, into: Module) -> str:
    """What FastAPI has to be told because it would take the argument for something else."""
    if is_form(body):
        name = "File" if "multipart" in body.content_type else "Form"
        into.use_from("fastapi", name)
        return f"{name}()"
    plain_json = body.shape.ref or body.shape.kind in (Kind.ARRAY, Kind.MAP, Kind.OBJECT)
    if plain_json and not _is_raw(body):
        return ""
    into.use_from("fastapi", "Body")
    return f"Body(media_type={literal(body.content_type)})" if _is_raw(body) else "Body()"


def _read(contract: Contract, body: Body, into: Module) -> str:
    if _is_raw(body):
        return "bytes"
    return _checked(contract, body.shape, into)


def _checked(contract: Contract, shape: Shape, into: Module) -> str:
    """With the bounds of lists and of plain values."""
    if shape.kind is Kind.ARRAY and shape.items is not None:
        told = f"list[{_checked(contract, shape.items, into)}]"
        named = (("min_length", shape.min_items), ("max_length", shape.max_items))
        limits = [f"{name}={count}" for name, count in named if count is not None]
        if not limits:
            return told
        into.use_from("typing", "Annotated")
        into.use_from("pydantic", "Field")
        return f"Annotated[{told}, Field({', '.join(limits)})]"
    if shape.kind in _TEXTS and not shape.values:
        return annotation(Speller(into), value(shape))
    return plain(contract, shape, into, body=True)
