"""What happens to every file: rewritten, merged, appended to, proposed, removed, left."""

from pathlib import Path

import pytest

from backwright.emit.write import Action, Changes, write
from backwright.emit.write.lock import Lock, Written, digest
from backwright.plan.model import FileKind, GeneratedFile
from tests.emit.write.trees import compared, generated, put, remembered, target, tree

ONE = "def one():\n    raise NotImplementedError\n"
TWO = "def two():\n    raise NotImplementedError\n"
BASE = "a = 1\nb = 2\nc = 3\nd = 4\n"


def done(root: Path, files: list[GeneratedFile], lock: Lock, *, only: bool = False) -> tuple[
    Changes, Lock
]:  # fmt: skip
    changes = compared(root, files, lock, only=only)
    after, state = remembered(changes)
    assert write(target(root), changes, state) == ()
    return changes, after


def actions(changes: Changes) -> dict[str, Action]:
    return {each.path: each.action for each in changes.files}


def codes(changes: Changes) -> list[str]:
    return [each.code for each in changes.diagnostics]


@pytest.fixture
def begun(tmp_path: Path) -> tuple[Path, Lock]:
    _, lock = done(tmp_path, generated({"app/main.py": BASE}), Lock())
    return tmp_path, lock


def test_the_second_run_writes_nothing(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    before = {each: each.stat().st_mtime_ns for each in root.rglob("*") if each.is_file()}
    changes, after = done(root, generated({"app/main.py": BASE}), lock)
    assert actions(changes) == {"app/main.py": Action.KEEP}
    assert after == lock
    assert {each: each.stat().st_mtime_ns for each in before} == before


def test_what_nobody_changed_is_rewritten(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    changes, _ = done(root, generated({"app/main.py": "a = 2\n"}), lock)
    assert actions(changes) == {"app/main.py": Action.UPDATE}
    assert (root / "backend/app/main.py").read_text() == "a = 2\n"


def test_changes_on_both_sides_are_merged(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    put(root, {"backend/app/main.py": BASE.replace("a = 1", "a = 'mine'")})
    changes, lock = done(root, generated({"app/main.py": BASE + "e = 5\n"}), lock)
    assert actions(changes) == {"app/main.py": Action.MERGE}
    text = (root / "backend/app/main.py").read_text()
    assert text == BASE.replace("a = 1", "a = 'mine'") + "e = 5\n"
    again, _ = done(root, generated({"app/main.py": BASE + "e = 5\n"}), lock)
    assert actions(again) == {"app/main.py": Action.KEEP}


def test_a_conflict_leaves_the_file_and_lays_the_proposal_beside(
    begun: tuple[Path, Lock],
) -> None:
    root, lock = begun
    mine = BASE.replace("b = 2", "b = 'mine'")
    theirs = BASE.replace("b = 2", "b = 'theirs'")
    put(root, {"backend/app/main.py": mine})
    changes, lock = done(root, generated({"app/main.py": theirs}), lock)
    assert codes(changes) == ["BW552"]
    assert (root / "backend/app/main.py").read_text() == mine
    beside = root / "backend/app/main.py.backwright-new"
    assert beside.read_text() == theirs
    waiting, lock = done(root, generated({"app/main.py": theirs}), lock)
    assert codes(waiting) == ["BW561"]
    beside.unlink()  # its owner has decided
    decided, lock = done(root, generated({"app/main.py": theirs}), lock)
    assert codes(decided) == []
    later, _ = done(root, generated({"app/main.py": theirs + "e = 5\n"}), lock)
    assert actions(later) == {"app/main.py": Action.MERGE}
    assert (root / "backend/app/main.py").read_text() == mine + "e = 5\n"


def test_a_proposal_that_nobody_needs_goes(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    theirs = BASE.replace("b = 2", "b = 'theirs'")
    put(root, {"backend/app/main.py": BASE.replace("b = 2", "b = 'mine'")})
    _, lock = done(root, generated({"app/main.py": theirs}), lock)
    put(root, {"backend/app/main.py": theirs})
    done(root, generated({"app/main.py": theirs}), lock)
    assert not (root / "backend/app/main.py.backwright-new").exists()


def test_what_no_run_wrote_is_never_overwritten(tmp_path: Path) -> None:
    put(tmp_path, {"backend/app/main.py": "uncommitted = 'work'\n"})
    changes, _ = done(tmp_path, generated({"app/main.py": BASE}), Lock())
    assert codes(changes) == ["BW551"]
    assert (tmp_path / "backend/app/main.py").read_text() == "uncommitted = 'work'\n"
    assert (tmp_path / "backend/app/main.py.backwright-new").read_text() == BASE


def test_what_is_no_text_is_never_overwritten(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    (root / "backend/app/main.py").write_bytes(b"\xff\xfe\0")
    changes, _ = done(root, generated({"app/main.py": BASE + "e = 5\n"}), lock)
    assert actions(changes) == {"app/main.py": Action.PROPOSE}
    assert (root / "backend/app/main.py").read_bytes() == b"\xff\xfe\0"


def test_a_file_that_is_needed_no_more_goes_with_its_folder(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    changes, _ = done(root, generated({"README.md": "# Backend\n"}), lock)
    assert actions(changes)["app/main.py"] is Action.REMOVE
    assert not (root / "backend/app").exists()
    assert not (root / ".backwright/pristine/app").exists()


def test_a_changed_file_that_is_needed_no_more_stays(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    put(root, {"backend/app/main.py": BASE + "mine = 1\n"})
    changes, _ = done(root, [], lock)
    assert codes(changes) == ["BW553"]
    assert (root / "backend/app/main.py").exists()


def test_a_part_removes_nothing(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    changes, after = done(root, generated({"app/models.py": "m = 1\n"}), lock, only=True)
    assert actions(changes) == {"app/models.py": Action.CREATE}
    assert after.files.keys() == {"app/main.py", "app/models.py"}
    assert after.files["app/models.py"].partial


def test_hook_files_are_only_appended_to(tmp_path: Path) -> None:
    first = generated(
        {"app/hooks.py": "def one():\n    raise NotImplementedError\n"}, FileKind.HOOKS
    )
    _, lock = done(tmp_path, first, Lock())
    mine = "# mine\ndef one():\n    return 1\n"
    put(tmp_path, {"backend/app/hooks.py": mine})
    both = ONE + "\n\n" + TWO
    changes, lock = done(tmp_path, generated({"app/hooks.py": both}, FileKind.HOOKS), lock)
    assert actions(changes) == {"app/hooks.py": Action.APPEND}
    text = (tmp_path / "backend/app/hooks.py").read_text()
    assert text == mine + "\n\n" + TWO
    again, _ = done(tmp_path, generated({"app/hooks.py": both}, FileKind.HOOKS), lock)
    assert actions(again) == {"app/hooks.py": Action.KEEP}


def test_a_hook_file_is_kept_when_a_function_is_needed_no_more(tmp_path: Path) -> None:
    both = (
        "def one():\n    raise NotImplementedError\n\n\ndef two():\n    raise NotImplementedError\n"
    )
    _, lock = done(tmp_path, generated({"app/hooks.py": both}, FileKind.HOOKS), Lock())
    put(tmp_path, {"backend/app/hooks.py": both.replace("raise NotImplementedError", "return 1")})
    one = generated({"app/hooks.py": ONE}, FileKind.HOOKS)
    before = tree(tmp_path / "backend")
    done(tmp_path, one, lock)
    assert tree(tmp_path / "backend") == before


def test_a_broken_hook_file_gets_a_proposal(tmp_path: Path) -> None:
    hooks = generated({"app/hooks.py": "def one():\n    pass\n"}, FileKind.HOOKS)
    _, lock = done(tmp_path, hooks, Lock())
    put(tmp_path, {"backend/app/hooks.py": "def (:\n"})
    more = generated({"app/hooks.py": "def two():\n    pass\n"}, FileKind.HOOKS)
    changes, _ = done(tmp_path, more, lock)
    assert codes(changes) == ["BW557"]
    assert (tmp_path / "backend/app/hooks.py").read_text() == "def (:\n"


def test_files_that_are_written_once_belong_to_their_owner(tmp_path: Path) -> None:
    _, lock = done(tmp_path, generated({".env": "KEY=1\n"}, FileKind.ONCE), Lock())
    put(tmp_path, {"backend/.env": "KEY=mine\n"})
    changes, lock = done(tmp_path, generated({".env": "KEY=2\n"}, FileKind.ONCE), lock)
    assert actions(changes) == {".env": Action.KEEP}
    done(tmp_path, [], lock)
    assert (tmp_path / "backend/.env").read_text() == "KEY=mine\n"


def test_a_readme_and_a_gitignore_of_others_serve_as_well(tmp_path: Path) -> None:
    put(tmp_path, {"backend/README.md": "# Mine\n", "backend/.gitignore": "dist/\n"})
    files = generated({"README.md": "# Theirs\n", ".gitignore": ".env\n"})
    changes, lock = done(tmp_path, files, Lock())
    assert codes(changes) == []
    assert (tmp_path / "backend/README.md").read_text() == "# Mine\n"
    assert (tmp_path / "backend/.gitignore").read_text() == "dist/\n.env\n"
    again, _ = done(tmp_path, files, lock)
    assert not again.writing
    done(tmp_path, [], lock)
    assert (tmp_path / "backend/README.md").exists()


@pytest.mark.parametrize(
    "path",
    ["../out.py", "/etc/passwd", "a/../../b.py", ".git/hooks/x", ".backwright/lock.json", "",
     "a\\b.py", "C:/x.py", "a//b.py", "./a.py", "a\nb.py", "a\x1b.py", ".GIT/config"],
)  # fmt: skip
def test_no_path_leads_out_of_the_output_folder(path: str, tmp_path: Path) -> None:
    files = generated({"app/main.py": BASE, path: "x = 1\n"})
    changes = compared(tmp_path, files, Lock())
    assert codes(changes) == ["BW554"]
    assert changes.files == ()


def test_a_lock_of_a_foreign_repository_removes_nothing_outside(tmp_path: Path) -> None:
    put(tmp_path, {"precious.txt": "x\n", "backend/app/main.py": "mine\n"})
    known = Written(FileKind.GENERATED, digest("x\n"))
    up = "../../backend/app/main.py"
    lock = Lock(files={"../precious.txt": known, up: known, ".git/x": known})
    changes, after = done(tmp_path, [], lock)
    assert changes.files == ()
    assert changes.pristine == {}
    assert after.files == {}
    assert (tmp_path / "precious.txt").exists()
    assert (tmp_path / "backend/app/main.py").exists()


def test_line_ends_of_windows_are_no_change(begun: tuple[Path, Lock]) -> None:
    root, lock = begun
    (root / "backend/app/main.py").write_bytes(BASE.replace("\n", "\r\n").encode())
    changes, _ = done(root, generated({"app/main.py": BASE}), lock)
    assert actions(changes) == {"app/main.py": Action.KEEP}
