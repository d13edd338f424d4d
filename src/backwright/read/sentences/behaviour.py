"""What the backend must do and only code can say: it becomes a hook."""

import re
from collections.abc import Iterator
from typing import Final

from backwright.read.facts import SentenceFact, SentenceKind
from backwright.read.sentences.sentence import Sentence
from backwright.read.sentences.vocabulary import Vocabulary

_TABLE: Final = (
    (
        "external",
        r"integrat(?:e|es|ion) with|openai|\bLLMs?\b|\bGPT|dashscope|yahoo|bloomberg|(?:external"
        r"|third[- ]party) (?:api|service|system|provider)s?"
        r"|cloud storage|webhooks?|web ?sockets?|service unavailability|cart service"
        r"|payment (?:gateway|provider|method options)|\bMCP\b|market data",
    ),
    (
        "ai",
        r"\bAI\b|chat ?bot|natural language|chat history|context-aware|confidence scores?"
        r"|embeddings?",
    ),
    (
        "mail",
        r"(?:send|sends|sending|deliver\w*)\b[^.;]{0,30}\b(?:emails?|notifications?|sms"
        r"|messages? to)|verification email|notify\b",
    ),
    (
        "files",
        r"upload\w*|download\w*|\bexport(?:s|ed|ing)?\b|\bimport(?:s|ed|ing)?\b|\bCSV\b|\bPDF\b"
        r"|multipart|file deduplication|photographic",
    ),
    (
        "calculation",
        r"\b(?:re)?calculat(?:e|es|ed|ing|ion|ions)\b|\bcomput(?:e|es|ed|ing)\b|aggregat\w+"
        r"|\bstatistics\b|\bstreaks?\b|\btrends?\b|summary endpoint|total revenue"
        r"|total (?:assets|expenses|income)\b|current month's total"
        r"|dashboard endpoint|\bsummari[sz]\w+|reporting on|double-entry"
        r"|unbalanced",
    ),
    (
        "events",
        r"\bemit(?:s|ted)?\b|publish(?:es|ing)? (?:\w+ )?events?|event publishing"
        r"|\bInventory\w+ event\b",
    ),
    (
        "generation",
        r"\bgenerat(?:e|es|ing|ion)\b(?! (?:unique )?(?:slug|uuid|ids?\b|openapi))|\bsuggest\w*"
        r"|\brecommend\w*|\bdetect\w*|\bpars(?:e|es|ing)\b|\bconvert\w*|\bevaluat\w*"
        r"|\bextract (?!user|authenticated|the user)",
    ),
    (
        "stock",
        r"\bdecrement\w*|insufficient stock|stock (?:is )?(?:insufficient|availab\w+)"
        r"|exceed (?:available|currently)|current_stock|inventory (?:adjustments?|updates?"
        r"|availability)|product availability"
        r"|previously reserved|reserve inventory|release inventory|reservation quantit"
        r"|stock quantities are available",
    ),
    (
        "snapshot",
        r"\bsnapshots?\b|history preserving|preserv(?:e|ing) [^.;]{0,20}histor\w+"
        r"|preserving original",
    ),
    ("concurrency", r"\bidempoten\w+|race conditions?|\batomic(?:ally|ity)?\b|rolled? ?back"),
    ("caching", r"\bcach(?:e|ed|es|ing)\b"),
    (
        "background",
        r"background (?:tasks?|jobs?|processing)|task processing|task queu\w+|scheduled (?:jobs?"
        r"|tasks?)|poll intervals?|real-time",
    ),
    (
        "workflow",
        r"\bclon(?:e|ing|es)\b|\bregenerat\w+|\btrigger(?:s|ed|ing)?\b|\bapprov(?:e|al|es)\b"
        r"|replacement account|reassign\w*|\bmap \w+ accounts|order cancellation|installments?"
        r"|checkout process",
    ),
    ("time", r"within \d+ (?:days|hours|weeks) of\b|\bcredit card\b|\bformula\b"),
    ("keys", r"\bapi[- ]keys?\b|x-api-key|per-client|ip address(?:es)?"),
    (
        "prevention",
        r"prevent (?:deletion|regenerat\w+|workflow)|default (?:address|cookbook)"
        r"|one \w+ address(?: and one \w+ address)? as default|reset links?|single-use|lock(?:s"
        r"|ed)? accounts?|sequential number",
    ),
    (
        "audit",
        r"audit logs?|security auditing|activity logs?|account activities|authentication events",
    ),
    ("seed", r"sample (?:\w+ )?data\b|seed data|auto-create|automatically create\b"),
)
_PATTERNS: Final = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{words})", re.IGNORECASE)) for name, words in _TABLE
)
_NORMATIVE: Final = re.compile(
    r"\b(?:must|shall|should|can|may|will|needs? to|are|is)\b", re.IGNORECASE
)


def read(sentence: Sentence, _: Vocabulary) -> Iterator[SentenceFact]:
    if sentence.find(_NORMATIVE) is None:
        return
    for name, pattern in _PATTERNS:
        match = sentence.find(pattern)
        if match is not None and not _denied(sentence, match):
            yield sentence.says(
                SentenceKind.BEHAVIOUR,
                value=name,
                entity=sentence.main(),
                operations=sentence.operations,
            )
            return


def _denied(sentence: Sentence, match: re.Match[str]) -> bool:
    """`no caching`, `without background jobs`: denied right before the word."""
    before = sentence.text[max(0, match.start() - 24) : match.start()].lower()
    return (
        re.search(r"\b(?:no|without(?: any| using)?|not (?:use|need|require))\s+$", before)
        is not None
    )
