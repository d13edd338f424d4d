"""Lists of tasks."""

from datetime import date, datetime
from uuid import UUID

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.tasks.models import Priority
from tests.asking import shown, wire
from tests.making import add_task


async def test_list_tasks(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Users MUST be able to list, read, change and delete their own tasks. (FR-010, FR-014)"""
    task = await add_task(app, alice_id)
    response = await alice.get("/api/v1/tasks")

    assert response.status_code == 200, response.text
    assert response.json() == {
        "tasks": [
            {
                **shown(
                    task,
                    "id",
                    "title",
                    "description",
                    "priority",
                    "due_date",
                    "completed",
                    "created_at",
                    "updated_at",
                ),
                "labels": [],
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 20,
    }


async def test_list_tasks_shows_only_ones_own(
    app: FastAPI, alice: AsyncClient, alice_id: UUID, bob_id: UUID
) -> None:
    """Rows of somebody else are not on the list."""
    task = await add_task(app, alice_id)
    await add_task(app, bob_id)
    response = await alice.get("/api/v1/tasks")

    assert [each["id"] for each in response.json()["tasks"]] == [wire(task.id)]


async def test_list_tasks_comes_in_pages(app: FastAPI, alice: AsyncClient, alice_id: UUID) -> None:
    """Each row is on one page."""
    task = await add_task(app, alice_id)
    task_2 = await add_task(app, alice_id)
    task_3 = await add_task(app, alice_id)
    response = await alice.get("/api/v1/tasks", params={"page_size": 2})
    first = [each["id"] for each in response.json()["tasks"]]
    response = await alice.get("/api/v1/tasks", params={"page_size": 2, "page": 2})
    second = [each["id"] for each in response.json()["tasks"]]

    assert (len(first), len(second)) == (2, 1)
    assert sorted(first + second, key=str) == sorted(
        [wire(task.id), wire(task_2.id), wire(task_3.id)], key=str
    )


async def test_list_tasks_is_sorted_by_created_at_descending(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-02T10:00:00+00:00")
    )
    task_2 = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-01T10:00:00+00:00")
    )
    task_3 = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-03T10:00:00+00:00")
    )
    response = await alice.get("/api/v1/tasks", params={"sort": "-created_at"})

    assert [each["id"] for each in response.json()["tasks"]] == [
        wire(task_3.id),
        wire(task.id),
        wire(task_2.id),
    ]
    response = await alice.get("/api/v1/tasks")
    assert [each["id"] for each in response.json()["tasks"]] == [
        wire(task_3.id),
        wire(task.id),
        wire(task_2.id),
    ]


async def test_list_tasks_is_sorted_by_created_at(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-02T10:00:00+00:00")
    )
    task_2 = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-01T10:00:00+00:00")
    )
    task_3 = await add_task(
        app, alice_id, created_at=datetime.fromisoformat("2030-01-03T10:00:00+00:00")
    )
    response = await alice.get("/api/v1/tasks", params={"sort": "created_at"})

    assert [each["id"] for each in response.json()["tasks"]] == [
        wire(task_2.id),
        wire(task.id),
        wire(task_3.id),
    ]


async def test_list_tasks_is_sorted_by_due_date(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-02"))
    task_2 = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-01"))
    task_3 = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-03"))
    response = await alice.get("/api/v1/tasks", params={"sort": "due_date"})

    assert [each["id"] for each in response.json()["tasks"]] == [
        wire(task_2.id),
        wire(task.id),
        wire(task_3.id),
    ]


async def test_list_tasks_is_sorted_by_due_date_descending(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-02"))
    task_2 = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-01"))
    task_3 = await add_task(app, alice_id, due_date=date.fromisoformat("2030-01-03"))
    response = await alice.get("/api/v1/tasks", params={"sort": "-due_date"})

    assert [each["id"] for each in response.json()["tasks"]] == [
        wire(task_3.id),
        wire(task.id),
        wire(task_2.id),
    ]


async def test_list_tasks_is_narrowed_by_completed(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(app, alice_id, completed=True)
    await add_task(app, alice_id, completed=False)
    response = await alice.get("/api/v1/tasks", params={"completed": "true"})

    assert [each["id"] for each in response.json()["tasks"]] == [wire(task.id)]


async def test_list_tasks_is_narrowed_by_priority(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(app, alice_id, priority=Priority.LOW)
    await add_task(app, alice_id, priority=Priority.MEDIUM)
    response = await alice.get("/api/v1/tasks", params={"priority": "low"})

    assert [each["id"] for each in response.json()["tasks"]] == [wire(task.id)]


async def test_list_tasks_is_narrowed_by_search(
    app: FastAPI, alice: AsyncClient, alice_id: UUID
) -> None:
    task = await add_task(app, alice_id, title="Title 1")
    await add_task(app, alice_id, title="Title 2")
    response = await alice.get("/api/v1/tasks", params={"search": "tITLE 1"})

    assert [each["id"] for each in response.json()["tasks"]] == [wire(task.id)]
