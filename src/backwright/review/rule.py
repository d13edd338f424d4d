"""How a review rule puts an undecided point into words."""

from collections.abc import Callable
from dataclasses import dataclass

from backwright.contract.bound import Undecided
from backwright.contract.model import Contract, Option, Question, QuestionKind


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of point that documents leave open or disagree about."""

    name: str
    """As binding names the point; the code of its questions begins with it."""
    ask: Callable[[Undecided, Contract], tuple[str, tuple[Option, ...]]]
    """The question's text and its options."""


def question(rule: Rule, point: Undecided, contract: Contract) -> Question | None:
    """None where no option would change anything."""
    text, options = rule.ask(point, contract)
    changing = tuple(each for each in options if each.changes)
    blocking = point.kind is QuestionKind.BLOCKING
    if len(changing) < 2 and not blocking:
        return None
    return Question(
        code=point.code,
        kind=point.kind,
        text=text,
        spans=point.spans,
        options=changing,
        default="" if blocking else point.options[0],
        statements=point.statements,
    )
