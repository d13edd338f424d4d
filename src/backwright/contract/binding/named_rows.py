"""Lists of names that stand for related rows: `tags: ["soup", "winter"]` of a recipe."""

import re
from dataclasses import replace
from typing import Final

from backwright.contract import aspects
from backwright.contract.binding import relations
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.lookups import link_between
from backwright.contract.binding.shapes import merge
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto, Ownership
from backwright.contract.names import identifier, key, snake, words
from backwright.contract.operations import Assign, AssignKind, Input
from backwright.read.facts import Statement, StatementKind
from backwright.shape import ABSENT, Kind, Property

_NAMES: Final = ("name", "label", "title", "tag", "value", "slug", "code")
"""What people write down of a row, the usual first."""
_ENDINGS: Final = ("_list", "_names", "_slugs", "_codes", "_labels")
_FILLED: Final = (Auto.ID, Auto.CREATED, Auto.UPDATED, Auto.VERSION, Auto.OWNER)
_SAID: Final = (
    StatementKind.REQUIREMENT, StatementKind.SCENARIO, StatementKind.EDGE_CASE,
    StatementKind.CLARIFICATION, StatementKind.MODEL_RULE, StatementKind.KEY_ENTITY,
)  # fmt: skip
_REFUSED: Final = re.compile(
    r"\b(?:unknown|unrecogni[sz]ed|undefined|non-?existent|(?:not|n't) exist|missing)\b.*"
    r"\b(?:refus|reject|error|invalid|40[04]|422|not found)"
    r"|\b(?:reject|refus)\w*\b.*\b(?:unknown|unrecogni[sz]ed|undefined|non-?existent|not exist)"
    r"|\bmust (?:already )?exist\b|\bonly (?:existing|predefined|known)\b",
    re.IGNORECASE,
)
_MADE: Final = re.compile(
    r"\b(?:creat|add|mak)\w*\b.*\b(?:automatic\w*|on the fly|if (?:it|they|absent|missing|new)"
    r"|(?:not|n't) (?:already |yet )?exist)\b"
    r"|\b(?:automatic\w*|on the fly)\b.*\b(?:creat|add)\w*\b|\bget[- ]or[- ]create\b",
    re.IGNORECASE,
)


def assign(work: Workbench, entity: EntityDraft, own: Property) -> Assign | None:
    """Where a list of texts of a body goes, if it names rows of a many-to-many relation."""
    found = _named(work, entity, own)
    if found is None:
        return None
    target, column = found
    name = _relation(work, entity, target, own)
    if not name:
        return None
    held = entity.relations[name]
    if not held.order_by:
        entity.relations[name] = replace(held, order_by=(column.name,))
    _goes_along(work, entity, held.link)
    _bounded(work, own, column)
    makes = _makes(work, entity, target, own)
    return Assign(own.name, AssignKind.NAMES, name, column.name, makes=makes)


def shown(work: Workbench, entity: EntityDraft, own: Property) -> str:
    """`tags.name`, where an answer lists the names of linked rows; empty if it does not."""
    found = _named(work, entity, own)
    if found is None or identifier(own.name) in entity.columns:
        return ""
    name = _relation(work, entity, found[0], own)
    return f"{name}.{found[1].name}" if name else ""


def settle(work: Workbench) -> None:
    """A name alone makes a row only if everything else of the row comes of itself."""
    for draft in work.operations:
        entity = work.entities.get(draft.entity)
        made = _input(work, draft, entity) if entity is not None and not draft.custom else None
        for each in made.assigns if made is not None and entity is not None else ():
            if each.kind is AssignKind.NAMES and each.makes and entity is not None:
                target = work.entities[entity.relations[each.name].entity]
                lost = _lost(target, each.column)
                if lost:
                    named = ", ".join(lost)
                    draft.give_up(f"nothing says what {named} of a new {target.name} holds")


def _named(
    work: Workbench, entity: EntityDraft, own: Property
) -> tuple[EntityDraft, ColumnDraft] | None:
    items = own.shape.items
    if own.shape.kind is not Kind.ARRAY or items is None or items.kind is not Kind.STRING:
        return None
    if items.values or items.format == "uuid":
        return None
    name = snake(own.name)
    ending = next((each for each in _ENDINGS if name.endswith(each)), "")
    target = work.find(name.removesuffix(ending))
    if target is None or target is entity or target.name == work.user or target.soft_delete:
        return None
    if link_between(work, entity.name, target.name) is None:
        return None
    column = _column(target, ending)
    return (target, column) if column is not None else None


def _column(target: EntityDraft, ending: str) -> ColumnDraft | None:
    """The one that the property names, else what people write down; one row has each value."""
    said = ending.removeprefix("_").removesuffix("s")
    wanted = (said,) if said in target.columns else (*_NAMES, *target.columns)
    for name in wanted:
        column = target.columns.get(name)
        plain = column is not None and column.shape.kind is Kind.STRING and not column.shape.values
        if column is not None and plain and _one_each(target, column):
            return column
    return None


def _one_each(target: EntityDraft, column: ColumnDraft) -> bool:
    """Among all rows, or among those of one owner."""
    if column.primary or column.references:
        return False
    owned = target.owner.kind is Ownership.COLUMN
    if target.owner.kind is Ownership.NONE:
        wanted: set[str] = {column.name}
    elif owned:
        wanted = {column.name, target.owner.column}
    else:
        return False
    alone = column.unique and not owned
    return alone or any(set(each.columns) == wanted for each in target.uniques)


def _relation(work: Workbench, entity: EntityDraft, target: EntityDraft, own: Property) -> str:
    wanted = snake(own.name)
    if key(wanted) != key(target.name):
        known = (r for r in entity.relations.values() if r.entity == target.name and r.link)
        wanted = next((each.name for each in known), target.table)
    return relations.many(work, entity, target.name, wanted, written("", own.span))


def _goes_along(work: Workbench, entity: EntityDraft, link: str) -> None:
    """What a row lists by name is a part of it: the links, never the linked rows, end with it."""
    for column in work.entities[link].columns.values():
        if column.references == entity.name and not column.on_delete:
            column.on_delete = "cascade"


def _bounded(work: Workbench, own: Property, column: ColumnDraft) -> None:
    """Each text keeps the limits of the column, whichever schema lists them."""
    for schema in list(work.schemas.values()):
        for each in schema.properties:
            if each is own and own.shape.items is not None:
                items, _ = merge(replace(column.shape, nullable=False), own.shape.items)
                shape = replace(own.shape, items=items)
                properties = tuple(
                    replace(one, shape=shape) if one is own else one for one in schema.properties
                )
                work.schemas[schema.name] = replace(schema, properties=properties)


def _makes(work: Workbench, entity: EntityDraft, target: EntityDraft, own: Property) -> bool:
    """Whether a name that nobody has used makes a row: as a sentence says, else as is decided."""
    for statement in work.facts.statements:
        if statement.kind not in _SAID or not _speaks(statement, target):
            continue
        refused, made = _REFUSED.search(statement.text), _MADE.search(statement.text)
        if (refused is None) is not (made is None):
            aspect = aspects.rule(entity.name, f"relation({snake(own.name)})")
            work.linked.append((statement.span.file, statement.id, aspect))
            return made is not None
    spans = [own.span] if own.span is not None else []
    subject = f"{entity.name}.{identifier(own.name)}"
    return work.choose("unknown_names", subject, ("made", "refused"), spans=spans) == "made"


def _speaks(statement: Statement, target: EntityDraft) -> bool:
    return key(target.name) in {key(each) for each in words(statement.text)}


def _input(work: Workbench, draft: OperationDraft, entity: EntityDraft) -> Input | None:
    shape = draft.body.shape if draft.body is not None else None
    if draft.body is not None and draft.body.multiple and shape is not None:
        shape = shape.items
    return work.inputs.get((shape.ref if shape is not None else "", entity.name))


def _lost(target: EntityDraft, name: str) -> list[str]:
    return [
        each.name
        for each in target.columns.values()
        if each.required and each.default in (ABSENT, None)
        if each.name != name and each.auto not in _FILLED and not each.primary
        if each.slug_of != name
    ]
