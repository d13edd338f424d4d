"""Names of entities as headings and lists write them, without what stands around them."""

import re
from dataclasses import dataclass
from typing import Final

from backwright.read.inline import plain

_NUMBERING: Final = re.compile(
    r"^(?:\d+(?:\.\d+)*[.):]?|[A-Z][.)]|[ivx]+[.)]|[①-⑳])\s*[:.–—-]?\s*(?=\S)"
)
_PREFIX: Final = re.compile(
    r"^(?:new |updated |core |main )?(?:entity|table|model|collection|aggregate(?: root)?|schema"
    r"|class|resource|실체|实体|實體|엔티티|테이블|表)\s*\d*\s*[:：–—.-]?\s+(?=\S)"
    r"|^(?:实体|實體|엔티티|테이블|表)\s*\d*\s*[:：]\s*",
    re.IGNORECASE,
)
_SUFFIX: Final = re.compile(
    r"\s+(?:(?:database |db |sqlmodel |orm |domain )?(?:entity|table|model"
    r"|collection|schema|definition|entities"
    r"|aggregate|object|실체|엔티티|테이블))+$|(?:实体|實體|表|엔티티|테이블)$",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(r"\s*[（(\[](?P<inside>[^()（）\[\]]{0,120})[)）\]]")
_TABLE: Final = re.compile(
    r"(?:\btables?\b\s*[:=]?\s*(?:name\s*[:=]\s*)?)?[`\"']?(?P<name>[a-z][a-z0-9_]{1,60})[`\"']?(?:\s+table)?$"
)
_MARK: Final = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF\uFE0F⭐✅❌]+")
_NAME: Final = re.compile(r"[A-Za-z_À-ÿ][\w À-ÿ/-]{0,60}$")
_WORDS: Final = 4
"""Words; more than that are a sentence or a title, and no entity."""
_NEVER_WORDS: Final = (
    "entities entity fields field attributes attribute relationships relationship"
    " relations overview notes summary validation constraints constraint indexes"
    " index indices rules enums enum enumerations purpose description migration"
    " migrations example examples schema schemas types type lifecycle states"
    " introduction references changelog storage structure diagram erd queries columns"
    " column properties table tables model models data api requests responses request"
    " response definitions definition existing new core main domain key primary common"
    " shared other additional general detailed basic methods behavior behaviour"
    " security performance testing tests implementation assumptions scope requirements"
    " usage pagination filtering sorting errors error default defaults metadata"
    " decisions"
)
_NEVER: Final = frozenset(_NEVER_WORDS.split())
_NEVER_LAST_WORDS: Final = (
    "rules diagram relationships indexes enums overview schema schemas strategy"
    " considerations transitions patterns queries migration migrations structure"
    " definitions lifecycle constraints summary diagrams examples example flow"
    " validation requirements notes policy policies integrity details specifications"
    " values enum validations checks strategies responsibilities invariants operations"
    " endpoints updates properties fields attributes columns entities models tables"
    " format formats export payload payloads changes consistency analysis relations"
    " documentation retention sources mapping settings guidelines"
)
_NEVER_LAST: Final = frozenset(_NEVER_LAST_WORDS.split())


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    """As written; empty if the words name no entity."""
    table: str = ""
    """The table that stands beside it, if one does."""


def entity_name(written: str) -> str:
    return labelled(written).name


def labelled(written: str) -> Named:
    """The same of a label or a point, where `Note:` begins an aside; only a heading of that word
    is the entity."""
    found = named(written)
    return Named("") if found.name.lower() == "note" else found


def named(written: str) -> Named:
    """`### 1. Product (table products)` names Product; `### Validation Rules` names nothing."""
    text = _NUMBERING.sub("", _MARK.sub("", plain(written)).strip()).strip()
    table = ""
    for match in _ASIDE.finditer(text):
        inside = match["inside"].strip()
        found = _TABLE.match(inside)
        if found is not None and ("_" in found["name"] or found["name"].endswith("s")):
            table = table or found["name"]
    text = _ASIDE.sub("", text)
    text = re.split(r"\s+[–—-]\s+|\s*[:：]\s+(?=\S)|\s*/\s+", _PREFIX.sub("", text), maxsplit=1)[0]
    text = _SUFFIX.sub("", text.strip(" :：*`.")).strip()
    text = _SUFFIX.sub("", text).strip()
    return Named(text, table) if _is_name(text) else Named("")


def _is_name(text: str) -> bool:
    words = text.lower().replace("_", " ").split()
    if not words or len(words) > _WORDS or not _NAME.match(text):
        return False
    if words[-1] in _NEVER_LAST or (len(words) == 1 and words[0] in _NEVER):
        return False
    return not all(each in _NEVER for each in words)
