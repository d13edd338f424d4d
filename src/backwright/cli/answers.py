"""`--answer CODE=OPTION`, checked against the questions that there are."""

from collections.abc import Iterable

from backwright.cli.options import Settings
from backwright.contract.bound import Answers, Bound
from backwright.diagnostics import Diagnostic, command
from backwright.source import Span


def of(settings: Settings) -> Answers:
    """What the command line decides."""
    given = dict(_pair(each) for each in settings.answer)
    return Answers(accept_defaults=settings.accept_defaults, given=given)


def wrong(settings: Settings, bound: Bound | None) -> tuple[Diagnostic, ...]:
    """Answers to no question, and options that a question does not have."""
    options = {each.code: each.options for each in bound.undecided} if bound else {}
    rules = {each.rule: each.options for each in bound.undecided} if bound else {}
    found = []
    for each in settings.answer:
        code, option = _pair(each)
        offered = options.get(code) or rules.get(code)
        if offered is None or "=" not in each:
            known = _listed(options)
            found.append(command.NO_SUCH_QUESTION.at(_span(), answer=each, known=known))
        elif option not in offered:
            listed = ", ".join(offered)
            found.append(
                command.NO_SUCH_OPTION.at(_span(), code=code, option=option, options=listed)
            )
    return tuple(found)


def _pair(answer: str) -> tuple[str, str]:
    code, _, option = answer.partition("=")
    return code.strip(), option.strip()


def _listed(codes: Iterable[str]) -> str:
    listed = list(codes)
    more = f" and {len(listed) - 8} more" if len(listed) > 8 else ""
    return ", ".join(listed[:8]) + more if listed else "none"


def _span() -> Span:
    return Span("command line", 1)
