"""Tables, as people list them."""

from collections.abc import Iterable


def listed(tables: Iterable[str]) -> str:
    """`users`, `orders`, `order_lines` → `Users, orders and order lines`; empty for none."""
    spoken = [each.replace("_", " ") for each in tables]
    joined = " and ".join((", ".join(spoken[:-1]), spoken[-1])) if spoken[1:] else "".join(spoken)
    return joined[:1].upper() + joined[1:]
