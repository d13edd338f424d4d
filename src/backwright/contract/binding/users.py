"""The entity that signs in, and whether this backend keeps it or somebody else does."""

from backwright.contract import aspects
from backwright.contract.binding import accounts, references
from backwright.contract.binding.columns import plain
from backwright.contract.binding.drafts import ColumnDraft, EntityDraft, OperationDraft
from backwright.contract.binding.gather import properties
from backwright.contract.binding.workbench import Workbench, written
from backwright.contract.entities import Auto
from backwright.contract.names import identifier, snake
from backwright.contract.operations import Purpose
from backwright.read.facts import SentenceKind
from backwright.shape import Kind, Shape

_NAMES = ("User", "AppUser", "AuthUser", "Account", "Customer", "Member", "Person", "Admin")


def settle(work: Workbench) -> None:
    """Own users where somebody can sign in with a password and gets a token for it."""
    logins = [
        draft
        for draft in work.operations
        if accounts.purpose(work, draft) is Purpose.LOGIN and accounts.answers_tokens(work, draft)
    ]
    found = _named(work)
    if logins:
        work.user = (found or _made(work, logins[0])).name
        _credentials(work, logins[0])
    elif found is not None and _kept_elsewhere(work, found):
        references.forget(work, found)
        _leave_out(work, found)


def _named(work: Workbench) -> EntityDraft | None:
    for draft in work.entities.values():
        if draft.auto(Auto.PASSWORD_HASH) is not None:
            return draft
    return next((work.entities[each] for each in _NAMES if each in work.entities), None)


def _kept_elsewhere(work: Workbench, user: EntityDraft) -> bool:
    """No operation is about it: its rows come from nowhere here."""
    if user.name not in ("User", "AppUser", "AuthUser"):
        return False
    return all(draft.entity != user.name for draft in work.operations)


def _leave_out(work: Workbench, user: EntityDraft) -> None:
    """What the documents say of it is said of somebody else's table."""
    del work.entities[user.name]
    work.keys = {each: name for each, name in work.keys.items() if name != user.name}
    for aspect in [
        each for each in work.origins if aspects.covers(each, aspects.entity(user.name))
    ]:
        del work.origins[aspect]
    work.elsewhere = user.name


def _made(work: Workbench, login: OperationDraft) -> EntityDraft:
    """Nothing describes the user but the operations that sign it up and in."""
    origin = written(login.fact.statement, login.fact.span)
    draft = work.put(EntityDraft("User", origin, table="users", feature=login.feature))
    draft.columns["id"] = ColumnDraft(
        "id", Shape(Kind.UUID), origin, required=True, auto=Auto.ID, primary=True, modelled=False
    )
    work.origin(aspects.entity("User"), origin)
    work.origin(aspects.column("User", "id"), origin)
    return draft


def _credentials(work: Workbench, login: OperationDraft) -> None:
    """The columns by which it signs in."""
    user = work.entities[work.user]
    body = login.fact.body
    for each in properties(work, body.shape if body is not None else None):
        name = snake(each.name)
        origin = written(login.fact.statement, each.span or login.fact.span)
        if name == "email" or (name in accounts.LOGIN_NAMES and not _has_login(user)):
            column = user.columns.get(identifier(name))
            if column is None:
                column = ColumnDraft(name, plain(each.shape), origin, modelled=False)
                user.columns[name] = column
                work.origin(aspects.column(user.name, name), origin)
            column.required = True
            if not column.unique:
                column.unique = True
                work.origin(aspects.constraint(user.name, column.name, "unique"), origin)
    if user.auto(Auto.PASSWORD_HASH) is None:
        origin = written(login.fact.statement, login.fact.span)
        user.columns["password_hash"] = ColumnDraft(
            "password_hash", Shape(Kind.STRING), origin, required=True, auto=Auto.PASSWORD_HASH,
            write_only=True, modelled=False,
        )  # fmt: skip
        work.origin(aspects.column(user.name, "password_hash"), origin)
    hashed = user.auto(Auto.PASSWORD_HASH)
    if hashed is not None:
        hashed.required = True
    for fact in work.sentences(SentenceKind.PASSWORD):
        if hashed is not None:
            work.says(aspects.column(user.name, hashed.name), fact)


def _has_login(user: EntityDraft) -> bool:
    return any(each.unique and each.name in accounts.LOGIN_NAMES for each in user.columns.values())
