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
        r"integrat(?:e|es|ion) with|(?:external|third[- ]party) (?:api|service|system|provider)s?"
        r"|\w+ service integration|service unavailability|cloud storage|object storage|webhooks?"
        r"|web ?sockets?|payment (?:gateway|provider|processing|method)s?|openai|stripe|twilio"
        r"|sendgrid|mailgun|\bS3\b|cloudinary|elasticsearch|kafka|rabbitmq|celery|\bMCP\b"
        r"|via [\w ]{2,30} service api|real-time|sync(?:s|hroni[sz]\w*)?\b|(?:check|verif"
        r"|validat)\w* [^.;]{0,60}\bagainst (?:the|an?) (?!schema|enum|allowed|documented)"
        r"|server-sent|providers?\b(?= \()",
    ),
    (
        "ai",
        r"\bAI\b|\bLLMs?\b|\bGPT|chat ?bot|natural language|chat history|context-aware"
        r"|confidence scores?|embeddings?|machine learning|sentiment",
    ),
    (
        "mail",
        r"(?:send|sends|sending|deliver\w*)\b[^.;]{0,30}\b(?:emails?|notifications?|sms"
        r"|messages? to)|verification email|notify\b|notifications? (?:for|when|on)\b",
    ),
    (
        "files",
        r"upload\w*|download\w*|export(?:s|ed|ing)?\b|import(?:s|ed|ing)?\b|imports?\b|CSV\b|PDF\b"
        r"|multipart|deduplicat\w+|photographic|thumbnails?",
    ),
    (
        "calculation",
        r"(?:re)?calculat(?:e|es|ed|ing|ion|ions)\b|comput(?:e|es|ed|ing)\b|aggregat\w+"
        r"|statistics\b|streaks?\b|trends?\b|summary endpoint|summari[sz]\w+|reporting\b"
        r"|forecast\w*"
        r"|total (?:\w+ )?(?:revenue|sales|income|expenses|assets|spent|balance)"
        r"|current month|double-entry|unbalanced|debits|quot(?:e|es|ing)\b|analytics|metrics\b",
    ),
    ("events", r"emits?\b|emitted\b|publish(?:es|ing)? (?:\w+ )?events?|event publishing"),
    (
        "generation",
        r"generat(?:e|es|ing|ion)\b(?! (?:uuid|openapi))|suggest\w*|recommend\w*|detect\w*"
        r"|pars(?:e|es|ing)\b|convert\w*|evaluat\w*|extract (?!user|authenticated|the user)"
        r"|auto-detect\w*|pars(?:er)\b|\w+parser\b|classif\w+|transform\w*",
    ),
    (
        "stock",
        r"(?:decrement|deduct)\w*|insufficient stock|stock (?:is )?(?:insufficient|availab\w+)"
        r"|exceed (?:the )?(?:available|currently|current)|current_stock"
        r"|inventory (?:adjustments?|updates?|availability)|(?:product|stock|inventory"
        r"|item) availability\b"
        r"|(?:reserve|release)s? (?:inventory|stock|pieces|quantit)|(?:already|previously"
        r"|currently) reserved"
        r"|reservation quantit|stock quantit\w+ \w+ available",
    ),
    ("snapshot", r"snapshots?\b|preserv(?:e|ing) [^.;]{0,20}(?:histor\w+|original)"),
    ("concurrency", r"idempoten\w+|race conditions?|atomic(?:ally|ity)?\b|rolled? ?back"),
    ("caching", r"cach(?:e|ed|es|ing)\b"),
    (
        "background",
        r"background (?:tasks?|jobs?|processing)|task processing|task queu\w+|cron\b"
        r"|scheduled (?:jobs?|tasks?)|poll(?:ing)? intervals?|queue\w*\b",
    ),
    (
        "workflow",
        r"clon(?:e|ing|es)\b|regenerat\w+|trigger(?:s|ed|ing)?\b|approv(?:e|al|es)\b|reassign\w*"
        r"|checkout process|installments?|cancellation|merg(?:e|ing)\b|invalid status transitions?"
        r"|unlock\w*|replac(?:e|ed) (?:all|by)",
    ),
    ("time", r"within \d+ (?:days|hours|weeks) of\b|formula\b|reminders?\b"),
    (
        "limits",
        r"(?:limit|rate)\w*\b[^.;]{0,30}\b(?:free|pro|premium|paid|guest)\b[^.;]{0,10}users?",
    ),
    ("keys", r"api[- ]keys?\b|x-api-key|per-client|ip address(?:es)? to"),
    (
        "prevention",
        r"double[- ]book\w*|overlap\w*|prevent (?:deletion|\w+ deletion|multiple)"
        r"|as (?:the )?default\b|reset links?"
        r"|single-use|lock(?:s|ed)? accounts?|sequential number|deeper than|levels of \w+ hierarchy"
        r"|only (?:be )?allowed within|unverified",
    ),
    (
        "audit",
        r"audit (?:logs?|trail)|security auditing|activity logs?|authentication events|\bPII\b",
    ),
    (
        "seed",
        r"sample (?:\w+ )?data\b|seed(?:ed)? (?:data|with)|auto-create|automatically create\b",
    ),
)
_PATTERNS: Final = tuple(
    (name, re.compile(rf"(?<![\w-])(?:{words})", re.IGNORECASE)) for name, words in _TABLE
)
_NORMATIVE: Final = re.compile(
    r"\b(?:must|shall|should|can|may|will|needs? to|are|is)\b", re.IGNORECASE
)
_DENIED: Final = re.compile(
    r"\b(?:no|without(?: any| using)?|not (?:use|need|require))\s+$", re.IGNORECASE
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
    before = sentence.text[max(0, match.start() - 24) : match.start()]
    return _DENIED.search(before) is not None
