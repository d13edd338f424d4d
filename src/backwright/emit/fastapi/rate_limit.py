"""`app/core/rate_limit.py`, where limits of rate are stated."""

from collections.abc import Iterable, Iterator

from backwright.contract import aspects
from backwright.contract.model import Contract
from backwright.contract.operations import Credentials
from backwright.emit.fastapi.module import docstring
from backwright.emit.templates import literal, render
from backwright.plan import environment, needs
from backwright.plan.model import GeneratedFile
from backwright.plan.names import file


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    if not needs.rate_limit(contract):
        return
    tokens = needs.tokens(contract)
    address = "That of the connection: a header could say anything."
    text = render(
        "core/rate_limit.py.jinja",
        tokens=tokens,
        own=needs.own_users(contract),
        sessions=needs.sessions(contract),
        limits=[
            (each.count, each.seconds, _names(each.operations))
            for each in contract.policies.rate_limits
        ],
        open=_names(_open(contract)),
        prefix=f"{environment.slug(contract)}:",
        asking_doc=docstring(
            f"The signed-in user, else the address. {address}" if tokens else address, 4
        ),
    )
    built = (aspects.policy("rate_limit"),)
    yield GeneratedFile(file("app.core.rate_limit"), text, part="core", built=built)


def _open(contract: Contract) -> Iterator[str]:
    limited = contract.policies.rate_limits
    for each in contract.operations:
        if each.access.credentials is Credentials.NONE and any(
            not limit.operations or each.id in limit.operations for limit in limited
        ):
            yield each.id


def _names(operations: Iterable[str]) -> str:
    """The elements of a frozenset, in order; nothing for none."""
    listed = ", ".join(literal(each) for each in dict.fromkeys(operations))
    return f"{{{listed}}}" if listed else ""
