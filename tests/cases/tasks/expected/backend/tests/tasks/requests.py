"""For each operation on tasks a request that succeeds, and what it stands on."""

from uuid import UUID, uuid4

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_label, add_task, add_task_label


async def ask_list_tasks(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("GET", "/api/v1/tasks", 200)


async def ask_create_task(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked(
        "POST",
        "/api/v1/tasks",
        201,
        json={
            "title": "Send the invoice",
            "description": "Description 1",
            "priority": "low",
            "due_date": "2030-01-01",
        },
    )


async def ask_get_task(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    return Asked("GET", f"/api/v1/tasks/{task.id}", 200, missing=(f"/api/v1/tasks/{uuid4()}",))


async def ask_update_task(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    return Asked(
        "PUT",
        f"/api/v1/tasks/{task.id}",
        200,
        json={
            "title": "Title 2",
            "description": "Description 2",
            "priority": "medium",
            "due_date": "2030-01-02",
            "completed": False,
        },
        missing=(f"/api/v1/tasks/{uuid4()}",),
    )


async def ask_delete_task(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    return Asked("DELETE", f"/api/v1/tasks/{task.id}", 204, missing=(f"/api/v1/tasks/{uuid4()}",))


async def ask_toggle_task(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id, completed=False)
    return Asked(
        "PATCH",
        f"/api/v1/tasks/{task.id}/complete",
        200,
        missing=(f"/api/v1/tasks/{uuid4()}/complete",),
    )


async def ask_suggest_due_date(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    return Asked(
        "GET",
        f"/api/v1/tasks/{task.id}/suggested-due-date",
        501,
        missing=(f"/api/v1/tasks/{uuid4()}/suggested-due-date",),
    )


async def ask_add_label(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    label = await add_label(app, owner_id)
    return Asked(
        "PUT",
        f"/api/v1/tasks/{task.id}/labels/{label.id}",
        200,
        missing=(
            f"/api/v1/tasks/{uuid4()}/labels/{label.id}",
            f"/api/v1/tasks/{task.id}/labels/{uuid4()}",
        ),
    )


async def ask_remove_label(app: FastAPI, owner_id: UUID) -> Asked:
    task = await add_task(app, owner_id)
    label = await add_label(app, owner_id)
    await add_task_label(app, owner_id, task_id=task.id, label_id=label.id)
    return Asked(
        "DELETE",
        f"/api/v1/tasks/{task.id}/labels/{label.id}",
        204,
        missing=(
            f"/api/v1/tasks/{uuid4()}/labels/{label.id}",
            f"/api/v1/tasks/{task.id}/labels/{uuid4()}",
        ),
    )
