"""A row that moves on from the state in which it was read: of two moves at a time one is refused.

Rows with a version have that in their only UPDATE; here are the others.
"""

from collections.abc import Iterator
from typing import Final

from backwright.contract.entities import Entity, Ownership
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.changes import stamps
from backwright.emit.fastapi.finders import SESSION, column_type
from backwright.emit.fastapi.module import docstring
from backwright.emit.fastapi.work import Work
from backwright.plan.finder_names import row
from backwright.plan.names import model, route

_DOC: Final = (
    "Change {article} {said} that is still as it was read:"
    " of two changes at a time, one is refused."
)
_MOVE: Final = """
async def {function}(
    session: {session}, {name}: {kind},{owner_argument} **values: object
) -> None:
{doc}
    statement = (
        update({kind})
        .where({where})
        .values({values})
    )
    if (await session.exec(statement)).rowcount == 0:
        raise {refused}
"""


def move(work: Work, held: tuple[str, ...], reason: str, *values: str) -> str:
    """The line that changes the row of the operation, if these columns are still as they were."""
    entity = work.entity
    name = work.row(entity.name)
    function = _print_move(work, entity, held, reason)
    owner = [f"owner_id={work.owner_id(entity)}"] if _has_owner(entity) else []
    return f"await {function}({', '.join(('session', name, *owner, *values))})"


def _print_move(work: Work, entity: Entity, held: tuple[str, ...], reason: str) -> str:
    service = work.service
    name, kind = row(entity), service.use(model(entity))
    service.use_from("sqlmodel", "update")
    owner = ""
    if _has_owner(entity):
        owner = f" *, owner_id: {column_type(work.contract, entity, entity.owner.column, service)},"
    values = ["**values"]
    values += [each.replace(" = ", "=", 1) for each in stamps(work.contract, entity, service)]
    function = _function_name(work, entity, held, reason)
    article = "an" if kind[:1] in "AEIO" else "a"
    text = _MOVE.format(
        function=function,
        session=service.use(SESSION),
        name=name,
        kind=kind,
        owner_argument=owner,
        doc=docstring(_DOC.format(article=article, said=" ".join(name.split("_"))), 4),
        where=", ".join(_where(work, entity, held)),
        values=", ".join(values),
        refused=work.refusal(reason, entity.name),
    )
    service.add_last(function, text)
    return function


def _where(work: Work, entity: Entity, held: tuple[str, ...]) -> Iterator[str]:
    """Which row, whose, and as it was read."""
    name, into = row(entity), work.service
    key = entity.key.name
    yield conditions.equals(entity, key, f"{name}.{key}", into)
    if _has_owner(entity):
        yield conditions.equals(entity, entity.owner.column, "owner_id", into)
    elif entity.owner.kind is Ownership.PARENT and entity.owner.column != key:
        above = entity.owner.column
        yield conditions.equals(entity, above, f"{name}.{above}", into)
    for each in held:
        yield conditions.equals(entity, each, f"{name}.{each}", into)


def _function_name(work: Work, entity: Entity, held: tuple[str, ...], reason: str) -> str:
    """`move_order`; longer where an operation is called so, or something else is held."""
    taken = {route(each) for each in work.contract.operations}
    plain = f"move_{row(entity)}"
    machine = {each.field for each in entity.transitions}
    if reason == "transition" and set(held) <= machine and plain not in taken:
        return plain
    name = f"change_{row(entity)}_at_{'_and_'.join(each.strip('_') for each in held)}"
    name = f"{name}_or_refuse_{reason}" if name in taken else name
    return name if reason in ("transition", "state") else f"{name}_{reason}"


def _has_owner(entity: Entity) -> bool:
    return entity.owner.kind is Ownership.COLUMN
