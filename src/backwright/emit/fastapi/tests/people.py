"""Who calls: the people of the tests, as fixtures, and who is let in where."""

from dataclasses import dataclass
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Entity, Field, Ownership
from backwright.contract.model import Contract
from backwright.contract.operations import Credentials, Operation
from backwright.contract.policies import Issuer
from backwright.plan.names import variable
from backwright.shape import Kind


@dataclass(frozen=True, slots=True)
class Person:
    """A fixture that is signed in, and the one that holds its id."""

    client: str
    role: str = ""

    @property
    def id(self) -> str:
        return f"{self.client}_id"

    @property
    def row(self) -> str:
        """The fixture with the row of this user, where users have rows."""
        return f"{self.client}_user"


ANONYMOUS: Final = Person("anonymous")


def id_type(contract: Contract) -> str:
    """How the id of a person is annotated."""
    user = user_entity(contract)
    kinds = {Kind.UUID: "UUID", Kind.INTEGER: "int"}
    if user is not None:
        return kinds.get(user.key.shape.kind, "str")
    return {"uuid": "UUID", "integer": "int"}.get(contract.auth.subject_kind, "str")


def signs_in(contract: Contract) -> bool:
    return contract.auth.issuer is not Issuer.NONE


def user_entity(contract: Contract) -> Entity | None:
    """The entity whose rows are the people: own users, or those that owner columns refer to."""
    if contract.auth.issuer is Issuer.NONE:
        return None
    if contract.auth.issuer is Issuer.OWN:
        return contract.entity(contract.auth.user)
    known = {each.name: each for each in contract.entities}
    for entity in contract.entities:
        column = entity.get(entity.owner.column)
        owned = entity.owner.kind is Ownership.COLUMN and column is not None
        if owned and column is not None and column.references in known:
            return known[column.references]
        if entity.owner.kind is Ownership.IDENTITY:
            return entity
    return None


def role_field(contract: Contract) -> Field | None:
    """The column of own users that holds their role."""
    user = user_entity(contract)
    if user is None or not contract.auth.role or contract.auth.issuer is not Issuer.OWN:
        return None
    return user.get(contract.auth.role)


def usual_role(contract: Contract) -> str:
    """What somebody is who is nothing in particular."""
    field = role_field(contract)
    if field is not None and isinstance(field.default, str) and field.default != "absent":
        return str(field.default)
    needed = {role for each in contract.operations for role in each.access.roles}
    given = [str(each) for each in contract.policies.roles]
    if field is not None and not given:
        given = [str(each) for each in field.shape.values]
    return next((each for each in given if each not in needed), "")


def everybody(contract: Contract) -> tuple[Person, ...]:
    """Everybody who can sign in: two of the usual role, and two of each role that is needed."""
    if not signs_in(contract):
        return ()
    usual = usual_role(contract)
    found = [Person("alice", usual), Person("bob", usual)]
    needed = {role for each in contract.operations for role in each.access.roles}
    for role in sorted(needed - {usual}):
        name = _fixture(contract, role)
        found += [Person(name, role), Person(f"other_{name}", role)]
    return tuple(found)


def _fixture(contract: Contract, role: str) -> str:
    name = names.identifier(role) or "staff"
    taken = {variable(each) for each in contract.entities}
    taken |= {"alice", "bob", "anonymous", "app", "client", "url", "body", "response", "database"}
    return f"{name}_person" if name in taken else name


def caller(contract: Contract, operation: Operation) -> Person:
    """Somebody who is let in."""
    if operation.access.credentials is Credentials.NONE or not signs_in(contract):
        return ANONYMOUS
    people = everybody(contract)
    wanted = operation.access.roles
    return next((each for each in people if not wanted or each.role in wanted), people[0])


def other(contract: Contract, operation: Operation) -> Person:
    """Somebody else who is let in as far."""
    first = caller(contract, operation)
    people = everybody(contract)
    return next(each for each in people if each.role == first.role and each != first)


def owner(contract: Contract, operation: Operation) -> Person:
    """Whose rows the caller reaches."""
    first = caller(contract, operation)
    if not signs_in(contract):
        return first
    alice = everybody(contract)[0]
    return alice if first is ANONYMOUS or operation.access.any_owner else first


def turned_away(contract: Contract, operation: Operation) -> tuple[Person, ...]:
    """One person of each role that is not let in."""
    wanted = operation.access.roles
    if not wanted:
        return ()
    found: dict[str, Person] = {}
    for each in everybody(contract):
        if each.role not in wanted:
            found.setdefault(each.role, each)
    return tuple(found.values())
