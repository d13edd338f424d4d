"""What only code can say. Written once, then yours: it is never generated again."""

from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.errors import NeedsCode
from app.core.security import Caller
from app.profiles.schemas import Completeness


async def get_completeness(session: AsyncSession, *, user: Caller) -> Completeness:
    """How complete the profile is. Needs code: its answer is no row that is stored."""
    raise NeedsCode
