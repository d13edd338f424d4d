"""For each operation on classes a request that succeeds, and what it stands on."""

from fastapi import FastAPI

from tests.asking import Asked
from tests.making import add_class


async def ask_create_import_os(_app: FastAPI) -> Asked:
    return Asked(
        "POST",
        "/api/classes",
        201,
        json={"import": "Import 1", "select": "Select 1", "metadata": "Metadata 1"},
    )


async def ask_class(app: FastAPI) -> Asked:
    class_ = await add_class(app)
    return Asked("GET", f"/api/classes/{class_.id}", 200, missing=("/api/classes/999999",))


async def ask_delete_classes_by_id(app: FastAPI) -> Asked:
    class_ = await add_class(app)
    return Asked("DELETE", f"/api/classes/{class_.id}", 204, missing=("/api/classes/999999",))
