from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations.enum_lists import enum_lists

Document = Callable[..., MarkdownDocument]


@pytest.mark.parametrize(
    "text",
    [
        "**Mood Values**:\n\n- `GAY`: major\n- `SAD`: minor\n",
        "**Mood Enum**:\n\n- GAY: major\n- SAD: minor\n",
        "**Mood Enum**:\n\n- **GAY** - major\n- **SAD** - minor\n",
        '### Mood Enum\n\n- HAPPY = "GAY"\n- BLUE = "SAD"\n',
        "### Mood Values\n\n| Value | Meaning |\n|---|---|\n| `GAY` | major |\n| `SAD` | minor |\n",
        "Mood values: GAY, SAD\n",
    ],
)
def test_forms(document: Document, text: str) -> None:
    (found,) = enum_lists(document(f"## Song\n\n{text}"))
    assert (found.words, found.entity, found.values) == (("mood",), "Song", ("GAY", "SAD"))


@pytest.mark.parametrize(
    "text",
    [
        "**Rules**:\n\n- `GAY`: major\n- `SAD`: minor\n",
        "**Mood Values**:\n\n- GAY and so on, as the singers like it\n- more\n",
        "**Mood Values**:\n\n- `GAY`\n",
    ],
)
def test_other_lists(document: Document, text: str) -> None:
    assert enum_lists(document(f"## Songs of the year\n\n{text}")) == ()
