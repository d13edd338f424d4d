"""Whatever happens while files are written: the old tree or the new one, and nothing between."""

import errno
import os
import signal
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from backwright.diagnostics import Diagnostic
from backwright.emit.write import Changes, Target, recover, write
from backwright.emit.write.disk import Disk
from backwright.emit.write.lock import Lock
from backwright.plan.model import RANDOM_SECRET, FileKind, GeneratedFile
from tests.emit.write.disks import CountedDisk, DeadDisk, FullDisk, KilledDisk
from tests.emit.write.trees import Tree, compared, generated, put, remembered, target, tree

FIRST = {"app/main.py": "one = 1\n", "app/old/gone.py": "old = 1\n", "app/core/db.py": "db = 1\n"}
SECOND = {
    "app/main.py": "one = 2\n",
    "app/new/come.py": "new = 1\n",
    "app/core/db.py": "db = 1\n",
    "app/core/errors.py": "errors = 1\n",
}


def implement(root: Path, files: dict[str, str], lock: Lock, disk: Disk | None = None) -> Lock:
    changes = compared(root, generated(files), lock)
    after, state = remembered(changes)
    assert write(target(root), changes, state, disk) == ()
    return after


def attempt(root: Path, disk: Disk) -> tuple[str, ...]:
    """The second implementation over the first one; the codes of what went wrong."""
    changes = compared(root, generated(SECOND), LOCKS[root])
    _, state = remembered(changes)
    return tuple(each.code for each in write(target(root), changes, state, disk))


LOCKS: dict[Path, Lock] = {}


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Path]:
    """A project with the first implementation and a file of its owner."""
    LOCKS[tmp_path] = implement(tmp_path, FIRST, Lock())
    put(tmp_path, {"backend/notes.txt": "mine\n", "specs/001/spec.md": "# Spec\n"})
    yield tmp_path
    del LOCKS[tmp_path]


@pytest.fixture
def after(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Tree:
    """What the second implementation leaves where nothing goes wrong."""
    other = tmp_path_factory.mktemp("undisturbed")
    lock = implement(other, FIRST, Lock())
    put(other, {"backend/notes.txt": "mine\n", "specs/001/spec.md": "# Spec\n"})
    implement(other, SECOND, lock)
    return tree(other)


def steps() -> int:
    """How many things a swap does to the disk; more than enough for every test below."""
    return 60


def test_everything_is_swapped(begun: Path, after: Tree) -> None:
    disk = CountedDisk()
    assert attempt(begun, disk) == ()
    assert tree(begun) == after
    assert disk.done < steps()
    assert not (begun / "backend/app/old").exists()
    assert not (begun / ".backwright/staged").exists()
    assert not (begun / ".backwright/journal.json").exists()


@pytest.mark.parametrize("last", range(steps()))
def test_a_full_disk_changes_nothing(last: int, begun: Path, after: Tree) -> None:
    before = tree(begun)
    disk = FullDisk(last)
    codes = attempt(begun, disk)
    if disk.done <= last:
        assert codes == ()
        assert tree(begun) == after
        return
    recover(target(begun))
    found = tree(begun)
    assert found in (before, after)
    if found == before:
        assert codes == ("BW555",)


@pytest.mark.parametrize("last", range(0, steps(), 3))
def test_a_disk_that_dies_is_recovered_from(last: int, begun: Path, after: Tree) -> None:
    before = tree(begun)
    attempt(begun, DeadDisk(last))
    recover(target(begun))
    assert tree(begun) in (before, after)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child")
@pytest.mark.parametrize("last", range(steps()))
def test_killed_at_any_step_the_next_run_finishes_or_undoes(
    last: int, begun: Path, after: Tree
) -> None:
    before = tree(begun)
    child = os.fork()
    if not child:
        attempt(begun, KilledDisk(last))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    problems = recover(target(begun))
    assert [each.code for each in problems] in ([], ["BW558"])
    found = tree(begun)
    found.pop(".backwright/running", None)
    assert found in (before, after)
    assert killed or found == after
    assert not (begun / ".backwright/staged").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child")
@pytest.mark.parametrize("second", range(0, 24, 2))
def test_killed_while_recovering_the_run_after_recovers(
    second: int, begun: Path, after: Tree
) -> None:
    before = tree(begun)
    for disk in (KilledDisk(24), KilledDisk(second)):
        child = os.fork()
        if not child:
            if disk.last == 24:
                attempt(begun, disk)
            else:
                recover(target(begun), disk)
            os._exit(0)
        os.waitpid(child, 0)
    recover(target(begun))
    found = tree(begun)
    found.pop(".backwright/running", None)
    assert found in (before, after)


def test_what_somebody_wrote_meanwhile_is_kept(begun: Path) -> None:
    changes = compared(begun, generated(SECOND), LOCKS[begun])
    put(begun, {"backend/app/main.py": "mine = 1\n"})
    before = tree(begun)
    (problem,) = write(target(begun), changes, {})
    assert problem.code == "BW555"
    assert problem.spans[0].file == "backend/app/main.py"
    assert tree(begun) == before


def test_two_at_once_are_refused(begun: Path) -> None:
    from backwright.emit.write.running import alone  # noqa: PLC0415

    before = tree(begun)
    with alone(begun / ".backwright"):
        assert attempt(begun, Disk()) == ("BW556",)
    assert tree(begun) == before


def test_a_damaged_journal_is_told_and_left(begun: Path) -> None:
    put(begun, {".backwright/journal.json": "[{"})
    (problem,) = recover(target(begun))
    assert problem.code == "BW559"
    assert (begun / ".backwright/journal.json").exists()


def test_a_journal_of_a_foreign_repository_reaches_no_further(begun: Path) -> None:
    outside = begun.parent / "outside.txt"
    outside.write_text("theirs\n", "utf-8")
    entry = '[{"number": 0, "target": "../../outside.txt", "old": "", "new": ""}]'
    put(begun, {".backwright/journal.json": entry})
    (problem,) = recover(target(begun))
    assert problem.code == "BW559"
    assert outside.read_text("utf-8") == "theirs\n"


@pytest.mark.parametrize("link", ["backend/app", "backend", ".backwright", ".backwright/pristine"])
def test_no_link_leads_out(link: str, tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    outside.mkdir()
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside, target_is_directory=True)
    changes = compared(root, generated(FIRST), Lock())
    place = target(root)
    problems = [*changes.diagnostics, *write(place, changes, remembered(changes)[1])]
    if link == "backend":  # a whole backend elsewhere is refused by whoever names the folder
        return
    assert {each.code for each in problems} == {"BW554"}
    assert tree(outside) == {}


def test_keys_are_random_private_and_nowhere_else(tmp_path: Path) -> None:
    env = GeneratedFile(".env", f"KEY={RANDOM_SECRET}\n", FileKind.ONCE, private=True)
    keys = []
    for name in ("one", "other"):
        root = tmp_path / name
        root.mkdir()
        changes = compared(root, [env], Lock())
        assert write(target(root), changes, remembered(changes)[1]) == ()
        file = root / "backend/.env"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        keys.append(file.read_text("utf-8"))
        assert all("KEY=" not in text for path, text in tree(root).items() if path[-4:] != ".env")
    assert keys[0] != keys[1]
    assert len(keys[0]) == len("KEY=\n") + 64


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "backend/app/main.py").mkdir(parents=True)
    changes = compared(tmp_path, generated(FIRST), Lock())
    assert [each.code for each in changes.diagnostics] == ["BW551"]


def test_without_the_right_to_write_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Forbidden(Disk):
        def make(self, folder: Path) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))

    changes = compared(tmp_path, generated(FIRST), Lock())
    (problem,) = write(Target(*_places(tmp_path)), changes, {}, Forbidden())
    assert problem.code == "BW555"
    assert "Permission denied" in problem.message
    assert tree(tmp_path) == {}


def _places(root: Path) -> tuple[Path, Path, Path]:
    place = target(root)
    return place.root, place.state, place.output


def proved(root: Path, proof: Callable[[], bool]) -> tuple[Diagnostic, ...]:
    """The second implementation over the first one, under a proof."""
    changes = compared(root, generated(SECOND), LOCKS[root])
    _, state = remembered(changes)
    return write(target(root), changes, state, proof=proof)


def test_what_the_proof_refutes_is_put_back(begun: Path, after: Tree) -> None:
    before, seen = tree(begun), list[str]()

    def refuted() -> bool:
        seen.append((begun / "backend/app/main.py").read_text("utf-8"))
        return False

    assert proved(begun, refuted) == ()
    assert seen == [SECOND["app/main.py"]]
    assert tree(begun) == before
    assert not (begun / ".backwright/staged").exists()
    assert proved(begun, lambda: True) == ()
    assert tree(begun) == after


def test_a_first_implementation_that_is_refuted_leaves_nothing(tmp_path: Path) -> None:
    changes = compared(tmp_path, generated(FIRST), Lock())
    _, state = remembered(changes)
    assert write(target(tmp_path), changes, state, proof=lambda: False) == ()
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_proof_is_none(begun: Path) -> None:
    before = tree(begun)

    def interrupted() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        proved(begun, interrupted)
    assert tree(begun) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a child")
def test_killed_in_the_proof_the_next_run_finishes(begun: Path, after: Tree) -> None:
    child = os.fork()
    if not child:
        proved(begun, lambda: os.kill(os.getpid(), signal.SIGKILL) is None)
        os._exit(0)
    os.waitpid(child, 0)
    assert [each.code for each in recover(target(begun))] == ["BW558"]
    assert tree(begun) == after


def test_a_proof_is_asked_where_nothing_is_to_be_written(begun: Path) -> None:
    asked = list[bool]()
    nothing = write(target(begun), Changes(), {}, proof=lambda: bool(asked.append(True)))
    assert (nothing, asked) == ((), [True])
