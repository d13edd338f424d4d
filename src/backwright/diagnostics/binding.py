"""What can be wrong when facts are bound into one contract."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

DECLARED_TWICE: Final = Declared(
    code="BW301",
    severity=Severity.NOTE,
    message="{operation} is declared twice; the first declaration was taken",
    help="Keep one of the two declarations, or make their paths differ.",
    page=(
        "Two contract files declare the same method and path. The first one, by file name, is\n"
        "built; responses and query parameters that only the second one has are added to it.\n"
    ),
)
NAMES_COLLIDE: Final = Declared(
    code="BW302",
    severity=Severity.WARNING,
    message="{one} and {other} become the same name, {name}; the second was merged into the first",
    help="Rename one of the two in the specification.",
    page=(
        "Names become Python identifiers and SQL columns: `dueDate`, `due-date` and `due_date`\n"
        "are all `due_date`. Two that differ only so cannot both stand.\n"
    ),
)
NO_NAME: Final = Declared(
    code="BW303",
    severity=Severity.WARNING,
    message="{name!r} holds no letter or digit that a Python name can be made of; it was left out",
    help="Give it a name in Latin letters.",
    page=(
        "Entities become classes and tables, fields become columns. A name without any Latin\n"
        "letter or digit cannot be turned into either.\n"
    ),
)
UNKNOWN_REFERENCE: Final = Declared(
    code="BW304",
    severity=Severity.NOTE,
    message="{column} refers to {target}, which no document describes; it is a plain column",
    help="Describe {target} in the data model, or say who keeps it.",
    page=(
        "A foreign key needs a table to refer to. Where no document lists the fields of the\n"
        "entity, the column keeps its value and no constraint is made.\n"
    ),
)
NO_SUCCESS: Final = Declared(
    code="BW305",
    severity=Severity.WARNING,
    message="{operation} declares no successful answer",
    help="Declare a 2xx response.",
    page=(
        "Without a declared success there is nothing to answer. The usual status of its method\n"
        "is taken (POST 201, DELETE 204, else 200), without a body.\n"
    ),
)
DISAGREE: Final = Declared(
    code="BW306",
    severity=Severity.WARNING,
    message="Two documents disagree about {subject}: {one} and {other}; {taken} was taken",
    help="Make the two agree, or answer question {code}.",
    page=(
        "Documents of one feature mostly differ by silence: what one says and the other leaves\n"
        "out is simply added. Here both speak, and differently. Of two limits the stricter one\n"
        "is taken, of two types the data model's.\n"
    ),
)
NO_ENTITY: Final = Declared(
    code="BW307",
    severity=Severity.NOTE,
    message="{operation} is about no entity that the documents describe; it needs code",
    help="Describe what it stores in the data model, or write its hook.",
    page=(
        "An operation whose body and answer match no entity cannot be built from a pattern.\n"
        "It becomes a hook: a typed function in `hooks.py` that answers 501 until it is written.\n"
    ),
)

BINDING: Final = (
    DECLARED_TWICE,
    NAMES_COLLIDE,
    NO_NAME,
    UNKNOWN_REFERENCE,
    NO_SUCCESS,
    DISAGREE,
    NO_ENTITY,
)
