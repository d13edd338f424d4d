"""Clarifications: `- Q: … → A: …` below `## Clarifications`, in its many spellings."""

import re
from typing import Final

from backwright.read.blocks import Block, Item, MarkdownDocument, Paragraph, Quote, Table
from backwright.read.collected import Collected
from backwright.read.facts import ClarificationFact, Facts, Ignorable, StatementKind
from backwright.read.inline import plain
from backwright.read.notations import template
from backwright.read.topics import Topic, topic

_ASKED: Final = re.compile(r"^(?:q(?:uestion)?|問|问|질문)\s*\d*\s*[:.：)]\s*", re.IGNORECASE)
_ANSWERED: Final = re.compile(
    r"(?:^|\s*(?:→|->|=>|⇒|—|–|\|)?\s*)(?<![\w])"
    r"(?:a(?:nswer)?|resolution|decision|答|답변)\s*\d*\s*[:：]\s*",
    re.IGNORECASE,
)
_ARROW: Final = re.compile(r"\s*(?:→|->|=>|⇒)\s*")


def read(document: MarkdownDocument) -> Facts:
    found = Collected(document)
    for section in document.sections:
        if topic(section) is not Topic.CLARIFICATIONS:
            continue
        waiting: Paragraph | None = None
        for block in section.blocks:
            waiting = _block(found, block, waiting)
        if waiting is not None:
            _say(found, waiting.text, waiting.line, waiting.last_line)
    return found.facts()


def _block(found: Collected, block: Block, waiting: Paragraph | None) -> Paragraph | None:
    """Reads one block; a question in a paragraph waits for the paragraph with its answer."""
    if isinstance(block, Paragraph) and waiting is not None:
        if _is_answer(block.text):
            text = f"{waiting.text}\n{block.text}"
            _say(found, text, waiting.line, block.last_line)
            return None
        _say(found, waiting.text, waiting.line, waiting.last_line)
        waiting = None
    if isinstance(block, Item):
        _item(found, block)
    elif isinstance(block, Paragraph) and template.is_noise(block.text):
        found.ignore(Ignorable.TEMPLATE_NOISE, block.line, block.last_line)
    elif isinstance(block, Paragraph) and not _is_label(block.text):
        shown = plain(block.text)
        if _ASKED.match(shown) and not _ANSWERED.search(shown):
            return block
        _say(found, block.text, block.line, block.last_line)
    elif isinstance(block, Table):
        found.ignore(Ignorable.TABLE_HEADER, block.line, block.line + 1)
        for row in block.rows:
            cells = [each for each in row.cells if each]
            _say(found, " → ".join(cells[-2:]), row.line, row.line)
    elif isinstance(block, Quote):
        for each in block.blocks:
            waiting = _block(found, each, waiting)
    return waiting


def _is_label(text: str) -> bool:
    return template.is_label(text) and not _ASKED.match(plain(text))


def _is_answer(text: str) -> bool:
    match = _ANSWERED.search(plain(text))
    return match is not None and match.start() == 0


def _item(found: Collected, item: Item) -> None:
    """Points below a question are its answer; below a label they are clarifications."""
    below = [each for each in item.children if isinstance(each, Item | Paragraph)]
    if _is_label(item.text) and below:
        found.ignore(Ignorable.HEADING, item.line, item.own_last)
        for each in item.children:
            _block(found, each, None)
        return
    if not item.text.strip():
        return
    parts = [item.text, *_texts(tuple(below))]
    _say(found, "\n".join(parts), item.line, item.last_line)


def _texts(blocks: tuple[Item | Paragraph, ...]) -> list[str]:
    texts = []
    for each in blocks:
        texts.append(each.text)
        if isinstance(each, Item):
            inner = [child for child in each.children if isinstance(child, Item | Paragraph)]
            texts += _texts(tuple(inner))
    return texts


def _say(found: Collected, text: str, line: int, last_line: int) -> None:
    question, answer = split(plain(text))
    said = f"{question} → {answer}" if question and answer else question or answer
    number = len(found.clarifications) + 1
    name = found.say(StatementKind.CLARIFICATION, said, line, last_line, f"C-{number}")
    span = found.document.span(line, last_line)
    found.clarifications.append(ClarificationFact(question, answer, span, name))


def split(text: str) -> tuple[str, str]:
    """Question and answer; one of the two is empty if there is only the other."""
    asked = _ASKED.match(text)
    rest = text[asked.end() :] if asked else text
    answered = _ANSWERED.search(rest) if asked or "?" in rest else None
    if answered is not None:
        return _bare(rest[: answered.start()]), _bare(rest[answered.end() :])
    arrow = _ARROW.search(rest)
    if arrow is not None:
        return _bare(rest[: arrow.start()]), _bare(rest[arrow.end() :])
    asks, mark, says = rest.partition("?")
    if mark and says.strip(" :-–—"):
        return _bare(asks + mark), _bare(says.strip(" :-–—"))
    if asked or rest.rstrip().endswith("?"):
        return _bare(rest), ""
    return "", _bare(rest)


def _bare(text: str) -> str:
    return text.strip().strip("→").strip()
