"""The rules of labels."""

from uuid import UUID

from sqlmodel import bindparam, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.labels.errors import LabelNotFound
from app.labels.models import Label
from app.labels.schemas import LabelCreate
from app.users.models import User

OWN_LABEL = select(Label).where(
    col(Label.id) == bindparam("label_id"), col(Label.user_id) == bindparam("owner_id")
)


async def get_own_label(session: AsyncSession, label_id: UUID, *, user: User) -> Label:
    found = await session.exec(OWN_LABEL, params={"label_id": label_id, "owner_id": user.id})
    label = found.one_or_none()
    if label is None:
        raise LabelNotFound
    return label


OWN_LABELS = (
    select(Label)
    .where(col(Label.user_id) == bindparam("owner_id"))
    .limit(100)
    .order_by(col(Label.created_at), col(Label.id))
)


async def list_labels(session: AsyncSession, *, user: User) -> list[Label]:
    found = await session.exec(OWN_LABELS, params={"owner_id": user.id})
    return list(found.all())


def create_label(session: AsyncSession, *, user: User, data: LabelCreate) -> Label:
    label = Label(user_id=user.id, **data.model_dump())
    session.add(label)
    return label


async def delete_label(session: AsyncSession, label: Label, *, user: User) -> None:
    await session.exec(
        delete(Label).where(col(Label.id) == label.id, col(Label.user_id) == user.id)
    )
