"""Passwords and access tokens."""

import os
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.jwt import JWTClaimsRegistry
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from app.core.db import utcnow
from app.core.errors import Unauthorized

ALGORITHM = "HS256"
TOKEN_LIFETIME = timedelta(hours=1)
CLAIMS = JWTClaimsRegistry(exp={"essential": True}, sub={"essential": True})

# OWASP's least for argon2id: 19 MiB, two passes, one lane.
hasher = PasswordHash([Argon2Hasher(memory_cost=19 * 1024, time_cost=2, parallelism=1)])
NOBODYS_HASH = hasher.hash("nobody's password")
# Each hash takes a core: more of them at a time would only keep all others waiting.
HASHING = CapacityLimiter(os.cpu_count() or 1)


class InvalidToken(Unauthorized):
    detail = "Invalid token"


@dataclass(frozen=True)
class AccessTokens:
    """Issues and reads the tokens that stand for a signed-in user."""

    key: OctKey

    def issue(self, user_id: UUID) -> str:
        now = utcnow()
        claims = {"sub": str(user_id), "iat": now, "exp": now + TOKEN_LIFETIME}
        return jwt.encode({"alg": ALGORITHM}, claims, self.key)

    def read(self, token: str) -> UUID:
        try:
            claims = jwt.decode(token, self.key, algorithms=[ALGORITHM]).claims
            CLAIMS.validate(claims)
            return UUID(claims["sub"])
        except (JoseError, RecursionError, TypeError, ValueError) as error:
            raise InvalidToken from error


async def hash_password(password: str) -> str:
    return await to_thread.run_sync(hasher.hash, password, limiter=HASHING)


async def verify_password(password: str, password_hash: str | None) -> bool:
    """Takes as long for an unknown user, who has no hash, as for a known one."""
    known = password_hash or NOBODYS_HASH
    return await to_thread.run_sync(hasher.verify, password, known, limiter=HASHING)
