"""What things are called in the backend, and in which module they stand: said here alone.

Every emitter asks these functions, so that a router, its service and its tests agree without
knowing each other.
"""

from dataclasses import dataclass
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Credentials, Operation, ParameterUse
from backwright.contract.policies import Issuer
from backwright.plan.reserved import CLASSES

PACKAGE: Final = "app"
_IMPORTED: Final = frozenset(
    (
        "bindparam", "cache", "case", "col", "delete", "exists", "func", "hash_password", "insert",
        "joinedload", "literal", "or_", "and_", "not_", "paged", "fetch_page", "select",
        "selectinload", "session_of", "text", "update", "utcnow", "verify_password", "uuid4",
    )
)  # fmt: skip
"""Functions that services import: an operation of that name is called otherwise in Python."""


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A name in a module of the backend or of a library."""

    module: str
    """`app.orders.models`, `datetime`; empty for a builtin."""
    name: str

    def __str__(self) -> str:
        return self.name


def module(domain: str, part: str) -> str:
    """`part`: models, schemas, errors, service, dependencies, router, hooks."""
    return f"{PACKAGE}.{domain}.{part}"


def file(dotted: str) -> str:
    """The path of a module below the backend's folder."""
    return dotted.replace(".", "/") + ".py"


def core(part: str, name: str) -> Symbol:
    """Of `app/core`: db, errors, paging, security, settings, text."""
    return Symbol(f"{PACKAGE}.core.{part}", name)


def domains(contract: Contract) -> tuple[str, ...]:
    """All packages below `app` but `core`, in the order in which the contract mentions them."""
    found = [each.domain for each in contract.entities]
    found += [each.domain for each in contract.operations]
    return tuple(dict.fromkeys(each for each in found if each))


def model(entity: Entity) -> Symbol:
    name = f"{entity.name}Row" if entity.name in CLASSES else entity.name
    return Symbol(module(entity.domain, "models"), name)


def variable(entity: Entity) -> str:
    """One row, as an argument is called: `order_line`."""
    return names.identifier(entity.name)


def collection(entity: Entity) -> str:
    """Several rows: `order_lines`."""
    return names.identifier(names.table_name(entity.name))


def enum(contract: Contract, entity: Entity, field: Field) -> Symbol | None:
    """The StrEnum of a column of text with allowed values; None for any other column.

    Named as its author did, else after entity and field; two columns with equal values and one
    name share it, wherever the first of them stands. The order of the domains decides which is
    first, so that no two modules import each other's enums.
    """
    shape = field.shape
    if not shape.values or not all(isinstance(each, str) for each in shape.values):
        return None
    order = domains(contract)
    for owner in sorted(contract.entities, key=lambda each: order.index(each.domain)):
        for other in owner.fields:
            if _same_enum(owner, other, entity, field):
                return Symbol(module(owner.domain, "models"), _enum_name(contract, owner, other))
    return None


def _same_enum(owner: Entity, other: Field, entity: Entity, field: Field) -> bool:
    if owner.name == entity.name and other.name == field.name:
        return True
    named = other.shape.values_name
    return (
        bool(named)
        and named == field.shape.values_name
        and set(other.shape.values) == set(field.shape.values)
    )


def _enum_name(contract: Contract, entity: Entity, field: Field) -> str:
    taken = {model(each).name for each in contract.entities} | CLASSES
    wanted = names.class_name(field.shape.values_name)
    made = names.class_name(f"{entity.name}_{field.name}")
    clashes = any(
        set(other.shape.values) != set(field.shape.values)
        and names.class_name(other.shape.values_name) == wanted
        for owner in contract.entities
        for other in owner.fields
    )
    if wanted and wanted not in taken and not clashes:
        return wanted
    return made if made not in taken else f"{made}Value"


def member(value: str, among: tuple[object, ...] = ()) -> str:
    """The name of an enum's member: `IN_PROGRESS`; counted if others `among` the values of the
    enum would have it too."""
    found: dict[str, str] = {}
    for each in among:
        if isinstance(each, str):
            name = _member(each)
            tries = (name, *(f"{name}_{n}" for n in range(2, len(among) + 3)))
            found.setdefault(each, next(n for n in tries if n not in found.values()))
    return found.get(value) or _member(value)


def _member(value: str) -> str:
    return names.identifier(value).rstrip("_").upper() or ("EMPTY" if not value else "OTHER")


def next_statuses(contract: Contract, entity: Entity, field: str) -> Symbol:
    """The table of a state machine: value → the values that may follow it."""
    many = names.identifier(names.table_name(field)).upper()
    machines = {
        (each.name, move.field)
        for each in contract.entities
        if each.domain == entity.domain
        for move in each.transitions
    }
    same = [each for each in machines if each[1] == field]
    name = f"NEXT_{many}" if len(same) < 2 else f"NEXT_{names.snake(entity.name).upper()}_{many}"
    return Symbol(module(entity.domain, "models"), name)


def count_limit(entity: Entity, relation: str) -> Symbol:
    """How many children one row may have: `LINES_PER_ORDER`."""
    name = f"{relation}_PER_{names.snake(entity.name)}".upper()
    return Symbol(module(entity.domain, "models"), name)


def attribute(wire: str) -> str:
    """The attribute of a schema class that stands for a property; Pydantic keeps some names."""
    name = names.identifier(wire) or "value"
    return f"own_{name}" if name.startswith(("model_dump", "model_validate")) else name


def route(operation: Operation) -> str:
    """The route function, and the service function that does its work."""
    return f"{operation.id}_" if operation.id in _IMPORTED else operation.id


def principal(contract: Contract, operation: Operation) -> Symbol | None:
    """The `Annotated` alias by which an operation gets its caller; None if it needs none.

    `CurrentUser`; `Admin` or `AdminOrStaff` where roles are needed; `PathUser` where the path
    names the caller; `AdminPathUser` where both are. What it yields has `id` and, if there are
    roles, `role`.
    """
    if operation.access.credentials is Credentials.NONE or contract.auth.issuer is Issuer.NONE:
        return None
    home = principal_module(contract)
    role = role_alias(operation.access.roles) if operation.access.roles else ""
    path_user = next((e for e in operation.parameters if e.use is ParameterUse.USER), None)
    if path_user is None or (role and operation.access.any_owner):
        return Symbol(home, _free_alias(contract, role or "CurrentUser"))
    return Symbol(home, f"{role}{path_user_alias(path_user.name)}")


def _free_alias(contract: Contract, alias: str) -> str:
    """`Admin`, but `AdminRole` where rows or bodies are called so."""
    taken = {each.name for each in contract.entities} | {each.name for each in contract.schemas}
    return f"{alias}Role" if alias in taken and alias != "CurrentUser" else alias


def principal_module(contract: Contract) -> str:
    """Where the callers' dependencies stand: with own users in their domain, else in core."""
    if contract.auth.issuer is Issuer.OWN:
        return module(contract.entity(contract.auth.user).domain, "dependencies")
    return f"{PACKAGE}.core.dependencies"


def principal_type(contract: Contract) -> Symbol:
    """What a principal is: the row of the user, or the claims of somebody else's token."""
    if contract.auth.issuer is Issuer.OWN:
        return model(contract.entity(contract.auth.user))
    return core("security", "Caller")


def principal_id(contract: Contract) -> str:
    """The attribute of a principal that holds the id which owner columns refer to."""
    if contract.auth.issuer is Issuer.OWN:
        return contract.entity(contract.auth.user).key.name
    return "id"


def role_alias(roles: tuple[str, ...]) -> str:
    return "Or".join(names.class_name(each) for each in sorted(roles))


def path_user_alias(parameter: str) -> str:
    return "PathUser" if parameter == "user_id" else f"PathUserBy{names.class_name(parameter)}"


def router_guard(alias: str) -> str:
    """The `Depends(...)` constant behind an alias, for `dependencies=[…]`: `SIGNED_IN`,
    `ADMIN_ONLY`, `PATH_USER`."""
    if alias == "CurrentUser":
        return "SIGNED_IN"
    if alias.startswith("PathUser"):
        return names.snake(alias).upper()
    return f"{names.snake(alias).upper()}_ONLY"


def is_owned(entity: Entity) -> bool:
    return entity.owner.kind in (Ownership.COLUMN, Ownership.PARENT)
