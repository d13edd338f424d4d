"""What a request about labels stands on, already authorised."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.core.db import SessionDep
from app.labels import service
from app.labels.models import Label
from app.users.dependencies import CurrentUser


async def own_label(label_id: UUID, user: CurrentUser, session: SessionDep) -> Label:
    return await service.get_own_label(session, label_id, user=user)


OwnLabel = Annotated[Label, Depends(own_label)]
