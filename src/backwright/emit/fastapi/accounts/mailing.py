"""Tokens that are sent: the functions of the users' service, and the hooks that send them."""

from typing import Final

from backwright.contract.model import Contract
from backwright.contract.policies import MailedToken, Proves
from backwright.emit.fastapi import subjects
from backwright.emit.fastapi.accounts.shared import user_of
from backwright.emit.fastapi.domain import DomainModules
from backwright.emit.fastapi.module import Module
from backwright.emit.templates import render
from backwright.plan import needs
from backwright.plan.account_names import end_tokens, new_token, send_hook, take_token
from backwright.plan.names import core, model

LIFETIMES: Final = {Proves.RESET: "RESET_LIFETIME", Proves.VERIFICATION: "VERIFICATION_LIFETIME"}
_LINKS: Final = {
    Proves.RESET: "the link by which somebody sets a new password",
    Proves.VERIFICATION: "the link by which somebody proves that an address is theirs",
}
_SAID: Final = {Proves.RESET: "password reset", Proves.VERIFICATION: "verification"}
_HOOK: Final = '''async def {function}(address: str, token: str) -> None:
    """Sends {link}.

    The link holds the token, which nobody else may see. It is called when the answer has left
    already, so that its time tells nobody whether the address is known. Needs code: only code can
    say how mail is sent.
    """
    logging.getLogger(__name__).info("A {said} message is due, and nothing sends it yet")'''


def print_mailing(contract: Contract, service: Module) -> None:
    """Printed before the operations, which call them."""
    for mailed in needs.mailed_tokens(contract):
        _print_tokens(contract, mailed, service)


def address_column(contract: Contract, asked: str = "") -> str:
    """Where a user's mail goes."""
    user = user_of(contract)
    return "email" if user.get("email") is not None else asked or contract.auth.login


def print_send(into: DomainModules, proves: Proves) -> str:
    """The hook, as the router spells it."""
    into.hooks.use_module("logging")
    text = _HOOK.format(function=send_hook(proves), link=_LINKS[proves], said=_SAID[proves])
    into.hooks.add_once(send_hook(proves), text)
    into.router.use_module(f"app.{into.name}", "hooks")
    return f"hooks.{send_hook(proves)}"


def background(into: DomainModules) -> str:
    """The argument of a route that sends something."""
    into.router.use_from("fastapi", "BackgroundTasks")
    return "background: BackgroundTasks"


def _print_tokens(contract: Contract, mailed: MailedToken, service: Module) -> None:
    user, kept = user_of(contract), contract.entity(mailed.entity)
    marked = bool(mailed.used or mailed.used_at)
    service.use_from("sqlmodel", "col", "update" if marked else "delete")
    service.use_from("sqlmodel.ext.asyncio.session", "AsyncSession")
    sends = needs.sends(contract, mailed.proves)
    if sends:
        service.use(core("security", "new_mailed_token"))
        service.use(core("security", LIFETIMES[mailed.proves]))
    service.use(core("security", "hash_mailed_token"))
    service.use(core("db", "utcnow"))
    if subjects.subject(contract).type == "UUID":
        service.use_from("uuid", "UUID")
    service.add(
        render(
            "accounts/mailed_tokens.py.jinja",
            mailed=mailed,
            sends=sends,
            marked=marked,
            ends=mailed.replaces or mailed.proves is Proves.RESET,
            user=service.use(model(user)),
            key=user.key.name,
            kept=service.use(model(kept)),
            id_type=subjects.subject(contract).type,
            lifetime=LIFETIMES[mailed.proves],
            new=new_token(mailed.proves),
            take=take_token(mailed.proves),
            end=end_tokens(mailed.proves),
        )
    )
