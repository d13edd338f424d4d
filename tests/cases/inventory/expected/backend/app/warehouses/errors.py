"""Why a request about warehouses is refused."""

from app.core.errors import Conflict, NotFound


class WarehouseNotFound(NotFound):
    detail = "Warehouse not found"


class CodeTaken(Conflict):
    detail = "Warehouse with this code already exists"
    constraint = "uq_warehouses_code"
