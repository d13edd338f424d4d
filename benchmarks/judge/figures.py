"""What the product says that it read, held against labels and against the author's lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Json = Any
STATES = ("done", "built", "asked", "needs_code", "out_of_scope", "not_understood")


def ledger(said: Mapping[str, Json]) -> list[Json]:
    return list(said.get("ledger") or [])


def states(said: Mapping[str, Json], inside: str) -> dict[str, int]:
    """Statements of the feature by their state."""
    own = [each for each in ledger(said) if str(each.get("file", "")).startswith(inside)]
    found = Counter(str(each.get("state")) for each in own)
    return {state: found.get(state, 0) for state in STATES}


def requirements(
    said: Mapping[str, Json], inside: str, labels: Sequence[Json] | None
) -> tuple[dict[str, int], list[str]]:
    """Backend sentences by state; labelled ones where labels exist, whatever we say of them."""
    counts = {"requirements_backend": 0} | {_counted(state): 0 for state in STATES}
    why: list[str] = []
    if labels is None:
        for entry in ledger(said):
            if entry.get("kind") == "requirement" and str(entry.get("file")).startswith(inside):
                counts["requirements_backend"] += 1
                counts[_counted(str(entry["state"]))] += 1
        return counts, why
    by_line = _by_line(said, inside)
    for label in labels:
        if label["area"] != "backend":
            continue
        counts["requirements_backend"] += 1
        state, reason = by_line.get((label["file"], label["line"]), ("not_understood", "lost"))
        counts[_counted(state)] += 1
        if state in ("not_understood", "out_of_scope"):
            why.append(f"{label['id']} ({label['reach']}) is {state}: {reason}"[:200])
    return counts, why


def _counted(state: str) -> str:
    return "requirements_need_code" if state == "needs_code" else f"requirements_{state}"


def _by_line(said: Mapping[str, Json], inside: str) -> dict[tuple[str, int], tuple[str, str]]:
    """The least settled state of each line that a statement begins on."""
    order = ("done", "built", "needs_code", "asked", "out_of_scope", "not_understood")
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for entry in ledger(said):
        file = str(entry.get("file", ""))
        if file.startswith(inside):
            key = (file.removeprefix(inside).strip("/"), int(entry.get("line") or 0))
            new = (str(entry["state"]), str(entry.get("reason") or ""))
            old = found.get(key)
            if old is None or order.index(new[0]) > order.index(old[0]):
                found[key] = new
    return found


def without_origin(said: Mapping[str, Json], root: Path) -> tuple[int, list[str], dict[str, int]]:
    """Parts of the contract whose spans do not hold what they are the origin of."""
    missing = [f"{each}: none" for each in said.get("without_origin") or []]
    kinds: Counter[str] = Counter()
    texts: dict[str, list[str]] = {}
    for aspect, origins in (said.get("origins") or {}).items():
        kinds.update(str(each.get("kind")) for each in origins)
        spans = [each for each in origins if each.get("kind") == "span"]
        if not origins and f"{aspect}: none" not in missing:
            missing.append(f"{aspect}: none")
        if (
            spans
            and len(spans) == len(origins)
            and not any(_holds(aspect, each, root, texts) for each in spans)
        ):
            place = spans[0]
            missing.append(f"{aspect}: not in {place.get('file')}:{place.get('line')}")
    return len(missing), missing[:8], dict(sorted(kinds.items()))


def _holds(
    aspect: str, origin: Mapping[str, Json], root: Path, texts: dict[str, list[str]]
) -> bool:
    """Whether a span is no whole file and names what the aspect is about."""
    file = str(origin.get("file"))
    if file not in texts:
        path = root / file
        texts[file] = path.read_text("utf-8", "replace").split("\n") if path.is_file() else []
    first = int(origin.get("line") or 0)
    last = max(int(origin.get("end_line") or 0), first)
    if not 1 <= first <= len(texts[file]) or (last - first > 60 and first == 1):
        return False
    told = _letters(" ".join(texts[file][first - 1 : last]))
    words = _about(aspect)
    return not words or any(_letters(each) in told for each in words)


def _about(aspect: str) -> list[str]:
    """What must be read in the span: a name, or a status; empty where the kind cannot tell."""
    parts = aspect.split("/")
    if parts[0] == "entity" and len(parts) == 2:
        return [parts[1], *_stems(parts[1])]
    if parts[0] == "entity" and len(parts) >= 4 and parts[2] == "field":
        return [parts[3], *_stems(parts[3])] if len(parts) == 4 else []
    if parts[0] == "schema" and len(parts) == 3:
        return [parts[2]]
    return []


def _stems(name: str) -> list[str]:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).lower().split()
    longest = max(words, key=len, default="")
    return [longest.rstrip("s")[:-1] + "" if longest.endswith("y") else longest.rstrip("s")]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
