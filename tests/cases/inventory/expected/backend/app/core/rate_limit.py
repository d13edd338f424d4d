"""How often somebody may ask: counted for each user, or for each address."""

import logging
import math
import time

from fastapi import Depends, Request
from limits import RateLimitItem, RateLimitItemPerSecond
from limits.aio.storage import MemoryStorage, RedisStorage
from limits.aio.strategies import MovingWindowRateLimiter
from limits.errors import StorageError
from starlette.exceptions import HTTPException

from app.core.errors import TooManyRequests

logger = logging.getLogger(__name__)

# What is limited, and the operations that count together; none means all.
RATE_LIMITS: tuple[tuple[RateLimitItem, frozenset[str]], ...] = (
    (RateLimitItemPerSecond(120, 60), frozenset()),
)


class Limiter:
    """Counts in Redis, which all workers share; in this process without one, or while it fails."""

    def __init__(self, redis_url: str | None) -> None:
        self.local = MovingWindowRateLimiter(MemoryStorage())
        self.shared = self.local
        if redis_url:
            storage = RedisStorage(
                f"async+{redis_url}",
                implementation="redispy",
                key_prefix="stock-api:",
                wrap_exceptions=True,
            )
            self.shared = MovingWindowRateLimiter(storage)

    async def wait(self, limit: RateLimitItem, *who: str) -> int:
        """Counts one more; the seconds to wait if that is one too many, else 0."""
        try:
            return await seconds_to_wait(self.shared, limit, *who)
        except StorageError:
            logger.exception("Redis does not count; each worker counts for itself")
            return await seconds_to_wait(self.local, limit, *who)


async def seconds_to_wait(limiter: MovingWindowRateLimiter, limit: RateLimitItem, *who: str) -> int:
    if await limiter.hit(limit, *who):
        return 0
    window = await limiter.get_window_stats(limit, *who)
    return max(1, math.ceil(window.reset_time - time.time()))


def asking(request: Request) -> str:
    """That of the connection: a header could say anything."""
    return f"address {request.client.host if request.client else None}"


async def limit_rate(request: Request) -> None:
    limiter: Limiter = request.app.state.limiter
    operation: str = request.scope["route"].name
    for number, (limit, operations) in enumerate(RATE_LIMITS):
        if operations and operation not in operations:
            continue
        seconds = await limiter.wait(limit, str(number), asking(request))
        if seconds:
            headers = {"Retry-After": str(seconds)}
            raise HTTPException(TooManyRequests.status, TooManyRequests.detail, headers)


RATE_LIMITED = Depends(limit_rate)
