"""What only code can say. Written once, then yours: it is never generated again."""

from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.errors import NeedsCode
from app.tasks.models import Task
from app.tasks.schemas import DueDateSuggestion
from app.users.models import User


async def suggest_due_date(session: AsyncSession, task: Task, *, user: User) -> DueDateSuggestion:
    """System MUST suggest a due date for a task from how long the user took for similar tasks
    (FR-018). Needs code: its answer is computed."""
    raise NeedsCode
