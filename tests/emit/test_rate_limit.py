"""Limits of rate, by user and by address, in one process or over Redis."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from redis import Redis
from redis.exceptions import RedisError

from backwright.contract.model import Contract
from backwright.contract.operations import Refusal
from backwright.contract.policies import RateLimit
from tests.contracts.accounts import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.serving import Served, served

REDIS = "redis://127.0.0.1:6379/0"
WRONG = {"email": "nobody@example.com", "password": "correct horse"}
TOO_MANY = Refusal(429, "too_many", "Slow down")


def limited(*limits: RateLimit) -> Contract:
    return replace(
        CONTRACT,
        title=f"Limited {uuid4().hex}",
        policies=replace(CONTRACT.policies, rate_limits=limits),
        operations=tuple(
            replace(each, refusals=(*each.refusals, TOO_MANY)) for each in CONTRACT.operations
        ),
    )


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("limited")
    with served(limited(RateLimit(3, 60, ("login",)), RateLimit(5, 60, ("get_me",))), root) as it:
        yield it


def statuses(backend: Served, count: int, token: str = "", **headers: str) -> list[int]:
    with backend.client(token) as client:
        responses = [client.post("/auth/login", json=WRONG, headers=headers) for _ in range(count)]
    return [each.status_code for each in responses]


def test_one_too_many_is_refused_in_the_form_of_errors(backend: Served) -> None:
    assert statuses(backend, 3) == [401, 401, 401]
    with backend.client() as client:
        response = client.post("/auth/login", json=WRONG)

    assert response.status_code == 429
    assert response.json() == {"detail": "Slow down"}
    assert 0 < int(response.headers["Retry-After"]) <= 60


def test_neither_a_header_nor_a_token_buys_further_attempts(backend: Served) -> None:
    statuses(backend, 3)

    assert statuses(backend, 1, **{"X-Forwarded-For": "10.1.2.3"}) == [429]
    assert statuses(backend, 1, signed(claims(str(uuid4())))) == [429]


def test_each_user_is_counted_alone(backend: Served) -> None:
    one, other = signed(claims(str(uuid4()))), signed(claims(str(uuid4())))

    def asked(token: str, count: int) -> list[int]:
        with backend.client(token) as client:
            return [client.get("/users/me").status_code for _ in range(count)]

    assert asked(one, 6) == [401] * 5 + [429]
    assert asked(other, 1) == [401]


def test_what_is_not_named_is_not_limited(backend: Served) -> None:
    with backend.client() as client:
        body = {"refresh_token": "x"}
        answers = [client.post("/auth/refresh", json=body).status_code for _ in range(8)]

    assert answers == [401] * 8


def test_a_limit_without_names_counts_everything_together(tmp_path: Path) -> None:
    with served(limited(RateLimit(2, 60)), tmp_path) as backend, backend.client() as client:
        client.post("/auth/login", json=WRONG)
        client.post("/auth/refresh", json={"refresh_token": "x"})
        assert client.get("/users/me").status_code == 429


def test_workers_share_a_limit_over_redis(tmp_path: Path) -> None:
    try:
        Redis.from_url(REDIS, socket_connect_timeout=1).ping()
    except RedisError as error:
        pytest.skip(f"no Redis at {REDIS}: {error}")
    contract = limited(RateLimit(3, 60, ("login",)))
    with (
        served(contract, tmp_path / "one", REDIS_URL=REDIS) as one,
        served(contract, tmp_path / "two", REDIS_URL=REDIS) as two,
    ):
        assert statuses(one, 2) == [401, 401]
        assert statuses(two, 2) == [401, 429]
        assert statuses(one, 1) == [429]


def test_without_its_redis_a_worker_counts_for_itself(tmp_path: Path) -> None:
    contract = limited(RateLimit(2, 60, ("login",)))
    with served(contract, tmp_path, REDIS_URL="redis://127.0.0.1:1/0") as backend:
        assert statuses(backend, 3) == [401, 401, 429]
