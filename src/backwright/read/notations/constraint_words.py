"""Words for constraints of one field: `required, unique, max 254, lower-cased on write`."""

import re
from dataclasses import dataclass, replace
from typing import Final

from backwright.read.notations import value_words
from backwright.read.notations.bound_words import bounded
from backwright.shape import Kind, Shape


@dataclass(frozen=True, slots=True)
class Words:
    """What the words say; see `FieldFact` for the meaning of each."""

    shape: Shape
    required: bool | None = None
    primary_key: bool = False
    unique: bool = False
    index: bool = False
    immutable: bool = False
    read_only: bool = False
    write_only: bool = False
    references: str = ""
    references_field: str = ""
    on_delete: str = ""
    normalise: tuple[str, ...] = ()
    owner: bool = False
    derived: str = ""


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PRIMARY: Final = _words(r"\bprimary key\b|(?<![\w-])pk\b|主键|主鍵|기본 ?키")
_NULL: Final = _words(
    r"(?<!not )(?<!not-)(?<!non-)(?<!no )\bnull(?:able)?\b(?!\s*(?:or empty"
    r"|for|if|=))|\boptional\b|(?:不|非)必填|可为空|可空|選填|可選|선택(?:적|사항)?|不必須"
)
_REQUIRED: Final = _words(
    r"\bnot[ -]?null(?:able)?\b|\bnon-?null(?:able)?\b|(?<!not "
    r")\brequired\b(?! (?:if|when|for|only))|\bmandatory\b|\bcannot be null\b"
    r"|(?<!不)(?<!非)必填|필수|必須"
)
_UNIQUE: Final = _words(
    r"\bunique\b(?! (?:identifier|id\b|key for|human)|\s*(?:per|within|with"
    r"|together|across|for each|in combination|\(|among|in the))|唯一|고유(?! 식별)"
    r"|유니크"
)
_NOT_UNIQUE: Final = _words(r"\b(?:not|non-?) ?unique\b")
_INDEX: Final = _words(r"\bindex(?:ed)?\b|(?<!\w)ix\b|索引|인덱스")
_IMMUTABLE: Final = _words(
    r"\bimmutable\b(?! (?:per|if|when|unless|except))|\b(?:cannot|can't|may "
    r"not|must not|never) (?:be )?(?:changed?|updated?|modified|edited)\b"
    r"|\bwrite-?once\b|\bnot editable\b|불변|不可变|不可變"
)
_READ_ONLY: Final = _words(
    r"\bread-?\s?only\b|\bnever from a request\b|\b(?:set|assigned|managed"
    r"|filled) by (?:the )?(?:system|server|database)\b|\bserver-?(?:generated"
    r"|set|side only)\b|\bnot (?:settable|writable)\b"
)
_WRITE_ONLY: Final = _words(
    r"\bnever (?:returned|exposed|shown|sent|serialized|in (?:a |any "
    r")?(?:response|answer))|\bnot (?:returned|exposed)\b|\bwrite-?\s?only\b"
    r"|\b(?:excluded|hidden) from (?:api )?(?:responses?|output)\b"
)
_FOREIGN: Final = _words(
    r"(?:\bfk\b|\bforeign[ -]?key\b|\breferences?\b|\brefers to\b|외래 ?키|外键|外鍵)"
    r"[\s:]*(?:references|reference|to|→|->|=>|⟶|:"
    r"|,)*\s*[(\[]?\s*(?:references|to|→|->|table)?\s*[`\"']?"
    r"(?!not\b|null\b|pk\b|primary\b|key\b|the\b|an?\b|index|required|nullable"
    r"|optional|unique|cascade|on\b|with\b|for\b|only\b|must\b|existing\b"
    r"|via\b)"
    r"(?P<name>[A-Za-z_]\w*)[`\"']?(?:[.(][`\"']?(?P<field>\w+)[`\"']?\)?)?"
)
_FOREIGN_THE: Final = _words(
    r"\b(?:(?:foreign[ -]?key|reference|refers)s? to|references) (?:the |an? "
    r"|existing |parent |owning )+(?P<name>[A-Za-z_]\w*)(?P<field>)"
)
_ARROW: Final = _words(r"(?:→|->|⟶)\s*[`\"']?(?P<name>[A-Za-z_]\w*)[`\"']?[.(](?P<field>\w+)\)?")
_BEHIND_FOREIGN: Final = re.compile(r"\b(CASCADE|RESTRICT|SET NULL)\b")
_ON_DELETE: Final = _words(
    r"\bon[ _]delete[\s:=]*[`\"']?(?P<what>cascade|restrict|set null|no "
    r"action)\b|\b(?P<cascade>cascade)(?:s|d)?(?: on)? delete\b|\bdelete "
    r"cascade\b"
)
_LOWER: Final = _words(
    r"\blower-?\s?cased?\b(?! letters?)|\bin lower ?case\b|\bnormali[sz]ed to lower"
    r"|소문자|小写|小寫"
)
_UPPER: Final = _words(r"\bupper-?\s?cased?\b(?! letters?)|\bin upper ?case\b")
_TRIM: Final = _words(r"\btrim(?:med|s)?\b|\bstripped\b|\bwithout (?:leading|surrounding)\b")
_EMPTY_NULL: Final = _words(
    r"\bempty (?:string )?(?:is |becomes |stored as |→|->|=|to )\s*(?:stored "
    r"as )?null\b|\"\"\s*(?:→|->|becomes)\s*null\b"
)
_OWNER: Final = _words(r"(?<!co-)\bowner(?!ship)\b|\bowning user\b")
_DERIVED: Final = _words(r"\b(?:derived|computed|calculated field|virtual|not stored)\b")
_EMAIL: Final = _words(r"\be-?mail\b|이메일|邮箱|電子郵件")
_URL: Final = _words(r"\b(?:url|uri)s?\b(?!-?safe)")
_REGEX: Final = re.compile(r"(?<!\S)[`\"'/(]?(?P<regex>\^[^\s`]{1,200}\$)[`\"'/)]?(?=[\s.,;)]|$)")
_ENUM: Final = _words(
    r"\b(?:enum|one of|in \(|allowed values|valid values)\b|(?:one of|values)\s*:"
)


def read_constraints(shape: Shape, text: str) -> Words:
    """What a cell or a list of constraints says of a field of that shape."""
    text = text[:2000]
    references, field = foreign(text)
    required = _required(text)
    return Words(
        shape=_shaped(shape, text),
        required=required,
        primary_key=bool(_PRIMARY.search(text)),
        unique=bool(_UNIQUE.search(text)) and not _NOT_UNIQUE.search(text),
        index=bool(_INDEX.search(text)),
        immutable=bool(_IMMUTABLE.search(text)),
        read_only=bool(_READ_ONLY.search(text)),
        write_only=bool(_WRITE_ONLY.search(text)),
        references=references,
        references_field=field,
        on_delete=on_delete(text),
        normalise=_normalise(text),
        owner=bool(_OWNER.search(text)),
        derived=text.strip() if _DERIVED.search(text) else "",
    )


def read_description(shape: Shape, text: str) -> Words:
    """What a description says without doubt; its words are not meant as constraints."""
    text = text[:2000]
    references, field = foreign(text)
    lead = text.lower().lstrip("*` ")
    return Words(
        shape=bounded(shape, text, loose=True),
        required=False if lead.startswith(("optional", "nullable", "(optional")) else None,
        primary_key=lead.startswith("primary key"),
        write_only=bool(_WRITE_ONLY.search(text)),
        immutable=bool(re.search(r"\bimmutable\b", text, re.IGNORECASE)),
        references=references,
        references_field=field,
        on_delete=on_delete(text),
        normalise=_normalise(text),
        owner=bool(re.match(r"(?:the )?owner|.{0,40}\bowning user\b", lead)),
        derived=text.strip() if lead.startswith(("derived", "computed")) else "",
    )


def foreign(text: str) -> tuple[str, str]:
    """The entity or table, and its column, that a text refers to; empty if it does not."""
    match = _FOREIGN_THE.search(text) or _FOREIGN.search(text) or _ARROW.search(text)
    if match is None:
        return "", ""
    return match["name"], match["field"] or ""


def on_delete(text: str) -> str:
    match = _ON_DELETE.search(text)
    if match is None:
        bare = _BEHIND_FOREIGN.search(text) if any(foreign(text)) else None
        return bare[1].lower() if bare is not None else ""
    what = (match["what"] or "cascade").lower()
    return "restrict" if what == "no action" else what


def _required(text: str) -> bool | None:
    if _REQUIRED.search(text):
        return True
    return False if _NULL.search(text) else None


def _normalise(text: str) -> tuple[str, ...]:
    said = (("lower", _LOWER), ("upper", _UPPER), ("trim", _TRIM), ("empty_to_null", _EMPTY_NULL))
    return tuple(name for name, words in said if words.search(text))


def _shaped(shape: Shape, text: str) -> Shape:
    if shape.kind in {Kind.STRING, Kind.ANY} and not shape.values and _ENUM.search(text):
        found = value_words.values(text)
        if found:
            return replace(shape, kind=Kind.STRING, values=found)
    if shape.kind is Kind.STRING and not shape.format and not shape.values:
        if _EMAIL.search(text):
            shape = replace(shape, format="email")
        elif _URL.search(text):
            shape = replace(shape, format="uri")
    regex = _REGEX.search(text)
    if regex is not None and shape.kind is Kind.STRING and _compiles(regex["regex"]):
        shape = replace(shape, pattern=regex["regex"])
        text = text.replace(regex["regex"], " ")
    return bounded(shape, text)


def _compiles(regex: str) -> bool:
    try:
        re.compile(regex)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
