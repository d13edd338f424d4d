"""Slugs that nobody sends."""

from dataclasses import replace

from backwright.contract import aspects
from backwright.contract.entities import Auto, Field
from backwright.contract.operations import Purpose
from backwright.read.facts import Facts
from backwright.shape import Kind, Shape
from tests.contract.facts_for_tests import (
    STRING,
    a_field,
    a_property,
    a_requirement,
    an_entity,
    bound,
    contract,
    operation,
    tasks,
)

SLUG = a_field("Task", "slug", Shape(Kind.STRING, max_length=90), 14, required=True, unique=True)


def slugged(*others: object, **rest: object) -> Facts:
    fields = (SLUG, *others)
    return tasks() + Facts(entities=(an_entity("Task", *fields),), **rest)  # type: ignore[arg-type]


def slug(facts: Facts) -> Field:
    found = contract(facts).entity("Task").get("slug")
    assert found is not None
    return found


def test_a_slug_is_made_of_the_title() -> None:
    found = slug(slugged())
    assert (found.slug_of, found.auto, found.required) == ("title", Auto.SYSTEM, True)
    assert operation(contract(slugged()), "POST /tasks").purpose is Purpose.CREATE


def test_a_slug_is_made_of_what_its_own_words_name() -> None:
    summary = a_field("Task", "summary", STRING, 15, required=True)
    own = replace(SLUG, description="generated from the summary")
    facts = tasks() + Facts(entities=(an_entity("Task", own, summary),))
    schemas = tuple(
        replace(each, properties=(*each.properties, a_property("summary")))
        for each in facts.schemas
    )
    assert slug(replace(facts, schemas=schemas)).slug_of == "summary"


def test_a_slug_that_a_body_sends_is_nobody_elses_business() -> None:
    facts = slugged()
    schemas = tuple(
        replace(each, properties=(*each.properties, a_property("slug"))) for each in facts.schemas
    )
    assert slug(replace(facts, schemas=schemas)).slug_of == ""


def test_the_sentence_is_linked() -> None:
    said = a_requirement("FR-004", "System MUST generate a unique slug from the task title")
    found = bound(slugged(statements=(said,)))
    assert aspects.column("Task", "slug") in found.links["FR-004"]
