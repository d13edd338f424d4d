"""`tests/<domain>/test_<rows>.py`: what each operation does, and when it refuses."""

from collections.abc import Callable, Iterator
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.tests import (
    adjustments,
    conflicts,
    emptied,
    inputs,
    lists,
    logins,
    moves,
    named_rows,
    outages,
    recovery,
    slugs,
    successes,
)
from backwright.emit.fastapi.tests.suite import Suite
from backwright.plan.model import GeneratedFile
from backwright.plan.names import collection, domains

Writer = Callable[[Suite, Operation], None]

WRITERS: Final[tuple[Writer, ...]] = (
    successes.write,
    logins.write,
    conflicts.write,
    moves.write,
    adjustments.write,
    named_rows.write,
    recovery.write,
    slugs.write,
    outages.write,
    emptied.write,
)
LISTS: Final[tuple[Writer, ...]] = (lists.write,)


def emit(contract: Contract) -> Iterator[GeneratedFile]:
    for domain in domains(contract):
        found = contract.operations_in(domain)
        topics = dict.fromkeys(_topic(contract, each) for each in found)
        for topic in topics:
            own = [each for each in found if _topic(contract, each) == topic]
            listed = [each for each in own if each.purpose is Purpose.LIST]
            yield from _file(contract, domain, f"test_{topic}", own, WRITERS, "What is done with")
            yield from _file(contract, domain, f"test_{topic}_lists", listed, LISTS, "Lists of")
            about = "What is refused as input about"
            yield from _file(contract, domain, f"test_{topic}_input", own, (inputs.write,), about)


def _topic(contract: Contract, operation: Operation) -> str:
    if operation.entity:
        return collection(contract.entity(operation.entity)).strip("_")
    return operation.domain


def _file(
    contract: Contract,
    domain: str,
    name: str,
    operations: list[Operation],
    writers: tuple[Writer, ...],
    doc: str,
) -> Iterator[GeneratedFile]:
    topic = name.removeprefix("test_").removesuffix("_lists").removesuffix("_input")
    suite = Suite(f"tests.{domain}.{name}", contract, f"{doc} {topic.replace('_', ' ')}.")
    for operation in operations:
        for write in writers:
            write(suite, operation)
    if not suite.empty:
        yield suite.printed()
