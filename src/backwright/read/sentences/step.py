"""Scenarios and edge cases: what is done, and what is answered."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.conditions import condition, standard
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.terms import stem
from backwright.read.sentences.verbs import Deed, first_deed
from backwright.read.sentences.vocabulary import Vocabulary

_PARTS: Final = re.compile(
    r"^\s*given\b(?P<given>.*?)\bwhen\b(?P<when>.*?)\bthen\b(?P<then>.*)$", re.IGNORECASE
)
_ACCOUNT: Final = (
    ("register", re.compile(r"\b(?:regist(?:er|ers|ering)|signs? up)\b", re.IGNORECASE)),
    ("login", re.compile(r"\b(?:logs? in|logging in|signs? in|signing in)\b", re.IGNORECASE)),
    ("logout", re.compile(r"\b(?:logs? out|signs? out)\b", re.IGNORECASE)),
    ("me", re.compile(r"\basks? for their (?:account|profile)\b", re.IGNORECASE)),
)
_TOGGLE: Final = re.compile(r"\btoggl(?:e|es|ing)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"\b[a-z]{3,}\b", re.IGNORECASE)
_REQUEST: Final = re.compile(r"\b(?P<method>GET|POST|PUT|PATCH|DELETE)\b")
_ASKS_FOR: Final = re.compile(
    r"\b(?:(?P<verb>create|update|delete)\s+(?:\w+\s)?requests?"
    r"|requests?\s+(?P<own>their|the|all|a list of|details of)\b)",
    re.IGNORECASE,
)
_UNMISTAKABLE: Final = frozenset({401, 413, 429})
_METHODS: Final = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
_STATUS: Final = re.compile(
    r"(?<![\w.$#:/-])(?P<code>[2345]\d\d)(?![\w%/]|[.,]\d| ?(?:characters?|tasks?|items?|ms))"
)


def read(sentence: Sentence, vocabulary: Vocabulary) -> Iterator[SentenceFact]:
    parts = _PARTS.match(sentence.text)
    if parts is None:
        yield from _edge(sentence)
        return
    start, end = parts.span("when")
    done = _done(sentence, start, end, vocabulary)
    status = _STATUS.search(parts["then"])
    code = int(status["code"]) if status is not None else 0
    situation = parts["when"] + parts["given"]
    when = condition(parts["then"], code) or condition(situation, code)
    if not when and code in _UNMISTAKABLE:
        when = standard(code)
    entity = done.entity if done is not None else ""
    if not entity:
        named = [
            m.entity for m in sentence.entities if m.start >= start and m.entity != sentence.user
        ]
        entity = named[0] if named else sentence.main()
    if done is not None or code:
        yield sentence.says(
            SentenceKind.STEP,
            verb=done.verb if done is not None else "",
            entity=entity,
            status=code,
            value=when,
            operations=sentence.operations,
        )


def _done(sentence: Sentence, start: int, end: int, vocabulary: Vocabulary) -> Deed | None:
    """What the caller does: signs in, does something with an entity, or sends a request."""
    for verb, pattern in _ACCOUNT:
        if pattern.search(sentence.text, start, end):
            return Deed(verb, vocabulary.user())
    others = [m for m in sentence.entities if m.entity != sentence.user]
    about = next((m.entity for m in others if m.start >= start), sentence.main())
    return (
        _acted(sentence, start, end, vocabulary, about)
        or _requested(sentence, start, end, about)
        or first_deed(sentence, start, end, vocabulary.actions)
        or _asked_for(sentence, start, end)
    )


def _acted(
    sentence: Sentence, start: int, end: int, vocabulary: Vocabulary, about: str
) -> Deed | None:
    """A verb that the interface has an operation of its own for, or a toggle."""
    if not about:
        return None
    verbs = (match.group().lower() for match in _WORD.finditer(sentence.text, start, end))
    if any(not each.endswith("ed") and stem(each) in vocabulary.actions for each in verbs):
        return Deed("transition", about)
    return Deed("toggle", about) if _TOGGLE.search(sentence.text, start, end) else None


def _requested(sentence: Sentence, start: int, end: int, about: str) -> Deed | None:
    """`they send a DELETE request`, `an update request is sent`"""
    request = _REQUEST.search(sentence.text, start, end)
    if request is not None:
        many = any("{" not in each.rsplit("/", 1)[-1] for each in sentence.operations)
        return Deed(_METHODS.get(request["method"], "list" if many else "get"), about)
    asked = _ASKS_FOR.search(sentence.text, start, end)
    return Deed(asked["verb"].lower(), about) if about and asked and asked["verb"] else None


def _asked_for(sentence: Sentence, start: int, end: int) -> Deed | None:
    """`they request their tasks`"""
    asked = _ASKS_FOR.search(sentence.text, start, end)
    following = sentence.entity_after(asked.end(), within=20) if asked is not None else None
    if following is None:
        return None
    return Deed("list" if following.plural else "get", following.entity)


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
    if code:
        yield sentence.says(
            SentenceKind.STEP,
            verb=done.verb if done is not None else "",
            entity=entity,
            status=code,
            value=when,
            operations=sentence.operations,
        )
