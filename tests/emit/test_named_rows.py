"""Rows that a body lists by their names, over HTTP: found or made, by many at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import uuid4

import httpx2
import pytest

from backwright.contract.entities import Auto, Field
from backwright.contract.model import Contract
from backwright.contract.operations import Assign, AssignKind
from backwright.shape import Kind, Shape
from tests.contracts.parts import takes, text
from tests.contracts.recipes import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, served

_NAMES: Final = takes("tags", Shape(Kind.ARRAY, items=text(1, 80), max_items=20))


def _naming() -> Contract:
    """Recipes whose bodies say the names of tags instead of their ids."""
    made = Assign("tags", AssignKind.NAMES, "tags", "name", makes=True)
    schemas = tuple(
        replace(
            each,
            properties=tuple(_NAMES if one.name == "tag_ids" else one for one in each.properties),
        )
        for each in CONTRACT.schemas
    )
    inputs = tuple(
        replace(
            each,
            assigns=tuple(made if one.kind is AssignKind.LINKS else one for one in each.assigns),
        )
        for each in CONTRACT.inputs
    )
    return replace(CONTRACT, schemas=schemas, inputs=inputs)


def _slugged() -> Contract:
    """The same, with tags that have slugs."""
    found = _naming()
    slug = Field("slug", text(1, 60), required=True, unique=True, auto=Auto.SYSTEM, slug_of="name")
    return replace(
        found,
        entities=tuple(
            replace(each, fields=(*each.fields, slug)) if each.name == "Tag" else each
            for each in found.entities
        ),
    )


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("named")
    if request.param == "sqlite":
        with served(_naming(), root, JWT_SECRET=SECRET) as backend:
            yield backend
        return
    with (
        postgresql() as url,
        served(_naming(), root, JWT_SECRET=SECRET, DATABASE_URL=url) as backend,
    ):
        yield backend


@pytest.fixture
def ada(backend: Served) -> Iterator[httpx2.Client]:
    with backend.client(signed(claims(f"ada {uuid4()}"))) as client:
        yield client


def _cook(client: httpx2.Client, *tags: str) -> list[dict[str, str]]:
    book = client.post("/books", json={"title": f"Soups {uuid4()}"}).json()["id"]
    body = {"book_id": book, "title": "Leek soup", "ingredients": [], "tags": list(tags)}
    response = client.post("/recipes", json=body)
    assert response.status_code == 201, response.text
    return list(response.json()["tags"])


def test_a_name_is_one_row_whoever_says_it(ada: httpx2.Client) -> None:
    soup, winter = f"soup {uuid4()}", f"winter {uuid4()}"

    first, second = _cook(ada, winter, soup, soup), _cook(ada, soup)

    assert [each["name"] for each in first] == [soup, winter]
    assert second == first[:1]


def test_no_names_are_no_rows(ada: httpx2.Client) -> None:
    assert _cook(ada) == []


def test_many_at_once_make_one_row(backend: Served, ada: httpx2.Client) -> None:
    names = [f"new {number} {uuid4()}" for number in range(3)]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: _cook(ada, *names), range(16)))

    assert {tuple(each["id"] for each in tags) for tags in found} == {
        tuple(each["id"] for each in found[0])
    }


def test_names_that_are_spelled_alike_in_addresses_stay_apart(tmp_path: Path) -> None:
    names = ["+", "C", "C++", "c#"]

    with (
        served(_slugged(), tmp_path, JWT_SECRET=SECRET) as backend,
        backend.client(signed(claims("ada"))) as client,
    ):
        assert [each["name"] for each in _cook(client, *names)] == names
        assert [each["name"] for each in _cook(client, "C#", *names)] == [
            "+",
            "C",
            "C#",
            "C++",
            "c#",
        ]
