"""The tests that come with a backend: one emitter a kind of file, in a visible table."""

from collections.abc import Callable, Iterable
from typing import Final

from backwright.contract.model import Contract
from backwright.emit.fastapi.tests import (
    answers,
    asking,
    conftest,
    core,
    isolation,
    rows,
    topics,
)
from backwright.plan.model import GeneratedFile

Emitter = Callable[[Contract], Iterable[GeneratedFile]]

EMITTERS: Final[tuple[Emitter, ...]] = (
    conftest.emit,
    answers.emit,
    rows.emit,
    asking.emit,
    topics.emit,
    isolation.emit,
    core.emit,
)


def emit(contract: Contract) -> Iterable[GeneratedFile]:
    found = [file for emitter in EMITTERS for file in emitter(contract)]
    folders = {each.path.rpartition("/")[0] for each in found}
    for folder in sorted(folders):
        yield GeneratedFile(f"{folder}/__init__.py", "", part="tests")
    yield from found
