"""Emitted tests of lists ask for what their rows hold."""

from pathlib import Path

from backwright.contract.operations import ParameterUse
from backwright.read.facts import Facts, ParameterFact, ParameterPlace
from tests.contract.facts_for_tests import (
    API,
    UUID,
    a_field,
    a_property,
    a_ref,
    a_schema,
    an_entity,
    an_enum,
    an_operation,
    answers,
    contract,
    in_query,
    many,
    operation,
)
from tests.emit.serving import run, written

CONTRACT = contract(
    Facts(
        entities=(
            an_entity(
                "Product",
                a_field("Product", "name", line=21, required=True),
                a_field("Product", "kind", line=22),
                a_field("Product", "maker_id", UUID, line=23, references="Maker"),
            ),
            an_entity("Maker", a_field("Maker", "title", line=31, required=True)),
        ),
        schemas=(
            a_schema(
                "Product",
                a_property("id"),
                a_property("name"),
                a_property("kind"),
                a_property("maker", a_ref("Maker"), required=False),
            ),
            a_schema("Maker", a_property("id"), a_property("title")),
            a_schema("NewProduct", a_property("name")),
        ),
        operations=(
            an_operation("POST /products", answers(201, a_ref("Product")), body="NewProduct"),
            an_operation(
                "GET /products",
                answers(200, many("Product")),
                parameters=(in_query("kind", an_enum("tool", "toy")),),
            ),
            an_operation(
                "GET /products/search",
                answers(200, many("Product")),
                parameters=(
                    ParameterFact(ParameterPlace.QUERY, a_property("q", required=True), f"{API}:q"),
                ),
            ),
        ),
    )
)


def test_they_search_filter_and_show_what_is_there(
    tmp_path: Path,
) -> None:
    uses = {
        each.name: each.use
        for place in ("GET /products", "GET /products/search")
        for each in operation(CONTRACT, place).parameters
    }
    assert (uses["kind"], uses["q"]) == (ParameterUse.FILTER, ParameterUse.SEARCH)

    found = run(written(CONTRACT, tmp_path), "pytest", "-q", "-p", "no:cacheprovider")

    assert found.returncode == 0, found.stdout
    printed = (tmp_path / "tests/products/test_products_lists.py").read_text("utf-8")
    assert '"kind": "tool"' in printed
    assert '"q": "Name"' in printed
