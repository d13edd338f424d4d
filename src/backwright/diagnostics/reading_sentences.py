"""What can be wrong with sentences of prose."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

FIELD_OF_SEVERAL: Final = Declared(
    code="BW270",
    severity=Severity.NOTE,
    message="{field!r} could be a field of {entities}; what the sentence says of it was left out",
    help="Name the entity in the sentence: `the {field} of a {first} …`.",
    page=(
        "A sentence such as `the title has at most 100 characters` is read for the entity that\n"
        "it names, or, if it names none, for the only entity with such a field. Here several\n"
        "entities have one, and nothing tells which is meant. Nothing is guessed: the rule is not\n"
        "built, and the ledger says so.\n"
        "\n"
        "    System MUST limit the title to 100 characters          which title?\n"
        "    System MUST limit the title of a task to 100 characters\n"
    ),
)
BOUNDS_REVERSED: Final = Declared(
    code="BW271",
    severity=Severity.WARNING,
    message="the least value of {field}, {minimum}, is greater than the greatest, {maximum}",
    help="Correct the two numbers; until then neither of them is built.",
    page=(
        "A length or a range whose lower bound lies above its upper one allows nothing at all.\n"
        "Mostly the numbers were swapped, or one of them has a digit too many.\n"
    ),
)

READING_SENTENCES: Final = (FIELD_OF_SEVERAL, BOUNDS_REVERSED)
