from backwright.read.facts import Facts, Ignorable, StatementKind
from tests.read.openapi_for_tests import PATH, reads, schemas

DOCUMENT = """\
openapi: 3.0.3
info:
  title: Songs
  description: |
    # Not a comment
    All about songs.
servers:
  - url: /api
# what can be asked
paths:
  /songs/{id}:
    parameters:
      - name: id
        in: path
        required: true
        schema: {type: string}
    get:
      operationId: getSong
      summary: One song
      description: |
        Whole.

      tags: [songs]
      responses:
        '200':
          description: The song
          content:
            application/json:
              schema:
                type: object
                properties:
                  title:
                    type: string
                    # not longer
                    maxLength: 80
                  mood: {type: string}
                required: [title]
              example:
                title: Yesterday
        '404': {$ref: '#/components/responses/Lost'}
components:
  responses:
    Lost:
      description: No such song
  schemas:
    Mood:
      type: string
      enum: [sad, glad]
"""


def spans(facts: Facts) -> list[tuple[str, str, int, int]]:
    return [(s.kind.value, s.text, s.span.line, s.span.last_line) for s in facts.statements]


def test_operations_parameters_answers_and_properties_are_statements() -> None:
    assert spans(reads(DOCUMENT)) == [
        ("parameter", "id (path)", 13, 16),
        ("operation", "GET /songs/{id}: One song", 17, 24),
        ("response", "GET /songs/{id} 200: The song", 25, 31),
        ("property", "GET /songs/{id} 200.title: string", 32, 35),
        ("property", "GET /songs/{id} 200.mood: string", 36, 36),
        ("response", "GET /songs/{id} 404", 40, 40),
        ("property", "Mood: one of sad, glad", 46, 48),
    ]


def test_everything_else_is_set_aside_with_a_reason() -> None:
    kinds = {
        line: each.kind
        for each in reads(DOCUMENT).ignored
        for line in range(each.span.line, each.span.last_line + 1)
    }
    assert {line: kinds[line].value for line in (1, 3, 5, 8, 9, 10, 11, 37, 38, 43, 44)} == {
        1: "metadata", 3: "metadata", 5: "metadata", 8: "metadata", 9: "comment", 10: "syntax",
        11: "syntax", 37: "syntax", 38: "code_sample", 43: "syntax", 44: "prose",
    }  # fmt: skip


def test_a_line_belongs_to_one_statement_or_to_none() -> None:
    facts = reads(DOCUMENT)
    taken = [s.span for s in facts.statements] + [i.span for i in facts.ignored]
    lines = [line for each in taken for line in range(each.line, each.last_line + 1)]
    assert len(lines) == len(set(lines))


def test_several_statements_of_one_line_are_told_apart() -> None:
    facts = reads(schemas("Song: {properties: {a: {type: string}, b: {properties: {c: {}}}}}"))
    assert [(each.id, each.text) for each in facts.statements] == [
        (f"{PATH}:6", "Song.a: string"),
        (f"{PATH}:6#2", "Song.b: an object"),
        (f"{PATH}:6#3", "b.c: an object"),
    ]
    assert len({each.span for each in facts.statements}) == 3


def test_facts_name_their_statements() -> None:
    facts = reads(DOCUMENT)
    said = {each.id: each for each in facts.statements}
    (found,) = facts.operations
    assert said[found.statement].kind is StatementKind.OPERATION
    assert said[found.statement].span == found.span
    assert [said[each.statement].span for each in found.responses] == [
        each.span for each in found.responses
    ]
    places = {each.span for each in facts.statements}
    assert all(own.span in places for each in facts.schemas for own in each.properties)


def test_what_is_repeated_by_an_alias_stays_one_statement() -> None:
    facts = reads(
        "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      responses: &both\n"
        "        '200': {description: Fine}\n    post:\n      responses: *both\n"
    )
    one, other = facts.operations
    assert [each.statement for each in one.responses] == [
        each.statement for each in other.responses
    ]
    assert [each[1:3] for each in spans(facts)] == [
        ("GET /a", 4),
        ("GET /a 200: Fine", 6),
        ("POST /a", 7),
    ]


def test_a_text_is_one_bounded_line() -> None:
    facts = reads(schemas("Song:\n  properties:\n    a:\n      description: |\n"
                          + "        many words\n" * 100))  # fmt: skip
    (only,) = facts.statements
    assert len(only.text) == 300
    assert only.text.startswith("Song.a: many words many words")
    assert (only.span.line, only.span.last_line) == (8, 109)


def test_the_title_of_the_document_is_kept() -> None:
    assert reads(DOCUMENT).title == "Songs"


def test_json_has_the_same_statements() -> None:
    text = (
        '{\n  "openapi": "3.1.0",\n  "paths": {\n    "/a": {\n      "get": {\n'
        '        "responses": {\n          "200": {"description": "Fine"}\n        }\n'
        "      }\n    }\n  }\n}\n"
    )
    facts = reads(text, "specs/001-x/contracts/api.json")
    assert [(kind, line, last) for kind, _, line, last in spans(facts)] == [
        ("operation", 5, 6),
        ("response", 7, 7),
    ]
    assert {each.kind for each in facts.ignored} == {Ignorable.METADATA, Ignorable.SYNTAX}
