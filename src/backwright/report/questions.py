"""Open questions, with what each option would change."""

from collections.abc import Iterable, Mapping

from backwright.contract.model import Question, QuestionKind
from backwright.report.words import counted, cut, places, printable, short


def lines(questions: Iterable[Question], taken: Mapping[str, str]) -> list[str]:
    """Every question. `taken` holds the options of those that are decided by now."""
    found: list[str] = []
    for each in questions:
        found += one(each, taken.get(each.code, ""))
    return found


def one(question: Question, taken: str = "") -> list[str]:
    mark = "!" if question.kind is not QuestionKind.OPEN else "?"
    head = f"{mark} {question.code}  {printable(question.text)}"
    found = [head]
    if question.spans:
        found.append(f"      {places(question.spans)}")
    width = max((len(each.key) for each in question.options), default=0)
    told = max((len(each.text) for each in question.options if each.text != each.key), default=0)
    for option in question.options:
        chosen = option.key == (taken or question.default)
        text = option.text if option.text != option.key else ""
        changes = _changes(option.changes)
        line = f"      {'>' if chosen else ' '} {option.key:<{width}}  {text:<{told}}"
        found.append(printable(f"{line}  {changes}".rstrip()))
    if taken:
        found.append(f"      took {taken}, recorded in decisions.toml")
    elif question.blocking:
        found.append(f"      no safe default: answer with --answer {question.code}=OPTION")
    return found


def _changes(changes: tuple[str, ...]) -> str:
    if len(changes) == 1:
        return short(changes[0], 60)
    return f"changes {counted(len(changes), 'place')}" if changes else ""


def brief(questions: Iterable[Question], most: int, command: str) -> list[str]:
    """One line each."""
    listed = [
        f"{'!' if each.kind is not QuestionKind.OPEN else '?'} {each.code}  {short(each.text, 78)}"
        for each in questions
    ]
    return cut(listed, most, command)
