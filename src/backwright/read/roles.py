"""What a followed file is for."""

from enum import StrEnum


class Role(StrEnum):
    SPEC = "spec"
    PLAN = "plan"
    TASKS = "tasks"
    DATA_MODEL = "data_model"
    CONTRACT = "contract"
    STANDARDS = "standards"
    CLARIFICATIONS = "clarifications"
    OTHER = "other"
    """Research, quickstart, checklists: how the team works."""
