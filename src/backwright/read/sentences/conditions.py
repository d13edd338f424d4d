"""When a status is answered, in words."""

import re
from typing import Final

_TABLE: Final = (
    ("too_many", r"rate limit\w*|too many|limit is exceeded"),
    (
        "too_large",
        r"too large|larger than|exceeds? (?:the )?(?:maximum )?(?:body |payload )?size|payload",
    ),
    (
        "stale",
        r"stale|version (?:conflict|mismatch)|old version|modified since"
        r"|concurrent(?:ly)? (?:update|modif)\w*",
    ),
    ("unavailable", r"service unavailable|unavailable|database (?:is )?down|maintenance"),
    (
        "unauthenticated",
        r"unauthenticated|un-?authori[sz]ed|not (?:authenticated|logged in|signed in)"
        r"|authentication (?:errors?|fail\w*)"
        r"|(?:missing|invalid|expired|malformed|no|without)\b[^.;,]{0,40}\b(?:tokens?"
        r"|credentials?|authentication|jwt)"
        r"|tokens? (?:is |are )?(?:missing|invalid|expired)|wrong password|without logging in",
    ),
    (
        "forbidden",
        r"forbidden|insufficient permissions?|not (?:an )?admin\w*|non-admin\w*"
        r"|another user\w*|other users?\b|authorization (?:failure|error)s?"
        r"|doesn'?t own|does not own|not (?:the )?owner|not owned|do(?:es)? not match"
        r"|doesn'?t match|mismatch\w*|cross-user|permission|access denied",
    ),
    ("business", r"insufficient|business (?:logic|rule)|not enough|out of stock"),
    (
        "missing",
        r"not[- ]found|non-?exist\w*|do(?:es)?n'?t exist|do(?:es)? not exist|no such"
        r"|unknown \w* ?id|not exist",
    ),
    (
        "duplicate",
        r"duplicat\w*|a second \w+|a second time|twice|already (?:exists?|registered|in use"
        r"|taken|used)|unique\w* (?:violation"
        r"|constraint)|taken",
    ),
    ("conflict", r"conflicts?"),
    (
        "invalid",
        r"validation|invalid|bad request|unprocessable|missing (?:required )?(?:fields?|\w+)"
        r"|exceed\w*|too long|too short|empty|negative"
        r"|out of range|must be|zero or negative|without (?:a )?title",
    ),
    ("created", r"creat(?:ed|ion)|success(?:ful(?:ly)?)? creat\w*"),
    ("deleted", r"delet(?:ed|ion)|removed|no content"),
    ("updated", r"updat(?:ed|e)|modif(?:ied|ication)"),
    ("failure", r"server errors?|unexpected|internal|unhandled"),
    ("success", r"success\w*|\bok\b"),
)
_CONDITIONS: Final = tuple(
    (name, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for name, words in _TABLE
)

_STANDARD: Final = {
    200: "success", 201: "created", 204: "deleted", 400: "invalid", 401: "unauthenticated",
    403: "forbidden", 404: "missing", 409: "conflict", 413: "too_large", 422: "invalid",
    429: "too_many", 500: "failure", 503: "unavailable",
}  # fmt: skip
_FAMILY: Final = {
    200: {"success", "updated", "deleted", "created"},
    201: {"created", "success"},
    204: {"deleted", "updated", "success"},
    400: {"invalid", "business", "duplicate", "missing", "conflict"},
    401: {"unauthenticated", "forbidden"},
    403: {"forbidden", "unauthenticated"},
    404: {"missing", "forbidden"},
    409: {"conflict", "business", "duplicate", "stale", "invalid"},
    412: {"stale", "conflict"},
    413: {"too_large"},
    415: {"unsupported"},
    422: {"invalid", "business", "duplicate", "missing"},
    429: {"too_many"},
    500: {"failure"},
    503: {"unavailable", "failure"},
}

FOREIGN: Final = re.compile(
    r"\b(?:another|other|others'?|different|someone else'?s?) (?:users?'?s?'?|customers?'?s?'?"
    r"|owners?'?s?|members?'?s?'?)|"
    r"(?:doesn'?t|does not|don'?t|do not) (?:own|belong to)|not own(?:ed)?|not theirs|(?:is"
    r"|are) not (?:the|its|their) (?:author|owner|creator)|"
    r"belong(?:s|ing)? to (?:another|a different|someone)|to anyone but",
    re.IGNORECASE,
)
PATH_USER: Final = re.compile(
    r"\buser[ _]?ids?\b[^.;]{0,60}\b(?:url|path)\b|\b(?:url|path)\b[^.;]{0,30}\buser[ _]?ids?\b"
    r"|\b(?:jwt|token)\b[^.;]{0,60}\bmatch(?:es)?\b[^.;]{0,60}\b(?:url|path)",
    re.IGNORECASE,
)
TOKEN: Final = re.compile(r"\b(?:jwt|tokens?|authenticated|identity)\b", re.IGNORECASE)


def condition(text: str, status: int = 0) -> str:
    """The condition that the words name, if it goes with the status; empty if none does."""
    allowed = _FAMILY.get(status)
    for name, pattern in _CONDITIONS:
        if (allowed is None or name in allowed) and pattern.search(text):
            return name
    return ""


def standard(status: int) -> str:
    """What a status means when nothing more is said."""
    return _STANDARD.get(status, "")
