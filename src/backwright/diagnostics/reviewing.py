"""What a review of a contract can report besides questions."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

SUBSTITUTED: Final = Declared(
    code="BW401",
    severity=Severity.NOTE,
    message="The plan names {named}; SQLModel is used instead",
    help="Nothing to do; the substitution is recorded as a decision.",
    page=(
        "A plan that names another ORM or library within FastAPI is a recorded substitution: the\n"
        "tables and their constraints stay as the specification describes them.\n"
    ),
)

REVIEWING: Final = (SUBSTITUTED,)
