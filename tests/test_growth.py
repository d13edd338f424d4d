"""Four times as many operations are four times as much work: what is done is counted, not timed."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

import backwright
from backwright import driver
from backwright.contract.bound import Answers
from backwright.emit import emit
from backwright.plan.model import Standing
from benchmarks import synthetic

SOURCE = str(Path(backwright.__file__).parent)
SIZES = (25, 100)
MOST = 4.4
"""Of four times the operations; where each looked at each other one it was more than six."""


def lines(work: Callable[[], object]) -> int:
    """How many lines of the product run, those of each round of a loop included."""
    count = 0

    def line(_frame: FrameType, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, _event: str, _argument: object) -> object:
        return line if frame.f_code.co_filename.startswith(SOURCE) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(params=["discover", "emit"])
def work(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[int], int]:
    def counted(operations: int) -> int:
        root = tmp_path / str(operations)
        root.mkdir()
        synthetic.write(root, operations)

        def read() -> driver.Discovered:
            return driver.discover(root, None, Answers(accept_defaults=True))

        bound = read().bound  # words are remembered from one time to the next
        assert bound is not None
        if request.param == "discover":
            return lines(read)
        return lines(lambda: emit(bound.contract, Standing()))

    return counted


def test_work_grows_as_the_specification_does(work: Callable[[int], int]) -> None:
    small, large = (work(size) for size in SIZES)
    assert large / small < MOST
