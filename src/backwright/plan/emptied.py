"""Texts of nothing, which are kept as null."""

from backwright.contract.entities import Field
from backwright.shape import Kind, Shape


def emptied(field: Field, sent: Shape) -> bool:
    """Whether a body that sends only blanks says that there is no value."""
    text = field.shape.kind is Kind.STRING and sent.kind is Kind.STRING and not sent.values
    return "empty_to_null" in field.normalise and text and sent.nullable and not field.required
