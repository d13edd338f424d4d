"""Words for defaults, and for values that the system sets by itself."""

import re
from typing import Final

from backwright.shape import ABSENT, Absent, Kind, Literal, Shape

_SAID: Final = re.compile(
    r"\bdefault(?:s|ed)?\b(?:\s+(?:to|value|is|of))*\s*[:=]?\s*"
    r"(?P<value>`[^`]*`|'[^']*'|\"[^\"]*\"|\[\s*\]|\{\s*\}|[\w.]+\([^()]*\)|-?[\w.]+)",
    re.IGNORECASE,
)
_NOW: Final = re.compile(
    r"\b(?:now|utc ?now|current_?(?:timestamp|date|time)|sysdate|today"
    r"|datetime\.\w*now|func\.now|timezone\.now)\b",
    re.IGNORECASE,
)
_NO_DEFAULT: Final = frozenset(
    ["", "-", "—", "–", "n/a", "na", "none required", "required", "(none)", "×", "x", "없음", "无"]
)
_NOTHING: Final = frozenset(["null", "none", "nil", "undefined"])
_COUNTING: Final = re.compile(
    r"\bauto-?\s?incr\w*\b|\bserial\b|\bidentity\b|\bsequential id\b", re.IGNORECASE
)
_GENERATED: Final = re.compile(
    r"\bauto(?:matic(?:ally)?)?[ -]?(?:generated|set|assigned|created"
    r"|populated|managed)?\b(?! ?incr)|\bgenerated\b(?! from)|\bset by (?:the "
    r")?(?:system|server|database)\b"
    r"|\bset (?:on|at) (?:creation|insert)\b|\bset on every\b|gen_random_uuid"
    r"|uuid_generate|uuid4|uuidv?\d?\(|자동|自動|自动",
    re.IGNORECASE,
)
_ON_CHANGE: Final = re.compile(
    r"\bon (?:every |each )?(?:change|update|modification)\b"
    r"|\bauto-?\s?updated?\b|\bupdated (?:on|automatically|at every)\b|\bset "
    r"on every change\b|\bon update\b",
    re.IGNORECASE,
)
_ON_CREATION: Final = re.compile(
    r"\b(?:set )?(?:on|at|upon) (?:creation|insert|registration)\b|\bwhen created\b", re.IGNORECASE
)
_VERSION: Final = re.compile(
    r"\bstarts? (?:at|with|from) [01]\b|\boptimistic\b|\bincremented\b|\braised (?:with|by)\b",
    re.IGNORECASE,
)
_DELETED: Final = re.compile(r"\bsoft[ -]?delet", re.IGNORECASE)
_CREATED_NAME: Final = re.compile(
    r"(?:^|_)(?:created|creation|inserted|registered|joined|added|uploaded|logged|timestamp)(?:_|$)"
)
_UPDATED_NAME: Final = re.compile(r"(?:^|_)(?:updated|modified|changed|edited)(?:_|$)")
_OF_CALLER: Final = re.compile(
    r"\b(?:from|by) (?:the )?(?:verified )?(?:token|jwt|session|current user|signed-in user)\b",
    re.IGNORECASE,
)
_TIMES: Final = frozenset({Kind.DATETIME, Kind.DATE, Kind.TIME, Kind.ANY})


def said_default(text: str) -> str | None:
    """The words of the default within a text of constraints; None if there are none."""
    match = _SAID.search(text[:2000])
    return match["value"] if match is not None else None


def default_of(shape: Shape, written: str | None) -> Literal | Absent:
    """The value of a default as the field's type holds it; `ABSENT` if it is no constant."""
    if written is None:
        return ABSENT
    text = written.strip().rstrip(".,;")
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\"`"
    bare = text.strip("'\"`").strip()
    if bare.lower() in _NO_DEFAULT and not quoted:
        return ABSENT
    if bare.lower() in _NOTHING and text[0] not in "'\"":
        return None
    if _NOW.search(bare) or bare.endswith(")"):
        return ABSENT
    return _typed(shape, bare, quoted=quoted)


def _typed(shape: Shape, text: str, *, quoted: bool) -> Literal | Absent:
    value: Literal | Absent = ABSENT
    if shape.kind is Kind.BOOLEAN:
        value = {"true": True, "false": False, "1": True, "0": False, "yes": True, "no": False}.get(
            text.lower(), ABSENT
        )
    elif shape.kind is Kind.INTEGER:
        value = int(text) if re.fullmatch(r"-?\d{1,18}", text) else ABSENT
    elif shape.kind in {Kind.NUMBER, Kind.DECIMAL}:
        value = _number(text)
    elif shape.kind is Kind.STRING:
        match = next((str(v) for v in shape.values if str(v).lower() == text.lower()), None)
        if shape.values:
            value = ABSENT if match is None else match
        else:
            value = text if len(text) <= 200 and (quoted or " " not in text) else ABSENT
    elif shape.kind is Kind.ARRAY and re.fullmatch(r"\[\s*\]|empty(?: (?:list|array))?", text):
        value = ()
    return value


def _number(text: str) -> Literal | Absent:
    if not re.fullmatch(r"-?\d{1,15}(?:\.\d{1,10})?", text):
        return ABSENT
    number = float(text)
    return int(number) if number.is_integer() else number


def automatic(name: str, shape: Shape, text: str, default: str | None, *, key: bool) -> str:
    """How the system sets the field, see `FieldFact.auto`; empty if the words do not say so."""
    now = bool(_NOW.search(default or ""))
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace(" ", "_")
    if key:
        made = _GENERATED.search(f"{text} {default or ''}") or _COUNTING.search(
            f"{text} {default or ''}"
        )
        return "id" if made else ""
    if _OF_CALLER.search(f"{text} {default or ''}"):
        return "owner"
    if shape.kind in _TIMES:
        return _time(snake, text, now=now)
    if shape.kind is Kind.INTEGER and _VERSION.search(text) and "version" in snake:
        return "version"
    if _GENERATED.search(f"{text} {default or ''}") or _COUNTING.search(text):
        return "other"
    return ""


def _time(name: str, text: str, *, now: bool) -> str:
    if _DELETED.search(text) or name in {"deleted_at", "removed_at"}:
        return "deleted"
    if _ON_CHANGE.search(text) or (_UPDATED_NAME.search(name) and (now or _GENERATED.search(text))):
        return "updated"
    generated = now or _ON_CREATION.search(text) or _GENERATED.search(text)
    if generated and (_CREATED_NAME.search(name) or _ON_CREATION.search(text) or now):
        return "created"
    return "other" if generated else ""
