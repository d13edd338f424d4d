"""How refusals look on the wire, as pieces of source: said in `app.core.errors` alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.names import snake
from backwright.contract.policies import ErrorStyle
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan.attributes import schema_class
from backwright.shape import Kind, Literal, Property, Shape

FRAMEWORK: Final = 422
"""The status by which FastAPI refuses invalid input, and the one that it documents."""
_PLAIN: Final = "[{key: found[key] for key in ('type', 'loc', 'msg')} for found in error.errors()]"
_SENTENCE: Final = (
    "\"; \".join(f\"{'.'.join(map(str, found['loc']))}: {found['msg']}\""
    " for found in error.errors())"
)
_CROSSED: Final = '[{"type": "value_error", "loc": error.location, "msg": error.detail}]'
_LIST: Final = "list[dict[str, Any]]"
_PARTS: Final = {
    "field": '".".join(str(part) for part in found["loc"])',
    "message": 'found["msg"]',
    "code": 'found["type"]',
    "none": "None",
}
_CROSSED_PARTS: Final = {
    "field": '".".join(error.location)',
    "message": "error.detail",
    "code": '"value_error"',
    "none": "None",
}
_MEANT: Final = {
    "field": ("field", "loc", "path", "param", "parameter", "property", "name", "pointer", "key"),
    "message": ("message", "msg", "error", "reason", "issue", "detail", "description"),
    "code": ("code", "type", "rule", "error_code"),
}
_ANY: Final = "dict[str, Any]"
_REFUSAL: Final = """\
class Refusal(BaseModel):
    detail: str"""
_PROBLEM_TYPE: Final = "application/problem+json"
_PROBLEM: Final = '''\
class Problem(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str'''


@dataclass(frozen=True, slots=True)
class FormView:
    """What the template of `app.core.errors` prints."""

    model: str
    models: tuple[str, ...]
    lines: tuple[str, ...]
    """The body of `answer`."""
    invalid_status: int
    asks_request: bool = False
    asks_code: bool = False
    asks_details: bool = True
    asks_request_id: bool = False
    renders_http: bool = True
    sentence: str = _SENTENCE
    """What is told of invalid input where there is no room for details."""
    details: str = _PLAIN
    crossed_details: str = _CROSSED
    details_type: str = _LIST
    content_type: str = ""
    """Of the answers, where it is not plain JSON."""


def form_view(contract: Contract, module: Module) -> FormView:
    form = contract.policies.errors
    if form.style is ErrorStyle.PROBLEM:
        return _problem(contract, module)
    if form.style is ErrorStyle.ENVELOPE and form.template:
        return _envelope(contract, module)
    return _detail(contract, module)


def _detail(contract: Contract, module: Module) -> FormView:
    """FastAPI's own; where invalid input has a status like other refusals, it is told in the same
    way: as one sentence."""
    model, models = _model(contract, module, "Refusal", _REFUSAL)
    content = '{"detail": message if details is None else details}'
    told = contract.policies.invalid_status == FRAMEWORK
    return FormView(
        model=model,
        models=models,
        lines=(f"return JSONResponse({content}, status, headers)",),
        invalid_status=contract.policies.invalid_status,
        renders_http=False,
        details=_PLAIN if told else _SENTENCE,
        crossed_details=_CROSSED if told else "error.detail",
        details_type=_LIST if told else "str",
    )


def documents_invalid(contract: Contract) -> bool:
    """Whether the framework would describe refusals of invalid input otherwise than they are."""
    plain = contract.policies.errors.style is ErrorStyle.DETAIL
    return not plain or contract.policies.invalid_status != FRAMEWORK


def _model(contract: Contract, module: Module, name: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The author's schema of refusals, else ours."""
    form = contract.policies.errors
    schema = contract.find_schema(form.schema)
    fits = form.style is not ErrorStyle.DETAIL or (schema and schema.get("detail") is not None)
    if schema is not None and fits:
        return module.use(schema_class(contract, schema.name)), ()
    if not text:
        return name, ()
    module.use_from("pydantic", "BaseModel")
    return name, (text,)


def _problem(contract: Contract, module: Module) -> FormView:
    module.use_from("http", "HTTPStatus")
    model, models = _model(contract, module, "Problem", _PROBLEM)
    schema = contract.policies.errors.schema
    known = {each.name for each in contract.schema(schema).properties} if models == () else set()
    instance = "instance" in known
    lines = [
        'content: dict[str, Any] = {"type": "about:blank", "title": HTTPStatus(status).phrase,'
        ' "status": status, "detail": message'
        + (', "instance": request.url.path}' if instance else "}"),
        "if details is not None:",
        '    content["errors"] = details',
        f"return JSONResponse(content, status, headers, media_type={literal(_PROBLEM_TYPE)})",
    ]
    return FormView(
        model=model,
        models=models,
        lines=tuple(lines),
        invalid_status=contract.policies.invalid_status,
        asks_request=instance,
        content_type=_PROBLEM_TYPE,
    )


def _envelope(contract: Contract, module: Module) -> FormView:
    template = contract.policies.errors.template
    slots = {value for _, value in template if isinstance(value, str) and value.startswith("$")}
    if "$timestamp" in slots:
        module.use_from("datetime", "UTC", "datetime")
    module.use_from("http", "HTTPStatus")
    model, models = _model(contract, module, _ANY, "")
    found = next((path for path, value in template if value == "$details"), "")
    shape = _shape(contract, found) if found else None
    details, crossed, type_ = _details(contract, shape)
    left_out = found if found and not always(contract, found) else ""
    nested: dict[str, object] = {}
    for path, value in template:
        if path != left_out:
            _put(nested, path.split("."), _slot(value, shape, _required(contract, path)))
    return FormView(
        model=model,
        models=models,
        lines=tuple(_lines(nested, left_out)),
        invalid_status=contract.policies.invalid_status,
        asks_request="$path" in slots,
        asks_code="$code" in slots,
        asks_details="$details" in slots,
        asks_request_id="$request_id" in slots,
        details=details,
        crossed_details=crossed,
        details_type=type_,
    )


def _lines(nested: dict[str, object], left_out: str) -> Iterator[str]:
    """What the author lets be absent, but not be null, is there if there is something to tell."""
    if not left_out:
        yield f"return JSONResponse({_source(nested)}, status, headers)"
        return
    place = "".join(f"[{literal(part)}]" for part in left_out.split("."))
    yield f"content: dict[str, Any] = {_source(nested)}"
    yield "if details is not None:"
    yield f"    content{place} = details"
    yield "return JSONResponse(content, status, headers)"


def always(contract: Contract, path: str) -> bool:
    """Whether a place in the author's schema may hold null, or has to be there."""
    own = _property(contract, path)
    return own is None or own.required or own.shape.nullable


def _put(into: dict[str, object], path: list[str], value: str) -> None:
    for part in path[:-1]:
        inner = into.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        into = inner
    into[path[-1]] = value


def _source(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{literal(name)}: {_source(each)}" for name, each in value.items())
        return f"{{{inner}}}"
    return str(value)


def _slot(value: Literal, details: Shape | None, required: bool) -> str:
    empty = "{}" if details is not None and details.kind is Kind.MAP else "[]"
    slots = {
        "$code": "code",
        "$message": "message",
        "$status": "status",
        "$details": f"details or {empty}" if required else "details",
        "$request_id": "request_id or uuid4().hex",
        "$timestamp": "datetime.now(UTC).isoformat()",
        "$path": "request.url.path",
    }
    return slots[value] if isinstance(value, str) and value in slots else literal(value)


def _property(contract: Contract, path: str) -> Property | None:
    """The property at a wire path of the author's schema."""
    ref, found = contract.policies.errors.schema, None
    for part in path.split("."):
        schema = contract.find_schema(ref)
        found = schema.get(part) if schema is not None else None
        ref = found.shape.ref if found is not None else ""
    return found


def _shape(contract: Contract, path: str) -> Shape | None:
    found = _property(contract, path)
    return found.shape if found is not None else None


def _required(contract: Contract, path: str) -> bool:
    found = _property(contract, path)
    return found is not None and found.required and not found.shape.nullable


def _details(contract: Contract, shape: Shape | None) -> tuple[str, str, str]:
    """Field errors as the author's schema has them: objects of named parts, texts, or a map."""
    if shape is None:
        return _PLAIN, _CROSSED, _LIST
    if shape.kind is Kind.MAP or (shape.kind is Kind.OBJECT and not shape.ref):
        pair = f"{_PARTS['field']}: {_PARTS['message']}"
        crossed = f"{{{_CROSSED_PARTS['field']}: {_CROSSED_PARTS['message']}}}"
        return f"{{{pair} for found in error.errors()}}", crossed, "dict[str, Any]"
    inner = shape.items
    if inner is not None and inner.kind is Kind.STRING:
        text = f"f\"{{{_inner(_PARTS['field'])}}}: {{found['msg']}}\""
        return f"[{text} for found in error.errors()]", "[error.detail]", "list[str]"
    schema = contract.find_schema(inner.ref) if inner else None
    if schema is None:
        return _PLAIN, _CROSSED, _LIST
    named = {each.name: _meaning(each) for each in schema.properties}
    found = ", ".join(f"{literal(name)}: {_PARTS[part]}" for name, part in named.items())
    own = ", ".join(f"{literal(name)}: {_CROSSED_PARTS[part]}" for name, part in named.items())
    return f"[{{{found}}} for found in error.errors()]", f"[{{{own}}}]", _LIST


def _inner(source: str) -> str:
    return source.replace('"', "'")


def _meaning(own: Property) -> str:
    name = snake(own.name)
    return next((part for part, names in _MEANT.items() if name in names), "none")
