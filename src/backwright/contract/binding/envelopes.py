"""What an answer holds: one row, many rows, and what is wrapped around them."""

import itertools
from dataclasses import dataclass
from typing import Final

from backwright.contract.binding.drafts import EntityDraft
from backwright.contract.binding.matching import entity_of_name, stem
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import key, snake
from backwright.contract.operations import Source
from backwright.shape import Kind, Property, Schema, Shape

AROUND: Final = {
    Source.TOTAL: ("total", "total_count", "total_items", "total_results", "total_records",
                   "total_elements", "count", "total_entries", "total_rows"),
    Source.PAGE: ("page", "current_page", "page_number", "page_index"),
    Source.SIZE: ("size", "page_size", "per_page", "items_per_page"),
    Source.LIMIT: ("limit",),
    Source.OFFSET: ("offset", "skip"),
    Source.PAGES: ("pages", "total_pages", "page_count", "last_page", "num_pages"),
    Source.HAS_NEXT: ("has_next", "has_more", "has_next_page"),
    Source.HAS_PREVIOUS: ("has_previous", "has_prev", "has_previous_page", "has_prev_page"),
    Source.NEXT_CURSOR: ("next_cursor", "next_page_token", "next_token"),
    Source.NOW: ("timestamp", "generated_at", "server_time"),
    Source.COUNT: (
        "returned", "returned_count", "updated_count", "affected", "affected_count", "result_count",
    ),
}  # fmt: skip
SOURCES: Final = {name: source for source, names in AROUND.items() for name in names}
_WORDS: Final = frozenset(("success", "message", "status", "error", "errors", "ok", "detail"))
_NESTED: Final = frozenset(("pagination", "meta", "metadata", "paging", "page_info", "links"))
_HOLDERS: Final = frozenset(
    ("data", "item", "items", "result", "results", "rows", "records", "entries", "content", "list",
     "payload", "values", "objects", "nodes")
)  # fmt: skip
TOKENS: Final = frozenset(
    ("access_token", "token", "refresh_token", "jwt", "session_token", "auth_token", "bearer_token")
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows in an answer."""

    schema: str
    """The schema of one row."""
    many: bool
    entity: str
    """Empty if the schema is no entity that is known yet."""


def around(name: str) -> bool:
    """Whether a property of this name belongs to a wrapper, not to a row."""
    plain = snake(name)
    return plain in SOURCES or plain in _WORDS or plain in _NESTED


def is_pagination(property_: Property) -> bool:
    return snake(property_.name) in _NESTED


def is_holder(name: str) -> bool:
    return snake(name) in _HOLDERS


def holds_tokens(schema: Schema | None) -> bool:
    names = {snake(each.name) for each in schema.properties} if schema is not None else set()
    return bool(names & TOKENS)


def key_property(schema: Schema) -> Property | None:
    """`id`, `uuid`, or the schema's own name with `_id`."""
    named = {snake(each.name): each for each in schema.properties}
    own = snake(stem(schema.name))
    parts = (*own.split("_"), *snake(schema.name).split("_"))
    for name in ("id", "uuid", f"{own}_id", *(f"{part}_id" for part in parts)):
        if name in named:
            return named[name]
    return None


def row_key(work: Workbench, schema: Schema) -> Property | None:
    """Its id, or the property by which a path finds one: `/inventory/{product_id}`."""
    found = key_property(schema)
    if found is not None:
        return found
    own = key(stem(schema.name))
    named = {snake(each.name): each for each in schema.properties}
    for draft in work.operations:
        for before, wire in itertools.pairwise(draft.segments):
            natural = named.get(snake(wire)) if wire.startswith("{") else None
            if natural is not None and key(before) == own:
                return natural
    return None


def unwrap(work: Workbench, shape: Shape | None, hint: str = "", depth: int = 0) -> Answer | None:
    """The row or rows in an answer; None if it holds none."""
    if shape is None or depth > 4:
        return None
    if shape.kind is Kind.UNION and shape.options:
        return unwrap(work, shape.options[0], hint, depth + 1)
    if shape.kind is Kind.ARRAY:
        inner = unwrap(work, shape.items, hint, depth + 1)
        return Answer(inner.schema, True, inner.entity) if inner is not None else None
    schema = work.schemas.get(shape.ref) if shape.kind is Kind.OBJECT else None
    if schema is None or holds_tokens(schema):
        return None
    return _object(work, schema, hint, depth)


def _object(work: Workbench, schema: Schema, hint: str, depth: int) -> Answer | None:
    inner = _inner(schema)
    rest = [each for each in schema.properties if each is not inner]
    if inner is not None and all(around(each.name) for each in rest):
        found = unwrap(work, inner.shape, hint, depth + 1)
        if found is not None:
            return found
    entity = _entity(work, schema, hint)
    keyed = row_key(work, schema) is not None
    if entity is not None and (inner is None or keyed or rest):
        held = unwrap(work, inner.shape, hint, depth + 1) if inner is not None else None
        if held is None or held.entity != entity.name or keyed:
            return Answer(schema.name, False, entity.name)
    if keyed:
        return Answer(schema.name, False, "")
    return unwrap(work, inner.shape, hint, depth + 1) if inner is not None else None


def _inner(schema: Schema) -> Property | None:
    """The property that holds the rows or the row, if one stands out."""
    lists = [each for each in schema.properties if _is_list(each.shape)]
    if len(lists) == 1:
        return lists[0]
    named = [each for each in lists if is_holder(each.name)]
    if named:
        return named[0]
    objects = [
        each
        for each in schema.properties
        if each.shape.kind is Kind.OBJECT and not is_pagination(each)
    ]
    return objects[0] if len(objects) == 1 and not lists else None


def _is_list(shape: Shape) -> bool:
    return shape.kind is Kind.ARRAY and shape.items is not None and shape.items.kind is Kind.OBJECT


def _entity(work: Workbench, schema: Schema, hint: str) -> EntityDraft | None:
    known = work.entity_of.get(schema.name)
    if known:
        return work.entities.get(known)
    found = entity_of_name(work, schema.name)
    if found is not None:
        return found
    hinted = work.entities.get(hint)
    return hinted if hinted is not None and _alike(schema, hinted) else None


def _alike(schema: Schema, entity: EntityDraft) -> bool:
    """Most of the schema's properties are columns of the entity. Its id alone, before a list, only
    tells whose rows these are."""
    names = {snake(each.name) for each in schema.properties}
    led = {key(entity.name) + "_id", f"{snake(entity.name)}_id"}
    own = names & (set(entity.columns) | led)
    if own <= led and any(_is_list(each.shape) for each in schema.properties):
        return False
    return len(names) > 1 and 2 * len(own) >= len(names)
