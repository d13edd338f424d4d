"""What a body does to a row: its properties with the columns and relations they go into."""

from collections.abc import Iterator
from dataclasses import dataclass

from backwright.contract.entities import Entity, Field, Ownership, Relation
from backwright.contract.model import Contract
from backwright.contract.operations import Assign, AssignKind, Input, Operation, Purpose
from backwright.plan.attributes import Attribute, attributes
from backwright.shape import Shape

WRITES = (Purpose.CREATE, Purpose.UPDATE, Purpose.REPLACE)


@dataclass(frozen=True, slots=True)
class Given:
    """One property of a body, as the code reads it, and where it goes."""

    attribute: Attribute
    assign: Assign

    @property
    def name(self) -> str:
        return self.attribute.name

    @property
    def plain(self) -> bool:
        """It goes into the column of its own name."""
        return self.assign.kind is AssignKind.COLUMN and self.assign.name == self.attribute.name


def always(given: Given) -> bool:
    """Whether the body has to say it."""
    own = given.attribute.property
    return own.required and not own.shape.nullable


def body_schema(operation: Operation) -> str:
    """The schema of the body, or of each of its elements; empty if it takes no object."""
    shape: Shape | None = operation.body.shape if operation.body is not None else None
    while shape is not None and not shape.ref and shape.items is not None:
        shape = shape.items
    return shape.ref if shape is not None else ""


def input_of(contract: Contract, operation: Operation) -> Input | None:
    schema = body_schema(operation)
    return contract.input(schema, operation.entity) if schema else None


def givens(contract: Contract, schema: str, entity: str) -> tuple[Given, ...]:
    """The properties of a body of that entity, in the author's order."""
    known = contract.input(schema, entity)
    assigns = {each.property: each for each in known.assigns} if known is not None else {}
    return tuple(
        Given(each, assigns.get(each.wire, Assign(each.wire, AssignKind.IGNORED)))
        for each in attributes(contract, schema, body=True)
    )


def given(contract: Contract, operation: Operation) -> tuple[Given, ...]:
    """The properties of an operation's body; none if it takes none."""
    known = input_of(contract, operation)
    return givens(contract, known.schema, known.entity) if known is not None else ()


def referred(contract: Contract, operation: Operation) -> Iterator[Field]:
    """The columns that a body fills with the keys of other rows, once each, children's too."""
    known = input_of(contract, operation)
    if operation.purpose not in WRITES or operation.hook or known is None or not known.entity:
        return
    seen: set[str] = set()
    for field in _referred(contract, known.schema, contract.entity(known.entity), ()):
        if field.references not in seen:
            seen.add(field.references)
            yield field


def _referred(
    contract: Contract, schema: str, entity: Entity, above: tuple[str, ...]
) -> Iterator[Field]:
    known = {each.name for each in contract.entities}
    for each in givens(contract, schema, entity.name):
        field = entity.get(each.assign.name)
        if each.assign.kind is AssignKind.COLUMN and field is not None:
            own = entity.owner.kind is Ownership.COLUMN and entity.owner.column == field.name
            if field.references in known and field.name not in above and not own:
                yield field
        relation = relation_of(entity, each)
        if relation is not None and each.assign.kind is AssignKind.CHILDREN:
            child, inner = contract.entity(relation.entity), child_schema(each)
            if inner:
                yield from _referred(contract, inner, child, (relation.column,))


def relation_of(entity: Entity, given: Given) -> Relation | None:
    """Of CHILDREN and LINKS: the relation that the property fills."""
    return next((each for each in entity.relations if each.name == given.assign.name), None)


def child_schema(given: Given) -> str:
    """Of CHILDREN: the schema of one child."""
    shape: Shape | None = given.attribute.property.shape
    while shape is not None and not shape.ref and shape.items is not None:
        shape = shape.items
    return shape.ref if shape is not None else ""
