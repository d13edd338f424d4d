"""The rules of tasks."""

from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import joinedload, selectinload
from sqlmodel import bindparam, col, delete, exists, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import Select

from app.core import tables  # noqa: F401  (relations find their classes by name)
from app.core.db import utcnow
from app.core.paging import Page, escaped, fetch_page, paged
from app.labels.errors import LabelNotFound
from app.labels.models import Label
from app.tasks.errors import TaskNotFound
from app.tasks.models import Task, TaskLabel
from app.tasks.schemas import TaskCreate, TaskQuery, TaskUpdate
from app.users.models import User

OWN_TASK = (
    select(Task)
    .where(col(Task.id) == bindparam("task_id"), col(Task.user_id) == bindparam("owner_id"))
    .options(joinedload(Task.labels))
)
OWN_LABEL = select(Label).where(
    col(Label.id) == bindparam("label_id"), col(Label.user_id) == bindparam("owner_id")
)
OWN_LABEL_OF_TASK = select(Label).where(
    col(Label.id) == bindparam("label_id"),
    exists().where(
        col(TaskLabel.task_id) == bindparam("task_id"), col(TaskLabel.label_id) == col(Label.id)
    ),
    col(Label.user_id) == bindparam("owner_id"),
)


async def get_own_task(session: AsyncSession, task_id: UUID, *, user: User) -> Task:
    found = await session.exec(OWN_TASK, params={"task_id": task_id, "owner_id": user.id})
    task = found.unique().one_or_none()
    if task is None:
        raise TaskNotFound
    return task


async def get_own_label(session: AsyncSession, label_id: UUID, *, user: User) -> Label:
    found = await session.exec(OWN_LABEL, params={"label_id": label_id, "owner_id": user.id})
    label = found.one_or_none()
    if label is None:
        raise LabelNotFound
    return label


async def get_own_label_of_task(
    session: AsyncSession, label_id: UUID, *, task: Task, user: User
) -> Label:
    found = await session.exec(
        OWN_LABEL_OF_TASK, params={"label_id": label_id, "task_id": task.id, "owner_id": user.id}
    )
    label = found.one_or_none()
    if label is None:
        raise LabelNotFound
    return label


OWN_TASKS_SORTED = {
    "-created_at": (col(Task.created_at).desc(), col(Task.id).desc()),
    "created_at": (col(Task.created_at), col(Task.id)),
    "due_date": (col(Task.due_date).nulls_last(), col(Task.id)),
    "-due_date": (col(Task.due_date).desc().nulls_last(), col(Task.id).desc()),
}


@cache
def own_tasks(
    *, by_completed: bool, by_priority: bool, by_search: bool, sort: str
) -> Select[Task, int]:
    """One statement for each shape of the query."""
    where: list[ColumnElement[bool]] = [col(Task.user_id) == bindparam("owner_id")]
    if by_completed:
        where.append(col(Task.completed) == bindparam("completed"))
    if by_priority:
        where.append(col(Task.priority) == bindparam("priority"))
    if by_search:
        where.append(col(Task.title).icontains(bindparam("search"), escape="!"))
    tasks = paged(Task, *where).options(selectinload(Task.labels))
    return tasks.order_by(*OWN_TASKS_SORTED[sort])


async def list_tasks(session: AsyncSession, *, user: User, query: TaskQuery) -> Page[Task]:
    statement = own_tasks(
        by_completed=query.completed is not None,
        by_priority=query.priority is not None,
        by_search=query.search is not None,
        sort=query.sort,
    )
    return await fetch_page(
        session,
        statement,
        limit=query.page_size,
        skip=query.page_size * (query.page - 1),
        owner_id=user.id,
        completed=query.completed,
        priority=query.priority,
        search=escaped(query.search or ""),
    )


def create_task(session: AsyncSession, *, user: User, data: TaskCreate) -> Task:
    task = Task(user_id=user.id, labels=[], **data.model_dump(exclude_none=True))
    session.add(task)
    return task


def update_task(task: Task, data: TaskUpdate) -> Task:
    task.sqlmodel_update(data.model_dump(), update={"updated_at": utcnow()})
    return task


async def delete_task(session: AsyncSession, task: Task, *, user: User) -> None:
    await session.exec(delete(Task).where(col(Task.id) == task.id, col(Task.user_id) == user.id))


def toggle_task(task: Task) -> Task:
    task.completed = not task.completed
    task.updated_at = utcnow()
    return task


def add_label(task: Task, label: Label) -> Task:
    if label not in task.labels:
        task.labels.append(label)
    return task


async def remove_label(session: AsyncSession, task: Task, label: Label) -> None:
    await session.exec(
        delete(TaskLabel).where(
            col(TaskLabel.task_id) == task.id, col(TaskLabel.label_id) == label.id
        )
    )
