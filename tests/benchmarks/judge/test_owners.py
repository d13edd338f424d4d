from pathlib import Path

from benchmarks.judge.owners import Owned, owned, remove

MODELS = """
class Task(TableModel, table=True):
    id: int
    owner_id: int


class Label(TableModel, table=True):
    id: int
    name: str
"""
SERVICE = """
OWN = select(Task).where(Task.id == key, col(Task.owner_id) == bindparam("owner"))


def check(task, user):
    if Task.owner_id != user.id:
        raise Missing
"""


def backend(tmp_path: Path) -> Path:
    for name, text in (("models.py", MODELS), ("service.py", SERVICE)):
        (tmp_path / "app").mkdir(exist_ok=True)
        (tmp_path / "app" / name).write_text(text)
    return tmp_path


def test_an_owned_entity_is_told_by_the_comparison_with_its_owner(tmp_path: Path) -> None:
    assert owned(backend(tmp_path)) == [Owned("Task", "owner_id")]


def test_every_comparison_becomes_true_and_keeps_its_parameters(tmp_path: Path) -> None:
    root = backend(tmp_path)
    assert remove(root, Owned("Task", "owner_id")) == 2
    text = (root / "app" / "service.py").read_text()
    own = 'col(Task.owner_id) == bindparam("owner")'
    assert f"(({own}) | (col(Task.owner_id) == col(Task.owner_id)))" in text
    assert "((Task.owner_id != user.id) & (Task.owner_id != Task.owner_id))" in text
    assert "Task.id == key" in text
