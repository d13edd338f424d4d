"""Operations whose contract names neither body nor answer: the data model lists both."""

from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import accounts, actions
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.lookups import link_between
from backwright.contract.binding.matching import entity_of_segment
from backwright.contract.binding.workbench import Workbench
from backwright.contract.entities import Auto
from backwright.contract.names import identifier, words
from backwright.read.facts import BodyFact, SentenceKind
from backwright.shape import Kind, Property, Schema, Shape

_GIVEN: Final = (Auto.NONE,)
_STARTING: Final = (Kind.BOOLEAN, Kind.INTEGER, Kind.NUMBER, Kind.DECIMAL)
_TIMES: Final = (Kind.DATETIME,)
_ALWAYS: Final = (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.OWNER, Auto.VERSION)
_JSON: Final = "application/json"


def settle(work: Workbench) -> None:
    """Plain places of entities with a data model: a collection, or one of its rows."""
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        if entity is None or not entity.modelled or not _plain(work, draft, entity):
            continue
        bodyless = draft.method in ("POST", "PUT", "PATCH") and _nothing(work, _body(draft))
        silent = _silent(work, draft)
        if not (bodyless or silent):
            continue
        subject = entity.name
        taken = work.choose(
            "undescribed", subject, ("model", "code"), spans=(draft.fact.span,), note=subject
        )
        if taken == "model":
            _describe(work, draft, entity, bodyless, silent)


def _plain(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> bool:
    """`/rules` or `/rules/{id}`, and no word after it."""
    static = [part for part in draft.segments if not part.startswith("{")]
    if not static or accounts.purpose(work, draft) is not None:
        return False
    last = draft.segments[-1]
    named = entity_of_segment(work, static[-1])
    one_word = last == static[-1] or (
        last.startswith("{") and len(draft.segments) > 1 and draft.segments[-2] == static[-1]
    )
    item = draft.method in ("PUT", "PATCH", "DELETE") or last.startswith("{")
    if named is not entity or not one_word or (item and not last.startswith("{")):
        return False
    return not _links(work, draft, entity, static)


def _links(work: Workbench, draft: OperationDraft, entity: EntityDraft, static: list[str]) -> bool:
    """`/tasks/{id}/labels/{label_id}`, of which neither holds the other."""
    parent = entity_of_segment(work, static[-2]) if len(static) > 1 else None
    if parent is None or parent is entity or len(draft.segments) < 3:
        return False
    return link_between(work, parent.name, entity.name) is not None


def _body(draft: OperationDraft) -> Shape | None:
    return draft.fact.body.shape if draft.fact.body is not None else None


def _nothing(work: Workbench, shape: Shape | None) -> bool:
    """Nobody says what it holds."""
    if shape is None or shape.kind is Kind.ANY:
        return True
    return shape.kind is Kind.OBJECT and not properties(work, shape)


def _silent(work: Workbench, draft: OperationDraft) -> bool:
    success = draft.success
    if draft.method == "DELETE" or success is None or success.status == 204:
        return False
    return _nothing(work, success.shape)


def _describe(
    work: Workbench, draft: OperationDraft, entity: EntityDraft, bodyless: bool, silent: bool
) -> None:
    if bodyless:
        name = "Create" if draft.method == "POST" else "Update"
        schema = _schema(work, entity, name, _written(work, entity), draft.method == "POST")
        body = BodyFact(Shape(Kind.OBJECT, ref=schema), _JSON, True, draft.fact.span)
        draft.fact = replace(draft.fact, body=body)
    if silent and draft.success is not None:
        shown = [each for each in entity.columns.values() if not each.write_only]
        schema = _schema(work, entity, "Public", shown, True)
        shape = Shape(Kind.OBJECT, ref=schema)
        draft.rows = draft.method == "GET" and not draft.segments[-1].startswith("{")
        draft.row_schema = schema
        work.entity_of[schema] = entity.name
        before = draft.success
        listed = Shape(Kind.ARRAY, items=shape) if draft.rows else shape
        draft.success = replace(before, shape=listed, content_type=_JSON)
        draft.fact = replace(
            draft.fact,
            responses=tuple(draft.success if r is before else r for r in draft.fact.responses),
        )


def _written(work: Workbench, entity: EntityDraft) -> list[ColumnDraft]:
    """What a sentence says that one is made of, else all that nothing else sets."""
    open_ = [each for each in entity.columns.values() if _open(work, entity, each)]
    told = {
        identifier(name)
        for fact in work.sentences(SentenceKind.CAPABILITY)
        if fact.verb == "create" and work.find(fact.entity) is entity
        for name in fact.fields
    }
    named = [each for each in open_ if each.name in told or each.required]
    return named if told & {each.name for each in open_} else open_


def _open(work: Workbench, entity: EntityDraft, column: ColumnDraft) -> bool:
    """No id, no owner, no stamp, no state that actions move."""
    stamp = column.shape.kind in _TIMES and column.name.endswith(("_at", "_on"))
    if column.primary or column.auto not in _GIVEN or stamp or column.write_only:
        return False
    if column.name == entity.version or words(column.name)[:2] == ("created", "by"):
        return False
    return not any(_moves(work, entity, column, each) for each in work.operations)


def _moves(
    work: Workbench, entity: EntityDraft, column: ColumnDraft, draft: OperationDraft
) -> bool:
    """`POST /rules/{id}/publish` moves its state."""
    last = draft.segments[-1] if draft.segments else "{"
    if draft.entity != entity.name or last.startswith("{") or not column.shape.values:
        return False
    return work.find(last) is None and actions.leads_to(column, last)


def _is_sure(column: ColumnDraft) -> bool:
    """It has a value from the beginning: it must, or there is one to start with."""
    starts = bool(column.shape.values) or column.shape.kind in _STARTING
    return column.auto in _ALWAYS or bool(column.required) or (column.required is None and starts)


def _schema(
    work: Workbench, entity: EntityDraft, what: str, columns: list[ColumnDraft], whole: bool
) -> str:
    name = f"{entity.name}{what}"
    if name in work.schemas:
        return name
    made = []
    for column in columns:
        sure = _is_sure(column)
        shape = column.shape if sure or what != "Public" else replace(column.shape, nullable=True)
        required = (whole and sure and bool(column.required)) or what == "Public"
        made.append(
            Property(
                column.name, shape, required, column.default, description=column.doc,
                span=column.origin.span,
            )
        )  # fmt: skip
        work.origin(aspects.property_of(name, column.name), column.origin)
    work.schemas[name] = Schema(name, tuple(made), span=entity.origin.span)
    return name
