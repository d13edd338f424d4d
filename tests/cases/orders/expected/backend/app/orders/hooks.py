"""What only code can say. Written once, then yours: it is never generated again."""

from sqlmodel.ext.asyncio.session import AsyncSession

from app.accounts.models import Account
from app.core.errors import NeedsCode
from app.orders.models import Order
from app.orders.schemas import DeliveryCheck


async def check_delivery(session: AsyncSession, order: Order, *, user: Account) -> DeliveryCheck:
    """System MUST check the delivery date of an order against the calendar of the carrier (FR-018).
    Needs code: its answer is no row that is stored."""
    raise NeedsCode
