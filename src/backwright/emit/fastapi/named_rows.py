"""Rows that a body lists by their names: those that are there, and the others made."""

from typing import Final

from backwright.contract.entities import Entity, Ownership
from backwright.contract.operations import Assign
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.callers import caller_argument
from backwright.emit.fastapi.finders import SESSION
from backwright.emit.fastapi.slugs import free_slug, slug
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.body_assigns import Given, always
from backwright.plan.names import collection, core, model

_FIND: Final = '''
async def {function}({arguments}) -> list[{kind}]:
    """{doc}"""
    wanted = {wanted}
{body}
    return list(found)
'''
_MADE: Final = """\
    if not wanted:
        return []
    await {add}(session, [{kind}({given}) for {one} in wanted], {unique})
    found = await session.exec({statement}, params={{{params}}})"""
_ONE_BY_ONE: Final = """\
    found = await session.exec({statement}, params={{{params}}})
    there = {{each.{column} for each in found}}
    for {one} in wanted:
        if {one} not in there:
            await {add}(session, [{kind}({given})], {unique})
    found = await session.exec({statement}, params={{{params}}})"""
"""Each slug has to know the ones before it."""
_KNOWN: Final = """\
    found = (await session.exec({statement}, params={{{params}}})).all()
    if len(found) < len(wanted):
        raise {refused}"""
_STEPS: Final = {"trim": ".strip()", "lower": ".lower()", "upper": ".upper()"}


def names_given(each: Given, source: str) -> str:
    """The names that a new row is given; none if the body says nothing of them."""
    if always(each):
        return f"{source}.{each.name}"
    return f"{source}.model_dump(exclude_none=True).get({literal(each.name)}, [])"


def find_named(work: Work, entity: Entity, assign: Assign, value: str) -> str:
    """The call that gives back the rows of these names."""
    service = work.service
    function, statement = print_statement(work, entity, assign)
    one = "name"
    given, params, arguments, handed = [f"{assign.column}={one}"], ['"names": wanted'], [], []
    if entity.owner.kind is Ownership.COLUMN:
        user_id, user = work.user_id(), work.held.user
        given.append(f"{entity.owner.column}={user_id}")
        params.append(f'"owner_id": {user_id}')
        arguments = ["*", caller_argument(work.contract, user, service)]
        handed = [f"{user}={user}"]
    kind, own = service.use(model(entity)), slug(entity)
    if own is not None and assign.makes:
        given.append(f"{own.name}={free_slug(entity, own, one, service)}")
    made = _MADE if own is None else _ONE_BY_ONE
    refused = "" if assign.makes else work.refusal("missing", entity.name)
    body = (made if assign.makes else _KNOWN).format(column=assign.column,
        add=service.use(core("db", "add_missing")) if assign.makes else "",
        kind=kind, given=", ".join(given), one=one, statement=statement,
        params=", ".join(params), refused=refused, unique=_unique(entity, assign),
    )  # fmt: skip
    told = collection(entity).strip("_").replace("_", " ")
    text = _FIND.format(
        function=function,
        arguments=", ".join((f"session: {service.use(SESSION)}", "names: list[str]", *arguments)),
        kind=kind,
        doc=_said(told, makes=assign.makes),
        wanted=_wanted(entity, assign, one),
        body=body,
    )
    service.add_last(function, text)
    return f"await {function}({', '.join(('session', value, *handed))})"


def print_statement(work: Work, entity: Entity, assign: Assign) -> tuple[str, str]:
    """The function's name and the statement's, which is printed."""
    service = work.service
    stem = f"{collection(entity).strip('_')}_by_{assign.column}"
    kind = service.use(model(entity))
    named = conditions.column(entity, assign.column, service)
    service.use_from("sqlmodel", "bindparam", "select")
    where = [f'{named}.in_(bindparam("names", expanding=True))']
    if entity.owner.kind is Ownership.COLUMN:
        where += conditions.owned(work.contract, entity, service)
    made = f"select({kind}).where({', '.join(where)}).order_by({named})"
    service.add_once(stem.upper(), f"{stem.upper()} = {made}")
    return f"get_{stem}", stem.upper()


def _unique(entity: Entity, assign: Assign) -> str:
    """The columns of which no two rows have the same values."""
    owner = {entity.owner.column} if entity.owner.kind is Ownership.COLUMN else set[str]()
    held = {assign.column, *owner}
    found = next((each.columns for each in entity.uniques if set(each.columns) == held), None)
    return ", ".join(literal(each) for each in found or (assign.column,))


def _wanted(entity: Entity, assign: Assign, one: str) -> str:
    """Each once, as the column holds it; sorted, so that two requests never wait for each other."""
    own = entity.get(assign.column)
    steps = "".join(_STEPS.get(each, "") for each in (own.normalise if own is not None else ()))
    return f"sorted({{{one}{steps} for {one} in names}})" if steps else "sorted(set(names))"


def _said(rows: str, *, makes: bool) -> str:
    if makes:
        return f"The {rows} of these names; those that are not there yet are made."
    return f"The {rows} of these names, all of which have to be there."
