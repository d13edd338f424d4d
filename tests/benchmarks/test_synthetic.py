from pathlib import Path

import pytest

from benchmarks import synthetic
from benchmarks.judge.declared import Files, operations


@pytest.mark.parametrize("size", [10, 100])
def test_a_specification_declares_as_many_operations_as_asked_for(
    tmp_path: Path, size: int
) -> None:
    feature = synthetic.write(tmp_path, size)
    files = Files(tmp_path)
    assert len(operations(files, feature)) == size
    assert files.broken == {}
