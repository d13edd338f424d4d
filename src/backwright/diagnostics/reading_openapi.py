"""What can be wrong with OpenAPI documents and the YAML or JSON that they are written in."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

DOUBLE_KEY: Final = Declared(
    code="BW220",
    severity=Severity.WARNING,
    message="{name!r} is written twice in one mapping; the last one was taken",
    help="Remove one of the two, or put what both hold below one name.",
    page=(
        "YAML and JSON give a name one value. Readers differ in which of two they take, so that\n"
        "what you see in one tool is not what another one builds. Often two methods of a path, or\n"
        "two answers with one status, were pasted below each other.\n"
    ),
)
NO_NAME: Final = Declared(
    code="BW221",
    severity=Severity.WARNING,
    message="a list or a mapping stands where a name should stand; its entry was left out",
    help="Write a plain word in front of the colon.",
    page="Names in YAML may be anything; those of OpenAPI are words.\n",
)
WRONG_PART: Final = Declared(
    code="BW222",
    severity=Severity.WARNING,
    message="{what} is {found}, not {expected}; it was left out",
    help="Correct it; the rest of the document was read.",
    page=(
        "One part of an OpenAPI document has a form that the standard does not know. Everything\n"
        "else in the document is read all the same.\n"
    ),
)
REMOTE: Final = Declared(
    code="BW223",
    severity=Severity.WARNING,
    message="{reference} lies outside of the project's files and is never fetched",
    help="Copy the document into the project and refer to it by a relative path.",
    page=(
        "A reference may name any address on the web. What it answers may change from one run to\n"
        "the next, and asking it would tell its owner who builds what. So only files of the\n"
        "project are read.\n"
    ),
)
NOWHERE: Final = Declared(
    code="BW224",
    severity=Severity.WARNING,
    message="{reference} leads to nothing",
    help="Correct the reference, or add what it names.",
    page="There is no part with that name in the document that the reference names.\n",
)
CIRCLE: Final = Declared(
    code="BW225",
    severity=Severity.WARNING,
    message="{reference} leads back to itself without an object in between",
    help="Put an object with a property between the two ends.",
    page=(
        "A category may hold categories, for each of them is an object that ends somewhere. What\n"
        "refers to itself directly, through `allOf` or as the items of itself, never ends.\n"
    ),
)
NO_STATUS: Final = Declared(
    code="BW226",
    severity=Severity.NOTE,
    message="the answer {status!r} of {operation} names no single status and was left out",
    help="Declare the statuses that it stands for one by one.",
    page=(
        "`default` and ranges such as `4XX` stand for any number of statuses. Nothing can be\n"
        "built or tested for a status that nobody wrote.\n"
    ),
)
NOT_READ: Final = Declared(
    code="BW227",
    severity=Severity.NOTE,
    message="{what} of {owner} are not read",
    help="Write their code by hand; the statement stays open in the ledger.",
    page=(
        "Webhooks and callbacks are requests that the backend sends to somebody else. They are\n"
        "kept in the ledger, and nothing is built for them.\n"
    ),
)
OLD: Final = Declared(
    code="BW228",
    severity=Severity.NOTE,
    message="{path} is written in Swagger 2.0; what OpenAPI 3 knows as well was read",
    help="Convert it to OpenAPI 3.1.",
    page="Swagger 2.0 was followed by OpenAPI 3 in 2017; most of it reads the same.\n",
)
NO_OPERATIONS: Final = Declared(
    code="BW229",
    severity=Severity.WARNING,
    message="{path} has the key of an OpenAPI document and no document below it",
    help="Write `openapi: 3.1.0` at its top, and `paths` below.",
    page="The file names itself an OpenAPI document, but its top is no mapping.\n",
)
UNKNOWN_TYPE: Final = Declared(
    code="BW230",
    severity=Severity.NOTE,
    message="{written!r} is no type of OpenAPI; it was read as {taken}",
    help="Write one of string, integer, number, boolean, array, object, with a format.",
    page="OpenAPI knows seven types. Others, such as `uuid`, are formats of strings.\n",
)
UNREAD_PATTERN: Final = Declared(
    code="BW231",
    severity=Severity.WARNING,
    message="the pattern {pattern!r} is no regular expression; it was left out",
    help="Correct it: {reason}.",
    page="Patterns are built into the validation of bodies and parameters.\n",
)
NO_ROLE: Final = Declared(
    code="BW232",
    severity=Severity.NOTE,
    message="the scope {scope!r} of {operation} is no role, and roles are all that is built",
    help="Write `x-role:` with the role that may call the operation.",
    page=(
        "Scopes of OAuth 2 say what a client may do for a user. A scope that is one plain word is\n"
        "read as a role; `orders:write` and its like are not.\n"
    ),
)

READING_OPENAPI: Final = (
    DOUBLE_KEY,
    NO_NAME,
    WRONG_PART,
    REMOTE,
    NOWHERE,
    CIRCLE,
    NO_STATUS,
    NOT_READ,
    OLD,
    NO_OPERATIONS,
    UNKNOWN_TYPE,
    UNREAD_PATTERN,
    NO_ROLE,
)
