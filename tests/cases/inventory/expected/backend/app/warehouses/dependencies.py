"""What a request about warehouses stands on, already authorised."""

from typing import Annotated

from fastapi import Depends, Path
from pydantic import Field

from app.core.db import SessionDep
from app.warehouses import service
from app.warehouses.models import Warehouse


async def warehouse_in_path(
    id_: Annotated[Annotated[int, Field(ge=1, le=2**31 - 1)], Path(alias="id")], session: SessionDep
) -> Warehouse:
    return await service.get_warehouse(session, id_)


WarehouseDep = Annotated[Warehouse, Depends(warehouse_in_path)]
