"""Operations that the same people make, tried together in one test."""

from collections.abc import Iterable
from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.contract.operations import Operation
from backwright.emit.fastapi.tests import asking, people
from backwright.emit.fastapi.tests.scene import protected


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that the same people make, about the same people's rows."""

    client: str
    owner: str
    other: str
    other_id: str
    status: int


def grouped(
    contract: Contract, operations: Iterable[Operation], reason: str, default: int
) -> dict[Group, list[Operation]]:
    found: dict[Group, list[Operation]] = {}
    for each in operations:
        client, owner = asking.fixtures(contract, each)
        other = people.other(contract, each) if protected(each) else people.ANONYMOUS
        status = next((e.status for e in each.refusals if e.reason == reason), default)
        key = Group(client, owner, other.client, other.id, status)
        found.setdefault(key, []).append(each)
    return found


def by_whom(client: str) -> str:
    """What is added to the name of a test whose people are not the usual ones."""
    usual = {"alice", people.ANONYMOUS.client}
    return "" if client in usual else f"_by_{client}"


def table(operations: list[Operation]) -> str:
    names = ", ".join(asking.function_name(each) for each in operations)
    return f'@pytest.mark.parametrize("ask", [{names}])'


def asked_by_owner(group: Group) -> str:
    return f"asked = await ask(app, {group.owner})" if group.owner else "asked = await ask(app)"


def ask_type(contract: Contract) -> dict[str, str]:
    if people.signs_in(contract):
        return {"ask": "Ask"}
    return {"ask": "Callable[[FastAPI], Awaitable[Asked]]"}
