"""What can be wrong with a command line and its configuration."""

from typing import Final

from backwright.diagnostics.model import Declared, Severity

USAGE: Final = Declared(
    code="BW601",
    severity=Severity.ERROR,
    message="{problem}",
    help="`backwright {verb}--help` lists what can be said.",
    page="The command line names a verb or an option that is not known, or lacks a value.\n",
)
NO_TOML: Final = Declared(
    code="BW602",
    severity=Severity.ERROR,
    message="{path} is no valid TOML: {reason}",
    help="Correct the file.",
    page="Settings stand in `[tool.backwright]` of pyproject.toml, with keys equal to the flags.\n",
)
UNKNOWN_KEY: Final = Declared(
    code="BW603",
    severity=Severity.ERROR,
    message="[tool.backwright] knows no key {key!r}{nearest}",
    help="The keys are: {known}.",
    page=(
        "A key that is misspelt would otherwise silently change nothing. Keys are equal to the\n"
        "flags of the command line, without the dashes before them.\n"
    ),
)
WRONG_TYPE: Final = Declared(
    code="BW604",
    severity=Severity.ERROR,
    message="{key} of [tool.backwright] must be {wanted}",
    help="Correct the value.",
    page="`true` and `false` are written without quotation marks, texts with them.\n",
)
SEVERAL: Final = Declared(
    code="BW605",
    severity=Severity.ERROR,
    message="there are {count} features here; {verb} takes one at a time",
    help="Name one: {names}.",
    page="A feature is named by its folder, its spec.md, or its name.\n",
)
NO_SUCH_QUESTION: Final = Declared(
    code="BW606",
    severity=Severity.ERROR,
    message="{answer!r} answers no question of this feature",
    help="Write CODE=OPTION; the questions are: {known}.",
    page="`--answer foreign_status=403` decides the question `foreign_status`.\n",
)
NO_SUCH_OPTION: Final = Declared(
    code="BW607",
    severity=Severity.ERROR,
    message="{code} has no option {option!r}",
    help="Its options are: {options}.",
    page="A question can be answered by one of the options that it lists only.\n",
)

COMMAND: Final = (
    USAGE,
    NO_TOML,
    UNKNOWN_KEY,
    WRONG_TYPE,
    SEVERAL,
    NO_SUCH_QUESTION,
    NO_SUCH_OPTION,
)
