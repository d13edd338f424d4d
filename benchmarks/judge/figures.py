"""What the product says that it read, held against labels and against the author's lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Json = Any
STATES = ("done", "built", "asked", "needs_code", "out_of_scope", "not_understood")


def ledger(said: Mapping[str, Json]) -> list[dict[str, Json]]:
    """The lines of the ledger, each with its kind and its place, wherever these stand."""
    statements = {str(each.get("id")): each for each in said.get("statements") or []}
    return [_placed(each, statements) for each in said.get("ledger") or []]


def _placed(entry: Mapping[str, Json], statements: Mapping[str, Json]) -> dict[str, Json]:
    stated = entry.get("statement")
    whole = stated if isinstance(stated, dict) else statements.get(str(stated), {})
    return place(whole) | place(entry)


def place(node: Mapping[str, Json]) -> dict[str, Json]:
    """A node with its span's file and lines as its own."""
    span = node.get("span")
    return {**node, **(span if isinstance(span, dict) else {})}


def part(said: Mapping[str, Json], name: str) -> list[Json]:
    """A list of the contract, whether it stands on top or inside of it."""
    inner = said.get("contract")
    return list(said.get(name) or (inner.get(name) if isinstance(inner, dict) else None) or [])


def origins(said: Mapping[str, Json]) -> Mapping[str, list[Json]]:
    inner = said.get("contract")
    found = said.get("origins") or (inner.get("origins") if isinstance(inner, dict) else None)
    return found if isinstance(found, dict) else {}


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
    missing = {str(each): "none" for each in said.get("without_origin") or []}
    kinds: Counter[str] = Counter()
    texts = Texts(root)
    paths = {
        str(each.get("id")): str(each.get("path"))
        for each in part(said, "operations")
        if isinstance(each, dict)
    }
    for aspect, found in origins(said).items():
        kinds.update(str(each.get("kind")) for each in found)
        words = _about(aspect, paths)
        if not found:
            missing[aspect] = "none"
        elif all(each.get("kind") == "span" and not texts.hold(each, words) for each in found):
            first = place(found[0])
            missing[aspect] = f"not in {first.get('file')}:{first.get('line')}"
    told = [f"{aspect}: {why}" for aspect, why in missing.items()]
    return len(missing), told[:8], dict(sorted(kinds.items()))


class Texts:
    """The author's lines."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, list[str]] = {}

    def hold(self, origin: Mapping[str, Json], words: Sequence[str]) -> bool:
        """Whether a span is no whole file and names what it is the origin of."""
        origin = place(origin)
        file = str(origin.get("file"))
        if file not in self._lines:
            path = self._root / file
            there = path.read_text("utf-8", "replace") if path.is_file() else ""
            self._lines[file] = there.split("\n") if there else []
        lines = self._lines[file]
        first = int(origin.get("line") or 0)
        last = max(int(origin.get("end_line") or 0), first)
        if not 1 <= first <= len(lines) or (first == 1 and last >= len(lines) > 3):
            return False
        above = _path_above(lines, first - 1)
        told = _letters(" ".join([above, *lines[first - 1 : last]]))
        return not words or any(_letters(each) in told for each in words if _letters(each))


def _path_above(lines: Sequence[str], index: int) -> str:
    """The key of the path that an operation of a contract stands under; empty elsewhere."""
    for line in reversed(lines[max(index - 400, 0) : index + 1]):
        if re.match(r"""\s*["']?/[^:]*["']?\s*:""", line):
            return line
        if line.startswith(("#", "- ", "|")):
            return ""
    return ""


def _about(aspect: str, paths: Mapping[str, str]) -> list[str]:
    """What must be read in the span: a name, a path or a status; empty where nothing is told."""
    parts = aspect.split("/")
    if parts[0] == "entity" and len(parts) == 2:
        return [parts[1], *_stems(parts[1])]
    if parts[0] == "entity" and len(parts) == 4 and parts[2] == "field":
        return [parts[3], *_stems(parts[3])]
    if parts[0] == "schema" and len(parts) == 3:
        return [parts[2]]
    if parts[0] == "operation" and len(parts) == 2:
        return [parts[1], *_stems(parts[1]), *re.findall(r"[a-z-]{3,}", paths.get(parts[1], ""))]
    if parts[0] == "operation" and len(parts) >= 4 and parts[2] in ("success", "refusal"):
        return [parts[3]]
    return []


def _stems(name: str) -> list[str]:
    """The longest word of a name, without an ending."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).lower().split()
    longest = max(words, key=len, default="")
    return [re.sub(r"(ies|y|es|s)$", "", longest)]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
