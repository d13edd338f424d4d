"""Why a request about notes is refused."""

from app.core.errors import NotFound


class NoteNotFound(NotFound):
    detail = "Note not found"
