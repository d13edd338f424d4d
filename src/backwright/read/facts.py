"""What was written, notation by notation, before anybody asks what it means together.

A notation is a function `(Document) -> Facts`. It collects; it never raises and never decides
between two documents.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from backwright.diagnostics import Diagnostic
from backwright.shape import ABSENT, Absent, Literal, Property, Scalar, Schema, Shape
from backwright.source import Span


class StatementKind(StrEnum):
    REQUIREMENT = "requirement"
    SCENARIO = "scenario"
    EDGE_CASE = "edge_case"
    KEY_ENTITY = "key_entity"
    SUCCESS_CRITERION = "success_criterion"
    CLARIFICATION = "clarification"
    FIELD = "field"
    """A row or bullet of the data model that describes one field."""
    MODEL_RULE = "model_rule"
    """A rule beside the fields of the data model."""
    OPERATION = "operation"
    PARAMETER = "parameter"
    PROPERTY = "property"
    RESPONSE = "response"
    SECURITY = "security"
    DIRECTIVE = "directive"
    """One instruction of the standards, the plan or the constitution."""
    PLAN = "plan"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Statement:
    """One normative sentence, row or property: what the ledger has one line for."""

    id: str
    """Stable and unique within a feature: `FR-001`, `US2.3`, `EC-4`, `SC-002`, `C-1`, or, where
    nothing is numbered, `<file>:<line>`, with `#n` after it if one line holds several."""
    kind: StatementKind
    text: str
    """One line, Markdown marks removed, as a docstring would quote it."""
    span: Span
    feature: str = ""
    """The feature folder it belongs to, relative to the project's root; empty for standards."""
    heading: str = ""
    """The words of the heading that it stands below, where no notation of its own read it."""


class Ignorable(StrEnum):
    """Kinds of text that ask for nothing."""

    HEADING = "heading"
    BLANK = "blank"
    RULE = "rule"
    TABLE_HEADER = "table_header"
    FRONT_MATTER = "front_matter"
    COMMENT = "comment"
    PROSE = "prose"
    """Explanation outside of requirements, scenarios, tables, edge cases and clarifications."""
    CODE_SAMPLE = "code_sample"
    DRAWING = "drawing"
    METADATA = "metadata"
    SYNTAX = "syntax"
    """Structure of YAML or JSON without a meaning of its own: braces, `properties:`."""
    TEMPLATE_NOISE = "template_noise"
    """Text that the Spec Kit template brings along."""
    PROCESS = "process"
    """Checklists, gates, phases, research: how the team works."""


@dataclass(frozen=True, slots=True)
class IgnoredText:
    """Lines that were read and hold nothing to keep, with the reason."""

    span: Span
    kind: Ignorable


@dataclass(frozen=True, slots=True)
class FieldFact:
    """A field of an entity, as one document describes it."""

    entity: str
    name: str
    """As written."""
    shape: Shape
    span: Span
    statement: str
    required: bool | None = None
    """None if nothing was written."""
    default: Literal | Absent = ABSENT
    primary_key: bool = False
    unique: bool = False
    index: bool = False
    auto: str = ""
    """Set by the system: `id`, `created`, `updated`, `deleted`, `version`, `owner`, `other`."""
    immutable: bool = False
    read_only: bool = False
    write_only: bool = False
    """Never returned: password hashes, secrets."""
    references: str = ""
    """The entity (or table) that it is a foreign key to, as written."""
    references_field: str = ""
    on_delete: str = ""
    """`cascade`, `restrict`, `set null`, or empty."""
    normalise: tuple[str, ...] = ()
    """`lower`, `upper`, `trim`, `empty_to_null`."""
    owner: bool = False
    """The document says that this field holds the owner."""
    derived: str = ""
    """The words that say how it is computed, if it is not stored."""
    description: str = ""


@dataclass(frozen=True, slots=True)
class EntityFact:
    """That there is an entity."""

    name: str
    """As written: `Order line`, `OrderLine`, `order_lines`."""
    span: Span
    statement: str = ""
    table: str = ""
    description: str = ""
    fields: tuple[FieldFact, ...] = ()
    weak: bool = False
    """Mentioned only (key entities, diagrams): it names, but a field list must come elsewhere."""


class ParameterPlace(StrEnum):
    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class ParameterFact:
    place: ParameterPlace
    property: Property
    statement: str


@dataclass(frozen=True, slots=True)
class BodyFact:
    shape: Shape
    """Object bodies are `Kind.OBJECT` with `ref` naming a Schema of the same facts."""
    content_type: str
    required: bool
    span: Span


@dataclass(frozen=True, slots=True)
class ResponseFact:
    status: int
    """`default` and ranges such as `4XX` are left out and reported."""
    description: str
    shape: Shape | None
    """None if the response has no body."""
    content_type: str
    span: Span
    statement: str
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OperationFact:
    method: str
    """GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS."""
    path: str
    """With the base path of `servers` joined and parameters in braces, as written."""
    span: Span
    statement: str
    operation_id: str = ""
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    parameters: tuple[ParameterFact, ...] = ()
    body: BodyFact | None = None
    responses: tuple[ResponseFact, ...] = ()
    security: bool | None = None
    """True: credentials are required; False: stated that they are not; None: nothing written."""
    optional_security: bool = False
    schemes: tuple[str, ...] = ()
    """Names of the security schemes, see `SecuritySchemeFact`."""
    roles: tuple[str, ...] = ()
    """From `x-role`, scopes, or words."""
    deprecated: bool = False


@dataclass(frozen=True, slots=True)
class SecuritySchemeFact:
    name: str
    kind: str
    """`bearer`, `oauth2_password`, `cookie`, `api_key`, `basic`, `other`."""
    span: Span
    parameter: str = ""
    """Header or cookie name of an API key; token URL of OAuth 2."""


class SentenceKind(StrEnum):
    """What a sentence of prose talks about; the patterns of `read/sentences` tell."""

    CAPABILITY = "capability"
    """Somebody can `verb` an `entity`: verb in create read list update delete search filter sort
    toggle set register login logout refresh reset me transition link unlink export import."""
    REQUIRED = "required"
    OPTIONAL = "optional"
    LENGTH = "length"
    """minimum, maximum in characters."""
    RANGE = "range"
    """minimum, maximum; `exclusive` in `values` if the bound itself is outside."""
    FORMAT = "format"
    PATTERN = "pattern"
    ENUM = "enum"
    DEFAULT = "default"
    UNIQUE = "unique"
    """fields; scope holds the fields or the entity within which it is unique."""
    IMMUTABLE = "immutable"
    OWNED = "owned"
    """entity belongs to the user; isolation of users from each other."""
    FOREIGN_STATUS = "foreign_status"
    """status for another user's object."""
    PATH_USER_STATUS = "path_user_status"
    """status where the user of the path is not the user of the token."""
    AUTH_REQUIRED = "auth_required"
    PUBLIC = "public"
    ROLE_REQUIRED = "role_required"
    TOKEN_LIFETIME = "token_lifetime"
    """seconds; `value` is access, refresh or reset."""
    TOKEN_ISSUER = "token_issuer"
    """tokens come from elsewhere: better_auth, supabase, auth0 …, or `own`."""
    PASSWORD = "password"
    """bounds and classes of passwords; how they are hashed."""
    STATUS_WHEN = "status_when"
    """status, and `value` the condition: created updated deleted invalid missing unauthenticated
    forbidden duplicate conflict stale failure malformed unsupported too_large too_many."""
    ERROR_FORM = "error_form"
    TIMESTAMPS = "timestamps"
    SET_FIELD = "set_field"
    FILTER = "filter"
    SORT = "sort"
    SEARCH = "search"
    PAGE = "page"
    """default and maximum in `minimum` (the default size) and `maximum`."""
    RELATION = "relation"
    CASCADE = "cascade"
    SOFT_DELETE = "soft_delete"
    VERSION = "version"
    CORS = "cors"
    RATE_LIMIT = "rate_limit"
    """count in `maximum`, window in `seconds`."""
    BODY_LIMIT = "body_limit"
    """`maximum` in bytes."""
    TRANSITION = "transition"
    """of `entity`.`fields[0]` from `values[0]` to `values[1]`."""
    DERIVED = "derived"
    VALIDATION = "validation"
    """Inputs are validated, without naming more."""
    PERSISTENCE = "persistence"
    DOCUMENTATION = "documentation"
    LOGGING = "logging"
    HEALTH = "health"
    COUNT_LIMIT = "count_limit"
    """at most `maximum` of `entity` per `scope`."""
    CROSS_FIELD = "cross_field"
    """`value` is an operator, `fields` two fields of one entity."""
    SELECTION = "selection"
    """Some rows of `entity` are meant: those of which the two `fields` compare by the operator in
    `value`; `verb` is the word that this explains (`low_stock`), if it explains one."""
    STEP = "step"
    """What a scenario or an edge case does and reads: `verb` on `entity`, the condition in `value`
    (as STATUS_WHEN) and the `status` answered, as far as it says them."""
    ATTRIBUTES = "attributes"
    """entity has `fields`."""
    INCLUDE = "include"
    """The answer about `entity` holds `fields`, and the entities in `scope`."""
    ID_TYPE = "id_type"
    """`value` is uuid or integer; entity empty means all."""
    NORMALISE = "normalise"
    """`value` is lower or trim: compared or stored without regard to letter case or blanks."""
    EXISTS = "exists"
    """Every `entity` that a request refers to must exist; `status` if it says one."""
    CONCEAL = "conceal"
    """`value`: internals (never in an error), existence (of rows of others), account (whether
    somebody has one), or, with `fields`, values that are never answered."""
    STACK = "stack"
    """Technology that every emitted backend uses or keeps to; `value` names which: framework orm
    database json rest environment pooling migrations transactions parameters stateless async
    prefix validation."""
    BEHAVIOUR = "behaviour"
    """Normative for the backend, and only code can say it: becomes a hook."""
    OUT_OF_SCOPE = "out_of_scope"
    """Not about the backend (screens, processes); `value` gives the reason."""


@dataclass(frozen=True, slots=True)
class SentenceFact:
    """What one pattern found in one sentence. Attributes that do not apply stay empty.

    Entities, fields and operations are names of the vocabulary, never free text.
    """

    kind: SentenceKind
    statement: str
    span: Span
    pattern: str
    """The name of the pattern that read it."""
    entity: str = ""
    fields: tuple[str, ...] = ()
    scope: tuple[str, ...] = ()
    verb: str = ""
    operations: tuple[str, ...] = ()
    """`METHOD /path` of the operations that it names, if it names any."""
    role: str = ""
    status: int = 0
    minimum: float | int | None = None
    maximum: float | int | None = None
    seconds: int = 0
    value: Literal = ""
    values: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A reliable field of plan.md: `name` in storage, dependencies, testing, structure, language,
    project_type, constraints, or a path that tasks.md names (`path`)."""

    name: str
    value: str
    span: Span
    statement: str


@dataclass(frozen=True, slots=True)
class DirectiveFact:
    """One decidable instruction of the standards.

    `name` is one of: framework orm library layout prefix id_type error_form database_url_variable
    secret_variable path_user session naming foreign_status page_size page_maximum status other.
    """

    name: str
    value: str
    span: Span
    statement: str


@dataclass(frozen=True, slots=True)
class ClarificationFact:
    question: str
    answer: str
    """Empty if it was left open."""
    span: Span
    statement: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read from one document, or, added up, from a feature."""

    files: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    ignored: tuple[IgnoredText, ...] = ()
    entities: tuple[EntityFact, ...] = ()
    operations: tuple[OperationFact, ...] = ()
    schemas: tuple[Schema, ...] = ()
    security_schemes: tuple[SecuritySchemeFact, ...] = ()
    sentences: tuple[SentenceFact, ...] = ()
    clarifications: tuple[ClarificationFact, ...] = ()
    plan: tuple[PlanFact, ...] = ()
    directives: tuple[DirectiveFact, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    title: str = field(default="")

    def __add__(self, other: "Facts") -> "Facts":
        return Facts(
            files=self.files + other.files,
            statements=self.statements + other.statements,
            ignored=self.ignored + other.ignored,
            entities=self.entities + other.entities,
            operations=self.operations + other.operations,
            schemas=self.schemas + other.schemas,
            security_schemes=self.security_schemes + other.security_schemes,
            sentences=self.sentences + other.sentences,
            clarifications=self.clarifications + other.clarifications,
            plan=self.plan + other.plan,
            directives=self.directives + other.directives,
            diagnostics=self.diagnostics + other.diagnostics,
            title=self.title or other.title,
        )
