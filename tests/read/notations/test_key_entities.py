from collections.abc import Callable

import pytest

from backwright.read.blocks import MarkdownDocument
from backwright.read.notations import key_entities

Document = Callable[..., MarkdownDocument]


@pytest.mark.parametrize(
    ("line", "name", "description"),
    [
        ("- **Choir**: sings together", "Choir", "sings together"),
        ("- **Choir** - sings together", "Choir", "sings together"),
        ("- **Song line (part)**: one line", "Song line", "one line"),
        ("- `Choir`: sings", "Choir", "sings"),
        ("- Choir: sings", "Choir", "sings"),
    ],
)
def test_they_name_weakly(document: Document, line: str, name: str, description: str) -> None:
    facts = key_entities.read(document(f"### Key Entities *(if data is involved)*\n\n{line}\n"))
    (entity,) = facts.entities
    assert (entity.name, entity.description, entity.weak) == (name, description, True)
    assert entity.statement == facts.statements[0].id


def test_what_hangs_below_is_said_of_the_entity(document: Document) -> None:
    facts = key_entities.read(document("### Key Entities\n\n- **Choir**:\n  - has a name\n"))
    assert [each.text for each in facts.statements] == ["Choir:", "Choir: has a name"]
    assert len(facts.entities) == 1
