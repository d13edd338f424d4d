"""What the environment of the backend decides: each variable once, for settings, `.env` and docs.

A variable that nothing in the contract needs is not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from backwright.contract import names
from backwright.contract.model import Contract
from backwright.plan import needs

_HASH_BYTES: Final = {"HS256": 32, "HS384": 48, "HS512": 64}
CORS_VARIABLE: Final = "CORS_ORIGINS"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of the environment."""

    name: str
    """As the environment spells it."""
    attribute: str
    """As the settings class spells it."""
    doc: str
    """One sentence for whoever sets it."""
    default: str | tuple[str, ...] | None = None
    """None: there is none; nothing starts without it, unless it is optional."""
    secret: bool = False
    optional: bool = False
    example: str = ""
    """Another value that is common, as `.env.example` shows it."""


def variables(contract: Contract) -> tuple[Variable, ...]:
    """In the order in which the settings class has them."""
    return tuple(_variables(contract))


def secret(contract: Contract) -> Variable | None:
    """The variable that holds the key of the tokens."""
    return next((each for each in variables(contract) if each.secret), None)


def database(contract: Contract) -> Variable | None:
    wanted = contract.policies.database_variable
    return next((each for each in variables(contract) if each.name == wanted), None)


def cors(contract: Contract) -> Variable | None:
    return next((each for each in variables(contract) if isinstance(each.default, tuple)), None)


def secret_bytes(contract: Contract) -> int:
    """RFC 7518 §3.2: a key is at least as long as the hash that it makes."""
    return _HASH_BYTES.get(contract.auth.algorithm, 32)


def slug(contract: Contract) -> str:
    """The short name of the project: `orders`; `backend` where the title holds no letter."""
    return "-".join(names.words(contract.title))[:40].strip("-") or "backend"


def _variables(contract: Contract) -> Iterator[Variable]:
    if needs.database(contract):
        name = contract.policies.database_variable
        yield Variable(
            name,
            names.identifier(name),
            "The database, with its driver.",
            default=f"sqlite+aiosqlite:///{slug(contract)}.db",
            example="postgresql+asyncpg://user:password@host/database",
        )
    if needs.tokens(contract):
        name = contract.auth.secret_variable
        yield Variable(name, names.identifier(name), _key_doc(contract), secret=True)
    if needs.cors(contract):
        name = contract.policies.cors_variable or CORS_VARIABLE
        yield Variable(
            name,
            names.identifier(name),
            "The origins that browsers may call from, separated by commas.",
            default=contract.policies.cors_origins,
            example="https://app.example.com,https://admin.example.com",
        )
    if needs.rate_limit(contract):
        yield Variable(
            "REDIS_URL",
            "redis_url",
            "Where rate limits are counted if several workers share them; else in memory.",
            optional=True,
            example="redis://127.0.0.1:6379/0",
        )


def _key_doc(contract: Contract) -> str:
    least = f"at least {secret_bytes(contract)} bytes"
    if needs.own_users(contract):
        return f"The key that signs the tokens, {least}; without it nothing starts."
    return f"The key that the issuer of the tokens signs with, {least}; without it nothing starts."
