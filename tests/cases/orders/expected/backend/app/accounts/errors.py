"""Why a request about accounts is refused."""

from app.core.errors import Conflict, Unauthorized


class WrongCredentials(Unauthorized):
    detail = "Wrong credentials"


class EmailTaken(Conflict):
    detail = "Account with this email already exists"
    constraint = "uq_accounts_email"
