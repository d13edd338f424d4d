"""A board of tasks: what is done to rows besides creating, changing and deleting them."""

from typing import Any, Final

from backwright.contract.entities import (
    Auto,
    CrossField,
    Entity,
    Field,
    Owner,
    Ownership,
    Relation,
    Transition,
    Unique,
)
from backwright.contract.model import Contract
from backwright.contract.operations import (
    Access,
    Assign,
    AssignKind,
    Condition,
    Credentials,
    Fill,
    Input,
    Operation,
    Parameter,
    ParameterUse,
    Purpose,
    Refusal,
    Result,
    Source,
    View,
)
from backwright.contract.policies import Auth, Issuer, Policies
from backwright.shape import Kind, Shape
from tests.contracts.parts import (
    FLAG,
    JSON,
    NUMBER,
    TEXT,
    TIME,
    UUID,
    an,
    answers,
    body,
    by_id,
    columns,
    finds,
    key,
    many,
    maybe,
    needs,
    one_of,
    query,
    schema,
    shows,
    takes,
    text,
    updated,
    whole,
    with_origins,
)

STATUS: Final = one_of("TaskStatus", "todo", "doing", "done")
TITLE: Final = text(1, 80)
FEATURE: Final = "specs/001-board"

TASK: Final = Entity(
    name="Task",
    table="tasks",
    domain="tasks",
    fields=(
        key(),
        Field("owner_id", text(None, 255), required=True, auto=Auto.OWNER),
        Field("title", TITLE, required=True),
        Field("status", STATUS, required=True, default="todo", auto=Auto.SYSTEM),
        Field("is_pinned", FLAG, required=True, default=False, auto=Auto.SYSTEM),
        Field("pinned_at", TIME, required=False, auto=Auto.SYSTEM),
        Field("is_archived", FLAG, required=True, default=False, auto=Auto.SYSTEM),
        Field("is_focus", FLAG, required=True, default=False, auto=Auto.SYSTEM),
        Field("position", whole(0, 1000), required=True, default=0, auto=Auto.SYSTEM),
        Field("starts_at", TIME, required=False),
        Field("ends_at", TIME, required=False),
        updated(),
    ),
    owner=Owner(Ownership.COLUMN, "owner_id"),
    uniques=(Unique(("owner_id", "title")),),
    relations=(Relation("tags", "Tag", many=True, column="task_id", link="TaskTag"),),
    cross_fields=(CrossField("starts_at", "<", "ends_at"),),
    transitions=(
        Transition("status", "todo", "doing"),
        Transition("status", "doing", "done"),
    ),
)
TAG: Final = Entity(
    name="Tag",
    table="tags",
    domain="tags",
    fields=(key(), Field("name", text(1, 40), required=True, unique=True)),
)
TASK_TAG: Final = Entity(
    name="TaskTag",
    table="task_tags",
    domain="tasks",
    fields=(
        key(),
        Field("task_id", UUID, required=True, references="Task", on_delete="cascade"),
        Field("tag_id", UUID, required=True, references="Tag", on_delete="restrict", index=True),
    ),
    owner=Owner(Ownership.PARENT, "task_id", "Task"),
    uniques=(Unique(("task_id", "tag_id")),),
)

_SHOWN: Final = (
    "id", "title", "status", "is_pinned", "pinned_at", "is_archived", "is_focus", "position",
)  # fmt: skip
SCHEMAS: Final = (
    schema(
        "TaskCreate", needs("title", TITLE, "Water the plants"), takes("starts_at", maybe(TIME)),
        takes("ends_at", maybe(TIME)),
    ),
    schema(
        "TaskPublic", needs("id", UUID), needs("title", TEXT), needs("status", STATUS),
        needs("is_pinned", FLAG), needs("pinned_at", maybe(TIME)), needs("is_archived", FLAG),
        needs("is_focus", FLAG), needs("position", NUMBER),
    ),
    schema("TaskTagged", needs("id", UUID), needs("tags", many("TagPublic"))),
    schema("TaskOrder", needs("task_ids", Shape(Kind.ARRAY, items=UUID))),
    schema("Ordered", needs("tasks", many("TaskPublic")), needs("count", NUMBER)),
    schema("TagCreate", needs("name", text(1, 40))),
    schema("TagPublic", needs("id", UUID), needs("name", TEXT)),
    schema("Forecast", needs("days", NUMBER), needs("chance", Shape(Kind.NUMBER))),
    schema("Plan", needs("steps", Shape(Kind.ARRAY, items=TEXT))),
    schema("Health", needs("status", TEXT), needs("database", TEXT), needs("time", TIME)),
)  # fmt: skip
INPUTS: Final = (
    Input("TaskCreate", "Task", columns("title", "starts_at", "ends_at")),
    Input("TagCreate", "Tag", columns("name")),
    Input("TaskOrder", "Task", (Assign("task_ids", AssignKind.IDS, "position"),)),
)
VIEWS: Final = (
    shows("TaskPublic", "Task", *_SHOWN),
    shows("TaskTagged", "Task", "id", tags=(Source.RELATION, "tags")),
    shows("TagPublic", "Tag", "id", "name"),
    View("Ordered", "", (Fill("tasks", Source.ROWS), Fill("count", Source.COUNT))),
    View(
        "Health",
        "",
        (
            Fill("status", Source.CONSTANT, value="healthy"),
            Fill("database", Source.CONSTANT, value="connected"),
            Fill("time", Source.NOW),
        ),
    ),
)

VISITOR: Final = Access(Credentials.NONE, any_owner=True)
SIGNED_IN: Final = Access(Credentials.REQUIRED)
ANONYMOUS: Final = Refusal(401, "unauthenticated", "Not authenticated")
INVALID: Final = Refusal(422, "invalid", "Invalid input")
NEEDS_CODE: Final = Refusal(501, "needs_code", "Not implemented yet")
NO_TASK: Final = Refusal(404, "missing", "Task not found", "Task")
NO_TAG: Final = Refusal(404, "missing", "Tag not found", "Tag")
WRONG_STATUS: Final = Refusal(409, "transition", "The task's status does not allow this", "Task")
NOT_DONE: Final = Refusal(409, "state", "The task is not done", "Task")
TITLE_TAKEN: Final = Refusal(
    409, "duplicate", "You have a task of this title", "Task", ("owner_id", "title")
)
NAME_TAKEN: Final = Refusal(409, "duplicate", "There is a tag of this name", "Tag", ("name",))
TAG_IN_USE: Final = Refusal(409, "in_use", "Tasks have this tag", "Tag")
NO_TIME: Final = Refusal(
    422, "cross_field", "A task starts before it ends", "Task", ("starts_at", "ends_at")
)

_TASKS: Final = {"domain": "tasks", "tag": "tasks", "entity": "Task", "access": SIGNED_IN}
_ONE: Final = {
    **_TASKS,
    "parameters": (by_id("task_id"),),
    "lookups": (finds("task_id", "Task"),),
    "result": answers(200, an("TaskPublic")),
    "refusals": (ANONYMOUS, NO_TASK, INVALID),
}
_BOTH: Final = {
    **_ONE,
    "parameters": (by_id("task_id"), by_id("tag_id")),
    "lookups": (finds("task_id", "Task"), finds("tag_id", "Tag")),
    "path": "/tasks/{task_id}/tags/{tag_id}",
    "refusals": (ANONYMOUS, NO_TASK, NO_TAG, INVALID),
}
_TAGS: Final = {"domain": "tags", "tag": "tags", "entity": "Tag", "access": SIGNED_IN}


def _operation(id: str, method: str, purpose: Purpose, **parts: Any) -> Operation:  # noqa: A002
    return Operation(
        id=id, method=method, purpose=purpose, doc=f"System MUST {id.replace('_', ' ')}.",
        statements=("FR-001",), **parts,
    )  # fmt: skip


def _step(step: str, purpose: Purpose, **parts: Any) -> Operation:
    path = f"/tasks/{{task_id}}/{step}"
    return _operation(f"{step}_task", "POST", purpose, **{**_ONE, "path": path, **parts})


ROWS: Final = (
    _operation(
        "create_task", "POST", Purpose.CREATE, path="/tasks", **_TASKS, body=body("TaskCreate"),
        result=answers(201, an("TaskPublic")), refusals=(ANONYMOUS, TITLE_TAKEN, NO_TIME, INVALID),
    ),
    _operation(
        "get_task", "GET", Purpose.GET, **{**_ONE, "result": answers(200, an("TaskTagged"))},
        path="/tasks/{task_id}",
    ),
    _operation(
        "create_tag", "POST", Purpose.CREATE, path="/tags", **_TAGS, body=body("TagCreate"),
        result=answers(201, an("TagPublic")), refusals=(ANONYMOUS, NAME_TAKEN, INVALID),
    ),
    _operation(
        "delete_tag", "DELETE", Purpose.DELETE, path="/tags/{tag_id}", **_TAGS,
        parameters=(by_id("tag_id"),), lookups=(finds("tag_id", "Tag"),), result=answers(204),
        refusals=(ANONYMOUS, NO_TAG, TAG_IN_USE, INVALID),
    ),
)  # fmt: skip
STEPS: Final = (
    _step(
        "start", Purpose.TRANSITION, changes=(("status", "doing"),),
        refusals=(ANONYMOUS, NO_TASK, WRONG_STATUS, INVALID),
    ),
    _step(
        "finish", Purpose.TRANSITION, changes=(("status", "done"),),
        refusals=(ANONYMOUS, NO_TASK, WRONG_STATUS, INVALID),
    ),
    _step(
        "archive", Purpose.SET, changes=(("is_archived", True),),
        conditions=(Condition("Task", "status", ("done",)),),
        refusals=(ANONYMOUS, NO_TASK, NOT_DONE, INVALID),
    ),
    _step("pin", Purpose.TOGGLE, changes=(("is_pinned", True),), stamps=("pinned_at",)),
    _step("focus", Purpose.SET, changes=(("is_focus", True),), exclusive=("owner_id",)),
    _operation(
        "reorder_tasks", "PATCH", Purpose.REORDER, path="/tasks/reorder", **_TASKS,
        body=body("TaskOrder"), result=answers(200, an("Ordered")),
        refusals=(ANONYMOUS, NO_TASK, INVALID),
    ),
    _operation("tag_task", "PUT", Purpose.LINK, **{**_BOTH, "result": answers(204)}),
    _operation(
        "untag_task", "DELETE", Purpose.UNLINK, **{**_BOTH, "result": answers(204)},
    ),
)  # fmt: skip
DAYS: Final = query("days", ParameterUse.CUSTOM, whole(1, 14), 7)
ZONE: Final = Parameter("zone", "time-zone", "query", TEXT, False, ParameterUse.CUSTOM)
HOOKS: Final = (
    _operation(
        "forecast_task", "GET", Purpose.CUSTOM, path="/tasks/{task_id}/forecast",
        hook="forecast_task", needs="nothing says how",
        **{**_ONE, "parameters": (by_id("task_id"), DAYS, ZONE),
           "result": answers(200, an("Forecast")),
           "refusals": (ANONYMOUS, NO_TASK, INVALID, NEEDS_CODE)},
    ),
    _operation(
        "plan_task", "POST", Purpose.CUSTOM, path="/tasks/{task_id}/plan", hook="plan_task",
        **{**_ONE, "refusals": (ANONYMOUS, NO_TASK, INVALID, NEEDS_CODE)}, body=body("Plan"),
    ),
    _operation(
        "export_tasks", "GET", Purpose.CUSTOM, path="/tasks/export", hook="export_tasks", **_TASKS,
        result=Result(200, TEXT, "text/csv", "The tasks"), refusals=(ANONYMOUS, NEEDS_CODE),
    ),
)  # fmt: skip
SAYINGS: Final = (
    _operation(
        "get_health", "GET", Purpose.HEALTH, path="/health", domain="health", tag="health",
        access=VISITOR, result=Result(200, an("Health"), JSON, "Well"),
        refusals=(Refusal(503, "database_down", "The database does not answer"),),
    ),
    _operation(
        "list_statuses", "GET", Purpose.CONSTANT, path="/statuses", domain="tasks", tag="tasks",
        access=VISITOR, result=Result(200, Shape(Kind.ARRAY, items=STATUS), JSON, "All"),
    ),
)  # fmt: skip

CONTRACT: Final = with_origins(
    Contract(
        title="Board",
        features=(FEATURE,),
        entities=(TASK, TAG, TASK_TAG),
        schemas=SCHEMAS,
        inputs=INPUTS,
        views=VIEWS,
        operations=(*ROWS, *STEPS, *HOOKS, *SAYINGS),
        auth=Auth(issuer=Issuer.EXTERNAL, subject_kind="string"),
        policies=Policies(),
    ),
    FEATURE,
)
