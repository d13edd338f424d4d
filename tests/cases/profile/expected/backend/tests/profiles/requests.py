"""For each operation on profiles a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_profile


async def ask_get_profile(app: FastAPI, owner_id: str) -> Asked:
    await add_profile(app, owner_id)
    return Asked("GET", f"/api/{owner_id}/profile", 200)


async def ask_create_profile(_app: FastAPI, owner_id: str) -> Asked:
    return Asked(
        "POST",
        f"/api/{owner_id}/profile",
        201,
        json={
            "handle": "ada_l",
            "display_name": "Ada Lovelace",
            "bio": "Bio 1",
            "website": "https://example.com/ada",
            "is_public": True,
        },
    )


async def ask_update_profile(app: FastAPI, owner_id: str) -> Asked:
    await add_profile(app, owner_id)
    return Asked(
        "PATCH",
        f"/api/{owner_id}/profile",
        200,
        json={
            "handle": "000002",
            "display_name": "Display name 2",
            "bio": "Bio 2",
            "website": "https://example.com/2",
            "is_public": False,
        },
    )


async def ask_delete_profile(app: FastAPI, owner_id: str) -> Asked:
    await add_profile(app, owner_id)
    return Asked("DELETE", f"/api/{owner_id}/profile", 204)


async def ask_get_preferences(app: FastAPI, owner_id: str) -> Asked:
    await add_profile(app, owner_id)
    return Asked("GET", f"/api/{owner_id}/profile/preferences", 200)


async def ask_set_preferences(app: FastAPI, owner_id: str) -> Asked:
    await add_profile(app, owner_id)
    return Asked(
        "PUT",
        f"/api/{owner_id}/profile/preferences",
        200,
        json={"theme": "dark", "locale": "ba-AA", "weekly_email": False},
    )


async def ask_get_completeness(_app: FastAPI, owner_id: str) -> Asked:
    return Asked("GET", f"/api/{owner_id}/profile/completeness", 501)


async def ask_get_public_profile(app: FastAPI, owner_id: str) -> Asked:
    profile = await add_profile(app, owner_id, is_public=True)
    return Asked(
        "GET", f"/api/profiles/{profile.handle}", 200, missing=("/api/profiles/Handle%20190",)
    )
