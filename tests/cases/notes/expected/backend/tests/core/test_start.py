"""What the application starts with and announces."""

from app.main import app as application


def test_every_operation_is_documented() -> None:
    paths = application.openapi()["paths"]
    found = {(method, path) for path, each in paths.items() for method in each}

    assert found == {
        ("get", "/api/notes"),
        ("post", "/api/notes"),
        ("get", "/api/notes/{note_id}"),
        ("patch", "/api/notes/{note_id}"),
        ("delete", "/api/notes/{note_id}"),
    }
