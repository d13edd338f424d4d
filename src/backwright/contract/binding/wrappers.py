"""What stands around rows in an answer, and answers that hold no row at all."""

from typing import Final

from backwright.contract.binding import fills
from backwright.contract.binding.drafts import OperationDraft
from backwright.contract.binding.envelopes import SOURCES, Answer, is_pagination
from backwright.contract.binding.matching import entity_of_name
from backwright.contract.binding.resources import is_key_name
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Fill, ParameterUse, Purpose, Source, View
from backwright.shape import ABSENT, Kind, Literal, Property, Scalar, Shape

_TOKENS: Final = {
    "access_token": Source.ACCESS_TOKEN,
    "token": Source.ACCESS_TOKEN,
    "jwt": Source.ACCESS_TOKEN,
    "session_token": Source.ACCESS_TOKEN,
    "auth_token": Source.ACCESS_TOKEN,
    "bearer_token": Source.ACCESS_TOKEN,
    "refresh_token": Source.REFRESH_TOKEN,
    "expires_in": Source.EXPIRES_IN,
    "expires_at": Source.EXPIRES_AT,
}
_ACCOUNTS: Final = (
    Purpose.LOGIN, Purpose.REFRESH, Purpose.REGISTER, Purpose.ME, Purpose.UPDATE_ME,
)  # fmt: skip
_WELL: Final = {"status": "healthy", "database": "connected", "db": "connected"}


def wrap(work: Workbench, draft: OperationDraft, name: str, answer: Answer | None) -> str:
    """Record the view of an envelope; why it cannot be filled, empty if it can."""
    known = work.views.get(name)
    if known is not None:
        return "" if known.entity == "" else f"{name} shows {known.entity} elsewhere"
    schema = work.schemas.get(name)
    if schema is None:
        return f"{name} is not described"
    work.views[name] = View(name, "", ())
    found: list[Fill] = []
    for each in schema.properties:
        fill, why = _fill(work, draft, each, answer)
        if fill is None:
            del work.views[name]
            return why
        found.append(fill)
    work.views[name] = View(name, "", tuple(found))
    return ""


def _fill(
    work: Workbench, draft: OperationDraft, own: Property, answer: Answer | None
) -> tuple[Fill | None, str]:
    name = snake(own.name)
    if draft.purpose in _ACCOUNTS:
        fill, why = _account(work, draft, own)
        if fill is not None or why:
            return fill, why
    inner = own.shape.items if own.shape.kind is Kind.ARRAY else own.shape
    if answer is not None and inner is not None and inner.ref == answer.schema:
        why = fills.row(work, answer.schema, answer.entity or draft.entity)
        many = own.shape.kind is Kind.ARRAY
        return (None, why) if why else (Fill(own.name, Source.ROWS if many else Source.ROW), "")
    if own.shape.kind is Kind.OBJECT:
        why = wrap(work, draft, own.shape.ref, answer)
        return (None, why) if why else (Fill(own.name, Source.NESTED), "")
    source = SOURCES.get(name)
    if source is Source.NEXT_CURSOR and not any(
        each.use is ParameterUse.CURSOR for each in draft.parameters
    ):
        source = None
    many = draft.purpose in (Purpose.LIST, Purpose.REORDER)
    if source is not None and (many or source is Source.NOW):
        return Fill(own.name, _counter(draft, source)), ""
    key = _key(work, draft, own)
    return (key, "") if key is not None else _constant(draft, own)


def _key(work: Workbench, draft: OperationDraft, own: Property) -> Fill | None:
    """The id of the row of the operation; around a list, also that of a row whose rows they are."""
    entity = work.entities.get(draft.entity)
    if entity is not None and draft.lookups and is_key_name(entity, own.name):
        return Fill(own.name, Source.KEY)
    for each in draft.lookups if draft.purpose is Purpose.LIST else []:
        if each.parameter and is_key_name(work.entities[each.entity], own.name):
            return Fill(own.name, Source.KEY, each.entity)
    return None


def _counter(draft: OperationDraft, source: Source) -> Source:
    """`limit` beside pages is their size."""
    uses = {each.use for each in draft.parameters}
    if source is Source.LIMIT and ParameterUse.LIMIT not in uses:
        return Source.SIZE
    if source is Source.SIZE and ParameterUse.LIMIT in uses:
        return Source.LIMIT
    return source


def _account(work: Workbench, draft: OperationDraft, own: Property) -> tuple[Fill | None, str]:
    name = snake(own.name)
    if name in _TOKENS:
        work.tokens.add(name)
        return Fill(own.name, _TOKENS[name]), ""
    if name == "token_type":
        return Fill(own.name, Source.CONSTANT, value=stated(own) or "bearer"), ""
    if own.shape.kind is Kind.OBJECT and _is_user(work, own):
        why = fills.row(work, own.shape.ref, work.user)
        return (None, why) if why else (Fill(own.name, Source.USER), "")
    return _of_user(work, draft, own), ""


def _of_user(work: Workbench, draft: OperationDraft, own: Property) -> Fill | None:
    """One value of the user, or the whole row where `me` wraps it."""
    user = work.entities[work.user]
    column = user.columns.get(identifier(own.name))
    if column is None and is_key_name(user, own.name):
        column = user.key
    if column is not None and not column.write_only:
        return Fill(own.name, Source.USER, column.name)
    wraps = draft.purpose in (Purpose.ME, Purpose.UPDATE_ME) and own.shape.kind is Kind.OBJECT
    if wraps and not is_pagination(own) and not fills.row(work, own.shape.ref, work.user):
        return Fill(own.name, Source.USER)
    return None


def _is_user(work: Workbench, own: Property) -> bool:
    found = entity_of_name(work, own.shape.ref)
    return snake(own.name) in ("user", "account", "profile", "admin", "me") or (
        found is not None and found.name == work.user
    )


def stated(own: Property) -> Literal:
    """What the author wrote as the value: a const, an example, a default."""
    if own.shape.values:
        return own.shape.values[0]
    for each in (own.example, own.default):
        if each is not ABSENT:
            return each
    return None


def _constant(draft: OperationDraft, own: Property) -> tuple[Fill | None, str]:
    name = snake(own.name)
    value = stated(own)
    if name in ("message", "detail", "msg") and own.shape.kind is Kind.STRING:
        said = draft.success.description if draft.success is not None else ""
        return Fill(own.name, Source.CONSTANT, value=value or said or "Done"), ""
    if name in ("success", "ok", "deleted", "acknowledged") and own.shape.kind is Kind.BOOLEAN:
        return Fill(own.name, Source.CONSTANT, value=True), ""
    if name == "status" and isinstance(value, str) and draft.purpose is not Purpose.LIST:
        return Fill(own.name, Source.CONSTANT, value=value), ""
    if name in ("error", "errors", "next", "previous", "links") and _may_be_null(own):
        return Fill(own.name, Source.CONSTANT, value=None), ""
    if is_pagination(own) and _may_be_null(own):
        return Fill(own.name, Source.CONSTANT, value=None), ""
    return None, f"nothing says where {own.name} of its answer comes from"


def _may_be_null(own: Property) -> bool:
    return own.shape.nullable


def constants(work: Workbench, draft: OperationDraft, shape: Shape) -> str:
    """An answer that holds nothing but the values of enums."""
    schema = work.schemas.get(shape.ref)
    if schema is None or schema.name in work.views:
        return ""
    found: list[Fill] = []
    for own in schema.properties:
        values = enumerated(own.shape)
        fill, why = (Fill(own.name, Source.CONSTANT, value=values), "") if values else (None, "")
        if fill is None:
            fill, why = _constant(draft, own)
        if fill is None:
            return why
        found.append(fill)
    work.views[schema.name] = View(schema.name, "", tuple(found))
    return ""


def enumerated(shape: Shape | None) -> tuple[Scalar, ...]:
    """The values of the enum that a list holds."""
    items = shape.items if shape is not None and shape.kind is Kind.ARRAY else None
    return items.values if items is not None and items.kind is Kind.STRING else ()


def health(work: Workbench, draft: OperationDraft, shape: Shape) -> str:
    """An answer of constants: the process that gives it is alive."""
    schema = work.schemas.get(shape.ref)
    if schema is None:
        return "" if shape.kind is Kind.MAP else "its answer is no object"
    if schema.name in work.views:
        return ""
    work.views[schema.name] = View(schema.name, "", ())
    found: list[Fill] = []
    for own in schema.properties:
        fill = _alive(work, draft, own)
        if fill is None:
            del work.views[schema.name]
            return f"nothing says where {own.name} comes from"
        found.append(fill)
    work.views[schema.name] = View(schema.name, "", tuple(found))
    return ""


def _alive(work: Workbench, draft: OperationDraft, own: Property) -> Fill | None:
    name, kind = snake(own.name), own.shape.kind
    if kind is Kind.DATETIME or name in ("timestamp", "time"):
        return Fill(own.name, Source.NOW)
    if kind is Kind.OBJECT:
        return None if health(work, draft, own.shape) else Fill(own.name, Source.NESTED)
    value = stated(own)
    if kind is Kind.BOOLEAN:
        return Fill(own.name, Source.CONSTANT, value=True)
    if kind is Kind.STRING and not isinstance(value, str):
        value = _WELL.get(name) or ("1.0.0" if name == "version" else None)
    if kind is Kind.MAP and not own.required:
        value = ()
    if value is None and not own.shape.nullable:
        return None
    return Fill(own.name, Source.CONSTANT, value=value)
