"""For each operation on labels a request that succeeds, and what it stands on."""

from uuid import UUID, uuid4

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_label


async def ask_list_labels(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("GET", "/api/v1/labels", 200)


async def ask_create_label(_app: FastAPI, _owner_id: UUID) -> Asked:
    return Asked("POST", "/api/v1/labels", 201, json={"name": "invoices"})


async def ask_delete_label(app: FastAPI, owner_id: UUID) -> Asked:
    label = await add_label(app, owner_id)
    return Asked(
        "DELETE", f"/api/v1/labels/{label.id}", 204, missing=(f"/api/v1/labels/{uuid4()}",)
    )
