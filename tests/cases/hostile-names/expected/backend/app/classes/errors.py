"""Why a request about classes is refused."""

from app.core.errors import NotFound


class ClassNotFound(NotFound):
    detail = "Class not found"
