"""app/<domain>/hooks.py: a function for what only code can say, typed and still to be written."""

from collections.abc import Callable
from dataclasses import dataclass

from backwright.contract.operations import Operation
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module, docstring
from backwright.plan.names import core


@dataclass(frozen=True, slots=True)
class Passed:
    """One argument of a hook."""

    name: str
    type: Callable[[Module], str]
    """Its type as a module spells it, imported there."""
    keyword: bool = False


def call_hook(
    operation: Operation,
    into: DomainModules,
    passed: tuple[Passed, ...],
    returns: Callable[[Module], str],
) -> str:
    """Prints the hook and gives back the route's call of it."""
    print_hook(operation, into.hooks, passed, returns(into.hooks))
    into.router.use_module(f"app.{into.name}", "hooks")
    given = [f"{each.name}={each.name}" if each.keyword else each.name for each in passed]
    return f"await hooks.{function_name(operation)}({', '.join(given)})"


def function_name(operation: Operation) -> str:
    return operation.hook or operation.id


def print_hook(
    operation: Operation, hooks: Module, passed: tuple[Passed, ...], returns: str
) -> None:
    plain = [f"{each.name}: {each.type(hooks)}" for each in passed if not each.keyword]
    named = [f"{each.name}: {each.type(hooks)}" for each in passed if each.keyword]
    arguments = [*plain, *(["*"] if named else []), *named]
    refused = hooks.use(core("errors", "NeedsCode"))
    said = docstring(_said(operation), 4)
    hooks.add(
        f"async def {function_name(operation)}({', '.join(arguments)}) -> {returns}:\n"
        f"{said}\n    raise {refused}"
    )


def _said(operation: Operation) -> str:
    """The sentence that asks for it, where it stands, and why only code can carry it out."""
    place = f"{operation.method} {operation.path}"
    said = (operation.doc or operation.summary or place).strip()
    known = operation.statements[0] if operation.doc and operation.statements else ""
    if known and "/" not in known and known not in said:
        said = f"{said.rstrip('.')} ({known})."
    if not operation.needs:
        return said
    end = "" if said.endswith((".", "!", "?", ":")) else "."
    return f"{said}{end} Needs code: {operation.needs.rstrip('.')}."
