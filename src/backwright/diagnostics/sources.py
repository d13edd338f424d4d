"""What can be wrong with files and folders before anything in them is understood."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

MISSING: Final = Declared(
    code="BW101",
    severity=Severity.ERROR,
    message="{path} is not there",
    help="Check the spelling, or restore the file.",
    page=(
        "The file was named, or found a moment ago, and cannot be opened now because it does\n"
        "not exist. Files that disappear while they are read are reported in the same way.\n"
    ),
)
NOT_A_FILE: Final = Declared(
    code="BW102",
    severity=Severity.ERROR,
    message="{path} is not a regular file",
    help="Name a text file; folders, sockets and devices are not read.",
    page=(
        "Only regular files are read. A folder, a named pipe or a device could block for ever\n"
        "or have no end.\n"
    ),
)
FORBIDDEN: Final = Declared(
    code="BW103",
    severity=Severity.ERROR,
    message="{path} may not be read: {reason}",
    help="Give the user who runs this command the right to read it.",
    page=(
        "The operating system refused to open the file. Nothing was guessed in its place: what\n"
        "the file says is missing from the result.\n"
    ),
)
OUTSIDE: Final = Declared(
    code="BW104",
    severity=Severity.ERROR,
    message="{path} leads out of the project",
    help="Copy the file into the project, or run the command from the folder that holds both.",
    page=(
        "Specifications are untrusted text. A symbolic link or a path with `..` that ends outside\n"
        "of the project's root is not followed, so that no foreign file ends up in a report.\n"
    ),
)
TOO_LARGE: Final = Declared(
    code="BW105",
    severity=Severity.ERROR,
    message="{path} has {size} bytes; files of more than {limit} bytes are not read",
    help="Split the file, or leave out what is no specification.",
    page=(
        "No specification that people write is that long. The bound keeps memory and time in\n"
        "check whatever a repository contains; the file is not opened at all.\n"
    ),
)
NOT_TEXT: Final = Declared(
    code="BW106",
    severity=Severity.ERROR,
    message="{path} is not UTF-8 text: {reason}",
    help="Save it as UTF-8.",
    page=(
        "Specifications are read as UTF-8, with or without a byte order mark, with any kind of\n"
        "line ends. Files with NUL bytes are binary or damaged. Other encodings cannot be told\n"
        "apart safely, so none is guessed.\n"
    ),
)
STRAY_BYTES: Final = Declared(
    code="BW107",
    severity=Severity.WARNING,
    message="{path} holds bytes that are not UTF-8, first in line {line}; they are read as \ufffd",
    help="Save the file as UTF-8.",
    page=(
        "A few bytes of an otherwise readable file come from another encoding, mostly quotation\n"
        "marks of Windows-1252. The rest of the file is read; each of these bytes becomes the\n"
        "replacement character, so that a sentence that holds one can be told.\n"
    ),
)
UNKNOWN_FEATURE: Final = Declared(
    code="BW108",
    severity=Severity.ERROR,
    message="there is no feature {name!r}{nearest}",
    help="Name a feature by its folder, its spec.md or its name.",
    page=(
        "A feature is a folder with a `spec.md`, or with `contracts/` and a `data-model.md`. It\n"
        "can be named by that folder (`specs/003-orders`), by its spec\n"
        "(`specs/003-orders/spec.md`), or by its name, with or without the number (`003-orders`,\n"
        "`orders`).\n"
    ),
)
SEVERAL_FEATURES: Final = Declared(
    code="BW109",
    severity=Severity.ERROR,
    message="{name!r} could be {candidates}",
    help="Name the feature by its folder.",
    page="Several folders have the name. Nothing tells which one is meant.\n",
)
NO_FEATURES: Final = Declared(
    code="BW110",
    severity=Severity.ERROR,
    message="no feature was found below {root}",
    help="Write a specification, such as specs/001-tasks/spec.md, or run this command elsewhere.",
    page=(
        "Looked for folders with a `spec.md`, or with `contracts/` and a `data-model.md`, in the\n"
        "usual places: `specs/`, `docs/features/`, and both below sub-projects.\n"
    ),
)
EMPTY_FEATURE: Final = Declared(
    code="BW111",
    severity=Severity.ERROR,
    message="{path} holds nothing that can be read as a specification",
    help="Write at least spec.md, or data-model.md and contracts/.",
    page=(
        "The folder has the place or the name of a feature, and none of the files that describe\n"
        "one, or only empty ones.\n"
    ),
)
UNREADABLE_FOLDER: Final = Declared(
    code="BW112",
    severity=Severity.WARNING,
    message="{path} may not be listed: {reason}",
    help="Give the user who runs this command the right to list it.",
    page="What lies below the folder is not followed, because its names cannot be read.\n",
)

UNREADABLE_PART: Final = Declared(
    code="BW116",
    severity=Severity.ERROR,
    message="{path} belongs to the feature and may not be listed: {reason}",
    help="Give the user who runs this command the right to list it.",
    page=(
        "A folder inside the feature, such as `contracts/`. What lies below it is not read, so\n"
        "what it asks for is not built.\n"
    ),
)

BROKEN_YAML: Final = Declared(
    code="BW113",
    severity=Severity.ERROR,
    message="{path} is not valid YAML or JSON: {reason} (line {line})",
    help="Correct the line; until then nothing of the file is read. Indent with blanks, no tabs.",
    page=(
        "The file cannot be taken apart, so nothing in it was read; the feature's other files\n"
        "were. Mostly a text with a colon lacks its quotes, or a line is indented by a tab or by\n"
        "one blank too many.\n"
        "\n"
        "    description: Note: this breaks\n"
        '    description: "Note: this does not"\n'
    ),
)
TOO_DEEP: Final = Declared(
    code="BW114",
    severity=Severity.ERROR,
    message="{path} is nested more than {limit} levels deep in line {line}; it was not read",
    help="Name the inner objects below components/schemas and refer to them.",
    page="No specification that people write is that deep. The bound keeps memory in check.\n",
)
TOO_MANY_NODES: Final = Declared(
    code="BW115",
    severity=Severity.ERROR,
    message="{path} holds more than {limit} values, its aliases written out; it was not read",
    help="Use $ref in place of aliases, or split the file.",
    page=(
        "An alias repeats a part of a file, and a few lines of aliases to aliases stand for\n"
        "billions of values. The bound keeps memory and time in check whatever a file holds.\n"
    ),
)

SOURCES: Final = (
    MISSING,
    NOT_A_FILE,
    FORBIDDEN,
    OUTSIDE,
    TOO_LARGE,
    NOT_TEXT,
    STRAY_BYTES,
    UNKNOWN_FEATURE,
    SEVERAL_FEATURES,
    NO_FEATURES,
    EMPTY_FEATURE,
    UNREADABLE_FOLDER,
    UNREADABLE_PART,
    BROKEN_YAML,
    TOO_DEEP,
    TOO_MANY_NODES,
)
