"""Guards on top of the signed-in caller: one of some roles, the user whom the path names."""

from collections.abc import Iterator
from dataclasses import dataclass

from backwright.contract import names
from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Parameter, ParameterUse
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import literal
from backwright.plan import needs
from backwright.plan.errors import refusal_class
from backwright.plan.names import (
    Symbol,
    core,
    enum,
    member,
    principal,
    principal_id,
    principal_type,
    router_guard,
)
from backwright.shape import Kind

TAKEN = frozenset(("access_tokens", "current_user", "service", "token_subject"))
_TYPES = {Kind.UUID: "UUID", Kind.INTEGER: "int"}


@dataclass(frozen=True, slots=True)
class Guard:
    """An alias that some operation uses, and what it asks of its caller."""

    alias: str
    operation: Operation
    """The first that uses it: its refusals speak for all."""
    roles: tuple[str, ...] = ()
    parameter: Parameter | None = None


def guards(contract: Contract) -> tuple[Guard, ...]:
    """Each once, in the order of the operations; none for whoever is merely signed in."""
    found: dict[str, Guard] = {}
    for operation in contract.operations:
        alias = principal(contract, operation)
        if alias is None or alias.name == "CurrentUser":
            continue
        roles = operation.access.roles
        named = next((e for e in operation.parameters if e.use is ParameterUse.USER), None)
        parameter = None if roles and operation.access.any_owner else named
        guard = Guard(alias.name, operation, tuple(sorted(roles)), parameter)
        found.setdefault(alias.name, guard)
    return tuple(found.values())


def signed_in_only(contract: Contract) -> bool:
    """Whether any operation has a caller at all."""
    return any(principal(contract, each) is not None for each in contract.operations)


def print_guard(contract: Contract, guard: Guard, into: Module) -> str:
    name = names.identifier(guard.alias)
    name = f"{name}_" if name in TAKEN else name
    caller = into.use(principal_type(contract))
    arguments, lines = ["user: CurrentUser"], [*_role(contract, guard, into)]
    if guard.parameter is not None:
        kind, compared = _compared(contract, guard.parameter, into)
        arguments.insert(0, f"{guard.parameter.name}: {kind}")
        lines += [
            f"if {guard.parameter.name} != {compared}:",
            f"    raise {into.use(_refused(contract, guard, 'forbidden'))}",
        ]
    constant = router_guard(guard.alias)
    body = "\n".join(f"    {line}" for line in (*lines, "return user"))
    return (
        f"async def {name}({', '.join(arguments)}) -> {caller}:\n{body}\n\n\n"
        f"{constant} = Depends({name})\n{guard.alias} = Annotated[{caller}, {constant}]"
    )


def _role(contract: Contract, guard: Guard, into: Module) -> Iterator[str]:
    if not guard.roles:
        return
    spelled = [_spelled(contract, each, into) for each in guard.roles]
    by_member = all(enumerated for _, enumerated in spelled)
    attribute = contract.auth.role if needs.own_users(contract) else "role"
    if len(spelled) > 1:
        yield f"if user.{attribute} not in ({', '.join(text for text, _ in spelled)}):"
    else:
        yield f"if user.{attribute} {'is not' if by_member else '!='} {spelled[0][0]}:"
    yield f"    raise {into.use(_refused(contract, guard, 'role'))}"


def _spelled(contract: Contract, role: str, into: Module) -> tuple[str, bool]:
    """A role as the code writes it, and whether that is a member of an enum."""
    if needs.own_users(contract):
        user = contract.entity(contract.auth.user)
        field = user.get(contract.auth.role)
        symbol = enum(contract, user, field) if field is not None else None
        if field is not None and symbol is not None and role in field.shape.values:
            return f"{into.use(symbol)}.{member(role, field.shape.values)}", True
    return literal(role), False


def _compared(contract: Contract, parameter: Parameter, into: Module) -> tuple[str, str]:
    """The type of the path's id, and the caller's own id in that type."""
    kind = _TYPES.get(parameter.shape.kind, "str")
    own = f"user.{principal_id(contract)}"
    if kind == "UUID":
        into.use_from("uuid", "UUID")
    same = {"uuid": "UUID", "integer": "int", "string": "str"}[contract.auth.subject_kind]
    if kind == same:
        return kind, own
    return "str", f"str({own})" if same != "str" else own


def _refused(contract: Contract, guard: Guard, reason: str) -> Symbol:
    found = refusal_class(contract, guard.operation, reason)
    return found if found is not None else core("errors", "Forbidden")
