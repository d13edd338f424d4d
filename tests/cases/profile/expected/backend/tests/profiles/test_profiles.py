"""What is done with profiles."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.profiles.models import Profile
from tests.asking import again, shown, still, stored, wire
from tests.making import add_profile


async def test_get_profile(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id)
    response = await alice.get(f"/api/{alice_id}/profile")

    assert response.status_code == 200, response.text
    assert response.json() == shown(
        profile,
        "id",
        "user_id",
        "handle",
        "display_name",
        "bio",
        "website",
        "is_public",
        "created_at",
        "updated_at",
    )


async def test_create_profile(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    response = await alice.post(
        f"/api/{alice_id}/profile",
        json={
            "handle": "ada_l",
            "display_name": "Ada Lovelace",
            "bio": "Bio 1",
            "website": "https://example.com/ada",
            "is_public": True,
        },
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "user_id": wire(alice_id),
        "handle": "ada_l",
        "display_name": "Ada Lovelace",
        "bio": "Bio 1",
        "website": "https://example.com/ada",
        "is_public": True,
        "created_at": ANY,
        "updated_at": ANY,
    }
    [row] = await stored(app, Profile)
    assert shown(row, "handle", "display_name", "bio", "website", "is_public", "user_id") == {
        "handle": "ada_l",
        "display_name": "Ada Lovelace",
        "bio": "Bio 1",
        "website": "https://example.com/ada",
        "is_public": True,
        "user_id": wire(alice_id),
    }


async def test_create_profile_refuses_the_same_user_id(
    app: FastAPI, alice: AsyncClient, alice_id: str
) -> None:
    """Profile already exists"""
    await add_profile(app, alice_id)
    response = await alice.post(
        f"/api/{alice_id}/profile",
        json={
            "handle": "ada_l",
            "display_name": "Ada Lovelace",
            "bio": "Bio 1",
            "website": "https://example.com/ada",
            "is_public": True,
        },
    )

    assert response.status_code == 409
    assert response.json() == {"detail": "Profile already exists"}


async def test_create_profile_refuses_the_same_handle(
    app: FastAPI, alice: AsyncClient, alice_id: str, bob_id: str
) -> None:
    """Profile with this handle already exists"""
    await add_profile(app, bob_id, handle="ada_l")
    response = await alice.post(
        f"/api/{alice_id}/profile",
        json={
            "handle": "ada_l",
            "display_name": "Ada Lovelace",
            "bio": "Bio 1",
            "website": "https://example.com/ada",
            "is_public": True,
        },
    )

    assert response.status_code == 409
    assert response.json() == {"detail": "Profile with this handle already exists"}


async def test_create_profile_keeps_no_blank_bio(
    app: FastAPI, alice: AsyncClient, alice_id: str
) -> None:
    response = await alice.post(
        f"/api/{alice_id}/profile",
        json={
            "handle": "ada_l",
            "display_name": "Ada Lovelace",
            "bio": "  ",
            "website": "https://example.com/ada",
            "is_public": True,
        },
    )

    assert response.status_code == 201, response.text
    [row] = await stored(app, Profile)
    assert row.bio is None


async def test_update_profile(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id)
    response = await alice.patch(
        f"/api/{alice_id}/profile",
        json={
            "handle": "000002",
            "display_name": "Display name 2",
            "bio": "Bio 2",
            "website": "https://example.com/2",
            "is_public": False,
        },
    )

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(profile, "id", "user_id", "created_at"),
        "handle": "000002",
        "display_name": "Display name 2",
        "bio": "Bio 2",
        "website": "https://example.com/2",
        "is_public": False,
        "updated_at": ANY,
    }
    assert shown(
        await still(app, profile), "handle", "display_name", "bio", "website", "is_public"
    ) == {
        "handle": "000002",
        "display_name": "Display name 2",
        "bio": "Bio 2",
        "website": "https://example.com/2",
        "is_public": False,
    }


async def test_update_profile_refuses_the_same_handle(
    app: FastAPI, alice: AsyncClient, alice_id: str, bob_id: str
) -> None:
    """Profile with this handle already exists"""
    await add_profile(app, alice_id)
    await add_profile(app, bob_id, handle="000002")
    response = await alice.patch(
        f"/api/{alice_id}/profile",
        json={
            "handle": "000002",
            "display_name": "Display name 2",
            "bio": "Bio 2",
            "website": "https://example.com/2",
            "is_public": False,
        },
    )

    assert response.status_code == 409
    assert response.json() == {"detail": "Profile with this handle already exists"}


async def test_delete_profile(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id)
    response = await alice.delete(f"/api/{alice_id}/profile")

    assert response.status_code == 204, response.text
    assert response.content == b""
    assert await again(app, profile) is None


async def test_get_preferences(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id)
    response = await alice.get(f"/api/{alice_id}/profile/preferences")

    assert response.status_code == 200, response.text
    assert response.json() == shown(profile, "theme", "locale", "weekly_email")


async def test_set_preferences(app: FastAPI, alice: AsyncClient, alice_id: str) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id)
    response = await alice.put(
        f"/api/{alice_id}/profile/preferences",
        json={"theme": "dark", "locale": "ba-AA", "weekly_email": False},
    )

    assert response.status_code == 200, response.text
    assert response.json() == {"theme": "dark", "locale": "ba-AA", "weekly_email": False}
    assert shown(await still(app, profile), "theme", "locale", "weekly_email") == {
        "theme": "dark",
        "locale": "ba-AA",
        "weekly_email": False,
    }


async def test_get_completeness_needs_code(alice: AsyncClient, alice_id: str) -> None:
    """Delete this test when the hook `get_completeness` is written: its answer is no row that is
    stored"""
    response = await alice.get(f"/api/{alice_id}/profile/completeness")

    assert response.status_code == 501


async def test_get_public_profile(app: FastAPI, alice_id: str, anonymous: AsyncClient) -> None:
    """Users MUST be able to create, read, update and delete their own profile. (FR-004)"""
    profile = await add_profile(app, alice_id, is_public=True)
    response = await anonymous.get(f"/api/profiles/{profile.handle}")

    assert response.status_code == 200, response.text
    assert response.json() == shown(profile, "handle", "display_name", "bio", "website")
