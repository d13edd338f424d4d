"""Which entity a schema's name speaks of: `CreateOrderRequest`, `order-detail` → `Order`."""

from typing import Final

from backwright.contract.binding.drafts import EntityDraft
from backwright.contract.binding.workbench import Workbench
from backwright.contract.names import class_name, singular, words

ABOUT: Final = frozenset(
    (
        "create", "created", "creation", "update", "updated", "response", "responses", "public",
        "read", "request", "in", "out", "base", "patch", "input", "output", "dto", "schema",
        "model", "replace", "partial", "summary", "detail", "details", "detailed", "db",
        "payload", "body", "result", "new", "get", "list", "paginated", "page", "full", "basic",
        "view", "info", "data", "object", "record", "resource", "minimal", "short", "brief",
        "entity", "table", "edit", "delete", "deleted", "with", "extended", "post", "put", "add",
        "register", "registration", "private", "me", "current", "single", "many", "envelope",
        "collection", "query", "simple", "bulk", "modify", "metadata", "overview", "admin",
    )
)  # fmt: skip
"""Words around an entity's name that tell what a schema is for, not what it is of."""
_NEVER_A_TABLE: Final = frozenset(
    (
        "response", "request", "error", "payload", "params", "parameters", "query", "dto",
        "pagination", "filter", "filters", "meta", "jwt", "claims", "create", "update", "input",
        "output", "body", "schema", "enum", "credentials",
    )
)  # fmt: skip


def stem(name: str) -> str:
    """The name without words that tell what it is for; unchanged if nothing else is left."""
    parts = list(words(name))
    while len(parts) > 1 and _about(parts, -1):
        parts.pop()
    while len(parts) > 1 and _about(parts, 0):
        parts.pop(0)
    return class_name("_".join(parts))


def _about(parts: list[str], end: int) -> bool:
    word = parts[end]
    if word in ABOUT:
        return True
    return end == -1 and word in {"item", "items"} and len(parts) > 2 and parts[-2] == "list"


def entity_of_name(work: Workbench, name: str) -> EntityDraft | None:
    """The longest reading first: `OrderDetail` is an entity before it is a detail of Order."""
    parts = list(words(name))
    for cut in range(len(parts)):
        for start in range(cut + 1):
            left, right = parts[:start], parts[len(parts) - (cut - start) :]
            about = all(word in ABOUT or word == "item" for word in (*left, *right))
            kept = parts[start : len(parts) - (cut - start)]
            found = work.find("_".join(kept)) if about else None
            if found is not None:
                return found
    return only_ending(work, stem(name))


def only_ending(work: Workbench, name: str) -> EntityDraft | None:
    """`Account` is LedgerAccount where no other entity ends so."""
    parts = words(name)
    if not parts:
        return None
    end = (*parts[:-1], singular(parts[-1]))
    found = [
        each
        for each in work.entities.values()
        if len(words(each.name)) > len(end) and words(each.name)[-len(end) :] == end
    ]
    return found[0] if len(found) == 1 else None


def entity_of_segment(work: Workbench, segment: str, parent: str = "") -> EntityDraft | None:
    """What a part of a path names: `lines` below an order is its OrderLine."""
    if segment.startswith("{"):
        return None
    below = work.find(f"{parent}_{segment}") if parent else None
    own = work.find(segment)
    if below is not None and own is not None and _only_links(below):
        return own
    return below or own or only_ending(work, segment)


def _only_links(entity: EntityDraft) -> bool:
    """It holds two references and nothing of its own: `/tasks/{id}/labels` are labels."""
    own = [each for each in entity.columns.values() if not each.primary and not each.auto]
    led = [each for each in own if each.references]
    rest = [each for each in own if each.name not in ORDERS and not each.references]
    joined = "".join(each.references for each in led)
    return len(led) == 2 and (not rest and (len(own) == 2 or joined == entity.name))


ORDERS: Final = (
    "position", "sort_order", "display_order", "order_index", "sort_index", "ordering", "rank",
    "sequence", "sequence_number", "sort_position", "order_number_in_list", "order",
)  # fmt: skip
"""Columns that hold nothing but the place among others."""


def is_payload(name: str) -> bool:
    """The data model lists what goes over the wire as well: that is no table."""
    parts = words(name)
    return len(parts) > 1 and parts[-1] in _NEVER_A_TABLE


def around_stem(name: str) -> tuple[str, ...]:
    """The words that `stem` leaves out."""
    parts, kept = words(name), words(stem(name))
    start = next((i for i in range(len(parts)) if parts[i : i + len(kept)] == kept), 0)
    return (*parts[:start], *parts[start + len(kept) :])
