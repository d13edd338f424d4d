"""Rows that a body names by their keys, several at once."""

from backwright.contract.entities import Entity, Ownership
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.callers import caller_argument
from backwright.emit.fastapi.finders import SESSION, column_type
from backwright.emit.fastapi.work import Work
from backwright.plan.errors import refusal_class
from backwright.plan.finders import Reach, reach
from backwright.plan.names import collection, core, model

_FIND = """
async def {function}({arguments}) -> list[{kind}]:
    found = (await session.exec({statement}, params={{{params}}})).all()
    if len(found) < len(set(keys)):
        raise {refused}
    return list(found)
"""


def find_linked(work: Work, entity: Entity, value: str) -> str:
    """The call that finds them all; one that is missing, or somebody else's, refuses the rest."""
    contract, service = work.contract, work.service
    whose = reach(contract, work.operation, entity)
    own = whose is Reach.OWN and entity.owner.kind is not Ownership.IDENTITY
    stem = f"{'own_' if own else ''}{collection(entity)}_by_keys"
    kind, key = service.use(model(entity)), entity.key.name
    service.use_from("sqlmodel", "bindparam", "select")
    where = [f'{conditions.column(entity, key, service)}.in_(bindparam("keys", expanding=True))']
    where += conditions.owned(contract, entity, service) if own else []
    where += conditions.live(entity, service)
    service.add_once(stem.upper(), f"{stem.upper()} = select({kind}).where({', '.join(where)})")
    keys = column_type(contract, entity, key, service)
    arguments = [f"session: {service.use(SESSION)}", f"keys: list[{keys}]"]
    params, given = ['"keys": keys'], ["session", value]
    if own:
        user_id, user = work.user_id(), work.held.user
        arguments += ["*", caller_argument(contract, user, service)]
        params.append(f'"owner_id": {user_id}')
        given.append(f"{user}={user}")
    missing = refusal_class(contract, work.operation, "missing", entity.name)
    text = _FIND.format(
        function=f"get_{stem}",
        arguments=", ".join(arguments),
        kind=kind,
        statement=stem.upper(),
        params=", ".join(params),
        refused=service.use(missing if missing is not None else core("errors", "InvalidInput")),
    )
    service.add_last(f"get_{stem}", text)
    return f"await get_{stem}({', '.join(given)})"
