"""The modules of one domain, open while its operations are printed into them."""

from dataclasses import dataclass, field

from backwright.contract.operations import Operation
from backwright.emit.fastapi.module import Module
from backwright.plan.names import module


@dataclass(frozen=True, slots=True)
class Route:
    """What the printer of an operation decides; the rest of a route is the same for all."""

    arguments: tuple[str, ...]
    """Of the function, as they are printed: `session: SessionDep`."""
    returns: str
    """The annotation of what it returns: `Order`, `None`."""
    lines: tuple[str, ...]
    """The statements of its body, not indented."""
    model: str = ""
    """`response_model`, where it is not what the annotation says."""
    guards: tuple[str, ...] = ()
    """Constants for `dependencies=[…]`, in the order in which they judge."""
    decorated: tuple[str, ...] = ()
    """Further arguments of the decorator: `response_class=Response`."""
    caller: bool = False
    """Whether one of the arguments stands on a signed-in caller, so that no guard is needed."""


@dataclass(frozen=True, slots=True)
class DomainModules:
    """Each printer of an operation adds its parts; a module that stays empty is not written."""

    name: str
    errors: Module
    service: Module
    dependencies: Module
    router: Module
    hooks: Module
    routes: list[tuple[Operation, Route]] = field(default_factory=list)
    """Printed when all are known: what they share stands at the router."""


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
    return DomainModules(
        name,
        errors=made["errors"],
        service=made["service"],
        dependencies=made["dependencies"],
        router=made["router"],
        hooks=made["hooks"],
    )
