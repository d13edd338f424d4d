"""What the application starts with and announces."""

from app.main import app as application


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("get", "/api/warehouses"),
        ("post", "/api/warehouses"),
        ("get", "/api/warehouses/{id}"),
        ("get", "/api/items"),
        ("post", "/api/items"),
        ("get", "/api/items/low-stock"),
        ("get", "/api/items/{id}"),
        ("patch", "/api/items/{id}"),
        ("delete", "/api/items/{id}"),
        ("put", "/api/items/{id}/quantity"),
        ("get", "/api/items/{id}/forecast"),
        ("get", "/api/items/{id}/reservations"),
        ("post", "/api/items/{id}/reservations"),
        ("post", "/api/reservations/{id}/confirm"),
        ("post", "/api/reservations/{id}/release"),
    }
