"""What an error answer looks like."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_FORM: Final = re.compile(
    r"\b(?:(?:consistent|standard(?:i[sz]ed)?|structured|uniform|custom|common|clear"
    r"|descriptive|appropriate|actionable|meaningful)\b[^.;]{0,40}"
    r"\b(?:errors?|json) (?:responses?|messages?|formats?|structures?|details?)"
    r"|(?:errors?|json) (?:responses?|messages?) (?:\w+ ){0,3}(?:format|structure|details?"
    r"|status code)"
    r"|(?:error responses?|errors?) (?:with|in|must (?:include|follow|have))\b"
    r"|errors? (?:\([^)]*\) )?in (?:the )?(?:custom )?format"
    r"|(?:proper )?error handling with|handle errors gracefully|RFC ?(?:9457|7807)"
    r"|problem details?|field-level (?:details?|errors?)"
    r"|consistent json responses?|error codes matching"
    r"|with (?:a )?(?:clear|descriptive) error(?: messages?)?)\b",
    re.IGNORECASE,
)
_LOGGED: Final = re.compile(r"\b(?:must|should|shall) log\b", re.IGNORECASE)
_PROBLEM: Final = re.compile(
    r"\b(?:RFC ?(?:9457|7807)|problem details?|problem\+json)\b", re.IGNORECASE
)
_TEMPLATE: Final = re.compile(
    r"\{[^{}]*[\"']?(?:error|detail|message|code|success)[\"']?\s*:(?:[^{}]|\{(?:[^{}]"
    r"|\{[^{}]*\})*\})*\}"
)
_MEMBERS: Final = (
    ("code", re.compile(r"\b(?:status|error) codes?\b", re.IGNORECASE)),
    ("message", re.compile(r"\bmessages?\b", re.IGNORECASE)),
    ("details", re.compile(r"\bdetails?\b", re.IGNORECASE)),
    ("request_id", re.compile(r"\brequest[ _-]?id\b", re.IGNORECASE)),
    ("fields", re.compile(r"\bfield[- ]level\b", re.IGNORECASE)),
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_LOGGED):
        return
    template = sentence.find(_TEMPLATE)
    match = sentence.find(_FORM)
    if template is None and (match is None or sentence.negated(match.start())):
        return
    if template is not None and not re.search(r"\berrors?\b", sentence.text, re.IGNORECASE):
        return
    text = sentence.text
    yield sentence.says(
        SentenceKind.ERROR_FORM,
        value=template.group()
        if template is not None
        else "problem"
        if _PROBLEM.search(text)
        else "",
        values=tuple(name for name, pattern in _MEMBERS if pattern.search(text)),
    )
