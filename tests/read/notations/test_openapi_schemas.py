from dataclasses import replace

import pytest

from backwright.shape import ABSENT, Kind, Property, Schema, Shape
from tests.read.openapi_for_tests import codes, reads, schemas, shape_of

TEXT = Shape(Kind.STRING)


def schema(body: str, name: str = "Song") -> Schema:
    return next(each for each in reads(schemas(body)).schemas if each.name == name)


def own(written: str) -> Property:
    return schema(f"Song: {{properties: {{it: {written}}}}}").properties[0]


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        ("{type: string}", TEXT),
        ("{type: string, format: uuid}", Shape(Kind.UUID)),
        ("{type: string, format: date-time}", Shape(Kind.DATETIME)),
        ("{type: string, format: date}", Shape(Kind.DATE)),
        ("{type: string, format: time}", Shape(Kind.TIME)),
        ("{type: string, format: binary}", Shape(Kind.BINARY)),
        ("{type: string, contentMediaType: application/octet-stream}", Shape(Kind.BINARY)),
        ("{type: string, format: decimal}", Shape(Kind.DECIMAL)),
        ("{type: number, format: decimal}", Shape(Kind.DECIMAL)),
        ("{type: string, format: email}", Shape(Kind.STRING, format="email")),
        ("{type: integer, format: int64}", Shape(Kind.INTEGER)),
        ("{type: number, format: double}", Shape(Kind.NUMBER)),
        ("{type: boolean}", Shape(Kind.BOOLEAN)),
        ("{type: 'null'}", Shape(Kind.NULL, nullable=True)),
        ("{}", Shape(Kind.ANY)),
        ("true", Shape(Kind.ANY)),
        ("{format: uuid}", Shape(Kind.UUID)),
        ("{minimum: 1}", Shape(Kind.NUMBER, minimum=1)),
        ("{items: {type: string}}", Shape(Kind.ARRAY, items=TEXT)),
        ("{type: array}", Shape(Kind.ARRAY)),
        ("{type: string, nullable: true}", replace(TEXT, nullable=True)),
        ("{type: [string, 'null']}", replace(TEXT, nullable=True)),
        ("{anyOf: [{type: string}, {type: 'null'}]}", replace(TEXT, nullable=True)),
        ("{oneOf: [{type: string, nullable: true}]}", replace(TEXT, nullable=True)),
        (
            "{type: [string, integer]}",
            Shape(Kind.UNION, options=(TEXT, Shape(Kind.INTEGER))),
        ),
        (
            "{anyOf: [{type: string}, {type: integer}, {type: 'null'}]}",
            Shape(Kind.UNION, nullable=True, options=(TEXT, Shape(Kind.INTEGER))),
        ),
        ("{type: object}", Shape(Kind.MAP)),
        ("{type: object, additionalProperties: {type: string}}", Shape(Kind.MAP, items=TEXT)),
        ("{type: object, additionalProperties: true}", Shape(Kind.MAP)),
        ("{enum: [a, b]}", Shape(Kind.STRING, values=("a", "b"))),
        ("{enum: [1, 2]}", Shape(Kind.INTEGER, values=(1, 2))),
        ("{enum: [a, null]}", Shape(Kind.STRING, nullable=True, values=("a",))),
        ("{type: string, enum: [a, b, a]}", Shape(Kind.STRING, values=("a", "b"))),
        ("{const: song}", Shape(Kind.STRING, values=("song",))),
        ("{type: string, enum: [yes, no]}", Shape(Kind.STRING, values=("yes", "no"))),
        (
            "{oneOf: [{const: a}, {enum: [b, c]}]}",
            Shape(Kind.STRING, values=("a", "b", "c")),
        ),
    ],
)
def test_a_schema_has_its_shape(written: str, shape: Shape) -> None:
    assert shape_of(written) == shape


@pytest.mark.parametrize(
    ("written", "shape"),
    [
        (
            "{type: string, minLength: 1, maxLength: 80, pattern: '^a+$'}",
            replace(TEXT, min_length=1, max_length=80, pattern="^a+$"),
        ),
        ("{type: string, minLength: 2.0}", replace(TEXT, min_length=2)),
        (
            "{type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9}",
            Shape(Kind.INTEGER, minimum=1, maximum=9, exclusive_minimum=True),
        ),
        (
            "{type: number, exclusiveMinimum: 0, exclusiveMaximum: 1.5, multipleOf: 0.5}",
            Shape(Kind.NUMBER, minimum=0, maximum=1.5, exclusive_minimum=True,
                  exclusive_maximum=True, multiple_of=0.5),
        ),
        (
            "{type: integer, minimum: 5, exclusiveMinimum: 3}",
            Shape(Kind.INTEGER, minimum=5),
        ),
        (
            "{type: array, minItems: 1, maxItems: 5, uniqueItems: true}",
            Shape(Kind.ARRAY, min_items=1, max_items=5, unique_items=True),
        ),
        ("{type: number, maximum: .inf, minimum: .nan}", Shape(Kind.NUMBER)),
        ("{type: number, maximum: 1e999}", Shape(Kind.NUMBER)),
    ],
)  # fmt: skip
def test_bounds_are_kept(written: str, shape: Shape) -> None:
    facts = reads(schemas(f"Song: {{properties: {{it: {written}}}}}"))
    assert facts.schemas[0].properties[0].shape == shape


@pytest.mark.parametrize(
    "written",
    ["{type: string, minLength: -1}", "{type: string, maxLength: many}", "{maximum: [1]}"],
)
def test_bounds_that_are_none_are_told(written: str) -> None:
    facts = reads(schemas(f"Song: {{properties: {{it: {written}}}}}"))
    assert codes(facts) == ["BW222"]
    assert facts.schemas[0].properties[0].shape in (TEXT, Shape(Kind.NUMBER))


@pytest.mark.parametrize("pattern", ["'['", "'(?P<a'", "'(?<name>a)'", "'*'"])
def test_a_pattern_that_is_none_is_told_and_left_out(pattern: str) -> None:
    facts = reads(schemas(f"Song: {{properties: {{it: {{type: string, pattern: {pattern}}}}}}}"))
    assert codes(facts) == ["BW231"]
    assert facts.schemas[0].properties[0].shape == TEXT


def test_a_property_keeps_all_that_is_said_of_it() -> None:
    found = own(
        "{type: string, description: Its title, default: none, example: Yesterday,"
        " readOnly: true, writeOnly: true}"
    )
    assert (found.description, found.default, found.example) == ("Its title", "none", "Yesterday")
    assert (found.read_only, found.write_only, found.required) == (True, True, False)


def test_defaults_and_examples_are_plain_values_and_lists() -> None:
    assert own("{default: null}").default is None
    assert own("{type: array, default: [a, [1]]}").default == ("a", (1,))
    assert own("{default: {a: 1}}").default is ABSENT
    assert own("{type: string}").default is ABSENT
    assert own("{examples: [b, c]}").example == "b"
    assert own("{examples: {one: {value: d}}}").example == "d"


def test_a_default_of_null_allows_null() -> None:
    assert own("{type: string, default: null}").shape.nullable


def test_required_is_a_list_or_what_the_property_says() -> None:
    found = schema("Song: {required: [a], properties: {a: {}, b: {required: true}, c: {}}}")
    assert [each.required for each in found.properties] == [True, True, False]


def test_words_that_are_no_types_are_understood_and_told() -> None:
    facts = reads(
        schemas("Song: {properties: {a: {type: uuid}, b: {type: datetime}, c: {type: x}}}")
    )
    assert [each.shape.kind for each in facts.schemas[0].properties] == [
        Kind.UUID,
        Kind.DATETIME,
        Kind.ANY,
    ]
    assert codes(facts) == ["BW230"] * 3


def test_objects_are_named_and_referred_to() -> None:
    body = "Song: {properties: {singer: {$ref: '#/components/schemas/Singer'}}}\n"
    facts = reads(schemas(body + "Singer: {type: object, properties: {name: {type: string}}}"))
    assert [each.name for each in facts.schemas] == ["Song", "Singer"]
    assert facts.schemas[0].properties[0].shape == Shape(Kind.OBJECT, ref="Singer")


def test_objects_written_in_place_are_named_after_where_they_stand() -> None:
    facts = reads(
        schemas(
            "Song:\n  properties:\n"
            "    singer: {properties: {home-town: {properties: {name: {}}}}}\n"
            "    lines: {type: array, items: {properties: {text: {}}}}\n"
            "    by-id: {additionalProperties: {properties: {a: {}}}}\n"
            "    either: {oneOf: [{properties: {b: {}}}, {title: Second, properties: {c: {}}}]}\n"
            "SongSinger: {properties: {a: {}}}"
        )
    )
    assert [each.name for each in facts.schemas] == [
        "Song",
        "SongSinger",
        "SongSinger2",
        "SongLinesItem",
        "SongByIdValue",
        "SongEitherOption1",
        "Second",
        "SongSinger2HomeTown",
    ]


def test_names_become_names_of_classes() -> None:
    facts = reads(schemas("order-line: {properties: {a: {}}}\n2nd: {properties: {a: {}}}\n"
                          "class: {properties: {a: {}}}\n歌: {properties: {a: {}}}\n"
                          "None: {properties: {a: {}}}"))  # fmt: skip
    assert [each.name for each in facts.schemas] == [
        "OrderLine",
        "N2nd",
        "Class",
        "Schema",
        "None_",
    ]


def test_all_of_is_merged_and_the_last_word_counts() -> None:
    found = schema(
        "Song:\n  description: Whole\n  allOf:\n    - $ref: '#/components/schemas/Thing'\n"
        "    - {required: [b, id], properties: {a: {type: integer}, b: {}}}\n"
        "  properties: {c: {}}\n  additionalProperties: false\n"
        "Thing: {required: [a], properties: {id: {format: uuid}, a: {type: string}}}"
    )
    assert [(each.name, each.required) for each in found.properties] == [
        ("id", True),
        ("a", True),
        ("b", True),
        ("c", False),
    ]
    a = found.get("a")
    assert a is not None
    assert a.shape.kind is Kind.INTEGER
    assert (found.description, found.additional) == ("Whole", False)


def test_all_of_with_one_part_is_that_part() -> None:
    rest = (
        "Singer: {properties: {name: {}}}\nMood: {type: string, enum: [sad, glad]}\n"
        "Song:\n  properties:\n    singer:\n      nullable: true\n      description: By\n"
        "      allOf: [$ref: '#/components/schemas/Singer']\n"
        "    mood: {default: sad, allOf: [$ref: '#/components/schemas/Mood']}\n"
    )
    singer, mood = schema(rest).properties
    assert singer.shape == Shape(Kind.OBJECT, ref="Singer", nullable=True)
    assert singer.description == "By"
    assert mood.shape == Shape(Kind.STRING, values=("sad", "glad"), values_name="Mood")
    assert mood.default == "sad"


def test_bounds_of_all_of_come_together() -> None:
    assert shape_of("{allOf: [{type: string, minLength: 1}, {maxLength: 9}]}") == replace(
        TEXT, min_length=1, max_length=9
    )


def test_an_enum_keeps_the_name_it_was_declared_under() -> None:
    mood = "Mood: {type: string, enum: [sad, glad]}\n"
    found = shape_of("{$ref: '#/components/schemas/Mood'}", mood)
    assert found == Shape(Kind.STRING, values=("sad", "glad"), values_name="Mood")


def test_what_stands_beside_a_reference_counts() -> None:
    rest = "Mood: {type: string, description: M, default: sad}\nSong:\n  properties:\n"
    it = "    it: {$ref: '#/components/schemas/Mood', description: Its mood, nullable: true}\n"
    (found,) = schema(rest + it).properties
    assert (found.description, found.default, found.shape.nullable) == ("Its mood", "sad", True)


def test_a_union_is_told_apart_by_a_property() -> None:
    found = shape_of(
        "{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],"
        " discriminator: {propertyName: kind}}",
        "A: {properties: {kind: {}}}\nB: {properties: {kind: {}}}\n",
    )
    assert [each.ref for each in found.options] == ["A", "B"]
    assert found.discriminator == "kind"


def test_alternatives_beside_properties_only_narrow() -> None:
    found = schema("Song: {properties: {a: {}, b: {}}, anyOf: [{required: [a]}, {required: [b]}]}")
    assert [each.name for each in found.properties] == ["a", "b"]


def test_what_refers_to_itself_through_an_object_ends() -> None:
    body = (
        "Song:\n  properties:\n    parts: {type: array, items: {$ref: '#/components/schemas/Song'}}"
    )
    facts = reads(schemas(body))
    parts = facts.schemas[0].properties[0].shape
    assert parts.items == Shape(Kind.OBJECT, ref="Song")
    assert codes(facts) == []


@pytest.mark.parametrize(
    "body",
    [
        "A: {$ref: '#/components/schemas/A'}",
        "A: {$ref: '#/components/schemas/B'}\nB: {$ref: '#/components/schemas/A'}",
        "A: {type: array, items: {$ref: '#/components/schemas/A'}}",
        "A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string}]}",
        "A: {additionalProperties: {$ref: '#/components/schemas/A'}}",
    ],
)
def test_what_refers_to_itself_directly_is_told(body: str) -> None:
    facts = reads(
        schemas(f"{body}\nSong: {{properties: {{a: {{$ref: '#/components/schemas/A'}}}}}}")
    )
    assert "BW225" in codes(facts)
    assert "Song" in [each.name for each in facts.schemas]


def test_a_thousand_schemas_in_a_chain_are_read() -> None:
    for link in ("{properties: {next: NEXT}}", "{type: array, items: NEXT}", "{allOf: [NEXT]}"):
        lines = [
            f"S{at}: " + link.replace("NEXT", f"{{$ref: '#/components/schemas/S{at + 1}'}}")
            for at in range(1000)
        ]
        facts = reads(schemas("\n".join([*lines, "S1000: {properties: {end: {}}}"])))
        assert facts.schemas


def test_parts_that_double_with_each_level_are_read_once() -> None:
    lines = [
        f"S{at}: {{allOf: [{{$ref: '#/components/schemas/S{at + 1}'}},"
        f" {{$ref: '#/components/schemas/S{at + 1}'}}]}}"
        for at in range(30)
    ]
    facts = reads(schemas("\n".join([*lines, "S30: {properties: {end: {}}}"])))
    assert [each.name for each in facts.schemas[0].properties] == ["end"]


def test_schemas_of_any_other_form_are_told() -> None:
    facts = reads(schemas("Song: {properties: {a: text, b: [1], c: {allOf: [5]}}, required: 7}"))
    assert [each.shape.kind for each in facts.schemas[0].properties] == [Kind.ANY] * 3
    assert {each.spans[0].column for each in facts.diagnostics} == {28, 37, 54}
    assert set(codes(facts)) == {"BW222"}
