"""Whether a row is never made without a value for one of its columns."""

from backwright.contract.entities import Auto, Entity, Field
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Input, Operation, Purpose
from backwright.plan.memo import once
from backwright.shape import ABSENT


def given(contract: Contract, entity: Entity, field: Field) -> bool:
    """Whether everything that makes a row gives this column a value."""
    if field.auto in (Auto.OWNER, Auto.PASSWORD_HASH) or field.copies or field.slug_of:
        return True
    makers = [each for each in contract.operations_on(entity.name) if _makes(each)]
    makers += _makers_of_children(contract).get(entity.name, ())
    return all(_gives(contract, each, entity, field) for each in makers)


def _makes(operation: Operation) -> bool:
    return operation.purpose in (Purpose.CREATE, Purpose.REGISTER) and not operation.hook


@once
def _makers_of_children(contract: Contract) -> dict[str, list[Operation]]:
    """Entity → the operations on others whose bodies hold rows of it."""
    found: dict[str, list[Operation]] = {}
    for operation in contract.operations:
        for entity in _children(contract, operation):
            found.setdefault(entity, []).append(operation)
    return found


def _children(contract: Contract, operation: Operation) -> set[str]:
    parent = contract.find_entity(operation.entity)
    if parent is None or operation.hook or operation.body is None:
        return set()
    known = contract.input(_ref(operation), operation.entity)
    assigns = known.assigns if known is not None else ()
    children = {each.name for each in assigns if each.kind is AssignKind.CHILDREN}
    return {each.entity for each in parent.relations if each.name in children}


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
