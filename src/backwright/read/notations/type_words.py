"""Words for types: of SQL, of Python, of OpenAPI and of plain English."""

import re
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.inline import plain
from backwright.read.notations import value_words
from backwright.shape import Kind, Shape


@dataclass(frozen=True, slots=True)
class Typed:
    """What the words for a type say."""

    shape: Shape
    rest: str
    """What follows the type: words for constraints."""
    enum: bool = False
    """It is an enum whose values may stand elsewhere."""
    automatic: bool = False
    """`SERIAL`: the database counts."""


_NUMBER: Final = (
    r"(?:\s*[(\[]\s*(?:max[:= ]*)?(?P<one>\d{1,3}(?:,\d{3})+|\d+)(?:\s*(?:,|-"
    r"|–)\s*(?P<two>\d+))?\s*(?:chars?|characters?)?\s*[)\]])?"
)
_END: Final = r"(?![A-Za-z0-9_\[<])"


def _scalar(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern}){_NUMBER}{_END}", re.IGNORECASE)


_SCALARS: Final = (
    (_scalar(r"(?:uuid|guid)(?:v?\d)?(?:\s*\(?v4\)?)?"), Shape(Kind.UUID)),
    (_scalar(r"(?:big|small)?serial\d?"), Shape(Kind.INTEGER)),
    (
        _scalar(
            r"(?:big|small|tiny|medium|positive|unsigned )?int(?:eger)?(?:\d{1,2})?|long"
            r"|整数|整數|정수"
        ),
        Shape(Kind.INTEGER),
    ),
    (_scalar(r"decimal|numeric|money|bigdecimal"), Shape(Kind.DECIMAL)),
    (_scalar(r"floats?|double(?: precision)?|real|numbers?|浮点数|실수"), Shape(Kind.NUMBER)),
    (_scalar(r"bool(?:ean)?|bit|布尔值?|布林|불리언"), Shape(Kind.BOOLEAN)),
    (
        _scalar(
            r"timestamptz"
            r"|timestamps?(?:\s*\(\s*\d\s*\))?(?:\s+with(?:out)?\s+time\s?-?zone"
            r"|\s*\(\s*tz\s*\)|\s+with tz)?"
            r"|date-?time(?:tz|field)?(?:\s*\(\s*timezone[^)]*\)|\s+with timezone)?"
            r"|date and time|iso[ -]?8601(?: (?:string|date-?time|timestamp))?|時間戳記?"
            r"|날짜시간|일시"
        ),
        Shape(Kind.DATETIME),
    ),
    (_scalar(r"dates?|日期|날짜"), Shape(Kind.DATE)),
    (_scalar(r"time(?: of day)?(?:tz)?"), Shape(Kind.TIME)),
    (_scalar(r"jsonb?|objects?|dict(?:ionary)?|map|hash|record<[^>]*>"), Shape(Kind.MAP)),
    (_scalar(r"bytea|(?:long)?blob|(?:var)?binary|bytes"), Shape(Kind.BINARY)),
    (
        _scalar(r"email(?:str)?|e-mail(?: address)?|email address"),
        Shape(Kind.STRING, format="email"),
    ),
    (_scalar(r"(?:any|http)?ur[li]|any_?http_?url"), Shape(Kind.STRING, format="uri")),
    (
        _scalar(
            r"(?:n?var|n)?char(?:acter)?(?: varying)?|char_?field|(?:short |long "
            r")?strings?|str|(?:long|medium|tiny)?text(?:_?field)?"
            r"|citext|slug|字串|字符串|文字列|문자열"
        ),
        Shape(Kind.STRING),
    ),
)
_ENUM: Final = re.compile(
    r"^(?:str(?:ing)?\s*[,/]?\s*)?\(?(?:enum(?:eration)?|choices?|literal)\b", re.IGNORECASE
)
_OPTIONAL: Final = re.compile(
    r"^(?:optional|nullable|maybe)\s*[\[<(]\s*(?P<inner>.+?)\s*[\])>](?P<rest>[^\])>]*)$",
    re.IGNORECASE,
)
_UNION: Final = re.compile(
    r"\s*\|\s*(?:none|null|undefined)\b|^(?:none|null)\s*\|\s*", re.IGNORECASE
)
_ARRAY: Final = (
    re.compile(
        r"^(?:list|array|sequence|set|tuple|vector)\s*(?:\[|<|\()\s*(?P<inner>[\w "
        r".|,()-]+?)\s*(?:\]|>|\))(?P<rest>.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?:list|array|set|collection)\s+of\s+(?P<inner>\w+)(?P<rest>.*)$", re.IGNORECASE),
    re.compile(r"^(?P<inner>\w+(?:\(\d+\))?)\s*\[\s*\](?P<rest>.*)$"),
    re.compile(r"^(?P<inner>\w+)\s+(?:array|list)\b(?P<rest>.*)$", re.IGNORECASE),
    re.compile(r"^(?:list|array)\b(?P<inner>)(?P<rest>.*)$", re.IGNORECASE),
)
_MAPPING: Final = re.compile(
    r"^(?:dict|map|mapping|record)\s*[\[<](?P<inner>[^\]>]*)[\]>]+(?P<rest>.*)$", re.IGNORECASE
)
_ALTERNATIVE: Final = re.compile(r"^(?P<first>\w+)\s*/\s*\w+(?P<rest>.*)$")
_NAMED: Final = re.compile(
    r"^(?P<name>[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+|[A-Z][a-z]{2,30})(?P<rest>(?:\s*[(,;].*)?)$"
)
_VALUE_NAMES: Final = re.compile(
    r"(?:Enum|Status|Type|Role|Priority|Category|State|Kind|Level|Method|Mode)$"
)
_WIDEST: Final = 10_485_760


def read_type(text: str) -> Typed | None:
    """The type at the start of a text; None if there is none."""
    written = plain(text).strip(" *`.,:")
    if not written or len(written) > 2000:
        return None
    wrapped = _OPTIONAL.match(written)
    if wrapped is not None:
        inner = read_type(wrapped["inner"])
        return _nullable(inner, wrapped["rest"]) if inner else None
    if _UNION.search(written) and not written.startswith(("'", '"')):
        inner = read_type(_UNION.sub(" ", written, count=1).strip())
        return _nullable(inner, inner.rest) if inner else None
    if len(written) > 1 and written[-1] == "?" and written[:-1].isalnum():
        inner = read_type(written[:-1])
        return _nullable(inner, "") if inner else None
    return _enum(written) or _container(written) or _plain_type(written) or _named(written)


def _nullable(inner: Typed, rest: str) -> Typed:
    return replace(inner, shape=replace(inner.shape, nullable=True), rest=rest)


def _enum(text: str) -> Typed | None:
    match = _ENUM.match(text)
    if match is not None:
        found = value_words.values(text)
        return Typed(Shape(Kind.STRING, values=found), text[match.end() :], enum=True)
    if text[0] in "'\"":
        found = value_words.values(text)
        return Typed(Shape(Kind.STRING, values=found), "", enum=True) if found else None
    return None


def _container(text: str) -> Typed | None:
    mapping = _MAPPING.match(text)
    if mapping is not None:
        return Typed(Shape(Kind.MAP), mapping["rest"])
    for pattern in _ARRAY:
        match = pattern.match(text)
        if match is not None and match["inner"].lower() not in {"json", "numeric", "unique"}:
            inner = read_type(match["inner"]) if match["inner"] else None
            items = inner.shape if inner is not None else None
            return Typed(Shape(Kind.ARRAY, items=items), match["rest"])
    return None


def _plain_type(text: str) -> Typed | None:
    for pattern, shape in _SCALARS:
        match = pattern.match(text)
        if match is not None:
            rest = text[match.end() :]
            automatic = "serial" in match[0].lower()
            return Typed(_sized(shape, match), rest, automatic=automatic)
    either = _ALTERNATIVE.match(text)
    if either is not None:
        inner = _plain_type(either["first"])
        return replace(inner, rest=either["rest"]) if inner else None
    return None


def _sized(shape: Shape, match: re.Match[str]) -> Shape:
    groups = match.groupdict()
    if not groups.get("one"):
        return shape
    one = int(re.sub(r"[,_]", "", groups["one"]))
    two = int(groups["two"]) if groups.get("two") else None
    if shape.kind is Kind.STRING and 0 < one <= _WIDEST:
        if two is not None and two >= one:
            return replace(shape, min_length=one, max_length=two)
        return replace(shape, max_length=one)
    if shape.kind is Kind.DECIMAL and 0 < one <= 1000:
        return replace(shape, max_digits=one, decimal_places=two or 0)
    return shape


def _named(text: str) -> Typed | None:
    """A type of the author's: an enum by its name, else another entity."""
    match = _NAMED.match(text)
    if match is None:
        return None
    name = match["name"]
    if _VALUE_NAMES.search(name):
        found = value_words.values(match["rest"])
        return Typed(Shape(Kind.STRING, values=found, values_name=name), match["rest"], enum=True)
    if sum(each.isupper() for each in name) < 2:
        return None
    return Typed(Shape(Kind.OBJECT, ref=name), match["rest"])
