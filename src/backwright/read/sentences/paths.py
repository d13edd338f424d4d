"""What the paths of the interface name: resources, rows and verbs."""

from collections.abc import Iterable, Iterator, Mapping

from backwright.read.facts import OperationFact
from backwright.read.sentences.terms import key, stem, words


def resources(operations: Iterable[OperationFact]) -> Iterator[str]:
    """The nouns of the paths: what stands before a parameter or at the end."""
    for each in operations:
        segments = [part for part in each.path.split("/") if part]
        for index, part in enumerate(segments):
            following = segments[index + 1] if index + 1 < len(segments) else "{"
            if "{" not in part and following.startswith("{") and words(part):
                yield key(part)


def actions(
    operations: Iterable[OperationFact],
    entity_words: Mapping[tuple[str, ...], str],
    fields: Mapping[str, tuple[str, ...]],
) -> dict[str, tuple[str, ...]]:
    """Verbs behind a row's key in a path."""
    columns = {words(each) for names in fields.values() for each in names}
    found: dict[str, list[str]] = {}
    for each in operations:
        segments = each.path.rstrip("/").split("/")
        last = segments[-1]
        if len(segments) < 3 or "{" in last or "{" not in segments[-2] or each.method == "GET":
            continue
        if words(last) not in {*entity_words, *columns} and len(words(last)) == 1:
            found.setdefault(stem(last), []).append(f"{each.method} {each.path}")
    return {verb: tuple(named) for verb, named in found.items()}


def shape_of(path: str) -> tuple[str, ...]:
    bare = path.split("?", 1)[0].strip("/")
    return tuple("{}" if "{" in each or each.startswith(":") else each for each in bare.split("/"))


def same_path(declared: tuple[str, ...], written: tuple[str, ...]) -> bool:
    """Equal, or equal but for a prefix without parameters on either side."""
    longer, shorter = sorted((declared, written), key=len, reverse=True)
    if longer[len(longer) - len(shorter) :] != shorter:
        return False
    return "{}" not in longer[: len(longer) - len(shorter)]
