"""The modules of one domain, open while its operations are printed into them."""

from dataclasses import dataclass

from backwright.emit.fastapi.module import Module
from backwright.plan.names import module


@dataclass(frozen=True, slots=True)
class DomainModules:
    """Each printer of an operation adds its parts; a module that stays empty is not written."""

    name: str
    errors: Module
    service: Module
    dependencies: Module
    router: Module
    hooks: Module


def open_domain(name: str) -> DomainModules:
    spoken = name.replace("_", " ")
    docs = {
        "errors": f"Why a request about {spoken} is refused.",
        "service": f"The rules of {spoken}.",
        "dependencies": f"What a request about {spoken} stands on, already authorised.",
        "router": f"The endpoints of {spoken}.",
        "hooks": "What only code can say. Written once, then yours: it is never generated again.",
    }
    made = {part: Module(module(name, part), doc) for part, doc in docs.items()}
    return DomainModules(name, **made)
