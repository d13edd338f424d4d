"""What a request about classes stands on, already authorised."""

from typing import Annotated

from fastapi import Depends, Path
from pydantic import Field

from app.classes import service
from app.classes.models import Class
from app.core.db import SessionDep


async def class_in_path(
    id_: Annotated[Annotated[int, Field(ge=-(2**31), le=2**31 - 1)], Path(alias="id")],
    session: SessionDep,
) -> Class:
    return await service.get_class(session, id_)


ClassDep = Annotated[Class, Depends(class_in_path)]
