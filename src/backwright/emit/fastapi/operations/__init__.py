"""Each purpose has a printer: it puts the parts of one operation into the modules of its domain."""

from collections.abc import Callable, Mapping
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi import accounts
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.operations import (
    adjust,
    constant,
    copy,
    create,
    custom,
    delete,
    get,
    health,
    linking,
    listing,
    reorder,
    state,
    update,
)

Printer = Callable[[Contract, Operation, DomainModules], None]
"""Adds what the service, the dependencies and the hooks need, and the route by
`routes.add_route(operation, into, Route(...))`. Errors and guards are printed beforehand."""

PRINTERS: Final[Mapping[Purpose, Printer]] = {
    **accounts.PRINTERS,
    Purpose.GET: get.print_get,
    Purpose.LIST: listing.print_list,
    Purpose.CREATE: create.print_create,
    Purpose.UPDATE: update.print_update,
    Purpose.REPLACE: update.print_update,
    Purpose.DELETE: delete.print_delete,
    Purpose.SET: state.print_state,
    Purpose.TOGGLE: state.print_state,
    Purpose.TRANSITION: state.print_state,
    Purpose.LINK: linking.print_link,
    Purpose.UNLINK: linking.print_unlink,
    Purpose.REORDER: reorder.print_reorder,
    Purpose.COPY: copy.print_copy,
    Purpose.ADJUST: adjust.print_adjust,
    Purpose.CUSTOM: custom.print_custom,
    Purpose.HEALTH: health.print_health,
    Purpose.CONSTANT: constant.print_constant,
}
