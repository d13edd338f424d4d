"""The endpoints of tasks."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.core.db import SessionDep
from app.core.errors import NeedsCode, Unauthorized, refusals
from app.labels.errors import LabelNotFound
from app.tasks import hooks, service
from app.tasks.dependencies import OwnLabel, OwnLabelOfTask, OwnTask
from app.tasks.errors import TaskNotFound
from app.tasks.models import Task
from app.tasks.schemas import (
    DueDateSuggestion,
    TaskCreate,
    TaskList,
    TaskPublic,
    TaskQuery,
    TaskUpdate,
)
from app.users.dependencies import CurrentUser

router = APIRouter(prefix="/api/v1/tasks", responses=refusals(Unauthorized))


@router.get("", tags=["Tasks"], summary="List own tasks")
async def list_tasks(
    user: CurrentUser, session: SessionDep, query: Annotated[TaskQuery, Query()]
) -> TaskList:
    """Users MUST be able to list, read, change and delete their own tasks."""
    found = await service.list_tasks(session, user=user, query=query)
    return TaskList(
        tasks=[TaskPublic.model_validate(each) for each in found.rows],
        total=found.total,
        page=query.page,
        page_size=query.page_size,
    )


@router.post(
    "", status_code=201, response_model=TaskPublic, tags=["Tasks"], summary="Create a task"
)
async def create_task(user: CurrentUser, session: SessionDep, data: TaskCreate) -> Task:
    """Users MUST be able to create tasks with a title, an optional description, an optional due
    date and a priority."""
    return service.create_task(session, user=user, data=data)


@router.get(
    "/{task_id}",
    response_model=TaskPublic,
    tags=["Tasks"],
    summary="Read a task",
    responses=refusals(TaskNotFound),
)
async def get_task(task: OwnTask) -> Task:
    """Users MUST be able to list, read, change and delete their own tasks."""
    return task


@router.put(
    "/{task_id}",
    response_model=TaskPublic,
    tags=["Tasks"],
    summary="Change a task",
    responses=refusals(TaskNotFound),
)
async def update_task(task: OwnTask, data: TaskUpdate) -> Task:
    """Users MUST be able to list, read, change and delete their own tasks."""
    return service.update_task(task, data)


@router.delete(
    "/{task_id}",
    status_code=204,
    tags=["Tasks"],
    summary="Delete a task",
    responses=refusals(TaskNotFound),
)
async def delete_task(user: CurrentUser, session: SessionDep, task: OwnTask) -> None:
    """Users MUST be able to list, read, change and delete their own tasks."""
    await service.delete_task(session, task, user=user)


@router.patch(
    "/{task_id}/complete",
    response_model=TaskPublic,
    tags=["Tasks"],
    summary="Toggle the completion of a task",
    responses=refusals(TaskNotFound),
)
async def toggle_task(task: OwnTask) -> Task:
    """Users MUST be able to toggle the completion of a task."""
    return service.toggle_task(task)


@router.get(
    "/{task_id}/suggested-due-date",
    tags=["Tasks"],
    summary="Suggest a due date",
    responses=refusals(TaskNotFound, NeedsCode),
)
async def suggest_due_date(
    session: SessionDep, task: OwnTask, user: CurrentUser
) -> DueDateSuggestion:
    """System MUST suggest a due date for a task from how long the user took for similar tasks."""
    return await hooks.suggest_due_date(session, task, user=user)


@router.put(
    "/{task_id}/labels/{label_id}",
    response_model=TaskPublic,
    tags=["Labels"],
    responses=refusals(TaskNotFound, LabelNotFound),
)
async def add_label(task: OwnTask, label: OwnLabel) -> Task:
    """Put a label on a task"""
    return service.add_label(task, label)


@router.delete(
    "/{task_id}/labels/{label_id}",
    status_code=204,
    tags=["Labels"],
    responses=refusals(TaskNotFound, LabelNotFound),
)
async def remove_label(session: SessionDep, task: OwnTask, label: OwnLabelOfTask) -> None:
    """Take a label off a task"""
    await service.remove_label(session, task, label)
