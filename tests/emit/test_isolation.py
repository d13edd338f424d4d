"""Emitted tests notice when the predicate of an owner is taken out of the emitted code."""

from pathlib import Path

import pytest

from benchmarks.judge import owners
from tests.contract.binding.test_first_rows import settings
from tests.contracts import accounts
from tests.emit.serving import run, written

CONTRACTS = {
    "UserSession": accounts.CONTRACT,
    "Setting made when it is asked for": settings(default="light"),
    "Setting made by its body": settings(whole=True),
}


@pytest.mark.parametrize("name", CONTRACTS)
def test_no_owner_goes_unwatched(name: str, tmp_path: Path) -> None:
    root = written(CONTRACTS[name], tmp_path)
    assert _tests(root), "a good backend passes"
    watched = next(each for each in owners.owned(root) if each.entity == name.split(maxsplit=1)[0])

    assert owners.remove(root, watched)
    assert not _tests(root)


def _tests(root: Path) -> bool:
    return run(root, "pytest", "-q", "-x", "-p", "no:cacheprovider").returncode == 0
