"""What only code can say: asked for and authorised by the route, written by somebody later."""

from collections.abc import Iterator

import pytest

from backwright.emit import emit
from backwright.plan.model import FileKind, Standing
from tests.contracts.board import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.serving import SECRET, Served, running, written

WRITTEN = '''

async def forecast_task(
    session: AsyncSession, task: Task, *, user: Caller, query: TaskQuery
) -> Forecast:
    """Written by hand."""
    return Forecast(days=query.days, chance=0.5 if query.zone == "UTC" else 0.0)


async def plan_task(session: AsyncSession, task: Task, *, user: Caller, data: Plan) -> Task:
    """Written by hand."""
    task.title = ", ".join(data.steps)
    return task


async def export_tasks(session: AsyncSession, *, user: Caller) -> Response:
    """Written by hand."""
    return Response(f"by {user.id}", media_type="text/csv")
'''


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = written(CONTRACT, tmp_path_factory.mktemp("hooks"))
    hooks = root / "app" / "tasks" / "hooks.py"
    hooks.write_text(hooks.read_text("utf-8") + WRITTEN, "utf-8")
    with running(root, JWT_SECRET=SECRET) as backend:
        yield backend


def test_hooks_are_their_authors() -> None:
    kinds = {each.path: each.kind for each in emit(CONTRACT, Standing()).files}

    assert kinds["app/tasks/hooks.py"] is FileKind.HOOKS
    assert "app/tags/hooks.py" not in kinds


def test_a_written_hook_carries_the_operation_out(backend: Served) -> None:
    with backend.client(signed(claims("ada"))) as ada:
        task = ada.post("/tasks", json={"title": "Rest"}).json()["id"]
        forecast = ada.get(f"/tasks/{task}/forecast", params={"days": 3, "time-zone": "UTC"})
        plan = ada.post(f"/tasks/{task}/plan", json={"steps": ["Sit", "Sleep"]})
        export = ada.get("/tasks/export")

    assert forecast.json() == {"days": 3, "chance": 0.5}
    assert plan.json()["title"] == "Sit, Sleep"
    assert (export.text, export.headers["Content-Type"]) == ("by ada", "text/csv; charset=utf-8")


def test_the_route_refuses_before_the_hook_is_asked(backend: Served) -> None:
    with backend.client(signed(claims("ada"))) as ada, backend.client() as stranger:
        task = ada.post("/tasks", json={"title": "Sleep"}).json()["id"]
        with backend.client(signed(claims("bob"))) as bob:
            assert bob.get(f"/tasks/{task}/forecast").status_code == 404
        assert stranger.get(f"/tasks/{task}/forecast").status_code == 401
        assert ada.get(f"/tasks/{task}/forecast", params={"days": 15}).status_code == 422
        assert ada.post(f"/tasks/{task}/plan", json={}).status_code == 422


def test_what_the_contract_says_is_answered(backend: Served) -> None:
    with backend.client() as client:
        health, statuses = client.get("/health").json(), client.get("/statuses").json()

    assert (health["status"], health["database"]) == ("healthy", "connected")
    assert statuses == ["todo", "doing", "done"]
