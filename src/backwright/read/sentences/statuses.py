"""Which status is answered when."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind, StatementKind
from backwright.read.sentences.conditions import FOREIGN, PATH_USER, TOKEN, condition, standard
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_CODE: Final = re.compile(
    r"(?<![\w.$#:/-])(?P<code>[2345]\d\d)(?![\w%/]|[.,]\d|-\d| ?(?:characters?|ms"
    r"|milliseconds?|items?|px|tasks?|records?|users?))"
)
_HTTP: Final = re.compile(
    r"\b(?:http|status(?:es)?|codes?|return\w*|respon\w+|reject\w*|refus\w*|errors?|answer\w*"
    r"|forbidden|unauthori[sz]ed|not found|created|conflict|receive\w*|denied|gets?|result)\b",
    re.IGNORECASE,
)
_APPROPRIATE: Final = re.compile(
    r"\b(?:appropriate|proper|correct|standard|suitable) (?:http )?(?:status|response|error"
    r"|result)[- ]?(?:status )?(?:codes?|es)",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"\b(?:limits?|max\w*|min\w*|how (?:many|long|large|much)|length|size|number of)\b",
    re.IGNORECASE,
)
"""What a question asks for whose answer is a number, but no status."""
_MISMATCH: Final = re.compile(
    r"\b(?:match|mismatch|same as|equals?|correspond)\w*\b|\bmatch", re.IGNORECASE
)
_STOP: Final = re.compile(r"[,;)]|\.\s|\band\b\s(?=\d{3})")


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    answers = sentence.statement.kind in {StatementKind.CLARIFICATION, StatementKind.EDGE_CASE}
    answers = answers and not _AMOUNT.search(sentence.about)
    codes = list(_CODE.finditer(sentence.text)) if answers or sentence.find(_HTTP) else []
    if not codes:
        yield from _without_code(sentence)
        return
    entity = sentence.main()
    several = {int(each["code"]) for each in codes}
    seen: set[tuple[int, str]] = set()
    for index, match in enumerate(codes):
        status = int(match["code"])
        when = _when(sentence, codes, index, several)
        if (
            not when
            or (status, when) in seen
            or sentence.text[: match.start()].rstrip().endswith("not")
        ):
            continue
        seen.add((status, when))
        yield sentence.says(
            _kind(sentence, status, when, len(several)),
            status=status,
            value=when,
            entity=entity,
            operations=sentence.operations,
        )


def _kind(sentence: Sentence, status: int, when: str, count: int) -> SentenceKind:
    said = f"{sentence.about} {sentence.text}"
    if status in {401, 403, 404} and count == 1:
        if PATH_USER.search(said) and TOKEN.search(said) and when != "missing":
            return SentenceKind.PATH_USER_STATUS
        if status != 401 and FOREIGN.search(said):
            return SentenceKind.FOREIGN_STATUS
    return SentenceKind.STATUS_WHEN


def _when(sentence: Sentence, codes: list[re.Match[str]], index: int, several: set[int]) -> str:
    """The condition of one code: said after it, else before it, else what the code stands for."""
    match, text = codes[index], sentence.text
    status = int(match["code"])
    end = codes[index + 1].start() if index + 1 < len(codes) else len(text)
    begin = codes[index - 1].end() if index else 0
    stop = _STOP.search(text, match.end(), end)
    near = text[match.end() : stop.start() if stop is not None else end]
    for words in (
        near,
        text[match.end() : end] if len(several) == 1 else "",
        text[begin : match.start()],
    ):
        found = condition(words, status)
        if found:
            return _distinct(found, status, several)
    asked = condition(sentence.about, status)
    return asked or _distinct(standard(status), status, several)


def _distinct(found: str, status: int, several: set[int]) -> str:
    """Beside 422 a bare 400 means that the request could not be read at all."""
    if found == "invalid" and status == 400 and 422 in several:
        return "malformed"
    return found


def _without_code(sentence: Sentence) -> Iterator[SentenceFact]:
    match = sentence.find(_APPROPRIATE)
    if match is not None and not sentence.negated(match.start()):
        yield sentence.says(SentenceKind.STATUS_WHEN, value="appropriate")
    elif (
        PATH_USER.search(sentence.text) and TOKEN.search(sentence.text) and sentence.find(_MISMATCH)
    ):
        yield sentence.says(SentenceKind.PATH_USER_STATUS, value="forbidden")
