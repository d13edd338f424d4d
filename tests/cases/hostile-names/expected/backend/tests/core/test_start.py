"""What the application starts with and announces."""

from app.main import app as application


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("post", "/api/classes"),
        ("get", "/api/classes/{id}"),
        ("delete", "/api/classes/{id}"),
    }
