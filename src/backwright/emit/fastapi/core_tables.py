"""app/core/tables.py: all row classes together, where a relation leads from one domain to another.

Relations find their classes by name, and a statement that loads one looks for all of them when it
is built, which is when its module is imported.
"""

from collections.abc import Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.fastapi.module import Module
from backwright.plan.model import GeneratedFile
from backwright.plan.names import PACKAGE, core, file

_MODULE: Final = core("tables", "").module
_DOC: Final = "All tables, imported together: relations find each other's classes by their names."
_WHY: Final = "tables  # noqa: F401  (relations find their classes by name)"


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not crosses(contract):
        return
    module = Module(_MODULE, _DOC)
    domains = sorted({each.domain for each in contract.entities})
    for each in domains:
        module.use_module(f"{PACKAGE}.{each}", f"models as {each}_models")
    listed = ", ".join(f'"{each}_models"' for each in domains)
    module.add(f"__all__ = [{listed}]")
    yield GeneratedFile(file(_MODULE), module.text(), part="core")


def crosses(contract: Contract) -> bool:
    """Whether any relation leads from one domain to another."""
    home = {each.name: each.domain for each in contract.entities}
    return any(
        home[relation.entity] != entity.domain
        for entity in contract.entities
        for relation in entity.relations
    )


def use_tables(contract: Contract, into: Module) -> None:
    """For a module that builds statements which load relations."""
    if crosses(contract):
        into.use_module(f"{PACKAGE}.core", _WHY)
