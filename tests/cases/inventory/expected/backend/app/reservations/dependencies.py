"""What a request about reservations stands on, already authorised."""

from typing import Annotated

from fastapi import Depends, Path
from pydantic import Field

from app.core.db import SessionDep
from app.reservations import service
from app.reservations.models import Reservation


async def reservation_in_path(
    id_: Annotated[Annotated[int, Field(ge=1, le=2**31 - 1)], Path(alias="id")], session: SessionDep
) -> Reservation:
    return await service.get_reservation(session, id_)


ReservationDep = Annotated[Reservation, Depends(reservation_in_path)]
