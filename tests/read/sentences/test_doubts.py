"""What is reported because it was left out."""

from backwright.diagnostics.reading_sentences import READING_SENTENCES
from backwright.read.facts import Facts, Statement, StatementKind
from backwright.read.sentences import diagnose, read
from backwright.source import Span

PLACE = Span("specs/library/spec.md", 10)


def spoken(library: Facts, text: str) -> Facts:
    return library + Facts(
        statements=(Statement("FR-001", StatementKind.REQUIREMENT, text, PLACE),)
    )


def test_a_field_of_several_entities_is_reported_and_not_read(library: Facts) -> None:
    facts = spoken(library, "System MUST limit the id to 30 characters")
    (found,) = diagnose(facts)
    assert (found.code, found.spans) == ("BW270", (PLACE,))
    assert "User or Author or Book" in found.message
    assert read(facts) == ()


def test_a_field_with_its_entity_is_no_doubt(library: Facts) -> None:
    assert diagnose(spoken(library, "System MUST limit the id of a tag to 30 characters")) == ()


def test_reversed_bounds_are_reported_and_not_read(library: Facts) -> None:
    facts = spoken(library, "System MUST accept titles of 200-1 characters")
    (found,) = diagnose(facts)
    assert found.code == "BW271"
    assert "200" in found.message
    assert not [each for each in read(facts) if each.pattern == "length"]


def test_every_diagnostic_has_a_message_a_cure_and_a_page() -> None:
    for each in READING_SENTENCES:
        assert each.message
        assert each.help.endswith((".", "`."))
        assert len(each.page) > 100
