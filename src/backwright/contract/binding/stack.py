"""What the plan wants to build with: FastAPI, something beside it, or another stack."""

import re
from typing import Final

from backwright.contract.binding.workbench import Workbench
from backwright.contract.model import QuestionKind
from backwright.diagnostics import reviewing
from backwright.source import Span

_OURS: Final = re.compile(r"\b(?:fast\s?api|sqlmodel)\b", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\b(?:express(?:\.?js)?|nest\.?js|fastify|koa|django|flask|spring(?: boot)?|rails|laravel|"
    r"symfony|gin|echo framework|asp\.net|actix|axum|phoenix|hono|litestar|sanic|quarkus)\b",
    re.IGNORECASE,
)
_STORES: Final = re.compile(
    r"\b(?:tortoise(?:[- ]orm)?|peewee|pony ?orm|beanie|motor|mongodb|prisma|drizzle)\b",
    re.IGNORECASE,
)
_TELLING: Final = ("dependencies", "language", "storage", "framework", "orm", "library")


def settle(work: Workbench) -> None:
    planned = [(each.name, each.value, each.span) for each in work.facts.plan]
    directed = [(each.name, each.value, each.span) for each in work.facts.directives]
    told = [(text, span) for name, text, span in (*planned, *directed) if name in _TELLING]
    if any(_OURS.search(text) for text, _ in told):
        _substituted(work, told)
        return
    other = next(((m, span) for text, span in told if (m := _OTHERS.search(text))), None)
    if other is not None:
        work.choose(
            "stack", "", ("fastapi",), kind=QuestionKind.BLOCKING, spans=(other[1],),
            note=other[0].group(),
        )  # fmt: skip


def _substituted(work: Workbench, told: list[tuple[str, Span]]) -> None:
    """Another store within FastAPI: SQLModel takes its place, and says so."""
    for text, span in told:
        match = _STORES.search(text)
        if match is not None:
            work.choose("substituted", match.group().lower(), ("sqlmodel",), spans=(span,))
            work.diagnostics.append(reviewing.SUBSTITUTED.at(span, named=match.group()))
            return
