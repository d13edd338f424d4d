"""Why a request about labels is refused."""

from app.core.errors import Conflict, NotFound


class LabelNotFound(NotFound):
    detail = "Label not found"


class NameTaken(Conflict):
    detail = "Already there"
    constraint = "uq_labels_user_id_name"
