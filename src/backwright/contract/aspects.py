"""Names for the parts of a contract: what an origin explains, code carries and a test asserts."""


def entity(name: str) -> str:
    return f"entity/{name}"


def column(entity_name: str, name: str) -> str:
    return f"entity/{entity_name}/field/{name}"


def constraint(entity_name: str, name: str, what: str) -> str:
    """`what`: required, length, range, pattern, format, enum, default, unique, references,
    immutable, normalise, type."""
    return f"entity/{entity_name}/field/{name}/{what}"


def rule(entity_name: str, what: str) -> str:
    """`what`: owner, soft_delete, version, transitions, timestamps, unique(a,b), index(a,b),
    relation(name), derived(name), cross_field(a,b), count_limit(name)."""
    return f"entity/{entity_name}/{what}"


def operation(operation_id: str) -> str:
    return f"operation/{operation_id}"


def success(operation_id: str, status: int) -> str:
    return f"operation/{operation_id}/success/{status}"


def refusal(operation_id: str, status: int, reason: str) -> str:
    return f"operation/{operation_id}/refusal/{status}/{reason}"


def parameter(operation_id: str, wire: str) -> str:
    return f"operation/{operation_id}/parameter/{wire}"


def access(operation_id: str) -> str:
    return f"operation/{operation_id}/access"


def page(operation_id: str) -> str:
    return f"operation/{operation_id}/page"


def sort(operation_id: str) -> str:
    return f"operation/{operation_id}/sort"


def selection(operation_id: str) -> str:
    """Which rows a list is about."""
    return f"operation/{operation_id}/selection"


def property_of(schema: str, name: str) -> str:
    return f"schema/{schema}/{name}"


def policy(what: str) -> str:
    """`what`: foreign_status, path_user_status, invalid_status, errors, body_limit, rate_limit,
    cors, isolation."""
    return f"policy/{what}"


def auth(what: str) -> str:
    """`what`: issuer, algorithm, secret, access_lifetime, refresh_lifetime, password, hashing,
    subject, active."""
    return f"auth/{what}"


def covers(built: str, wanted: str) -> bool:
    """Whether carrying `built` carries `wanted`: itself, or a part of it."""
    return wanted == built or built.startswith(f"{wanted}/")
