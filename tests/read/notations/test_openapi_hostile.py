"""Documents that nobody means well with, or that broke on their way."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.facts import Ignorable
from tests.read.openapi_for_tests import HEAD, codes, one_operation, reads, schemas


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{HEAD}paths:\n  /a:\n    get: : x\n", "BW113"),
        (f"{HEAD}paths:\n\t/a: {{}}\n", "BW113"),
        (f"{HEAD}paths: \0\n", "BW113"),
        (f"{HEAD}paths: {'[' * 500}\n", "BW114"),
        (f"{HEAD}paths: {{a: &a [*a]}}\n", "BW113"),
    ],
)
def test_what_cannot_be_taken_apart_is_told_and_nothing_of_it_is_read(text: str, code: str) -> None:
    facts = reads(text)
    assert codes(facts) == [code]
    assert (facts.statements, facts.ignored, facts.operations) == ((), (), ())
    assert facts.diagnostics[0].spans[0].line >= 1
    assert facts.diagnostics[0].help


@pytest.mark.parametrize(
    "text",
    [
        "openapi:\n", "openapi: 3.1.0\n", "openapi: 3.1.0\npaths:\n", "openapi: [1]\npaths: {}\n",
        "- openapi: 3.1.0\n", "a:\n  openapi: 3.1.0\n", "openapi: 3.1.0\npaths: []\n",
        "openapi: 3.1.0\ninfo: 7\nservers: 8\ncomponents: 9\nsecurity: 10\npaths: {/a: 11}\n",
        "openapi: 3.1.0\ncomponents: {schemas: [], parameters: 1, securitySchemes: {a: 5}}\n",
    ],
)  # fmt: skip
def test_documents_of_any_form_are_read(text: str) -> None:
    assert reads(text).operations == ()


def test_a_sample_that_only_speaks_of_openapi_is_a_sample() -> None:
    facts = reads("a:\n  openapi: 3.1.0\n")
    assert [each.kind for each in facts.ignored] == [Ignorable.CODE_SAMPLE]


def test_of_several_documents_those_of_openapi_are_read() -> None:
    one = one_operation("responses: {'200': {description: a}}", path="/a")
    other = one_operation("responses: {'200': {description: b}}", path="/b")
    facts = reads(f"---\nkind: Deployment\n---\n{one}---\n{other}")
    assert [each.path for each in facts.operations] == ["/a", "/b"]


def test_names_that_are_no_strings_are_taken_as_written() -> None:
    facts = reads(
        f"{HEAD}paths:\n  /a:\n    get:\n      responses:\n        200: {{description: a}}\n"
        "  ? [x]\n  : {}\n  null: {}\n  7: {get: {}}\ncomponents:\n  schemas:\n"
        "    1: {properties: {true: {type: string}, 2.5: {}}}\n"
    )
    assert [each.path for each in facts.operations] == ["/a", "/7"]
    assert [each.name for each in facts.schemas[0].properties] == ["true", "2.5"]
    assert codes(facts) == ["BW221"]


def test_strings_that_would_break_out_stay_strings() -> None:
    evil = '"""; import os #'
    facts = reads(one_operation(f"operationId: '{evil}'\nresponses: {{'200': {{}}}}"))
    assert facts.operations[0].operation_id == evil
    named = reads(schemas(f"'{evil}': {{properties: {{'{evil}': {{}}}}}}"))
    assert named.schemas[0].name.isidentifier()
    assert named.schemas[0].properties[0].name == evil


def test_objects_nested_to_the_bound_of_yaml_are_read() -> None:
    inner = "{type: string}"
    for _ in range(90):
        inner = f"{{properties: {{a: {inner}}}}}"
    assert len(reads(schemas(f"A: {inner}")).schemas) == 90
    lists = "{type: string}"
    for _ in range(180):
        lists = f"{{items: {lists}}}"
    assert reads(schemas(f"A: {{properties: {{a: {lists}}}}}")).schemas


def test_three_megabytes_are_read_in_seconds() -> None:
    prose = "a text that says nothing at all, in a line of its own, again and again " * 8
    lines = [
        f"    S{at}:\n      properties:\n        a: {{type: string, description: '{prose}'}}\n"
        for at in range(4500)
    ]
    text = f"{HEAD}paths: {{}}\ncomponents:\n  schemas:\n{''.join(lines)}"
    assert len(text) > 2_800_000
    started = time.perf_counter()
    assert len(reads(text).schemas) == 4500
    assert time.perf_counter() - started < 20


KEYS = st.sampled_from(
    ["type", "properties", "items", "allOf", "anyOf", "oneOf", "$ref", "enum", "const", "required",
     "nullable", "format", "minimum", "maxLength", "pattern", "default", "additionalProperties",
     "schema", "content", "application/json", "responses", "200", "4XX", "parameters", "name", "in",
     "security", "description", "example", "examples", "get", "post", "requestBody", "headers",
     "callbacks", "servers", "url", "x-role", "discriminator", "exclusiveMinimum", "multipleOf"]
)  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["string", "array", "object", "null", "path", "query", "uuid", "date-time",
                       "#/components/schemas/A", "#/paths/~1a", "#", "", "other.yaml#/a", "admin"])
)  # fmt: skip
TREES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=25,
)


@given(
    st.fixed_dictionaries(
        {"openapi": st.just("3.1.0")},
        optional={
            "paths": st.dictionaries(st.sampled_from(["/a", "/b/{id}"]), TREES) | TREES,
            "components": st.fixed_dictionaries(
                {"schemas": st.dictionaries(st.sampled_from(["A", "B"]), TREES)}
            )
            | TREES,
            "security": TREES,
            "servers": TREES,
            "info": TREES,
            "webhooks": TREES,
        },
    ),
    st.booleans(),
)
def test_no_document_raises_and_no_line_is_lost(document: object, flow: bool) -> None:
    text = yaml.safe_dump(document, default_flow_style=flow, allow_unicode=True)
    facts = reads(text, neighbours={"specs/001-x/contracts/other.yaml": text})
    names = [each.name for each in facts.schemas]
    assert len(names) == len(set(names))
    ids = [each.id for each in facts.statements]
    assert len(ids) == len(set(ids))


@given(TREES)
def test_swagger_2_does_not_raise_either(tree: object) -> None:
    document = {"swagger": "2.0", "paths": {"/a": {"post": tree}}, "definitions": {"A": tree}}
    reads(yaml.safe_dump(document))
