"""Fields become columns; what two documents say of one field is added up."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.shapes import Disagreement, merge
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.model import Origin, QuestionKind
from backwright.contract.names import identifier
from backwright.diagnostics import binding as diagnostics
from backwright.read.facts import FieldFact
from backwright.shape import ABSENT, Kind, Shape
from backwright.source import Span

_AUTO: Final = {
    "id": Auto.ID, "created": Auto.CREATED, "updated": Auto.UPDATED, "deleted": Auto.DELETED,
    "version": Auto.VERSION, "owner": Auto.OWNER, "other": Auto.SYSTEM,
}  # fmt: skip
_CREATED: Final = re.compile(
    r"(?:created|creation)(?:_at|_on|_date|_time)|date_created|create_time"
)
_UPDATED: Final = re.compile(
    r"(?:updated|modified|last_updated|last_modified)(?:_at|_on|_date|_time)|last_(?:updated|modified)"
)
_DELETED: Final = re.compile(r"(?:deleted|removed)(?:_at|_on)")
_SECRET: Final = re.compile(r"(?:hashed_password|password_hash(?:ed)?|pwd_hash|password)")
TIMES: Final = (Kind.DATETIME, Kind.ANY, Kind.STRING)


def add(work: Workbench, draft: EntityDraft, fact: FieldFact) -> None:
    name = identifier(fact.name)
    if not name:
        work.diagnostics.append(diagnostics.NO_NAME.at(fact.span, name=fact.name))
        return
    if fact.derived and not fact.primary_key:
        work.computed.setdefault((draft.name, name), fact)
        return
    if fact.shape.kind is Kind.OBJECT or _lists_rows(fact):
        work.attributes.setdefault((draft.name, name), fact)
        return
    origin = written(fact.statement, fact.span)
    fresh = column_of(fact, name, origin)
    known = draft.columns.get(name)
    if known is None:
        draft.columns[name] = fresh
    else:
        _join(work, draft, known, fresh)
    work.origin(aspects.column(draft.name, name), origin)
    _constraints(work, draft.name, name, fact, origin)


def _lists_rows(fact: FieldFact) -> bool:
    """`lines: list of OrderLine` is a relation, not a column."""
    items = fact.shape.items
    return fact.shape.kind is Kind.ARRAY and items is not None and items.kind is Kind.OBJECT


def column_of(fact: FieldFact, name: str, origin: Origin) -> ColumnDraft:
    auto = _AUTO.get(fact.auto, Auto.NONE) if fact.auto else inferred_auto(name, fact.shape)
    if fact.primary_key:
        auto = Auto.ID
    secret = auto is Auto.PASSWORD_HASH
    return ColumnDraft(
        name=name,
        shape=Shape(Kind.STRING) if secret else plain(fact.shape),
        origin=origin,
        required=True if fact.primary_key else fact.required,
        default=fact.default,
        auto=auto,
        unique=fact.unique and not fact.primary_key,
        index=fact.index and not fact.primary_key and not fact.unique,
        immutable=fact.immutable,
        write_only=fact.write_only or secret,
        references=fact.references,
        references_field=fact.references_field,
        on_delete=fact.on_delete,
        normalise=fact.normalise,
        doc=fact.description,
        primary=fact.primary_key,
        owner=fact.owner or fact.auto == "owner",
    )


def plain(shape: Shape) -> Shape:
    """As a column holds it: nullability stands at the column, objects are maps."""
    if shape.kind is Kind.OBJECT:
        return Shape(Kind.MAP)
    items = plain(shape.items) if shape.items is not None else None
    return replace(shape, nullable=False, items=items)


def inferred_auto(name: str, shape: Shape) -> Auto:
    """By the names that everybody gives to what the system sets."""
    if shape.kind in TIMES:
        for pattern, auto in (
            (_CREATED, Auto.CREATED), (_UPDATED, Auto.UPDATED), (_DELETED, Auto.DELETED),
        ):  # fmt: skip
            if pattern.fullmatch(name):
                return auto
    if shape.kind is Kind.STRING and _SECRET.fullmatch(name):
        return Auto.PASSWORD_HASH
    return Auto.NONE


def _join(work: Workbench, draft: EntityDraft, known: ColumnDraft, fresh: ColumnDraft) -> None:
    if known.auto is not Auto.PASSWORD_HASH:
        known.shape, found = merge(known.shape, fresh.shape)
        for each in found:
            subject = f"{draft.name}.{known.name}"
            taken = disagree(work, subject, each, known.origin.span, fresh.origin.span)
            if taken != each.taken:
                known.shape = replace(known.shape, **{each.attribute: each.rest})  # type: ignore[arg-type]
    if known.required is None:
        known.required = fresh.required
    if known.default is ABSENT:
        known.default = fresh.default
    if known.auto is Auto.NONE:
        known.auto = fresh.auto
    known.unique |= fresh.unique
    known.index |= fresh.index
    known.immutable |= fresh.immutable
    known.write_only |= fresh.write_only
    known.owner |= fresh.owner
    known.primary |= fresh.primary
    if not known.references:
        known.references, known.references_field = fresh.references, fresh.references_field
    known.on_delete = known.on_delete or fresh.on_delete
    known.normalise = known.normalise or fresh.normalise
    known.doc = known.doc or fresh.doc


def disagree(
    work: Workbench, subject: str, found: Disagreement, one: Span | None, other: Span | None
) -> str:
    """Ask about it, and tell which was taken until somebody answers."""
    code = f"contradiction/{subject}.{found.what}"
    if code in work.undecided:
        return work.undecided[code].taken
    spans = tuple(each for each in (one, other) if each is not None)
    rest = found.other if found.taken == found.one else found.one
    taken = work.choose(
        "contradiction",
        f"{subject}.{found.what}",
        (found.taken, rest),
        kind=QuestionKind.CONTRADICTION,
        spans=spans,
    )
    work.diagnostics.append(
        diagnostics.DISAGREE.at(
            *spans,
            subject=f"{subject}, its {found.what}",
            one=found.one,
            other=found.other,
            taken=taken,
            code=code,
        )
    )
    return taken


def _constraints(work: Workbench, entity: str, name: str, fact: FieldFact, origin: Origin) -> None:
    shape = fact.shape
    limits = shape.minimum, shape.maximum, shape.multiple_of
    holds = {
        "type": shape.kind is not Kind.ANY,
        "required": fact.required is not None,
        "length": shape.min_length is not None or shape.max_length is not None,
        "range": any(each is not None for each in limits),
        "pattern": bool(shape.pattern),
        "format": bool(shape.format),
        "enum": bool(shape.values),
        "default": fact.default is not ABSENT,
        "unique": fact.unique,
        "references": bool(fact.references),
        "immutable": fact.immutable,
        "normalise": bool(fact.normalise),
    }
    for what, held in holds.items():
        if held:
            work.origin(aspects.constraint(entity, name, what), origin)
