"""Each entity has one primary key, and it comes first."""

from backwright.contract import aspects
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft
from backwright.contract.binding.envelopes import key_property
from backwright.contract.binding.workbench import Workbench, decided, written
from backwright.contract.entities import Auto, Unique
from backwright.contract.model import Origin
from backwright.contract.names import snake, words
from backwright.read.facts import ParameterPlace, SentenceKind
from backwright.shape import ABSENT, Kind, Shape
from backwright.source import Span

KEY_KINDS = (Kind.UUID, Kind.INTEGER, Kind.STRING)


def settle(work: Workbench) -> None:
    for draft in work.entities.values():
        together = _together(draft)
        column = _written(draft) or _missing(work, draft)
        _keep_together(work, draft, together)
        if column.shape.kind is Kind.ANY:
            column.shape = Shape(_kind(work, draft)[0])
        if column.shape.kind not in KEY_KINDS:
            column.shape = Shape(Kind.UUID)
        column.primary = True
        column.required = True
        if column.auto is Auto.NONE and (column.name == "id" or column.shape.kind is Kind.UUID):
            column.auto = Auto.ID
        if column.auto is Auto.ID and column.shape.kind is Kind.STRING:
            column.shape = _generated(draft)
        for other in draft.columns.values():
            if other is not column:
                other.primary = False
        rest = {name: each for name, each in draft.columns.items() if each is not column}
        draft.columns = {column.name: column, **rest}


def _together(draft: EntityDraft) -> tuple[ColumnDraft, ...]:
    """The parts of a key of several columns: `PRIMARY KEY (post_id, tag_id)`."""
    stated = tuple(each for each in draft.columns.values() if each.primary)
    return stated if len(stated) > 1 and _written(draft) is None else ()


def _keep_together(work: Workbench, draft: EntityDraft, parts: tuple[ColumnDraft, ...]) -> None:
    """Rows have a key of one column; what identified them stays unique."""
    if not parts:
        return
    names = tuple(each.name for each in parts)
    draft.uniques.append(Unique(names))
    for each in parts:
        each.primary, each.required = False, True
        each.auto = Auto.NONE if each.auto is Auto.ID else each.auto
        work.origin(aspects.rule(draft.name, f"unique({','.join(names)})"), each.origin)


def _written(draft: EntityDraft) -> ColumnDraft | None:
    own = snake(draft.name)
    stated = [each for each in draft.columns.values() if each.primary]
    if len(stated) > 1 and all(each.name not in ("id", f"{own}_id") for each in stated):
        return None
    if stated:
        preferred = [each for each in stated if each.name in ("id", f"{own}_id")]
        return (preferred or stated)[0]
    last = own.rsplit("_", 1)[-1]
    for name in ("id", "uuid", f"{own}_id", f"{last}_id"):
        column = draft.columns.get(name)
        usable = (*KEY_KINDS, Kind.ANY)
        if column is not None and not column.references and column.shape.kind in usable:
            return column
    return None


def _missing(work: Workbench, draft: EntityDraft) -> ColumnDraft:
    kind, origin = _kind(work, draft)
    column = ColumnDraft(
        "id", Shape(kind), origin, required=True, default=ABSENT, auto=Auto.ID, primary=True,
        modelled=draft.modelled,
    )  # fmt: skip
    work.origin(aspects.column(draft.name, "id"), origin)
    return column


def _generated(draft: EntityDraft) -> Shape:
    """An id that the system makes, written as a string: a UUID, in text if it must be."""
    shape = draft.key.shape
    short = shape.max_length is not None and shape.max_length < 36
    return shape if short or shape.pattern else Shape(Kind.UUID)


def _kind(work: Workbench, draft: EntityDraft) -> tuple[Kind, Origin]:
    """As a sentence or a directive says, else as the path's parameter is typed, else UUID."""
    for fact in work.sentences(SentenceKind.ID_TYPE):
        said = set(words(work.text_of(fact)))
        either = "uuid" in said and bool(said & {"int", "integer", "serial"})
        if not either and (not fact.entity or work.find(fact.entity) is draft):
            kind = Kind.INTEGER if fact.value == "integer" else Kind.UUID
            return kind, written(fact.statement, fact.span)
    for directive in work.facts.directives:
        if directive.name == "id_type":
            kind = Kind.INTEGER if "int" in directive.value.lower() else Kind.UUID
            return kind, written(directive.statement, directive.span)
    names = {f"{snake(draft.name)}_id", "id"}
    for operation in work.operations:
        for each in operation.fact.parameters:
            typed = each.property.shape.kind in (Kind.UUID, Kind.INTEGER)
            named = snake(each.property.name) in names and operation.entity == draft.name
            if each.place is ParameterPlace.PATH and named and typed:
                return each.property.shape.kind, written(each.statement, each.property.span)
    for schema in work.schemas.values():
        own = key_property(schema) if work.entity_of.get(schema.name) == draft.name else None
        if own is not None and own.shape.kind in (Kind.UUID, Kind.INTEGER):
            return own.shape.kind, written("", own.span)
    if sum(each.primary for each in draft.columns.values()) > 1:
        # A table that only links needs an id that nobody ever sees: nothing to ask about.
        return Kind.UUID, next(each.origin for each in draft.columns.values() if each.primary)
    taken = work.choose(
        "id_type", draft.name, ("uuid", "integer"), spans=_spans(draft), note=draft.name
    )
    kind = Kind.INTEGER if taken == "integer" else Kind.UUID
    return kind, decided(f"id_type/{draft.name}")


def _spans(draft: EntityDraft) -> tuple[Span, ...]:
    return (draft.origin.span,) if draft.origin.span is not None else ()
