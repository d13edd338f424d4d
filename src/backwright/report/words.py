"""Small pieces of text that every report uses."""

from collections.abc import Iterable, Sequence
from typing import Final

from backwright.source import Span

LABEL: Final = 12
"""Columns before the text of a line."""
WIDTH: Final = 100


def counted(count: int, one: str, several: str = "") -> str:
    """`1 question`, `2 questions`, `2 entities`."""
    if count == 1:
        return f"1 {one}"
    return f"{count} {several or one + 's'}"


def row(label: str, text: str) -> str:
    """A label, and what it is about, aligned with the other rows."""
    return f"{label:<{LABEL}}{text}".rstrip()


def wrapped(label: str, parts: Iterable[str], between: str = " · ") -> list[str]:
    """A row that goes on below itself where it is too long."""
    lines: list[str] = []
    current = ""
    for each in parts:
        longer = f"{current}{between}{each}" if current else each
        if current and len(longer) > WIDTH - LABEL:
            lines.append(current + between.rstrip())
            current = each
        else:
            current = longer
    lines.append(current)
    return [row(label if not number else "", text) for number, text in enumerate(lines)]


def cut(lines: Sequence[str], most: int, command: str) -> list[str]:
    """The first lines, and how to see the rest."""
    if len(lines) <= most + 1:
        return list(lines)
    return [*lines[:most], row("", f"… and {len(lines) - most} more: {command}")]


def short(text: str, most: int) -> str:
    """On one line, with an ellipsis where it is too long."""
    whole = printable(" ".join(text.split()))
    return whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"


def printable(text: str) -> str:
    """Untrusted text without the characters that would steer a terminal."""
    return "".join(
        each if each.isprintable() or each == "\n" else f"\\x{ord(each):02x}" for each in text
    )


def places(spans: Iterable[Span], most: int = 3) -> str:
    """`spec.md:62, contracts/orders.yaml:118`"""
    all_of_them = list(dict.fromkeys(map(str, spans)))
    shown = all_of_them[:most]
    if len(all_of_them) > most:
        shown.append(f"{len(all_of_them) - most} more")
    return ", ".join(shown)
