"""What a request about tasks stands on, already authorised."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.core.db import SessionDep
from app.labels.models import Label
from app.tasks import service
from app.tasks.models import Task
from app.users.dependencies import CurrentUser


async def own_task(task_id: UUID, user: CurrentUser, session: SessionDep) -> Task:
    return await service.get_own_task(session, task_id, user=user)


OwnTask = Annotated[Task, Depends(own_task)]


async def own_label(label_id: UUID, user: CurrentUser, session: SessionDep) -> Label:
    return await service.get_own_label(session, label_id, user=user)


OwnLabel = Annotated[Label, Depends(own_label)]


async def own_label_of_task(
    label_id: UUID, task: OwnTask, user: CurrentUser, session: SessionDep
) -> Label:
    return await service.get_own_label_of_task(session, label_id, task=task, user=user)


OwnLabelOfTask = Annotated[Label, Depends(own_label_of_task)]
