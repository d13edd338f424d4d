"""Entities that only the contract describes, and the entity of each operation."""

from backwright.contract import aspects
from backwright.contract.binding import accounts
from backwright.contract.binding.columns import inferred_auto, plain
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.envelopes import Answer, key_property, unwrap
from backwright.contract.binding.matching import ABOUT, entity_of_name, entity_of_segment, stem
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.names import (
    entity_name,
    identifier,
    key,
    singular,
    snake,
    table_name,
    words,
)
from backwright.contract.operations import Purpose
from backwright.shape import Kind, Schema


def discover(work: Workbench) -> None:
    """Rows with an id of their own, created, listed or read at a path of their own."""
    for draft in work.operations:
        answer = _answer(work, draft)
        if answer is None or answer.entity:
            continue
        schema = work.schemas[answer.schema]
        if accounts.purpose(work, draft) is not None:
            continue
        known = _known_row(work, draft, schema)
        if known:
            work.entity_of[schema.name] = known
            continue
        name = _name(work, draft, schema)
        listed = answer.many and (key(name) in work.named or _names_it(draft, name))
        if name and (listed or not _aside(draft)):
            _new(work, draft, schema, name)
    for draft in work.operations:
        place(work, draft)


def _known_row(work: Workbench, draft: OperationDraft, schema: Schema) -> str:
    """A schema without a name of its own, at the place of an entity that is known."""
    last = next((part for part in reversed(draft.segments) if not part.startswith("{")), "")
    entity = entity_of_segment(work, last)
    inline = entity is not None and stem(schema.name) not in ("", last)
    wrapped = "Response" in schema.name[:-8] or _is_inline(draft, stem(schema.name))
    return entity.name if entity is not None and inline and wrapped else ""


def _answer(work: Workbench, draft: OperationDraft) -> Answer | None:
    shape = draft.success.shape if draft.success is not None else None
    return unwrap(work, shape, path_entity(work, draft))


def path_entity(work: Workbench, draft: OperationDraft) -> str:
    """The entity that the last telling part of the path names."""
    parent = found = ""
    for segment in draft.segments:
        entity = entity_of_segment(work, segment, parent)
        if entity is not None:
            found = parent = entity.name
    return found


def _names_it(draft: OperationDraft, name: str) -> bool:
    """`/activity` lists what the answer calls an activity."""
    return bool(draft.segments) and key(draft.segments[-1]) == key(name)


def _aside(draft: OperationDraft) -> bool:
    """Reports and searches show rows that nothing stores."""
    return draft.method == "GET" and not _collection(draft)


def _collection(draft: OperationDraft) -> bool:
    static = [part for part in draft.segments if not part.startswith("{")]
    return bool(static) and words(static[-1])[-1:] != () and _is_plural(static[-1])


def _is_plural(segment: str) -> bool:
    last = words(segment)[-1] if words(segment) else ""
    return singular(last) != last


def _name(work: Workbench, draft: OperationDraft, schema: Schema) -> str:
    """After the schema, or after the path where the schema has no name of its own."""
    own = stem(schema.name)
    segments = [part for part in draft.segments if not part.startswith("{")]
    if any(key(part) == key(own) for part in segments):
        return entity_name(own)
    key_name = key_property(schema)
    for part in segments:
        one = singular(snake(part))
        if key_name is not None and one != snake(part) and snake(key_name.name) == f"{one}_id":
            return entity_name(one)
    mentioned = work.named.get(key(own))
    if mentioned is not None:
        return entity_name(mentioned.name)
    collections = [part for part in segments if _is_plural(part)]
    if not collections:
        return ""
    inline = all(word in ABOUT for word in words(own)) or _is_inline(draft, own)
    last = collections[-1]
    if segments[-1] != last:
        return ""
    return entity_name(last) if inline else entity_name(own)


def _is_inline(draft: OperationDraft, name: str) -> bool:
    """Readers name inline schemas after the operation."""
    made = words(draft.fact.operation_id or draft.id)
    return bool(made) and words(name)[: len(made)] == made


def _new(work: Workbench, draft: OperationDraft, schema: Schema, name: str) -> None:
    if work.find(name) is not None:
        work.entity_of[schema.name] = work.keys[key(name)]
        return
    span = schema.span or draft.fact.span
    statement = draft.fact.statement
    entity = EntityDraft(
        name, written(statement, span), table=table_name(name), feature=draft.feature,
        doc=schema.description,
    )  # fmt: skip
    found = key_property(schema)
    if found is not None:
        column = ColumnDraft(
            identifier("id"), plain(found.shape), written("", found.span), required=True,
            auto=Auto.ID, primary=True, modelled=False,
        )  # fmt: skip
        if column.shape.kind in (Kind.UUID, Kind.INTEGER, Kind.STRING):
            entity.columns["id"] = column
            work.origin(aspects.column(name, "id"), column.origin)
    work.put(entity)
    work.entity_of[schema.name] = name
    work.origin(aspects.entity(name), entity.origin)


def place(work: Workbench, draft: OperationDraft) -> None:
    """What the operation is about: what it answers, else what it takes, else its path."""
    answer = _answer(work, draft)
    named = path_entity(work, draft)
    body = draft.fact.body
    taken = ""
    if body is not None and body.shape.ref:
        of_body = entity_of_name(work, body.shape.ref)
        taken = of_body.name if of_body is not None else ""
    if answer is not None:
        draft.rows = answer.many
        draft.row_schema = answer.schema
        if answer.entity:
            work.entity_of.setdefault(answer.schema, answer.entity)
    shown = answer.entity if answer is not None else ""
    draft.entity = _chosen(work, draft, shown, named, taken)
    draft.purpose = Purpose.CUSTOM


def _chosen(work: Workbench, draft: OperationDraft, shown: str, named: str, taken: str) -> str:
    """A change of a line that answers the order is about the line."""
    if draft.method == "GET":
        return shown or named
    if named and shown and named != shown:
        parent = work.entities[named]
        child_shown = any(shown in column.references for column in parent.columns.values())
        return named if child_shown or not taken else (taken if taken in (named, shown) else shown)
    return shown or taken or named


def union_column(
    work: Workbench, entity: EntityDraft, wire: str, shape_schema: ColumnDraft
) -> ColumnDraft:
    """A column that only the contract names."""
    name = identifier(wire)
    known = entity.columns.get(name)
    if known is not None:
        return known
    entity.columns[name] = shape_schema
    if shape_schema.auto is Auto.NONE:
        shape_schema.auto = inferred_auto(name, shape_schema.shape)
    work.origin(aspects.column(entity.name, name), shape_schema.origin)
    return shape_schema


def is_key_name(entity: EntityDraft, wire: str) -> bool:
    """`id`, `orderId`, `order_id`, and of OrderLine also `line_id`."""
    name = snake(wire)
    own = snake(entity.name)
    return name in {"id", "uuid", f"{own}_id", f"{own.rsplit('_', 1)[-1]}_id", f"{own}_uuid"}
