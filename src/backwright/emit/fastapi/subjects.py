"""The subject of a token: from a claim to an id, or no token at all."""

from dataclasses import dataclass

from backwright.contract.model import Contract
from backwright.emit.templates import literal


@dataclass(frozen=True, slots=True)
class Subject:
    type: str
    """Of the id in Python."""
    parsed: str
    """The expression that makes it of `claims`."""
    doc: str = ""
    lines: tuple[str, ...] = ()
    """The body of `parse_subject`, where a call of the type alone would let too much in."""


_INTEGER = (
    "if not (subject.isascii() and subject.isdigit() and int(subject) < 2**31):",
    '    raise ValueError("no id")',
    "return int(subject)",
)
_STRING = (
    "if not subject.isprintable() or subject[255:]:",
    '    raise ValueError("no id")',
    "return subject",
)


def subject(contract: Contract) -> Subject:
    """What `Auth.subject_kind` asks for."""
    claim = f"claims[{literal(contract.auth.subject)}]"
    # The registry takes nothing but text for `sub`; other claims may hold anything.
    text = claim if contract.auth.subject == "sub" else f"str({claim})"
    match contract.auth.subject_kind:
        case "integer":
            doc = "Digits, no more than the column of an id holds."
            return Subject("int", f"parse_subject({text})", doc, _INTEGER)
        case "string":
            doc = "Text that a database can look for, of 255 characters at most."
            return Subject("str", f"parse_subject({text})", doc, _STRING)
        case _:
            return Subject("UUID", f"UUID({text})")
