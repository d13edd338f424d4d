"""What is done with classes."""

from unittest.mock import ANY

from fastapi import FastAPI
from httpx2 import AsyncClient

from app.classes.models import Class
from tests.asking import again, filled, shown, stored, wire
from tests.making import add_class


async def test_create_import_os(app: FastAPI, anonymous: AsyncClient) -> None:
    """A '''summary''' that \\ ends nothing"""
    response = await anonymous.post(
        "/api/classes", json={"import": "Import 1", "select": "Select 1", "metadata": "Metadata 1"}
    )

    assert response.status_code == 201, response.text
    assert response.json() == {
        "id": ANY,
        "import": "Import 1",
        "select": "Select 1",
        "metadata": "Metadata 1",
    }
    [row] = await stored(app, Class)
    assert shown(row, "import_", "select", "metadata_") == {
        "import_": "Import 1",
        "select": "Select 1",
        "metadata_": "Metadata 1",
    }


async def test_class(app: FastAPI, anonymous: AsyncClient) -> None:
    class_ = await add_class(app)
    response = await anonymous.get(f"/api/classes/{class_.id}")

    assert response.status_code == 200, response.text
    assert response.json() == {
        **shown(class_, "id"),
        **filled(class_, "select", "parent", metadata="metadata_", self="self_"),
        "import": wire(class_.import_),
    }


async def test_delete_classes_by_id(app: FastAPI, anonymous: AsyncClient) -> None:
    class_ = await add_class(app)
    response = await anonymous.delete(f"/api/classes/{class_.id}")

    assert response.status_code == 204, response.text
    assert response.content == b""
    assert await again(app, class_) is None
