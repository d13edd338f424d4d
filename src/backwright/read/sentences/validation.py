"""That inputs are checked, without saying more."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_VALIDATE: Final = re.compile(
    r"\b(?:validat(?:e|es|ed|ing|ion)\b[^.;]{0,50}\b(?:inputs?|requests?|payloads?|data|body"
    r"|bodies|parameters|numeric inputs)"
    r"|validate (?:\w+ ){1,2}(?:formats?|completeness)"
    r"|(?:input|request|data|server-side|payload)[- ](?:data )?validation"
    r"|(?:reject|refuse)\w*\b[^.;]{0,20}\b(?:invalid|malformed) (?:data|inputs?|requests?"
    r"|entries|values?)"
    r"|validate\b[^.;]{0,40}\b(?:using|with|via) pydantic"
    r"|pydantic models? for\b[^.;]{0,30}\bvalidation)\b",
    re.IGNORECASE,
)
_NOT_REQUESTS: Final = re.compile(
    r"\b(?:jwt|tokens?|csv|files?|images?|import|export|expressions?|stock|availab\w+"
    r"|before publication)\b",
    re.IGNORECASE,
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    match = sentence.find(_VALIDATE)
    if match is None or sentence.find(_NOT_REQUESTS) or sentence.negated(match.start()):
        return
    yield sentence.says(SentenceKind.VALIDATION, entity=sentence.main())
