"""The rules of accounts."""

from uuid import UUID

from sqlmodel import bindparam, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from app.accounts.errors import WrongCredentials
from app.accounts.models import Account
from app.accounts.schemas import Registration, SignIn
from app.core.security import hash_password, verify_password

SIGNED_IN_USER = select(Account).where(col(Account.id) == bindparam("user_id"))


async def find_user(session: AsyncSession, user_id: UUID) -> Account | None:
    found = await session.exec(SIGNED_IN_USER, params={"user_id": user_id})
    return found.one_or_none()


async def register_account(session: AsyncSession, data: Registration) -> Account:
    user = Account(
        company_name=data.company_name,
        email=data.email,
        password_hash=await hash_password(data.password),
    )
    session.add(user)
    return user


USER_BY_EMAIL = select(Account).where(col(Account.email) == bindparam("email"))


async def sign_in(session: AsyncSession, data: SignIn) -> Account:
    found = await session.exec(USER_BY_EMAIL, params={"email": data.email})
    user = found.one_or_none()
    matches = await verify_password(data.password, user.password_hash if user else None)
    if user is None or not matches:
        raise WrongCredentials
    return user
