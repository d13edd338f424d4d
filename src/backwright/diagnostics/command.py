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
NO_SPECIFICATION: Final = Declared(
    code="BW608",
    severity=Severity.ERROR,
    message="specs/ stands here, and no folder in it holds a spec.md",
    help="Write specs/001-NAME/spec.md, or run `backwright init` in an empty folder to see one.",
    page="`init` lays down an example only where nobody has begun to write specifications.\n",
)
NOT_IMPLEMENTED: Final = Declared(
    code="BW609",
    severity=Severity.ERROR,
    message="{feature} was not implemented yet, so there is no backend to document",
    help="Run `backwright implement {feature}` first.",
    page="A report traces every sentence to code that stands; it is written after the code is.\n",
)
NOTHING_KNOWN: Final = Declared(
    code="BW610",
    severity=Severity.ERROR,
    message="nothing here is called {name!r}{nearest}",
    help="Name a diagnostic (BW306), a question (foreign_status) or a statement (FR-014).",
    page=(
        "`explain` knows every diagnostic, every question that a feature of this project raises,\n"
        "and every statement of its features, by id or by `file:line`.\n"
    ),
)
OCCUPIED: Final = Declared(
    code="BW611",
    severity=Severity.ERROR,
    message="{path} is not empty; the demo goes into an empty or a new folder",
    help="Name another folder, or leave it out.",
    page="The demo writes a whole project, and nobody's files shall be among them.\n",
)
DEFECT: Final = Declared(
    code="BW612",
    severity=Severity.ERROR,
    message="this is a defect of backwright: {what}",
    help="Nothing was half-written. Please report it with what stands below.",
    page="No input may lead here. The traceback on stderr tells where it happened.\n",
)
NO_DOCUMENT: Final = Declared(
    code="BW613",
    severity=Severity.WARNING,
    message="the backend in {path} cannot be asked for its OpenAPI document: {reason}",
    help="Run `python -c 'import app.main'` there to see why.",
    page="The document is the application's own, so the application must be importable.\n",
)
DEMO_FAILED: Final = Declared(
    code="BW614",
    severity=Severity.ERROR,
    message="the demo's backend does not do what it should: {what}",
    help="Look at what it wrote in {path}.",
    page="The demo boots what was emitted and talks to it as two people and a stranger would.\n",
)

COMMAND: Final = (
    USAGE,
    NO_TOML,
    UNKNOWN_KEY,
    WRONG_TYPE,
    SEVERAL,
    NO_SUCH_QUESTION,
    NO_SUCH_OPTION,
    NO_SPECIFICATION,
    NOT_IMPLEMENTED,
    NOTHING_KNOWN,
    OCCUPIED,
    DEFECT,
    NO_DOCUMENT,
    DEMO_FAILED,
)
