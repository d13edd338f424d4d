"""How rows change: by one guarded UPDATE where they have a version, else as objects."""

from typing import Final

from backwright.contract.entities import Auto, Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, ParameterUse
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.finders import SESSION, column_type
from backwright.emit.fastapi.module import Module
from backwright.emit.fastapi.work import Work
from backwright.emit.templates import literal
from backwright.plan.body_assigns import always, given
from backwright.plan.columns import Sql, column
from backwright.plan.finder_names import row
from backwright.plan.names import core, model

_MOMENTS: Final = {
    Sql.DATETIME: "{now}()",
    Sql.DATE: "{now}().date()",
    Sql.TEXT: "{now}().isoformat()",
    Sql.INTEGER: "int({now}().timestamp())",
    Sql.BIG_INTEGER: "int({now}().timestamp())",
    Sql.FLOAT: "{now}().timestamp()",
}
_CHANGE: Final = '''
async def {function}(
    session: {session},
    {name}: {kind},
    *,{owner_argument}
    version: int | None = None,
    **values: object,
) -> None:
    """Change {article} {said} that is still at the version, by default the one it was read at."""
    statement = (
        update({kind})
        .where({where})
        .values(**values, {version}={column} + 1{touched})
    )
    if (await session.exec(statement)).rowcount == 0:
        raise {refused}
'''

_VERSION_OF: Final = '''
def version_of(tag: str | None) -> int | None:
    """An entity tag holds the version of a row: `"3"`."""
    if tag is None or tag.strip() == "*":
        return None
    digits = tag.strip().removeprefix("W/").strip('"')
    if not re.fullmatch("[0-9]{{1,9}}", digits):
        raise {refused}
    return int(digits)
'''


def change(work: Work, entity: Entity, *values: str, version: str = "") -> list[str]:
    """The lines that give a row of the path some values: `status=OrderStatus.PAID`, `**values`."""
    name = work.row(entity.name)
    if entity.version:
        given = [f"owner_id={work.owner_id(entity)}"] if _has_owner(entity) else []
        given += [f"version={version}"] if version else []
        function = print_change(work, entity)
        return [f"await {function}({', '.join(('session', name, *given, *values))})"]
    lines = []
    for each in values:
        column_name, _, value = each.partition("=")
        if each.startswith("**"):
            lines.append(f"{name}.sqlmodel_update({each.removeprefix('**')})")
        else:
            lines.append(f"{name}.{column_name} = {value}")
    return lines + [f"{name}.{each}" for each in stamps(work.contract, entity, work.service)]


def stamps(contract: Contract, entity: Entity, into: Module) -> list[str]:
    """What changes along with any change of a row: `updated_at = utcnow()`."""
    found = []
    for each in entity.fields:
        if each.auto is Auto.UPDATED:
            found.append(f"{each.name} = {moment(contract, entity, each, into)}")
    return found


def moment(contract: Contract, entity: Entity, field: Field, into: Module) -> str:
    """The present time as a column holds it."""
    now = into.use(core("db", "utcnow"))
    sql = column(contract, entity, field).sql
    return _MOMENTS.get(sql, "{now}()").format(now=now)


def change_parents(work: Work) -> None:
    """A row and what is inside it are one: who changes the inner raises the outer's version."""
    for each in work.held.standing:
        parent = work.contract.entity(each.finder.entity)
        if parent.version and parent.name != work.operation.entity:
            work.add(*change(work, parent))
            return


def known_version(work: Work) -> str:
    """The version that the caller says they know; empty if they say none."""
    for each in given(work.contract, work.operation):
        if each.assign.kind is AssignKind.VERSION:
            name = work.data(each.name)
            return name if always(each) else f"data.model_dump().get({literal(each.name)})"
    for parameter in work.operation.parameters:
        if parameter.use is ParameterUse.IF_MATCH:
            return f"{_print_version_of(work)}({work.parameter(parameter)})"
    return ""


def _print_version_of(work: Work) -> str:
    work.service.use_module("re")
    refused = work.refusal("stale", work.operation.entity)
    work.service.add_last("version_of", _VERSION_OF.format(refused=refused))
    return "version_of"


def print_change(work: Work, entity: Entity) -> str:
    """The only UPDATE of a versioned entity: owner and version in its WHERE."""
    contract, service = work.contract, work.service
    name, kind = row(entity), service.use(model(entity))
    where = [f"col({kind}.{entity.key.name}) == {name}.{entity.key.name}"]
    owner = ""
    if _has_owner(entity):
        where.append(conditions.equals(entity, entity.owner.column, "owner_id", service))
        owner = f"\n    owner_id: {column_type(contract, entity, entity.owner.column, service)},"
    version = conditions.column(entity, entity.version, service)
    where.append(f"{version} == ({name}.{entity.version} if version is None else version)")
    service.use_from("sqlmodel", "update")
    function = function_name(work, entity)
    touched = "".join(f", {each}" for each in stamps(contract, entity, service))
    text = _CHANGE.format(
        function=function,
        session=service.use(SESSION),
        name=name,
        kind=kind,
        owner_argument=owner,
        article="an" if kind[:1] in "AEIO" else "a",
        said=" ".join(name.split("_")),
        where=", ".join(where),
        version=entity.version,
        column=version,
        touched=touched.replace(" = ", "="),
        refused=work.refusal("stale", entity.name),
    )
    service.add_last(function, text)
    return function


def function_name(work: Work, entity: Entity) -> str:
    """`change`, but `change_order` where a domain has several rows with versions."""
    versioned = [e for e in work.contract.entities if e.version and e.domain == entity.domain]
    alone = len(versioned) == 1 and work.into.name == entity.domain
    return "change" if alone else f"change_{row(entity)}"


def _has_owner(entity: Entity) -> bool:
    return entity.owner.kind is Ownership.COLUMN
