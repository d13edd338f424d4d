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

_SCREEN: Final = re.compile(
    r"\b(?:sidebar|modals?|dialogs?|drag[- ]and[- ]drop|dark (?:and|or|mode|theme)"
    r"|light (?:color|theme|mode)|colou?r(?:s| coding| themes?)?|themes?"
    r"|charts?|dashboards?|buttons?|icons?|emojis?|tooltips?|dropdowns?|hover|animat\w+"
    r"|responsive|screen sizes?|single-page|landing page"
    r"|web browser|browsers?|frontend must|glassmorphic|gradient|border radius|blur|layout"
    r"|menu|navigation|pages?\s(?:must|should)|page reload"
    r"|date picker|calendar|quick-(?:save|entry|select)|pre-select|auto-?suggest|collaps\w+"
    r"|expand\w*/|chevron|confirmation (?:dialog|prompt|before)?"
    r"|prompt(?:s|ed)? (?:the )?user|login page|redirect\w*|visual\w*|typography|inline error"
    r"|form (?:validation|values?)|default to today|input focus"
    r"|connection (?:status|interruptions?)|local timezone|(?:application|interface) language"
    r"|language preference|theme preference|clicks?|displays?|manager for crud|planner for"
    r"|past and future dates|arithmetic expressions?|expression result|original expression"
    r"|invalid expressions?|rounds? calculation|reorder|consistently across all views"
    r"|require[sd]? confirmation|frontend|user interface|UI)\b",
    re.IGNORECASE,
)
_PROCESS: Final = re.compile(
    r"\b(?:organi[sz]e code|code (?:style|coverage|review)|folder structure|unit tests?"
    r"|test coverage|documentation in docs|format documentation|docs/|README"
    r"|type hints?|separation (?:between|of)|domain-driven|clean architecture|linting|CI/CD"
    r"|deployment|docker|concurrent user load|stored? locally only|local only"
    r"|without maintaining user session|developers?)\b",
    re.IGNORECASE,
)
_GOAL: Final = re.compile(
    r"\b(?:within|under|in less than|in under|less than|at least"
    r"|up to)\s+\d+(?:\.\d+)?\s*(?:ms|milliseconds?|seconds?|minutes?)\b|\d+(?:\.\d+)?\s?%"
    r"|\bp9[059]\b|\b(?:simultaneous|concurrent) users?\b"
    r"|\bLCP\b|\bsatisfaction\b|\buptime\b|\b\d+ (?:clicks|concurrent)",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    reason = ""
    if sentence.find(_PROCESS):
        reason = PROCESS
    elif sentence.find(_SCREEN):
        reason = SCREENS
    elif sentence.find(_GOAL) and (
        sentence.statement.kind is StatementKind.SUCCESS_CRITERION or "LCP" in sentence.text
    ):
        reason = GOAL
    if reason:
        yield sentence.says(SentenceKind.OUT_OF_SCOPE, value=reason)
