"""Why a request about tasks is refused."""

from app.core.errors import NotFound


class TaskNotFound(NotFound):
    detail = "Task not found"
