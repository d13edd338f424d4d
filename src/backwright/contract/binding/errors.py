"""What every refusal looks like on the wire."""

from collections import Counter
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.workbench import Workbench, standard, written
from backwright.contract.binding.wrappers import stated
from backwright.contract.names import snake
from backwright.contract.policies import ErrorForm, ErrorStyle
from backwright.read.facts import ResponseFact, SentenceKind
from backwright.shape import Kind, Literal, Property, Schema

_SLOTS: Final = {
    "code": "$code", "error_code": "$code", "type": "$code", "error_type": "$code",
    "message": "$message", "detail": "$message", "msg": "$message", "error_message": "$message",
    "description": "$message", "error_description": "$message", "title": "$message",
    "status": "$status", "status_code": "$status", "http_status": "$status",
    "details": "$details", "errors": "$details", "fields": "$details",
    "field_errors": "$details", "validation_errors": "$details", "request_id": "$request_id",
    "trace_id": "$request_id", "correlation_id": "$request_id", "timestamp": "$timestamp",
    "path": "$path", "instance": "$path",
}  # fmt: skip
_PROBLEM: Final = frozenset(("type", "title", "status", "detail"))


def form(work: Workbench) -> ErrorForm:
    found = _declared(work)
    aspect = aspects.policy("errors")
    if found is None:
        return _said(work)
    schema, response = found
    work.origin(aspect, written(response.statement, schema.span or response.span))
    names = {snake(each.name) for each in schema.properties}
    if response.content_type == "application/problem+json" or names >= _PROBLEM:
        return ErrorForm(ErrorStyle.PROBLEM, schema.name)
    template = tuple(_template(work, schema, "", 0))
    if template == (("detail", "$message"),) or not any(v == "$message" for _, v in template):
        return ErrorForm(ErrorStyle.DETAIL, schema.name)
    return ErrorForm(ErrorStyle.ENVELOPE, schema.name, template)


def _declared(work: Workbench) -> tuple[Schema, ResponseFact] | None:
    """The schema that most refusals use, FastAPI's own for invalid input left aside."""
    counts: Counter[str] = Counter()
    first: dict[str, ResponseFact] = {}
    for draft in work.operations:
        for response in draft.fact.responses:
            ref = response.shape.ref if response.shape is not None else ""
            schema = work.schemas.get(ref)
            if response.status < 400 or schema is None or _validation(schema):
                continue
            counts[ref] += 1
            first.setdefault(ref, response)
    if not counts:
        return None
    name = counts.most_common(1)[0][0]
    return work.schemas[name], first[name]


def _validation(schema: Schema) -> bool:
    detail = schema.get("detail")
    return detail is not None and detail.shape.kind is Kind.ARRAY


def _said(work: Workbench) -> ErrorForm:
    aspect = aspects.policy("errors")
    for fact in work.sentences(SentenceKind.ERROR_FORM):
        if fact.value == "problem":
            work.says(aspect, fact)
            return ErrorForm(ErrorStyle.PROBLEM)
    for directive in work.facts.directives:
        if directive.name == "error_form":
            work.origin(aspect, written(directive.statement, directive.span))
            problem = "9457" in directive.value or "problem" in directive.value.lower()
            return ErrorForm(ErrorStyle.PROBLEM if problem else ErrorStyle.DETAIL)
    for fact in work.sentences(SentenceKind.ERROR_FORM):
        work.says(aspect, fact)
    if aspect not in work.origins:
        work.origin(aspect, standard("FastAPI: HTTPException.detail"))
    return ErrorForm()


def _template(
    work: Workbench, schema: Schema, prefix: str, depth: int
) -> list[tuple[str, Literal]]:
    names = {snake(each.name) for each in schema.properties}
    found: list[tuple[str, Literal]] = []
    for own in schema.properties:
        wire = f"{prefix}{own.name}"
        inner = work.schemas.get(own.shape.ref) if own.shape.kind is Kind.OBJECT else None
        if inner is not None and depth < 3 and snake(own.name) not in ("details", "errors"):
            found += _template(work, inner, f"{wire}.", depth + 1)
            continue
        value = _slot(own, names)
        if value is not None or own.required:
            found.append((wire, value))
    return found


def _beside(name: str, own: Property, names: set[str]) -> str | None:
    """`error` beside a message is the code; alone it is the message."""
    text = own.shape.kind is Kind.STRING
    if name == "error":
        return "$code" if names & {"message", "detail", "msg"} else "$message"
    if name == "detail" and "message" in names:
        return None if text else "$details"
    if name == "details" and text:
        return None if names & {"message", "error", "detail"} else "$message"
    return None if name == "type" and "code" in names else _SLOTS.get(name)


def _slot(own: Property, names: set[str]) -> Literal:
    name = snake(own.name)
    if own.shape.kind is Kind.BOOLEAN:
        return False
    slot = _beside(name, own, names)
    if slot == "$status" and own.shape.kind is Kind.STRING:
        value = stated(own)
        return value if isinstance(value, str) else "error"
    if slot == "$code" and own.shape.kind in (Kind.INTEGER, Kind.NUMBER):
        return "$status"
    return slot if slot is not None else (stated(own) if own.required else None)
