import pytest

from backwright.read.facts import OperationFact, ParameterPlace
from backwright.shape import Kind
from tests.read.openapi_for_tests import HEAD, codes, one_operation, operation, reads

OK = "responses: {'200': {description: Fine}}"


def read(body: str, **parts: str) -> OperationFact:
    return operation(reads(one_operation(body, **parts)))


def test_an_operation_says_what_was_written() -> None:
    found = read(
        "operationId: listSongs\nsummary: All songs\ndescription: |\n  Sorted.\n"
        "tags: [songs, music]\ndeprecated: true\n" + OK
    )
    assert (found.method, found.path) == ("GET", "/songs")
    assert found.operation_id == "listSongs"
    assert (found.summary, found.description) == ("All songs", "Sorted.")
    assert found.tags == ("songs", "music")
    assert found.deprecated
    assert found.security is None


@pytest.mark.parametrize(
    ("servers", "path"),
    [
        ("[{url: /api}]", "/api/songs"),
        ("[{url: 'https://example.com/v1/'}, {url: /other}]", "/v1/songs"),
        ("[{url: 'http://localhost:8000'}]", "/songs"),
        ("[{url: '{root}/v2', variables: {root: {default: /api}}}]", "/api/v2/songs"),
        ("[{url: 'https://{host}/api', variables: {host: {default: a.b}}}]", "/api/songs"),
        ("[{url: '/{tenant}/api'}]", "/songs"),
        ("[{url: '/a/../../b'}]", "/songs"),
        ("[{url: 'http://[broken'}]", "/songs"),
        ("[]", "/songs"),
        ("/api", "/songs"),
    ],
)
def test_the_base_path_of_the_first_server_is_joined(servers: str, path: str) -> None:
    assert read(OK, rest=f"servers: {servers}\n").path == path


def test_the_innermost_server_counts() -> None:
    text = (
        f"{HEAD}servers: [{{url: /a}}]\npaths:\n  /songs:\n    servers: [{{url: /b}}]\n"
        f"    get:\n      servers: [{{url: /c}}]\n      {OK}\n    post:\n      {OK}\n"
    )
    assert [each.path for each in reads(text).operations] == ["/c/songs", "/b/songs"]


def test_what_follows_a_question_mark_is_no_path() -> None:
    assert read(OK, path="/songs?mood={mood}").path == "/songs"
    assert read(OK, path="songs").path == "/songs"


def test_parameters_of_the_path_are_shared_and_those_of_the_operation_lead() -> None:
    text = (
        f"{HEAD}paths:\n  /songs/{{id}}:\n    parameters:\n"
        "      - {name: id, in: path, required: true, schema: {type: string}}\n"
        "      - {name: size, in: query, schema: {type: integer, maximum: 10}}\n"
        "    get:\n      parameters:\n"
        "        - $ref: '#/components/parameters/size'\n"
        f"      {OK}\n"
        "components:\n  parameters:\n"
        "    size: {name: size, in: query, schema: {type: integer, maximum: 20, default: 5}}\n"
    )
    facts = reads(text)
    key, size = operation(facts).parameters
    assert (key.place, key.property.required) == (ParameterPlace.PATH, True)
    assert (size.property.shape.maximum, size.property.default) == (20, 5)
    assert size.property.span is not None
    assert size.property.span.line == 14
    said = {each.id: each for each in facts.statements}
    assert said[size.statement].span == size.property.span


def test_a_parameter_may_be_described_by_its_content() -> None:
    found = read(
        "parameters:\n  - name: filter\n    in: query\n    content:\n"
        "      application/json: {schema: {type: integer}}\n" + OK
    )
    assert found.parameters[0].property.shape.kind is Kind.INTEGER


def test_headers_that_the_standard_describes_elsewhere_are_no_parameters() -> None:
    found = read(
        "parameters:\n  - {name: Accept, in: header, schema: {type: string}}\n"
        "  - {name: If-Match, in: header, required: true, schema: {type: string}}\n" + OK
    )
    assert [each.property.name for each in found.parameters] == ["If-Match"]


@pytest.mark.parametrize(
    "parameter",
    [
        "{in: query, schema: {type: string}}",
        "{name: a, in: nowhere, schema: {type: string}}",
        "{name: b, in: path, required: true, schema: {type: string}}",
        "plain",
        "[1]",
        "{$ref: '#/components/parameters/none'}",
    ],
)
def test_a_parameter_that_is_none_is_told_and_the_rest_is_read(parameter: str) -> None:
    facts = reads(
        one_operation(
            f"parameters:\n  - {parameter}\n  - {{name: q, in: query, schema: {{type: string}}}}\n"
            + OK
        )
    )
    assert [each.property.name for each in operation(facts).parameters] == ["q"]
    assert codes(facts)
    assert set(codes(facts)) <= {"BW222", "BW224"}


def test_json_is_chosen_first_and_a_form_before_anything_else() -> None:
    def kind(*kinds: str) -> str:
        content = "".join(f"    {each}:\n      schema: {{type: string}}\n" for each in kinds)
        found = read(f"requestBody:\n  content:\n{content}{OK}", method="post")
        assert found.body is not None
        return found.body.content_type

    form, files = "application/x-www-form-urlencoded", "multipart/form-data"
    assert kind("text/csv", "application/json") == "application/json"
    assert kind("application/xml", "application/vnd.api+json") == "application/vnd.api+json"
    assert kind("application/xml", files, form) == form
    assert kind("text/csv", "application/pdf") == "text/csv"
    assert kind('"application/json; charset=utf-8"') == "application/json"
    assert kind('"*/*"') == "application/json"


def test_a_body_written_in_place_is_named_after_its_operation() -> None:
    facts = reads(
        one_operation(
            "operationId: addSong\nrequestBody:\n  required: true\n  content:\n"
            "    application/json:\n      schema:\n        type: object\n"
            "        required: [title]\n        properties:\n          title: {type: string}\n"
            "responses:\n  '201':\n    description: Made\n    content:\n      application/json:\n"
            "        schema: {type: object, properties: {id: {type: integer}}}\n"
            "  '409':\n    description: Twice\n    content:\n      application/json:\n"
            "        schema: {type: object, properties: {detail: {type: string}}}\n",
            method="post",
        )
    )
    found = operation(facts)
    assert found.body is not None
    assert (found.body.shape.ref, found.body.required) == ("AddSongRequest", True)
    assert [each.shape.ref for each in found.responses if each.shape] == [
        "AddSongResponse",
        "AddSong409Response",
    ]
    assert [each.name for each in facts.schemas] == [
        "AddSongRequest",
        "AddSongResponse",
        "AddSong409Response",
    ]


def test_an_operation_without_an_id_names_its_objects_after_its_path() -> None:
    body = "responses: {'200': {content: {application/json: {schema: {properties: {a: {}}}}}}}"
    found = read(body, path="/songs/{id}/lines")
    assert found.responses[0].shape is not None
    assert found.responses[0].shape.ref == "GetSongsIdLinesResponse"


def test_responses_have_their_status_words_and_headers() -> None:
    found = read(
        "responses:\n  200:\n    description: Songs\n    headers: {ETag: {}, X-Total: {}}\n"
        "    content: {application/json: {schema: {type: array, items: {type: string}}}}\n"
        "  '404': {$ref: '#/components/responses/Lost'}\n",
        rest="components: {responses: {Lost: {description: Not here}}}\n",
    )
    first, lost = found.responses
    assert (first.status, first.description, first.headers) == (200, "Songs", ("ETag", "X-Total"))
    assert first.shape is not None
    assert first.shape.kind is Kind.ARRAY
    assert (lost.status, lost.description, lost.shape) == (404, "Not here", None)
    assert (lost.span.line, lost.content_type) == (12, "")


def test_no_body_follows_a_204() -> None:
    body = "responses: {'204': {content: {application/json: {schema: {type: string}}}}}"
    assert read(body).responses[0].shape is None


def test_answers_without_one_status_are_left_out_and_told() -> None:
    facts = reads(
        one_operation("responses:\n  default: {description: a}\n  4XX: {description: b}\n"
                      "  '200': {description: c}\n  '2000': {description: d}\n")
    )  # fmt: skip
    assert [each.status for each in operation(facts).responses] == [200]
    assert codes(facts) == ["BW226", "BW226", "BW222"]


def test_an_operation_without_an_answer_is_read() -> None:
    facts = reads(one_operation("operationId: a"))
    assert operation(facts).responses == ()
    assert codes(facts) == []


def test_bad_operations_are_told_and_the_others_are_read() -> None:
    facts = reads(
        f"{HEAD}paths:\n  /a:\n    get: 5\n    post: {{{OK}}}\n    fetch: {{}}\n  /b: [1]\n"
        f"  /c:\n    get:\n      responses: [1]\n      parameters: {{}}\n      tags: 7\n"
        f"  /d: {{$ref: '#/nowhere'}}\n  x-e: {{get: {{}}}}\n"
    )
    assert [(each.method, each.path) for each in facts.operations] == [
        ("POST", "/a"),
        ("GET", "/c"),
    ]
    assert sorted(codes(facts)) == ["BW222"] * 5 + ["BW224"]
    assert all(each.spans for each in facts.diagnostics)


def test_the_same_id_twice_is_the_binders_business() -> None:
    facts = reads(
        f"{HEAD}paths:\n  /a: {{get: {{operationId: x, {OK}}}}}\n"
        f"  /b: {{get: {{operationId: x, {OK}}}}}\n"
    )
    assert [each.operation_id for each in facts.operations] == ["x", "x"]


def test_webhooks_and_callbacks_stay_statements_and_are_told() -> None:
    facts = reads(
        f"{HEAD}paths:\n  /a:\n    post:\n      {OK}\n      callbacks:\n        done:\n"
        f"          '{{$url}}':\n            post:\n              {OK}\n"
        f"webhooks:\n  sung:\n    post:\n      {OK}\n"
    )
    assert [each.path for each in facts.operations] == ["/a"]
    assert codes(facts) == ["BW227", "BW227"]
    texts = [each.text for each in facts.statements if each.kind.value == "operation"]
    assert texts == ["POST /a", "POST {$url}", "POST sung"]


def test_swagger_2_is_read_as_far_as_it_maps() -> None:
    facts = reads(
        "swagger: '2.0'\ninfo: {title: Old, version: '1'}\nbasePath: /api\n"
        "consumes: [application/json]\nproduces: [application/json]\n"
        "securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}\n"
        "paths:\n  /songs/{id}:\n    put:\n      parameters:\n"
        "        - {name: id, in: path, required: true, type: integer, minimum: 1}\n"
        "        - {name: body, in: body, required: true, schema: {$ref: '#/definitions/Song'}}\n"
        "      responses:\n        200: {description: a, schema: {$ref: '#/definitions/Song'}}\n"
        "  /files:\n    post:\n      parameters:\n"
        "        - {name: file, in: formData, type: file, required: true}\n"
        "        - {name: title, in: formData, type: string}\n"
        "      responses: {201: {description: b}}\n"
        "definitions:\n  Song: {type: object, properties: {title: {type: string}}}\n"
    )
    change, upload = facts.operations
    assert (change.path, change.parameters[0].property.shape.minimum) == ("/api/songs/{id}", 1)
    assert change.body is not None
    assert (change.body.shape.ref, change.body.content_type) == ("Song", "application/json")
    assert change.responses[0].shape == change.body.shape
    assert upload.body is not None
    assert upload.body.content_type == "multipart/form-data"
    form = next(each for each in facts.schemas if each.name == upload.body.shape.ref)
    assert [(each.name, each.required, each.shape.kind) for each in form.properties] == [
        ("file", True, Kind.BINARY),
        ("title", False, Kind.STRING),
    ]
    assert codes(facts) == ["BW228"]
    assert [(each.kind, each.parameter) for each in facts.security_schemes] == [
        ("api_key", "X-Key")
    ]
