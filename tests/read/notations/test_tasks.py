from collections.abc import Callable

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import tasks
from backwright.read.roles import Role

Document = Callable[..., MarkdownDocument]


def test_tasks_and_their_paths(document: Document) -> None:
    text = (
        "## Phase 1\n\n- [ ] T001 [P] Create app/songs/models.py and app/songs/router.py\n"
        "- [X] T002 Rest\n- No task\n"
    )
    facts = tasks.read(document(text, Role.TASKS))
    assert [each.id for each in facts.statements] == ["T001", "T002"]
    assert [(each.name, each.value) for each in facts.plan] == [
        ("path", "app/songs/models.py"),
        ("path", "app/songs/router.py"),
    ]


def test_paths_that_climb_are_left_out(document: Document) -> None:
    facts = tasks.read(document("- T1 Write ../../etc/x.py\n", Role.TASKS))
    assert facts.plan == ()
