"""What can be wrong when documents are read."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

NOT_FASTAPI: Final = Declared(
    code="BW201",
    severity=Severity.NOTE,
    message="{path} is not about FastAPI; its instructions are not followed",
    help="Put the standards of the backend into backend/CLAUDE.md.",
    page=(
        "Standards are followed only if they speak of FastAPI. Files with instructions for other\n"
        "stacks, or for agents in general, are read and left alone.\n"
    ),
)
NO_TYPE: Final = Declared(
    code="BW202",
    severity=Severity.NOTE,
    message="the type of {entity}.{field}, {written!r}, is not understood",
    help="Write one of string, integer, decimal, boolean, UUID, date, datetime, list or an enum.",
    page=(
        "A field of the data model has a type that is no type of a database or of Python. The\n"
        "field is kept; its type comes from another document, or is left open.\n"
    ),
)
UNCOVERED: Final = Declared(
    code="BW203",
    severity=Severity.ERROR,
    message="{file}:{line} was neither read nor set aside: {text}",
    help="This is a defect of the reader; please report the line.",
    page=(
        "Nothing that was written may get lost. An independent counter, which shares no code\n"
        "with the readers, goes over every line that holds anything and compares it with what\n"
        "they made of it. This line is missing from both.\n"
    ),
)
SET_ASIDE: Final = Declared(
    code="BW204",
    severity=Severity.ERROR,
    message="{file}:{line} stands among {among} and was set aside: {text}",
    help="This is a defect of the reader; please report the line.",
    page=(
        "Inside requirements, scenarios, tables, edge cases and clarifications nothing may be\n"
        "ignored. The counter, which tells these places by rules of its own, found a line there\n"
        "that no statement covers.\n"
    ),
)

READING: Final = (NOT_FASTAPI, NO_TYPE, UNCOVERED, SET_ASIDE)
