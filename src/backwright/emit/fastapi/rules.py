"""Rules that a row must keep before it changes: its state, its next status, how many it holds."""

from backwright.contract import names
from backwright.contract.entities import Entity
from backwright.contract.operations import Condition
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.finders import column_type
from backwright.emit.fastapi.work import Work
from backwright.plan.finder_names import row
from backwright.plan.names import model, next_statuses


def require_conditions(work: Work) -> None:
    """What must hold of the rows that the path names."""
    for each in work.operation.conditions:
        if not work.has(each.entity):
            continue
        name = work.row(each.entity)
        if each.relation:
            refused = work.refusal("empty", each.entity)
            work.add(f"if not {name}.{each.relation}:", f"    raise {refused}")
        elif each.column:
            work.add(f"{_print_state(work, each)}({name})")


def require_next(work: Work, entity: Entity, field: str) -> str:
    """The function that refuses a status which may not follow the present one."""
    column = entity.get(field)
    if column is None:
        raise KeyError(f"{entity.name}.{field}")
    name, kind = row(entity), work.service.use(model(entity))
    table = work.service.use(next_statuses(work.contract, entity, field))
    several = sum(1 for e in work.contract.entities if e.transitions) > 1
    function = f"require_next_{field}" + (f"_of_{name}" if several else "")
    told = column_type(work.contract, entity, field, work.service)
    refused = work.refusal("transition", entity.name)
    work.service.add_last(
        function,
        f"def {function}({name}: {kind}, to: {told}) -> None:\n"
        f"    if to not in {table}[{name}.{field}]:\n        raise {refused}",
    )
    return function


def _print_state(work: Work, condition: Condition) -> str:
    entity = work.contract.entity(condition.entity)
    name, kind = row(entity), work.service.use(model(entity))
    function = _state_name(work, condition)
    refused = work.refusal("state", entity.name)
    work.service.add_last(
        function,
        f"def {function}({name}: {kind}) -> None:\n"
        f"    if {_unmet(work, entity, condition)}:\n        raise {refused}",
    )
    return function


def _unmet(work: Work, entity: Entity, condition: Condition) -> str:
    held = f"{row(entity)}.{condition.column}"
    if condition.values in ((True,), (False,)):
        return f"not {held}" if condition.values == (True,) else held
    spelled = [
        conditions.spelled(work.contract, entity, condition.column, each, work.service)
        for each in condition.values
    ]
    if len(spelled) > 1:
        return f"{held} not in ({', '.join(spelled)})"
    member = "." in spelled[0] and not spelled[0].startswith(('"', "'"))
    return f"{held} {'is not' if member else '!='} {spelled[0]}"


def _state_name(work: Work, condition: Condition) -> str:
    """`require_draft`; with the entity where another one is asked for the same."""
    flag = condition.values in ((True,), (False,))
    said = (condition.column,) if flag else condition.values
    told = "_or_".join(names.snake(str(each)) or "empty" for each in said)
    told = f"not_{told}" if condition.values == (False,) else told
    others = {
        each.entity
        for operation in work.contract.operations
        for each in operation.conditions
        if each.values == condition.values and operation.domain == work.into.name
    }
    end = f"_{row(work.contract.entity(condition.entity))}" if len(others) > 1 else ""
    return f"require_{told}{end}"
