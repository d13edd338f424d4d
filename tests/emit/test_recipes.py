"""Rows inside rows, children, links, references, versions and singletons, over HTTP."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest

from backwright.contract.operations import Refusal
from tests.contracts.recipes import CONTRACT
from tests.emit.accounts.forging import claims, signed
from tests.emit.databases import postgresql
from tests.emit.serving import SECRET, Served, served

Json = dict[str, Any]


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def backend(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("recipes")
    if request.param == "sqlite":
        with served(CONTRACT, root, JWT_SECRET=SECRET) as backend:
            yield backend
        return
    with (
        postgresql() as url,
        served(CONTRACT, root, JWT_SECRET=SECRET, DATABASE_URL=url) as backend,
    ):
        yield backend


@pytest.fixture
def ada(backend: Served) -> Iterator[httpx2.Client]:
    """Somebody new in each test."""
    with backend.client(signed(claims(f"ada {uuid4()}"))) as client:
        yield client


@pytest.fixture
def bob(backend: Served) -> Iterator[httpx2.Client]:
    with backend.client(signed(claims(f"bob {uuid4()}"))) as client:
        yield client


def made(client: httpx2.Client, path: str, body: Json) -> Json:
    response = client.post(path, json=body)
    assert response.status_code == 201, response.text
    return dict(response.json())


def book_of(client: httpx2.Client, title: str = "Soups") -> str:
    return str(made(client, "/books", {"title": title})["id"])


def tag_of(client: httpx2.Client) -> str:
    return str(made(client, "/tags", {"name": f"tag {uuid4()}"})["id"])


def soup(book: str, *tags: str, **others: Any) -> Json:
    ingredients = [{"name": "leek"}, {"name": "potato"}]
    return {
        "book_id": book, "title": "Leek soup", "ingredients": ingredients, "tag_ids": list(tags),
        **others,
    }  # fmt: skip


def test_a_row_is_made_with_its_children_and_links(ada: httpx2.Client) -> None:
    book, tag = book_of(ada), tag_of(ada)

    recipe = made(ada, "/recipes", soup(book, tag))

    assert recipe["book_title"] == "Soups"
    assert recipe["serves"] == 2
    assert [each["name"] for each in recipe["ingredients"]] == ["leek", "potato"]
    assert [each["id"] for each in recipe["tags"]] == [tag]
    read = ada.get(f"/recipes/{recipe['id']}").json()
    assert read == {"ok": True, "recipe": recipe}


def test_rows_inside_foreign_rows_are_not_found(ada: httpx2.Client, bob: httpx2.Client) -> None:
    recipe = made(ada, "/recipes", soup(book_of(ada)))

    for method in ("GET", "DELETE", "PATCH"):
        response = bob.request(method, f"/recipes/{recipe['id']}")
        assert (response.status_code, response.json()) == (404, {"detail": "Recipe not found"})
    assert ada.get(f"/recipes/{recipe['id']}").status_code == 200


def test_a_body_refers_to_nothing_foreign(ada: httpx2.Client, bob: httpx2.Client) -> None:
    foreign, recipe = book_of(bob), made(ada, "/recipes", soup(book_of(ada)))
    one = f"/recipes/{recipe['id']}"

    for response in (
        ada.post("/recipes", json=soup(foreign)),
        ada.put(one, json=soup(foreign)),
        ada.patch(one, json={"book_id": foreign}),
    ):
        assert (response.status_code, response.json()) == (404, {"detail": "Book not found"})
    assert ada.get(one).json()["recipe"] == recipe


def test_an_unknown_link_is_refused(ada: httpx2.Client) -> None:
    response = ada.post("/recipes", json=soup(book_of(ada), tag_of(ada), str(uuid4())))

    assert (response.status_code, response.json()) == (404, {"detail": "Tag not found"})


def test_children_are_limited(ada: httpx2.Client) -> None:
    four = [{"name": name} for name in ("leek", "potato", "salt", "cream")]
    book = book_of(ada)
    recipe = made(ada, "/recipes", soup(book))

    made_new = ada.post("/recipes", json=soup(book, ingredients=four))
    replaced = ada.put(f"/recipes/{recipe['id']}", json=soup(book, ingredients=four))

    assert (made_new.status_code, replaced.status_code) == (409, 409)
    assert replaced.json() == {"detail": "Three ingredients are enough"}
    assert ada.get(f"/recipes/{recipe['id']}").json()["recipe"] == recipe


def test_replacing_takes_the_place_of_children_and_links(ada: httpx2.Client) -> None:
    book, other, tag = book_of(ada), book_of(ada, "Stews"), tag_of(ada)
    recipe = made(ada, "/recipes", soup(book, tag_of(ada)))
    one = f"/recipes/{recipe['id']}"

    body = soup(other, tag, ingredients=[{"name": "leek"}, {"name": "salt"}], title="Stew")
    replaced = ada.put(one, json=body).json()

    assert replaced == ada.get(one).json()["recipe"]
    assert (replaced["title"], replaced["book_title"], replaced["version"]) == ("Stew", "Stews", 2)
    assert [each["name"] for each in replaced["ingredients"]] == ["leek", "salt"]
    assert [each["id"] for each in replaced["tags"]] == [tag]


def test_a_stale_version_is_refused(ada: httpx2.Client) -> None:
    book = book_of(ada)
    one = f"/recipes/{made(ada, '/recipes', soup(book))['id']}"

    first = ada.put(one, json=soup(book), headers={"If-Match": '"1"'})
    second = ada.put(one, json=soup(book), headers={"If-Match": '"1"'})
    senseless = ada.put(one, json=soup(book), headers={"If-Match": "yesterday"})

    assert first.json()["version"] == 2
    assert (second.status_code, senseless.status_code) == (412, 412)


def test_a_change_leaves_out_what_it_leaves_out(ada: httpx2.Client) -> None:
    recipe = made(ada, "/recipes", soup(book_of(ada), serves=4))
    one = f"/recipes/{recipe['id']}"

    assert ada.patch(one, json={"title": "Potage"}).json()["serves"] == 4
    assert ada.patch(one).json()["title"] == "Potage"


def test_deleting_answers_and_takes_along(ada: httpx2.Client) -> None:
    tag = tag_of(ada)
    recipe = made(ada, "/recipes", soup(book_of(ada), tag))
    one = f"/recipes/{recipe['id']}"

    assert ada.delete(f"/tags/{tag}").json() == {"detail": "Recipes have this tag"}
    assert ada.delete(one).json() == {"message": "Gone", "id": recipe["id"]}
    assert ada.get(one).status_code == 404
    assert ada.delete(f"/tags/{tag}").status_code == 204


def test_a_row_in_use_stays(ada: httpx2.Client) -> None:
    book = book_of(ada)
    made(ada, "/recipes", soup(book))

    response = ada.delete(f"/books/{book}")

    assert (response.status_code, response.json()) == (409, {"detail": "The book has recipes"})
    assert ada.get(f"/books/{book}").status_code == 200


def test_several_rows_are_made_at_once(ada: httpx2.Client, bob: httpx2.Client) -> None:
    path = f"/books/{book_of(ada)}/recipes"
    body = [{"name": "Broth"}, {"name": "Bisque"}]

    response = ada.post(path, json=body)

    assert (response.status_code, response.json()) == (
        201,
        [{"title": "Broth"}, {"title": "Bisque"}],
    )
    assert ada.post(path, json=[{"name": "Broth"}, {"name": ""}]).status_code == 422
    assert bob.post(path, json=body).status_code == 404


def test_everybody_has_one_row(ada: httpx2.Client, bob: httpx2.Client) -> None:
    assert ada.patch("/kitchen", json={"has_oven": False}).json() == {"has_oven": False}

    assert ada.get("/kitchen").json() == {"has_oven": False}
    assert bob.get("/kitchen").json() == {"has_oven": True}


def test_a_foreign_row_may_be_told_from_a_missing_one(tmp_path: Path) -> None:
    foreign = Refusal(403, "forbidden", "This book is not yours", "Book")
    operations = tuple(
        replace(each, refusals=(*each.refusals, foreign)) if each.entity == "Book" else each
        for each in CONTRACT.operations
    )
    policies = replace(CONTRACT.policies, foreign_status=403)
    contract = replace(CONTRACT, operations=operations, policies=policies)
    with served(contract, tmp_path, JWT_SECRET=SECRET) as backend:
        with backend.client(signed(claims("ada"))) as ada:
            book = book_of(ada)
        with backend.client(signed(claims("bob"))) as bob:
            response = bob.get(f"/books/{book}")
            assert (response.status_code, response.json()) == (
                403,
                {"detail": "This book is not yours"},
            )
            assert bob.get(f"/books/{uuid4()}").status_code == 404
