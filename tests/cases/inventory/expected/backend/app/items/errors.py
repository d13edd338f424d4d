"""Why a request about items is refused."""

from app.core.errors import Conflict, NotFound


class ItemNotFound(NotFound):
    detail = "Item not found"


class SkuTaken(Conflict):
    detail = "Item with this warehouse and sku already exists"
    constraint = "uq_items_warehouse_id_sku"


class ItemInUse(Conflict):
    detail = "Item is in use"
    constraint = "fk_to_items"
