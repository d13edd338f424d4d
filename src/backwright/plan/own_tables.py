"""Tables that no document names, because only the way in which something is kept needs them.

They are added to the contract before anything is emitted, so that models and migrations have them
like any other.
"""

from dataclasses import replace
from typing import Final

from backwright.contract import names
from backwright.contract.entities import Auto, Entity, Field
from backwright.contract.model import Contract
from backwright.plan import needs
from backwright.shape import Kind, Shape

_HASH: Final = Shape(Kind.STRING, min_length=64, max_length=64)


def own_entities(contract: Contract) -> tuple[Entity, ...]:
    """Sessions, where users sign out, or refresh tokens are issued, which RFC 9700 §4.14.2 wants
    to be rotated."""
    if not needs.sessions(contract):
        return ()
    return (_session(contract),)


def session_entity_of(contract: Contract) -> Entity:
    """The sessions of a contract that has them added. Raises KeyError if it has none."""
    added = contract.entities[-1]
    if added.name != _session(replace(contract, entities=contract.entities[:-1])).name:
        raise KeyError("sessions")
    return added


def with_own_tables(contract: Contract) -> Contract:
    """The contract, and the tables that its backend needs besides."""
    return replace(contract, entities=(*contract.entities, *own_entities(contract)))


def _session(contract: Contract) -> Entity:
    """One row for each sign-in that goes on, until it ends or has run out. With refresh tokens it
    holds the hash of the newest; an older one of the same session is told by not matching."""
    known = contract.auth.user
    user = contract.entity(known)
    name = _free(contract, f"{known}Session")
    hashed = Field("token_hash", _HASH, required=True, auto=Auto.SYSTEM, write_only=True)
    return Entity(
        name=name,
        table=names.table_name(name),
        domain=user.domain,
        doc="Who is signed in, until when.",
        fields=(
            Field("id", Shape(Kind.UUID), required=True, auto=Auto.ID),
            Field(
                "user_id",
                replace(user.key.shape, nullable=False),
                required=True,
                auto=Auto.SYSTEM,
                index=True,
                references=known,
                on_delete="cascade",
            ),
            *([hashed] if needs.refresh_tokens(contract) else []),
            Field("expires_at", Shape(Kind.DATETIME), required=True, auto=Auto.SYSTEM),
        ),
    )


def _free(contract: Contract, wanted: str) -> str:
    taken = {each.name for each in contract.entities} | {each.name for each in contract.schemas}
    tables = {each.table for each in contract.entities}
    tries = (wanted, f"Kept{wanted}", *(f"{wanted}{number}" for number in range(2, 99)))
    return next(e for e in tries if e not in taken and names.table_name(e) not in tables)
