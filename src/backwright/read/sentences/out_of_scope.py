"""Sentences that ask for nothing of a backend, with the reason."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

SCREENS: Final = "about screens, not about the backend"
GOAL: Final = "a goal that is measured in use"
PROCESS: Final = "about how the project is built, not about what the backend does"

_SUBJECT: Final = re.compile(
    r"^(?:the )?(?:\w+ )?(?:web client|web app|mobile app|page|screen|form|frontend|UI|editor"
    r"|website|header|footer|cards?|toolbar|banner|widget)"
    r"\s+(?:must|should|shall)\b",
    re.IGNORECASE,
)
"""A sentence about what a screen does."""
_WIDGET: Final = re.compile(
    r"\b(?:sidebar|modals?|dark (?:and|or|mode|theme)"
    r"|light (?:color|theme|mode)"
    r"|colou?r (?:coding|themes?|scheme)|themes?|charts?|buttons?|icons?|emojis?|tooltips?"
    r"|dropdowns?|hover|animat\w+|responsive|screen sizes?|single-page|landing page"
    r"|(?:web )?browsers?|frontend (?:must|should|\w+ must)|gradients?|border radius|blur"
    r"|menu|navigation (?:bar|menu)|page reload|date picker|calendar view|chevron|typography"
    r"|inline (?:error|message)s?|form validation|UI (?:shell|component|element)s?|spinners?"
    r"|skeletons?|breadcrumbs?|accessib(?:le|ility) (?:labels?|standards?)|keyboard|toasts?)\b",
    re.IGNORECASE,
)
"""Words of screens alone: they outweigh whatever else the sentence seems to say."""
_SCREEN: Final = re.compile(
    r"\b(?:dialogs?|drag[- ]and[- ]drop|colou?rs?|dashboards?|layout|navigation"
    r"|quick-\w+|pre-select\w*|auto-?suggest\w*|collaps\w+|confirmation (?:dialog|prompt|before)"
    r"|prompt(?:s|ed)? (?:the )?users?|login page|redirect\w*|visual\w*"
    r"|connection (?:status|interruptions?)|local time ?zone|(?:application|interface) language"
    r"|(?:language|theme) preference|clicks?|displays?(?! names?)|default to today|quick entry"
    r"|requires? confirmation|frontend|user interface|UI|screens?|views? (?:when|mode))\b",
    re.IGNORECASE,
)
_PROCESS: Final = re.compile(
    r"\b(?:organi[sz]e code|code (?:style|coverage|reviews?)|folder structure|unit tests?"
    r"|test coverage|documentation in docs|docs/|README|type hints?|separation (?:between|of)"
    r"|domain-driven|clean architecture|linting|CI/CD|deployment|docker|concurrent user load"
    r"|local(?:ly)? only)\b",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"\bLCP\b|\b\d+\s?(?:ms|milliseconds)\b|\bp9[059]\b|\d%\s+of\s+(?:requests|responses)\b",
    re.IGNORECASE,
)
_GOAL: Final = re.compile(
    r"\b(?:within|under|in less than|in under|less than|at least|up to)"
    r"\s+\d+(?:\.\d+)?\s*(?:ms|milliseconds?|seconds?|minutes?)\b|(?<![\d.])(?!100\s?%"
    r"|0\s?%)\d+(?:\.\d+)?\s?%"
    r"|\bp9[059]\b|\b(?:simultaneous|concurrent) users?\b"
    r"|\bresponse times?\b|\bper second\b|\bwithout degradation\b|\bLCP\b|\bsatisfaction\b"
    r"|\buptime\b|\b\d+ (?:clicks|concurrent)",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    measured = (
        sentence.statement.kind is StatementKind.SUCCESS_CRITERION
        or sentence.find(_MEASURED) is not None
    )
    reason = ""
    if sentence.find(_PROCESS):
        reason = PROCESS
    elif sentence.find(_SUBJECT) or _shown(sentence, _WIDGET) or _shown(sentence, _SCREEN):
        reason = SCREENS
    elif measured and sentence.find(_GOAL):
        reason = GOAL
    if reason:
        yield sentence.says(SentenceKind.OUT_OF_SCOPE, value=reason)


def outweighs(sentence: Sentence, *, asks: bool) -> bool:
    """Whether it is about screens although other patterns read something in it; `asks`: something
    that no screen can give."""
    if sentence.find(_SUBJECT) is not None:
        return True
    return not asks and _shown(sentence, _WIDGET)


def _shown(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    """Whether it speaks of such a thing, and does not mean a field or an entity of that name."""
    meant = [
        *((m.start, m.end) for m in sentence.fields),
        *((m.start, m.end) for m in sentence.entities),
    ]
    return any(
        not any(start <= match.start() and match.end() <= end for start, end in meant)
        for match in pattern.finditer(sentence.text)
    )
