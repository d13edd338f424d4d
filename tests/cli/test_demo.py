"""The demo leaves nothing behind, unless somebody named a folder or has something to look at."""

import tempfile
from pathlib import Path
from typing import NoReturn

import pytest

from backwright import driver
from backwright.steps import serving, walk
from tests.cli.conftest import Command


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders are made."""
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def untested(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its own tests are left out: they take longer than all the rest."""
    implement = driver.implement
    monkeypatch.setattr(driver, "implement", lambda planned, **_: implement(planned, tests=False))


@pytest.mark.usefixtures("untested")
def test_its_folder_is_gone_afterwards(tmp_path: Path, scratch: Path, run: Command) -> None:
    said = run(tmp_path, "demo", "--format", "json")
    assert (said.status, said.document["place"]) == (0, "")
    assert list(scratch.iterdir()) == []


@pytest.mark.usefixtures("untested")
def test_a_named_folder_stays(tmp_path: Path, scratch: Path, run: Command) -> None:
    said = run(tmp_path, "demo", "shown", "--format", "json")
    assert (said.status, said.document["place"]) == (0, str(tmp_path / "shown"))
    assert (tmp_path / "shown/backend/app/main.py").is_file()
    assert list(scratch.iterdir()) == []


@pytest.mark.usefixtures("untested")
def test_what_went_wrong_can_be_looked_at(
    tmp_path: Path, scratch: Path, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> NoReturn:
        raise serving.NotServed("no port is free")

    monkeypatch.setattr(serving, "served", refused)
    said = run(tmp_path, "demo", "--format", "json")
    assert (said.status, said.codes[-1]) == (1, "BW614")
    assert [str(each) for each in scratch.iterdir()] == [said.document["place"]]


@pytest.mark.usefixtures("untested")
def test_interrupted_it_leaves_nothing(
    tmp_path: Path, scratch: Path, run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(walk, "walk", interrupted)
    assert run(tmp_path, "demo").status == 130
    assert list(scratch.iterdir()) == []
