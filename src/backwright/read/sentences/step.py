"""Scenarios and edge cases: what is done, and what is answered."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.conditions import condition
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.verbs import first_deed
from backwright.read.sentences.vocabulary import Vocabulary

_PARTS: Final = re.compile(
    r"^\s*given\b(?P<given>.*?)\bwhen\b(?P<when>.*?)\bthen\b(?P<then>.*)$", re.IGNORECASE
)
_STATUS: Final = re.compile(
    r"(?<![\w.$#:/-])(?P<code>[2345]\d\d)(?![\w%/]|[.,]\d| ?(?:characters?|tasks?|items?|ms))"
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    parts = _PARTS.match(sentence.text)
    if parts is None:
        yield from _edge(sentence)
        return
    done = first_deed(sentence, parts.start("when"), parts.end("when"))
    status = _STATUS.search(parts["then"])
    code = int(status["code"]) if status is not None else 0
    when = condition(parts["then"], code) or condition(parts["when"] + parts["given"], code)
    verb, entity = (done.verb, done.entity) if done is not None else ("", "")
    if not entity:
        named = [m.entity for m in sentence.entities if m.start >= parts.start("when")]
        entity = named[0] if named else sentence.main()
    if verb or code:
        yield sentence.says(
            SentenceKind.STEP,
            verb=verb,
            entity=entity,
            status=code,
            value=when,
            operations=sentence.operations,
        )


def _edge(sentence: Sentence) -> Iterator[SentenceFact]:
    """The situation is the question or the words before the answer."""
    if not sentence.text or sentence.text.endswith("?"):
        return
    whole = f"{sentence.about} {sentence.text}"
    status = _STATUS.search(sentence.text)
    code = int(status["code"]) if status is not None else 0
    when = condition(sentence.text, code) or condition(whole, code)
    done = first_deed(sentence, 0, len(sentence.text))
    entity = sentence.main()
    if code or (when and done is not None):
        yield sentence.says(
            SentenceKind.STEP,
            verb=done.verb if done is not None else "",
            entity=entity,
            status=code,
            value=when,
            operations=sentence.operations,
        )
