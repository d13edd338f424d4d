"""Names: from what people write to what Python and SQL accept."""

import keyword
import re
import unicodedata
from typing import Final

_BOUNDARY: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")
_SAME: Final = frozenset(
    ("news", "series", "species", "media", "data", "metadata", "equipment", "information", "staff")
)
_IRREGULAR: Final = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "feet": "foot",
    "mice": "mouse", "indices": "index", "vertices": "vertex", "matrices": "matrix",
    "criteria": "criterion", "analyses": "analysis", "quizzes": "quiz", "movies": "movie",
    "shelves": "shelf",
    "leaves": "leaf",
    "halves": "half",
    "knives": "knife",
    "wolves": "wolf",
    "loaves": "loaf",
    "cookies": "cookie", "calories": "calorie", "series": "series", "buses": "bus",
}  # fmt: skip
_PLURALS: Final = {one: many for many, one in _IRREGULAR.items()}
_SINGULAR_S: Final = ("ss", "us", "is", "news")
_RESERVED: Final = frozenset(
    (
        "metadata", "registry", "copy", "dict", "json", "schema", "schema_json", "construct",
        "validate", "from_orm", "parse_obj", "parse_raw", "parse_file", "update_forward_refs",
        "model_config", "model_fields", "model_computed_fields", "model_extra", "model_fields_set",
        "model_construct", "model_copy", "model_dump", "model_dump_json", "model_json_schema",
        "model_parametrized_name", "model_post_init", "model_rebuild", "model_validate",
        "model_validate_json", "model_validate_strings", "sqlmodel_update", "session", "self",
        "cls",
    )
)  # fmt: skip
"""Attributes of SQLModel's own classes, and names that the emitted code uses everywhere."""


def words(text: str) -> tuple[str, ...]:
    """The lower-case ASCII words of a name in any style."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return tuple(part.lower() for part in _BOUNDARY.split(plain) if part)


def snake(text: str) -> str:
    return "_".join(words(text))


def pascal(text: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in words(text))


def identifier(text: str) -> str:
    """A snake-case Python identifier that no keyword or reserved name takes; empty if none is."""
    name = snake(text)
    if not name:
        return ""
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) or name in _RESERVED else name


def class_name(text: str) -> str:
    """A class name; empty if the text holds no letter to make one of."""
    name = pascal(text)
    if name[:1].isdigit():
        name = f"N{name}"
    return f"{name}_" if keyword.iskeyword(name) else name


def singular(word: str) -> str:
    if word in _SAME or word in _PLURALS:
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "uses")) and len(word) > 4:
        return (
            word[:-1]
            if word.endswith("uses") and word[:-4].endswith(("ho", "ca", "cla"))
            else word[:-2]
        )
    if word.endswith("s") and not word.endswith(_SINGULAR_S):
        return word[:-1]
    return word


def plural(word: str) -> str:
    if word in _SAME or word in _IRREGULAR:
        return word
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word}s"


def key(text: str) -> str:
    """What two spellings of one thing share: its words, the last one singular, joined."""
    parts = words(text)
    return "".join((*parts[:-1], singular(parts[-1]))) if parts else ""


def entity_name(text: str) -> str:
    """`order_lines`, `Order line`, `OrderLine` → `OrderLine`."""
    parts = words(text)
    if not parts:
        return ""
    return class_name("_".join((*parts[:-1], singular(parts[-1]))))


def table_name(entity: str) -> str:
    """`OrderLine` → `order_lines`."""
    parts = words(entity)
    return "_".join((*parts[:-1], plural(parts[-1]))) if parts else ""


def spoken(entity: str) -> str:
    """`OrderLine` → `Order line`, as a message begins."""
    return " ".join(words(entity)).capitalize()
