"""The endpoints of labels."""

from fastapi import APIRouter

from app.core.db import SessionDep
from app.core.errors import Unauthorized, refusals
from app.labels import service
from app.labels.dependencies import OwnLabel
from app.labels.errors import LabelNotFound, NameTaken
from app.labels.models import Label
from app.labels.schemas import LabelCreate, LabelPublic
from app.users.dependencies import CurrentUser

router = APIRouter(prefix="/api/v1/labels", tags=["Labels"], responses=refusals(Unauthorized))


@router.get("", response_model=list[LabelPublic], summary="List own labels")
async def list_labels(user: CurrentUser, session: SessionDep) -> list[Label]:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user."""
    return await service.list_labels(session, user=user)


@router.post(
    "",
    status_code=201,
    response_model=LabelPublic,
    summary="Create a label",
    responses=refusals(NameTaken),
)
async def create_label(user: CurrentUser, session: SessionDep, data: LabelCreate) -> Label:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user."""
    return service.create_label(session, user=user, data=data)


@router.delete(
    "/{label_id}", status_code=204, summary="Delete a label", responses=refusals(LabelNotFound)
)
async def delete_label(user: CurrentUser, session: SessionDep, label: OwnLabel) -> None:
    """Users MUST be able to create, list and delete labels; label names MUST be unique per user."""
    await service.delete_label(session, label, user=user)
