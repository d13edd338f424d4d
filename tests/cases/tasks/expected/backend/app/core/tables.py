"""All tables, imported together: relations find each other's classes by their names."""

from app.labels import models as labels_models
from app.tasks import models as tasks_models
from app.users import models as users_models

__all__ = ["labels_models", "tasks_models", "users_models"]
