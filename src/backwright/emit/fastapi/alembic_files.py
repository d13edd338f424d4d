"""`alembic/env.py` and the template of later revisions."""

from collections.abc import Iterator

from backwright.contract.model import Contract
from backwright.emit.templates import render
from backwright.plan import environment
from backwright.plan.model import GeneratedFile


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    database = environment.database(contract)
    if database is None:
        return
    text = render("project/env.py.jinja", database=database.attribute)
    yield GeneratedFile("alembic/env.py", text, part="migrations")
    mako = render("project/script.py.mako")
    yield GeneratedFile("alembic/script.py.mako", mako, part="migrations")
