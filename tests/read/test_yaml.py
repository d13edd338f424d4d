import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backwright.read.nodes import Listed, Mapped, Node, Scalars
from backwright.read.yaml import DEEPEST, Documents, parse
from backwright.shape import Scalar
from backwright.source import SourceFile


def read(text: str, path: str = "a.yaml") -> Documents:
    return parse(SourceFile(path, text))


def root(text: str, path: str = "a.yaml") -> Mapped:
    found = read(text, path)
    assert found.diagnostics == ()
    assert isinstance(found.roots[0], Mapped)
    return found.roots[0]


def value(text: str) -> Scalar:
    node = root(f"a: {text}\n").get("a")
    assert isinstance(node, Scalars)
    return node.value


def refused(text: str, path: str = "a.yaml") -> tuple[str, int]:
    found = read(text, path)
    assert found.roots == ()
    (only,) = found.diagnostics
    assert only.help
    return only.code, only.spans[0].line


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("off", "off"), ("y", "y"),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ("1:30", "1:30"), ("2024-01-01", "2024-01-01"), ("012", 12), ("0o14", 12), ("0x1F", 31),
        ("1_000", "1_000"), ("-3", -3), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5),
        ("'200'", "200"), ('"true"', "true"), ("!!str 200", "200"), ("1.2.3", "1.2.3"),
        ("9" * 5000, "9" * 5000), ("!!python/object:os.system x", "x"),
    ],
)  # fmt: skip
def test_plain_values_are_those_of_yaml_1_2(written: str, meant: Scalar) -> None:
    found = value(written)
    assert found == meant
    assert type(found) is type(meant)


def test_every_value_knows_its_lines() -> None:
    text = "a: 1\nb:\n  c: |\n    one\n    two\n  d: [1,\n    2]\n\n# end\n"
    found = root(text)
    inner = found.get("b")
    assert isinstance(inner, Mapped)
    assert (inner.line, inner.column, inner.end_line) == (3, 3, 7)
    places = {name: (inner.keys[name].line, each.end_line) for name, each in inner.pairs()}
    assert places == {"c": (3, 5), "d": (6, 7)}


def test_names_that_are_numbers_stay_what_was_written() -> None:
    assert list(root("200: a\ntrue: b\n'201': c\n1.0: d\n").entries) == [
        "200",
        "true",
        "201",
        "1.0",
    ]


def test_aliases_are_the_node_that_they_stand_for() -> None:
    found = root("a: &x {b: 1}\nc: *x\n")
    assert found.get("a") is found.get("c")


def test_merged_entries_stand_behind_own_ones() -> None:
    found = root("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n").mapped("d")
    assert found is not None
    assert {name: each.value for name, each in found.pairs() if isinstance(each, Scalars)} == {
        "c": 3,
        "b": 1,
    }


def test_a_name_written_twice_is_told_with_both_places() -> None:
    found = read("a: 1\nb: 2\na: 3\n")
    assert [(each.code, [s.line for s in each.spans]) for each in found.diagnostics] == [
        ("BW220", [1, 3])
    ]
    assert isinstance(found.roots[0], Mapped)
    assert found.roots[0].text("a") == "3"


def test_a_name_that_is_a_list_is_told_and_left_out() -> None:
    found = read("{[1]: 2, b: 3}")
    assert [each.code for each in found.diagnostics] == ["BW221"]
    assert isinstance(found.roots[0], Mapped)
    assert list(found.roots[0].entries) == ["b"]


def test_a_file_may_hold_several_documents() -> None:
    assert len(read("---\na: 1\n---\nb: 2\n").roots) == 2
    assert read("").roots == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b: c\n", 1),
        ("a: 1\n\tb: 2\n", 2),
        ("a:\n  - 1\n b: 2\n", 3),
        ("a: [1, 2\n", 2),
        ('a: 1\nb: "open\n', 3),
        ("a: 1\nb: \x01\n", 2),
        ("a: *nobody\n", 1),
        ("a: 1\nb: &x [*x]\n", 2),
        ("a: %b\n", 1),
        ("@a: b\n", 1),
    ],
)
def test_broken_yaml_is_told_with_its_line(text: str, line: int) -> None:
    code, where = refused(text)
    assert code == "BW113"
    assert abs(where - line) <= 1


def test_nul_is_told_with_its_line() -> None:
    assert refused("a: 1\nb: \0\n") == ("BW113", 2)


@pytest.mark.parametrize("opened", ["[", "{a: ", "- "])
@pytest.mark.parametrize("times", [DEEPEST + 1, 100_000])
def test_deep_nesting_is_refused(opened: str, times: int) -> None:
    code, _ = refused(opened * times)
    assert code in {"BW113", "BW114"}


def test_nesting_up_to_the_bound_is_read() -> None:
    assert len(read("[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)).roots) == 1


def test_an_alias_bomb_is_refused_in_no_time() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    started = time.perf_counter()
    assert refused("\n".join(lines))[0] == "BW115"
    assert time.perf_counter() - started < 1


def test_a_file_of_three_megabytes_is_read() -> None:
    item = "- {name: Song, size: 12, note: A text that says nothing at all, ever}\n"
    text = "songs:\n" + item * (3_000_000 // len(item))
    songs = root(text).listed("songs")
    assert songs[-1].line == len(songs) + 1


def test_json_is_read_with_its_places() -> None:
    found = root(
        '{\n\t"a": "\\ud83c\\udfb5 \\/ \\u00e9",\n\t"b": [1, 2.5, true, null]\n}\n', "a.json"
    )
    assert found.text("a") == "🎵 / é"
    assert found.keys["b"].line == 3
    assert [each.value for each in found.listed("b") if isinstance(each, Scalars)] == [
        1, 2.5, True, None,
    ]  # fmt: skip


def test_half_a_pair_in_json_is_replaced() -> None:
    assert root('{"a": "\\ud83c!"}', "a.json").text("a") == "\ufffd!"


PIECES = st.sampled_from(
    ["a", "b: ", "- ", "\n", "  ", "{", "}", "[", "]", ",", ": ", "&x ", "*x", "<<", "|\n", ">\n",
     "'", '"', "#", "!!str ", "%", "---\n", "...\n", "?", "\t", "\0", "1", "null", "\ud800", "é"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for path in ("a.yaml", "a.json"):
        found = read(text, path)
        for each in found.roots:
            _walk(each)
        for told in found.diagnostics:
            assert told.spans[0].line >= 1


def _walk(node: Node) -> None:
    assert 1 <= node.line <= node.end_line or node.end_line == 0
    if isinstance(node, Mapped):
        for each in node.entries.values():
            _walk(each)
    elif isinstance(node, Listed):
        for each in node.items:
            _walk(each)


def test_the_depth_leaves_room_for_whoever_reads_the_tree() -> None:
    assert sys.getrecursionlimit() > DEEPEST * 3
