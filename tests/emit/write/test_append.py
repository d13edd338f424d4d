"""Missing functions come to the end of a hook file; nothing that stands in it is touched."""

import ast

from hypothesis import given, settings
from hypothesis import strategies as st

from backwright.emit.write.append import append, with_patterns

EMITTED = '''"""Hooks."""

from uuid import UUID

from app.core.errors import NotWritten
from app.tasks.models import Task


async def suggest(task: Task) -> str:
    """What a sentence says."""
    raise NotWritten


async def rank(task_id: UUID) -> int:
    """Another one."""
    raise NotWritten
'''


def test_what_is_missing_is_appended_with_its_imports() -> None:
    mine = (
        '"""Mine."""\n\nfrom app.tasks.models import Task\n\n\n'
        'async def suggest(task: Task) -> str:\n    return "tomorrow"  # mine\n'
    )
    found = append(mine, EMITTED)
    assert found is not None
    assert 'return "tomorrow"  # mine' in found
    assert found.count("def suggest") == 1
    assert "from uuid import UUID\n" in found
    assert "from app.core.errors import NotWritten\n" in found
    assert found.count("import Task") == 1
    assert found.endswith('async def rank(task_id: UUID) -> int:\n    """Another one."""\n'
                          "    raise NotWritten\n")  # fmt: skip


def test_where_nothing_is_missing_nothing_changes() -> None:
    assert append(EMITTED, EMITTED) == EMITTED


def test_a_file_that_is_no_python_is_left() -> None:
    assert append("def broken(:\n", EMITTED) is None
    assert append("x = '\0'\n", EMITTED) is None


def test_an_empty_file_gets_everything() -> None:
    found = append("", EMITTED)
    assert found is not None
    names = [getattr(each, "name", "") for each in ast.parse(found).body]
    assert [each for each in names if each] == ["suggest", "rank"]


def test_a_name_bound_in_any_way_counts_as_there() -> None:
    mine = (
        "try:\n    from other import suggest\nexcept ImportError:\n    suggest = None\nrank = 1\n"
    )
    assert append(mine, EMITTED) == mine


FUNCTIONS = st.lists(st.sampled_from(["suggest", "rank", "other", "last"]), unique=True)
BODIES = st.text("abc \n#\"'", max_size=20).map(lambda text: f"    return {text!r}\n")


@given(FUNCTIONS, BODIES, st.booleans())
@settings(max_examples=200)
def test_every_line_of_mine_stays_in_its_order(names: list[str], body: str, windows: bool) -> None:
    mine = "".join(f"def {name}():\n{body}\n\n" for name in names)
    found = append(mine, EMITTED)
    assert found is not None
    lines = iter(found.split("\n"))
    assert all(line in lines for line in mine.rstrip("\n").split("\n"))
    defined = [each.name for each in ast.walk(ast.parse(found)) if hasattr(each, "name")]
    assert {"suggest", "rank"} <= set(defined)
    assert append(found, EMITTED) == found


def test_patterns_are_added_to_a_list_once() -> None:
    assert with_patterns("node_modules\n", ".env\n*.db\n") == "node_modules\n.env\n*.db\n"
    assert with_patterns("/.env", ".env\n*.db\n") == "/.env\n*.db\n"
    assert with_patterns(".env\n*.db\n", ".env\n*.db\n") == ".env\n*.db\n"
