import pytest

from backwright.read.inline import plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**a** and *b* and _c_", "a and b and c"),
        ("`**a**` stays", "**a** stays"),
        ("**`a`**", "a"),
        ("snake_case_name and __init__", "snake_case_name and __init__"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[text](http://a/b) and ![image](c.png)", "text and image"),
        ("[NEEDS CLARIFICATION: a?]", "[NEEDS CLARIFICATION: a?]"),
        ("a<br>b <!-- c --> d", "a b d"),
        ("list<int> stays", "list<int> stays"),
        ("a \\* b", "a * b"),
        ("a &lt; b", "a < b"),
        ("~~a~~ b", "a b"),
        ("a\n  b", "a b"),
    ],
)
def test_marks(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("character", ["`", "*", "_", "[", "<", "\\", "<!--"])
def test_many_marks_end(character: str) -> None:
    assert len(plain(character * 30_000)) <= 30_000 * len(character)
