"""What the documents leave open or disagree about, as questions; one rule a file."""

from dataclasses import replace
from typing import Final

from backwright.contract.bound import Bound
from backwright.contract.model import Question
from backwright.review import (
    action_field,
    contradiction,
    cookie_session,
    deletion,
    finished_rows,
    foreign_status,
    id_type,
    invalid_status,
    list_border,
    lowest_amount,
    no_authentication,
    page_bounds,
    partial_put,
    password_bounds,
    positive_amount,
    required_or_not,
    stack,
    token_lifetime,
    undeclared_security,
    undefined_entity,
    undescribed,
    unknown_names,
)
from backwright.review.rule import question

RULES: Final = (
    stack.RULE,
    contradiction.RULE,
    required_or_not.RULE,
    deletion.RULE,
    foreign_status.RULE,
    no_authentication.RULE,
    undeclared_security.RULE,
    cookie_session.RULE,
    invalid_status.RULE,
    partial_put.RULE,
    id_type.RULE,
    undefined_entity.RULE,
    undescribed.RULE,
    action_field.RULE,
    unknown_names.RULE,
    list_border.RULE,
    finished_rows.RULE,
    positive_amount.RULE,
    lowest_amount.RULE,
    page_bounds.RULE,
    token_lifetime.RULE,
    password_bounds.RULE,
)
"""In the order in which their questions are asked."""


def review(bound: Bound) -> Bound:
    """The same, with the questions that nobody has answered yet."""
    return replace(bound, questions=questions(bound))


def questions(bound: Bound) -> tuple[Question, ...]:
    found: list[Question] = []
    for rule in RULES:
        for point in bound.undecided:
            if point.rule == rule.name and not point.answered:
                asked = question(rule, point, bound.contract)
                if asked is not None:
                    found.append(asked)
    return tuple(found)
