"""Why a request about profiles is refused."""

from app.core.errors import Conflict, NotFound


class ProfileNotFound(NotFound):
    detail = "Profile not found"


class ProfileExists(Conflict):
    detail = "Profile already exists"
    constraint = "uq_profiles_user_id"


class HandleTaken(Conflict):
    detail = "Profile with this handle already exists"
    constraint = "uq_profiles_handle"
