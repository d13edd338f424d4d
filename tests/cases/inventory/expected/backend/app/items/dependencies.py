"""What a request about items stands on, already authorised."""

from typing import Annotated

from fastapi import Depends, Path
from pydantic import Field

from app.core.db import SessionDep
from app.items import service
from app.items.models import Item


async def item_in_path(
    id_: Annotated[Annotated[int, Field(ge=1, le=2**31 - 1)], Path(alias="id")], session: SessionDep
) -> Item:
    return await service.get_item(session, id_)


ItemDep = Annotated[Item, Depends(item_in_path)]
