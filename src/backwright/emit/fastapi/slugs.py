"""Slugs: `app/core/slugs.py`, and the function of a service that finds a free one."""

from collections.abc import Iterable, Iterator
from typing import Final

from backwright.contract.entities import Entity, Field
from backwright.emit.fastapi import conditions
from backwright.emit.fastapi.finders import SESSION
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan.finder_names import row
from backwright.plan.model import GeneratedFile
from backwright.plan.names import core, file, model

_MODULE: Final = "app.core.slugs"
_USUAL: Final = 80
"""Where the column has no limit."""
_ENDING: Final = 9
_FREE: Final = '''
async def {function}(session: {session}, {source}: str) -> str:
    """The {source} as addresses have it, with an ending of its own where that is taken."""
    slug = {slug_of}({source}, room={room})
    found = await session.exec({statement}, params={{"slug": slug}})
    return slug if slug and found.first() is None else {with_ending}(slug)
'''


def emit(found: Iterable[GeneratedFile]) -> Iterator[GeneratedFile]:
    """Where some other file makes slugs."""
    if not any(f"from {_MODULE} import" in each.text for each in found):
        return
    module = Module(_MODULE, "What rows are called in addresses.")
    module.use_module("re")
    module.use_module("unicodedata")
    module.use_from("secrets", "token_hex")
    module.add(render("core/slugs.py.jinja"))
    yield GeneratedFile(file(_MODULE), module.text(), part="core")


def slug(entity: Entity) -> Field | None:
    """The column that is made of another one."""
    return next((each for each in entity.fields if each.slug_of), None)


def free_slug(entity: Entity, own: Field, value: str, into: Module) -> str:
    """The call that makes a slug which no row has; its function is printed."""
    function, statement = f"free_{row(entity)}_slug", f"{row(entity)}_with_slug".upper()
    kind = into.use(model(entity))
    into.use_from("sqlmodel", "bindparam", "select")
    where = f'{conditions.column(entity, own.name, into)} == bindparam("slug")'
    into.add_once(statement, f"{statement} = select({kind}.{entity.key.name}).where({where})")
    text = _FREE.format(
        function=function,
        session=into.use(SESSION),
        source=own.slug_of,
        slug_of=into.use(core("slugs", "slug_of")),
        with_ending=into.use(core("slugs", "with_ending")),
        room=max((own.shape.max_length or _USUAL) - _ENDING, 1),
        statement=statement,
    )
    into.add_last(function, text)
    return f"await {function}(session, {value})"


def own_slug(own: Field, value: str, into: Module) -> str:
    """One of several rows that are made at once: the others are not stored yet."""
    slug_of = into.use(core("slugs", "slug_of"))
    room = max((own.shape.max_length or _USUAL) - _ENDING, 1)
    return f"{into.use(core('slugs', 'with_ending'))}({slug_of}({value}, room={room}))"
