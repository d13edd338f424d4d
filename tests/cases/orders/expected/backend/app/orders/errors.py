"""Why a request about orders is refused."""

from app.core.errors import Conflict, NotFound


class OrderNotFound(NotFound):
    detail = "Order not found"


class OrderLineNotFound(NotFound):
    detail = "Order line not found"


class PoNumberTaken(Conflict):
    detail = "Order with this po number already exists"
    constraint = "uq_orders_account_id_po_number"


class StaleOrder(Conflict):
    detail = "Order has changed since it was read"


class EmptyOrder(Conflict):
    detail = "Order has no lines"


class WrongState(Conflict):
    detail = "Order cannot move to this status"


class ArticleNumberTaken(Conflict):
    detail = "Order line with this article number already exists"
    constraint = "uq_order_lines_order_id_article_number"


class OrderNotDraft(Conflict):
    detail = "Order is not draft"
