"""Why a request about reservations is refused."""

from app.core.errors import Conflict, NotFound


class ReservationNotFound(NotFound):
    detail = "Reservation not found"


class WrongStatus(Conflict):
    detail = "Reservation cannot move to this status"
