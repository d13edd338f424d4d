"""Health that looks at the database, and the emitted test of it."""

from pathlib import Path

from tests.contracts.board import CONTRACT
from tests.emit.serving import run, written

ASKS = """    except (SQLAlchemyError, OSError) as error:
        raise DatabaseDown from error
"""


def test_its_test_notices_that_an_outage_is_no_failure(tmp_path: Path) -> None:
    root = written(CONTRACT, tmp_path)
    command = ("pytest", "-q", "-p", "no:cacheprovider", "tests/health/test_health.py")
    passed = run(root, *command)
    assert passed.returncode == 0, passed.stdout
    assert "2 passed" in passed.stdout
    router = root / "app" / "health" / "router.py"
    text = router.read_text("utf-8")
    assert ASKS in text
    router.write_text(text.replace(ASKS, "    finally:\n        pass\n"), "utf-8")
    failed = run(root, *command)
    assert "1 failed, 1 passed" in failed.stdout
    assert "assert 500 == 503" in failed.stdout
