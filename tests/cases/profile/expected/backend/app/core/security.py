"""Whose token it is."""

from dataclasses import dataclass

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from joserfc.jwt import JWTClaimsRegistry

from app.core.errors import Unauthorized

ALGORITHM = "HS256"
CLAIMS = JWTClaimsRegistry(exp={"essential": True}, sub={"essential": True})


class InvalidToken(Unauthorized):
    detail = "Invalid token"


@dataclass(frozen=True)
class Caller:
    """Who signed in with the issuer of the tokens."""

    id: str


def parse_subject(subject: str) -> str:
    """Text that a database can look for, of 255 characters at most."""
    if not subject.isprintable() or subject[255:]:
        raise ValueError("no id")
    return subject


@dataclass(frozen=True)
class AccessTokens:
    """Reads the tokens that the issuer has signed."""

    key: OctKey

    def read(self, token: str) -> Caller:
        try:
            claims = jwt.decode(token, self.key, algorithms=[ALGORITHM]).claims
            CLAIMS.validate(claims)
            return Caller(parse_subject(claims["sub"]))
        except (JoseError, RecursionError, TypeError, ValueError) as error:
            raise InvalidToken from error
