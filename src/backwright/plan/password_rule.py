"""The rule for new passwords, put on the properties of bodies that hold one.

Sentences state the rule, contracts declare the bodies; what is emitted, and what is sent to test
it, goes by the body. Known passwords, by which somebody signs in, are held to no rule.
"""

from dataclasses import replace
from typing import Final

from backwright.contract.model import Contract
from backwright.contract.operations import AssignKind, Purpose
from backwright.contract.policies import PasswordRule
from backwright.plan import needs
from backwright.shape import Property, Schema, Shape

_CLASSES: Final = {
    "lower": "[a-z]",
    "upper": "[A-Z]",
    "digit": "[0-9]",
    "special": r"[^A-Za-z0-9\s]",
    "letter": "[A-Za-z]",
}


def with_password_rule(contract: Contract) -> Contract:
    """The same contract, each new password as bounded as `Auth.password_rule` wants it."""
    if not needs.own_users(contract):
        return contract
    held = _new_passwords(contract)
    schemas = tuple(_bounded(contract, each, held) for each in contract.schemas)
    return replace(contract, schemas=schemas)


def bounded(shape: Shape, rule: PasswordRule) -> Shape:
    """The stricter of what the body says and what the rule says; a pattern of the body stays."""
    least = max(shape.min_length or 0, rule.minimum)
    most = min(shape.max_length or rule.maximum, rule.maximum)
    return replace(
        shape,
        min_length=least,
        max_length=max(most, least),
        pattern=shape.pattern or pattern(rule),
    )


def pattern(rule: PasswordRule) -> str:
    """One look ahead for each class of characters that must occur; empty if none must."""
    asked = "".join(rf"(?=[^\x00]*{_CLASSES[each]})" for each in rule.classes)
    return rf"^{asked}[^\x00]*$" if asked else ""


def _new_passwords(contract: Contract) -> frozenset[tuple[str, str]]:
    """(schema, property), of every body but those that sign somebody in."""
    signing_in = {
        each.body.shape.ref
        for each in needs.with_purpose(contract, Purpose.LOGIN)
        if each.body is not None
    }
    return frozenset(
        (known.schema, each.property)
        for known in contract.inputs
        for each in known.assigns
        if each.kind is AssignKind.PASSWORD
        and known.entity == contract.auth.user
        and (known.schema not in signing_in or _registers(contract, known.schema))
    )


def _registers(contract: Contract, schema: str) -> bool:
    """Whether somebody registers with the very body by which they sign in."""
    return any(
        each.body is not None and each.body.shape.ref == schema
        for each in needs.with_purpose(contract, Purpose.REGISTER)
    )


def _bounded(contract: Contract, schema: Schema, held: frozenset[tuple[str, str]]) -> Schema:
    def ruled(own: Property) -> Property:
        if (schema.name, own.name) not in held:
            return own
        return replace(own, shape=bounded(own.shape, contract.auth.password_rule))

    return replace(schema, properties=tuple(ruled(each) for each in schema.properties))
