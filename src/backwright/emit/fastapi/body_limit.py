"""`app/core/body_limit.py`, where a limit is stated."""

from collections.abc import Iterator

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if needs.body_limit(contract):
        text = render("core/body_limit.py.jinja")
        built = (aspects.policy("body_limit"),)
        yield GeneratedFile(file("app.core.body_limit"), text, part="core", built=built)
