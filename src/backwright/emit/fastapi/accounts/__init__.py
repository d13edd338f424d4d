"""Accounts: a printer for each purpose, in a visible table."""

from collections.abc import Callable, Mapping
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import Operation, Purpose
from backwright.emit.fastapi.accounts import (
    change_password,
    login,
    logout,
    me,
    refresh,
    register,
    requests,
    reset_password,
    update_me,
    verify,
)
from backwright.emit.fastapi.domain import DomainModules

Printer = Callable[[Contract, Operation, DomainModules], None]

PRINTERS: Final[Mapping[Purpose, Printer]] = {
    Purpose.REGISTER: register.print_register,
    Purpose.LOGIN: login.print_login,
    Purpose.REFRESH: refresh.print_refresh,
    Purpose.LOGOUT: logout.print_logout,
    Purpose.ME: me.print_me,
    Purpose.UPDATE_ME: update_me.print_update_me,
    Purpose.CHANGE_PASSWORD: change_password.print_change_password,
    Purpose.REQUEST_RESET: requests.print_request,
    Purpose.RESET_PASSWORD: reset_password.print_reset_password,
    Purpose.REQUEST_VERIFICATION: requests.print_request,
    Purpose.VERIFY: verify.print_verify,
}
