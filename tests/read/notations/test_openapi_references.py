import pytest

from backwright.contract.counter import conserved
from backwright.read.facts import Ignorable
from backwright.read.notations import openapi
from backwright.shape import Kind, Shape
from backwright.source import SourceFile
from tests.read.openapi_for_tests import HEAD, PATH, codes, one_operation, operation, reads, schemas

FOLDER = PATH.rsplit("/", 1)[0]


def answers(reference: str) -> str:
    return one_operation(
        "responses:\n  '200':\n    content:\n      application/json:\n"
        f"        schema: {{$ref: '{reference}'}}\n"
    )


@pytest.mark.parametrize(
    "reference",
    [
        "https://example.com/a.yaml#/Song",
        "//example.com/a.yaml",
        "file:///etc/passwd",
        "http:a",
        "javascript:alert(1)",
    ],
)
def test_remote_references_are_never_fetched(reference: str) -> None:
    def load(name: str) -> SourceFile:
        raise AssertionError(name)

    facts = openapi.read(SourceFile(PATH, answers(reference)), load)
    assert codes(facts) == ["BW223"]
    assert operation(facts).responses[0].shape == Shape(Kind.ANY)


@pytest.mark.parametrize("reference", ["../../../../../etc/passwd", "/etc/passwd", "%2e%2e/none"])
def test_files_outside_are_asked_of_the_loader_which_refuses(reference: str) -> None:
    facts = reads(answers(f"{reference}#/a"))
    assert codes(facts) == ["BW101"]
    assert facts.diagnostics[0].spans[0].file == PATH


@pytest.mark.parametrize(
    "reference", ["#/components/schemas/None", "#/paths/~1songs/9", "#/info/title/x", "#nothing"]
)
def test_references_to_nothing_are_told_with_their_place(reference: str) -> None:
    facts = reads(answers(reference))
    assert codes(facts) == ["BW224"]
    assert facts.diagnostics[0].spans[0].line == 10


@pytest.mark.parametrize(
    "path", ["songs.yaml", "./songs.yaml", "../contracts/songs.yaml", "so%6Egs.yaml"]
)
def test_a_neighbour_is_found_from_where_the_reference_stands(path: str) -> None:
    neighbour = (
        "Song:\n  type: object\n  properties:\n    # its name\n    title: {type: string}\n"
        "    mood: {$ref: '#/Mood'}\nMood: {type: string, enum: [sad]}\n"
    )
    facts = reads(answers(f"{path}#/Song"), neighbours={f"{FOLDER}/songs.yaml": neighbour})
    assert codes(facts) == []
    (song,) = facts.schemas
    assert operation(facts).responses[0].shape == Shape(Kind.OBJECT, ref="Song")
    assert [str(each.span) for each in song.properties] == [
        f"{FOLDER}/songs.yaml:5",
        f"{FOLDER}/songs.yaml:6",
    ]
    assert song.properties[1].shape.values_name == "Mood"
    assert facts.files == (PATH, f"{FOLDER}/songs.yaml")
    said = {each.id for each in facts.statements}
    assert f"{FOLDER}/songs.yaml:5" in said
    assert Ignorable.COMMENT in {each.kind for each in facts.ignored}


def test_a_whole_file_may_be_one_schema() -> None:
    neighbour = '{"type": "object", "properties": {"title": {"type": "string"}}}'
    facts = reads(answers("song.json"), neighbours={f"{FOLDER}/song.json": neighbour})
    assert [each.name for each in facts.schemas] == ["Song"]


def test_files_may_refer_to_each_other_in_a_circle() -> None:
    one = f"{FOLDER}/one.yaml"
    facts = reads(
        answers("one.yaml#/One"),
        neighbours={
            one: f"One: {{properties: {{back: {{$ref: '{PATH.rsplit('/', 1)[-1]}#/x'}}}}}}"
        },
    )
    assert codes(facts) == ["BW224"]


def test_a_broken_neighbour_is_told() -> None:
    facts = reads(answers("one.yaml#/One"), neighbours={f"{FOLDER}/one.yaml": "a: b: c\n"})
    assert codes(facts) == ["BW113"]
    assert operation(facts).responses[0].shape == Shape(Kind.ANY)


def test_a_neighbour_that_is_missing_is_told_once() -> None:
    facts = reads(schemas("A: {properties: {a: {$ref: 'x.yaml#/A'}, b: {$ref: 'x.yaml#/B'}}}"))
    assert codes(facts) == ["BW101"]


def test_steps_of_a_pointer_are_decoded() -> None:
    text = (
        f"{HEAD}paths:\n  /a/{{id}}:\n    get:\n      responses:\n        '200':\n"
        "          content:\n            application/json:\n"
        "              schema: {properties: {b: {type: integer}}}\n"
        "  /c:\n    get:\n      responses:\n        '200':\n          content:\n"
        "            application/json:\n              schema:\n"
        "                $ref: '#/paths/~1a~1%7Bid%7D/get/responses/200/content"
        "/application~1json/schema'\n"
    )
    facts = reads(text)
    assert codes(facts) == []
    one, other = (each.responses[0].shape for each in facts.operations)
    assert one == other


def test_a_path_may_be_a_reference() -> None:
    text = f"{HEAD}paths:\n  /a: {{$ref: 'paths.yaml#/songs'}}\n"
    neighbour = "songs:\n  get:\n    operationId: songs\n    responses: {'200': {description: a}}\n"
    facts = reads(text, neighbours={f"{FOLDER}/paths.yaml": neighbour})
    found = operation(facts)
    assert (found.path, found.operation_id, found.span.line) == ("/a", "songs", 2)
    assert found.statement == f"{FOLDER}/paths.yaml:2"


def test_every_line_of_a_neighbour_is_conserved() -> None:
    neighbour = "# shared\nparts:\n  Song: {type: object, properties: {a: {}}}\nrest: [1]\n"
    path = f"{FOLDER}/parts.yaml"
    facts = reads(answers("parts.yaml#/parts/Song"), neighbours={path: neighbour})
    assert conserved([(path, neighbour)], facts) == ()
    assert [each.text for each in facts.statements if each.span.file == path] == [
        "Song.a: an object"
    ]
