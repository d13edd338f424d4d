"""What only code can say. Written once, then yours: it is never generated again."""

from sqlmodel.ext.asyncio.session import AsyncSession

from app.core.errors import NeedsCode
from app.items.models import Item
from app.items.schemas import Forecast


async def forecast_item(session: AsyncSession, item: Item) -> Forecast:
    """System MUST forecast when an item runs out from its consumption of the last weeks (FR-017).
    Needs code: its answer is computed."""
    raise NeedsCode
