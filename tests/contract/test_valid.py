"""Whatever a feature folder says, every name that its contract uses is there."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backwright import driver
from backwright.contract.bound import Answers
from tests.contract.validity import violations

ROOT = Path(__file__).parents[2]
NAMES = ("Task", "Tag", "Project", "User", "TaskTag", "Ledger")
COLUMNS = (
    "| title | varchar(80) | required |",
    "| status | enum(open, done, cancelled) | required |",
    "| is_active | boolean | default true |",
    "| deleted_at | timestamp | nullable |",
    "| published_at | timestamp | nullable |",
    "| version | integer | default 1 |",
    "| price | decimal(10,2) | min 0 |",
    "| user_id | UUID | FK to users, required |",
    "| task_id | UUID | FK to tasks, required |",
    "| tag_id | UUID | FK to tags |",
    "| project_id | UUID | FK to projects |",
    "| tags | array of strings | |",
    "| lines | computed: number of tasks | |",
)
PROPERTIES = (
    "id", "title", "status", "is_active", "published_at", "version", "price", "user_id", "task_id",
    "project_id", "tags", "tag_ids", "tasks", "task", "project", "task_count", "message", "total",
    "notes", "class", "metadata", "items", "page",
)  # fmt: skip
SENTENCES = (
    "Users MUST be able to create, list, update and delete their own {} records.",
    "System MUST soft-delete a {} and keep its row.",
    "A {} MUST have a unique title per user.",
    "A {} MUST have at most 10 tasks.",
    "Users MUST be able to filter {} records by status and search them by title.",
    "System MUST sort {} records by price.",
    "Status of a {} MUST move from open to done only.",
    "The total of a {} MUST be the sum of price over its tasks.",
    "System MUST provide POST /{}s endpoint to create new records with title and price.",
    "Only a {} that is open MUST be changed; the version MUST match.",
)
PATHS = (
    "/{0}s", "/{0}s/{{{0}_id}}", "/{0}s/{{id}}/{1}s", "/{0}s/{{{0}_id}}/{1}s/{{{1}_id}}",
    "/{0}s/{{id}}/complete", "/{0}s/{{id}}/status", "/{0}s/search", "/{0}s/active", "/{0}",
    "/users/{{user_id}}/{0}s", "/{0}s/{{slug}}", "/auth/login", "/auth/register", "/me",
    "/{0}s/stats",
)  # fmt: skip

names = st.sampled_from(NAMES)


def shapes() -> st.SearchStrategy[dict[str, object]]:
    refs = names.flatmap(
        lambda name: st.sampled_from(
            [{"$ref": f"#/components/schemas/{name}{end}"} for end in ("", "Create")]
        )
    )
    plain = st.sampled_from(
        [{"type": each} for each in ("string", "integer", "number", "boolean", "object")]
        + [{"type": "string", "format": each} for each in ("uuid", "date-time", "binary")]
        + [{"type": "string", "enum": ["open", "DONE"]}]
    )
    one = plain | refs
    return one | one.map(lambda items: {"type": "array", "items": items})


@st.composite
def objects(draw: st.DrawFn) -> dict[str, object]:
    own = draw(st.lists(st.sampled_from(PROPERTIES), min_size=1, max_size=7, unique=True))
    return {
        "type": "object",
        "properties": {name: draw(shapes()) for name in own},
        "required": draw(st.lists(st.sampled_from(own), unique=True)),
    }


@st.composite
def operations(draw: st.DrawFn) -> tuple[str, str, dict[str, object]]:
    method = draw(st.sampled_from(("get", "post", "put", "patch", "delete")))
    pair = [draw(names).lower(), draw(names).lower()]
    path = draw(st.sampled_from(PATHS)).format(*pair)
    shape = draw(shapes())
    answer = {"description": "Done", "content": {"application/json": {"schema": shape}}}
    queries = draw(st.lists(st.sampled_from(PROPERTIES), max_size=3, unique=True))
    found: dict[str, object] = {
        "parameters": [{"name": each, "in": "query", "schema": draw(shapes())} for each in queries],
        "responses": {draw(st.sampled_from(("200", "201", "204"))): answer},
    }
    if method in ("post", "put", "patch"):
        found["requestBody"] = {"content": {"application/json": {"schema": draw(shapes())}}}
    return path, method, found


def model(names_: Sequence[str], columns: dict[str, list[str]]) -> str:
    parts = ["# Data Model\n"]
    for name in names_:
        parts.append(f"## {name}\n\n| Field | Type | Notes |\n|---|---|---|")
        parts.append("\n".join(("| id | UUID | primary key |", *columns[name])) + "\n")
    return "\n".join(parts)


@st.composite
def features(draw: st.DrawFn) -> dict[str, str]:
    held = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    columns = {
        name: draw(st.lists(st.sampled_from(COLUMNS), max_size=6, unique=True)) for name in held
    }
    schemas = {f"{n}{end}": draw(objects()) for n in NAMES for end in ("", "Create")}
    paths: dict[str, dict[str, object]] = {}
    for path, method, found in draw(st.lists(operations(), min_size=1, max_size=8)):
        paths.setdefault(path, {})[method] = found
    api = {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": paths}
    said = draw(st.lists(st.tuples(st.sampled_from(SENTENCES), names), max_size=5))
    lines = [f"- **FR-{i:03d}**: {text.format(name)}" for i, (text, name) in enumerate(said, 1)]
    return {
        "data-model.md": model(held, columns),
        "contracts/api.yaml": json.dumps(api | {"components": {"schemas": schemas}}),
        "spec.md": "# Feature Specification: T\n\n## Requirements\n\n" + "\n".join(lines) + "\n",
    }


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(features())
def test_contracts_are_whole(files: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            place = Path(folder) / "specs" / "001-x" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
        found = driver.discover(Path(folder), None, Answers(accept_defaults=True))
    assert found.bound is not None
    assert violations(found.bound.contract) == []


@pytest.mark.parametrize("name", ["tasks", "orders", "profile", "inventory"])
def test_contracts_of_the_examples_are_whole(name: str) -> None:
    found = driver.discover(ROOT / "examples" / name, None, Answers(accept_defaults=True))
    assert found.bound is not None
    assert violations(found.bound.contract) == []
