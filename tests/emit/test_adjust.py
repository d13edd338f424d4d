"""Numbers that move, over HTTP: by many at a time; and what the emitted tests notice."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.contracts.stock import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, run, served, written


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("served")
    if request.param == "sqlite":
        with served(CONTRACT, root, JWT_SECRET=SECRET) as backend:
            yield backend
        return
    with (
        postgresql() as url,
        served(CONTRACT, root, JWT_SECRET=SECRET, DATABASE_URL=url) as backend,
    ):
        yield backend


def test_of_many_at_a_time_no_more_are_served_than_there_is(backend: Served) -> None:
    with backend.client(signed(claims("ada"))) as client:
        part = client.post("/parts", json={"quantity": 5}).json()["id"]

    def reserve(_: int) -> int:
        with backend.client(signed(claims("ada"))) as client:
            return client.post(f"/parts/{part}/reserve", json={"quantity": 1}).status_code

    with ThreadPoolExecutor(max_workers=8) as pool:
        statuses = Counter(pool.map(reserve, range(16)))

    assert statuses == {200: 5, 409: 11}
    with backend.client(signed(claims("ada"))) as client:
        assert client.get(f"/parts/{part}").json()["available"] == 0


@pytest.mark.parametrize("delta", [2**31 - 1, -(2**31 - 1)])
def test_the_widest_amounts_are_refused_and_break_nothing(backend: Served, delta: int) -> None:
    with backend.client(signed(claims("ada"))) as client:
        part = client.post("/parts", json={"quantity": 5}).json()["id"]
        assert client.post(f"/parts/{part}/adjust", json={"delta": delta}).status_code == 409
        assert client.get(f"/parts/{part}").json()["quantity"] == 5


@pytest.fixture(scope="module")
def emitted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(CONTRACT, tmp_path_factory.mktemp("stock"))


def test_the_emitted_tests_hold(emitted: Path) -> None:
    found = run(emitted, "pytest", "-q", "-p", "no:cacheprovider")
    assert found.returncode == 0, found.stdout


@pytest.mark.parametrize(
    ("domain", "said", "instead"),
    [
        ("parts", "col(Part.quantity) - data.quantity,", "col(Part.quantity),"),
        ("parts", "col(Part.reserved_quantity) <= col", "col(Part.reserved_quantity) < col"),
        ("parts", "reserved_quantity) >= data.quantity", "reserved_quantity) >= 0"),
        ("parts", "reserved_quantity) >= data.quantity", "reserved_quantity) > data.quantity"),
        ("parts", "=col(Part.quantity) + data.quantity", "=data.quantity"),
        ("parts", "=col(Part.quantity) + data.delta", "=col(Part.quantity) - data.delta"),
        ("parts", "<= 2**31 - 1 - data.quantity", "<= 2**31 - 1"),
        ("accounts", ", col(Account.balance) >= data.amount", ""),
        ("accounts", "version=col(Account.version) + 1", "version=col(Account.version)"),
    ],
)
def test_a_change_turns_one_red(emitted: Path, domain: str, said: str, instead: str) -> None:
    service = emitted / f"app/{domain}/service.py"
    kept = service.read_text("utf-8")
    assert said in kept
    service.write_text(kept.replace(said, instead, 1), "utf-8")
    try:
        found = run(emitted, "pytest", "-q", "-p", "no:cacheprovider", f"tests/{domain}")
        assert found.returncode == 1, found.stdout
    finally:
        service.write_text(kept, "utf-8")
