"""Whether a row is never made without a value for one of its columns."""

from backwright.contract.entities import Auto, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Input, Operation, Purpose
from backwright.shape import ABSENT


def given(contract: Contract, entity: Entity, field: Field) -> bool:
    """Whether everything that makes a row gives this column a value."""
    if field.auto in (Auto.OWNER, Auto.PASSWORD_HASH) or field.copies or field.slug_of:
        return True
    makers = [each for each in contract.operations if _makes(each, entity)]
    makers += [each for each in contract.operations if _makes_children(contract, each, entity)]
    return all(_gives(contract, each, entity, field) for each in makers)


def _makes(operation: Operation, entity: Entity) -> bool:
    made = operation.purpose in (Purpose.CREATE, Purpose.REGISTER)
    return made and operation.entity == entity.name and not operation.hook


def _makes_children(contract: Contract, operation: Operation, entity: Entity) -> bool:
    if operation.hook or operation.body is None or not operation.entity:
        return False
    parent = next((e for e in contract.entities if e.name == operation.entity), None)
    known = contract.input(_ref(operation), operation.entity)
    assigns = known.assigns if known is not None else ()
    children = {each.name for each in assigns if each.kind is AssignKind.CHILDREN}
    return parent is not None and any(
        each.name in children and each.entity == entity.name for each in parent.relations
    )


def _ref(operation: Operation) -> str:
    shape = operation.body.shape if operation.body is not None else None
    while shape is not None and not shape.ref and shape.items is not None:
        shape = shape.items
    return shape.ref if shape is not None else ""


def _gives(contract: Contract, operation: Operation, entity: Entity, field: Field) -> bool:
    if operation.entity != entity.name:
        inputs = [each for each in contract.inputs if each.entity == entity.name]
    else:
        known = contract.input(_ref(operation), entity.name)
        inputs = [known] if known is not None and known.entity == entity.name else []
    if any(each.columns == (field.name,) for each in operation.parameters):
        return True
    if field.references and any(e.entity == field.references for e in operation.lookups):
        return True
    if field.references and operation.entity != entity.name:
        return True
    return bool(inputs) and all(_names(contract, each, field) for each in inputs)


def _names(contract: Contract, body: Input, field: Field) -> bool:
    """Whether whoever sends that body has to say it."""
    for each in body.assigns:
        if each.name == field.name and each.kind in (AssignKind.COLUMN, AssignKind.PASSWORD):
            own = contract.schema(body.schema).get(each.property)
            return own is not None and (own.required or own.default is not ABSENT)
    return False
