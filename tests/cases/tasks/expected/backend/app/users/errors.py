"""Why a request about users is refused."""

from app.core.errors import Conflict, Unauthorized


class WrongCredentials(Unauthorized):
    detail = "No valid token"


class EmailTaken(Conflict):
    detail = "Already there"
    constraint = "uq_users_email"
