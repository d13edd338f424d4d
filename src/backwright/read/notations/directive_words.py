"""What one line of the standards decides: a visible table of patterns, name and value."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class _Words:
    name: str
    """See `DirectiveFact.name`."""
    pattern: re.Pattern[str]
    value: Callable[[re.Match[str]], str]


def _first(match: re.Match[str]) -> str:
    return next((each for each in match.groups() if each), match[0]).strip("`'\" .,;")


def _lower(match: re.Match[str]) -> str:
    return _first(match).lower()


def _line(name: str, pattern: str, value: Callable[[re.Match[str]], str] = _first) -> _Words:
    return _Words(name, re.compile(pattern, re.IGNORECASE), value)


def _exact(name: str, pattern: str) -> _Words:
    return _Words(name, re.compile(pattern), _first)


def _id_type(match: re.Match[str]) -> str:
    return "uuid" if "uuid" in match[0].lower() else "integer"


def _error_form(match: re.Match[str]) -> str:
    text = match[0].lower()
    if "9457" in text or "7807" in text or "problem" in text:
        return "rfc9457"
    return "fastapi" if "detail" in text.split("}")[0] or "httpexception" in text else match[0]


def _naming(match: re.Match[str]) -> str:
    return "camelCase" if "camel" in match[0].lower() else "snake_case"


_LIBRARIES: Final = (
    "alembic|pydantic|uvicorn|joserfc|python-jose|pyjwt|passlib|pwdlib|bcrypt"
    "|argon2|asyncpg|psycopg2?"
    "|aiosqlite|httpx|pytest|ruff|mypy|black|redis|celery|slowapi"
    "|fastapi-users|better auth|supabase"
)

WORDS: Final = (
    _line(
        "framework",
        r"\b(fastapi|flask|django|starlette|litestar|express|nestjs|spring boot)\b",
        _lower,
    ),
    _line(
        "orm",
        r"\b(sqlmodel|sqlalchemy|tortoise(?: orm)?|peewee|prisma|django orm|beanie"
        r"|mongodb)\b",
        _lower,
    ),
    _line("library", rf"\b({_LIBRARIES})\b", _lower),
    _line("layout", r"(?<![\w/])((?:backend|app|src)/(?:[\w<>{},.-]+/?)+)"),
    _line(
        "prefix",
        r"\b(?:routes?|paths?|endpoints?|apis?|urls?|requests?|prefix)\b[^.`/]{0,60}?"
        r"\b(?:under|below|begins?|starts?|prefix(?:ed)?|live|mounted"
        r"|base)\b[^/]{0,30}?`?(/[a-z][\w/-]*)",
    ),
    _line("prefix", r"\b(?:prefix|base (?:path|url))\b[^/\n]{0,20}(?<![:/])(/[a-z][\w/-]*)"),
    _line(
        "id_type",
        r"\bids?\b[^.;]{0,20}\b(?:are|is|as|use|:)\s[^.;]{0,15}\b(?:uuids?"
        r"|integers?|ints?)\b",
        _id_type,
    ),
    _line(
        "id_type",
        r"\b(?:uuids?|integers?)(?: v4)?\s+(?:as |for |primary "
        r"|ids?\b)[^.;]{0,20}(?:ids?|keys?)?",
        _id_type,
    ),
    _line("error_form", r"\b(?:rfc ?(?:9457|7807)|problem details?|problem\+json)\b", _error_form),
    _line("error_form", r"\berrors?\b.{0,60}?(\{[^\n]{3,200}\})", _error_form),
    _line("error_form", r"\berrors?\b.{0,40}\bhttpexception\b", _error_form),
    _exact(
        "database_url_variable",
        r"\b(?!TEST)((?:[A-Z][A-Z0-9]*_)*(?:DATABASE|DB|POSTGRES"
        r"|SQLALCHEMY_DATABASE)_(?:URL|URI))\b",
    ),
    _exact("secret_variable", r"\b((?:[A-Z][A-Z0-9]*_)*SECRET(?:_[A-Z0-9]+)*|JWT_KEY)\b"),
    _line(
        "path_user",
        r"(\buser(?:'s)?[ _]id\b[^.]{0,40}\b(?:url|path)\b[^.]{0,40}\b(?:match"
        r"|equal|same)[^.]{0,60})",
    ),
    _line(
        "session",
        r"\b(?:(async)(?:hronous)? sessions?|asyncsession|sqlmodel \(async\))",
        lambda _: "async",
    ),
    _line("naming", r"\bjson\b[^.;]{0,40}\b(?:camel|snake)_?case\b", _naming),
    _line(
        "foreign_status",
        r"\b(?:another|other|foreign|someone else)\b[^.]{0,20}(?:users?|owners?"
        r"|customers?|accounts?)?"
        r"[^.]{0,40}\b(403|404)\b",
    ),
    _line(
        "page_size",
        r"\b(?:default (?:page )?(?:size|limit)|(?:page )?(?:size|limit)(?: of| is"
        r"|:| default)?)\D{0,12}(\d{1,4})\b",
    ),
    _line(
        "page_maximum",
        r"\b(?:at most|max(?:imum)?|up to|no more than)\D{0,20}(\d{1,5})\b(?= "
        r"*(?:$|[;.,)]| items| per| rows| records))",
    ),
    _line(
        "status",
        r"\b(?:invalid (?:input|data|request)|validation (?:errors?"
        r"|failures?))\b\D{0,20}\b(400|422)\b",
        lambda m: f"invalid {m[1]}",
    ),
)
_ABOUT_PAGES: Final = re.compile(
    r"\b(?:pages?|pagination|paginated|lists?|limit|size|offset)\b", re.IGNORECASE
)
_PAGES: Final = frozenset({"page_size", "page_maximum"})
_ONE_EACH: Final = frozenset({"library", "orm", "framework"})


def directives(text: str, label: str) -> tuple[tuple[str, str], ...]:
    """Name and value of everything that a line decides, each once."""
    found: dict[tuple[str, str], None] = {}
    names: set[str] = set()
    about = f"{label} {text}"
    for words in WORDS:
        if words.name in _PAGES and not _ABOUT_PAGES.search(about):
            continue
        if words.name in names and words.name not in _ONE_EACH:
            continue
        for match in words.pattern.finditer(text[:2000]):
            value = words.value(match)
            if value:
                found[words.name, value] = None
                names.add(words.name)
            if words.name not in _ONE_EACH:
                break
    return tuple(found)
