"""Whether what comes back is what was sent, however it is spelled."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

Json = Any


def differences(sent: Mapping[str, Json], got: Json) -> str:
    """Which of the values that were sent came back different, by name."""
    row = _row_like(sent, got)
    wrong = []
    for name, value in sent.items():
        if name not in row or re.search("password|version|token|secret", name, re.I):
            continue
        if not _same(value, row[name]):
            wrong.append(f"{name} {value!r} → {row[name]!r}")
    return ", ".join(wrong)[:300]


def _row_like(sent: Mapping[str, Json], got: Json) -> Mapping[str, Json]:
    """The object within an answer that shares most names with what was sent."""
    best: Mapping[str, Json] = {}
    inner: list[Json] = [got]
    for each in inner:
        if isinstance(each, dict):
            if len(set(each) & set(sent)) > len(set(best) & set(sent)):
                best = each
            inner += [part for part in each.values() if isinstance(part, dict)]
    return best


def _same(sent: Json, got: Json) -> bool:
    if isinstance(sent, dict) and isinstance(got, dict):
        return all(_same(value, got[name]) for name, value in sent.items() if name in got)
    if isinstance(sent, list) and isinstance(got, list):
        return len(sent) == len(got) and all(map(_same_or_named, sent, got))
    if isinstance(sent, (int, float)) and isinstance(got, (str, int, float)):
        return _number(sent) == _number(got)
    if isinstance(sent, str) and isinstance(got, str):
        return sent.strip().lower().rstrip("/") == got.strip().lower().rstrip("/") or (
            _moment(sent) is not None and _moment(sent) == _moment(got)
        )
    return bool(sent == got)


def _same_or_named(sent: Json, got: Json) -> bool:
    """In a list, a name may come back as the row that it names."""
    if isinstance(sent, str) and isinstance(got, dict):
        return any(_same(sent, each) for each in got.values() if isinstance(each, str))
    return _same(sent, got)


def _number(value: Json) -> float | str:
    try:
        return round(float(value), 4)
    except ValueError:
        return str(value)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
        return found.replace(tzinfo=UTC) - (found.utcoffset() or timedelta())
    except ValueError:
        return None
