"""What can be asked of the backend."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from backwright.shape import ABSENT, Absent, Literal, Shape


class Purpose(StrEnum):
    CREATE = "create"
    LIST = "list"
    GET = "get"
    UPDATE = "update"
    """Partial: what the body leaves out stays."""
    REPLACE = "replace"
    """Full: every writable field comes with the body."""
    DELETE = "delete"
    SET = "set"
    """Gives fields the values in `Operation.changes`."""
    TOGGLE = "toggle"
    """Turns the boolean field named in `Operation.changes` over."""
    TRANSITION = "transition"
    """Moves a status, by its state machine, to the value in `Operation.changes`."""
    LINK = "link"
    UNLINK = "unlink"
    REGISTER = "register"
    LOGIN = "login"
    REFRESH = "refresh"
    LOGOUT = "logout"
    ME = "me"
    UPDATE_ME = "update_me"
    CHANGE_PASSWORD = "change_password"
    REQUEST_RESET = "request_reset"
    """Sends a token to an address, if a user has it; answers the same if none has."""
    RESET_PASSWORD = "reset_password"
    """Takes such a token and a new password."""
    REQUEST_VERIFICATION = "request_verification"
    VERIFY = "verify"
    """Takes the token that proves an address: in the body, or as a SECRET parameter."""
    HEALTH = "health"
    CONSTANT = "constant"
    """Answers what the contract itself says, of nothing that is stored: the values of an enum.
    Every fill of its view is a CONSTANT; an answer that is a plain array holds
    `result.shape.items.values`."""
    REORDER = "reorder"
    """The body lists ids (`AssignKind.IDS`): those rows, found like the rows of a list, get the
    numbers 0, 1, 2 … in that order in the column that the assignment names. An id that is not
    among them is refused as missing."""
    COPY = "copy"
    """Makes a row of the caller's with the values in `Operation.copied` of the path's row."""
    ADJUST = "adjust"
    """Moves the numbers in `Operation.shifts` by the amount that the body says
    (`AssignKind.AMOUNT`), whatever they are by then, as far as `Operation.limits` allow."""
    CUSTOM = "custom"
    """Only code can say it: a hook."""


class Credentials(StrEnum):
    NONE = "none"
    REQUIRED = "required"


@dataclass(frozen=True, slots=True)
class Access:
    credentials: Credentials
    roles: tuple[str, ...] = ()
    """One of them is needed; empty means that any signed-in user will do."""
    any_owner: bool = False
    """It reaches rows of every owner (staff); otherwise only the caller's own."""


class ParameterUse(StrEnum):
    KEY = "key"
    """Finds a row: see `Operation.lookups`."""
    USER = "user"
    """The caller's own id in the path, compared with the token's."""
    PAGE = "page"
    SIZE = "size"
    OFFSET = "offset"
    LIMIT = "limit"
    SORT = "sort"
    """Chooses among `Operation.sorts`."""
    DIRECTION = "direction"
    """`asc` or `desc` beside a SORT parameter."""
    SEARCH = "search"
    """Part of one of `columns`, in any letter case."""
    FILTER = "filter"
    """Narrows a list by `columns`. In the path it narrows every operation: only rows that have
    the value are found, and new rows get it (`/ledgers/{ledger_id}/accounts`, where nothing
    describes a ledger). A required one of the query of a GET narrows the row that is read
    (`/orders/track?number=&phone=`)."""
    IF_MATCH = "if_match"
    TOKEN = "token"
    """The credentials themselves, declared as a header or cookie by the author."""
    SECRET = "secret"
    """Of a VERIFY: the token that was sent."""
    CURSOR = "cursor"
    """Where the page before ended: what `Source.NEXT_CURSOR` answered."""
    CUSTOM = "custom"
    """Read and handed to the hook. Of a LIST that has a hook: a request that gives it is carried
    out by the hook, any other by the list."""


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    """A Python identifier."""
    wire: str
    place: str
    """`path`, `query`, `header` or `cookie`."""
    shape: Shape
    required: bool
    use: ParameterUse
    default: Literal | Absent = ABSENT
    columns: tuple[str, ...] = ()
    """The fields that a FILTER or SEARCH looks at; of a FILTER also `relation.column`: some row of
    that relation has the value."""
    operator: str = "=="
    """Of a FILTER: `==`, `>=`, `<=`, `>`, `<`, `!=`, `in`, `contains`, `is_null`."""
    doc: str = ""
    example: Literal | Absent = ABSENT
    meanings: tuple[tuple[str, Literal], ...] = ()
    """Of a FILTER whose words are not the column's values: what each of them means (`pending` →
    False). A word that is not listed narrows nothing (`all`)."""
    separated: bool = False
    """A string that lists several values, separated by commas; its operator is `in`."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A row that the path names, found inside the row of the lookup before it."""

    parameter: str
    """`Parameter.name`, of the path, or of a required one of the query (`/orders/track?number=`);
    empty for the caller's one and only row."""
    entity: str
    column: str
    """The field it is found by: mostly the primary key, else a unique one such as `slug`."""
    through: str = ""
    """The foreign key on `entity` that leads to the row of the lookup before; empty for the
    first."""


@dataclass(frozen=True, slots=True)
class Sort:
    value: str
    """What the caller writes: `created_at`, `-created_at`, `price`."""
    column: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """Bounds of a list. A list without parameters still has `maximum`."""

    size: int
    maximum: int
    style: str
    """`page` (page and size), `offset` (offset and limit), `cursor` (cursor and limit), or `none`
    (bounded, no parameters)."""
    first: int = 1
    """The number of the first page."""


class AssignKind(StrEnum):
    COLUMN = "column"
    CHILDREN = "children"
    """A list of objects that become rows of the relation `name`."""
    LINKS = "links"
    """A list of ids of rows that are linked by the many-to-many relation `name`."""
    NAMES = "names"
    """A list of texts, each of them the `column` of a row that is linked by the many-to-many
    relation `name` (`tags: ["soup", "winter"]`)."""
    PASSWORD = "password"
    """Hashed into `name`."""
    VERSION = "version"
    """The version that the caller knows."""
    LOGIN = "login"
    """The name by which a user signs in, compared with the column `name`."""
    OLD_PASSWORD = "old_password"
    TOKEN = "token"
    """A refresh token; of a RESET_PASSWORD or VERIFY the token that was sent."""
    IDS = "ids"
    """Of a REORDER: the ids in their new order; `name` is the column that holds the order."""
    SCOPE = "scope"
    """Of a REORDER: only rows with this value in the column `name` are meant."""
    AMOUNT = "amount"
    """Of an ADJUST: by how much the numbers of the row move."""
    IGNORED = "ignored"
    """Declared by the author, decided by the system: id, owner, timestamps."""
    CUSTOM = "custom"


RELATED: Final = (AssignKind.CHILDREN, AssignKind.LINKS, AssignKind.NAMES)
"""What fills a relation of the row."""


@dataclass(frozen=True, slots=True)
class Assign:
    """Where one property of a body goes."""

    property: str
    kind: AssignKind
    name: str = ""
    column: str = ""
    """Of NAMES: the unique column of the linked row that holds the text."""
    makes: bool = False
    """Of NAMES: a row that is not there yet is made; otherwise it is refused as missing."""


@dataclass(frozen=True, slots=True)
class Input:
    """A Schema as the body of a write to an entity."""

    schema: str
    entity: str
    assigns: tuple[Assign, ...]


class Source(StrEnum):
    """Where one property of a response comes from."""

    COLUMN = "column"
    RELATION = "relation"
    """`name` is a relation, or `relation.column` for one value of a single related row."""
    DERIVED = "derived"
    ROW = "row"
    """The row of the operation, in the view of the property's own Schema."""
    ROWS = "rows"
    TOTAL = "total"
    PAGE = "page"
    SIZE = "size"
    PAGES = "pages"
    OFFSET = "offset"
    LIMIT = "limit"
    COUNT = "count"
    """How many rows this answer holds."""
    HAS_NEXT = "has_next"
    HAS_PREVIOUS = "has_previous"
    NEXT_CURSOR = "next_cursor"
    """What to ask for the next page with; null on the last one."""
    CONSTANT = "constant"
    NESTED = "nested"
    """An object of the property's own Schema, filled from the same operation."""
    ACCESS_TOKEN = "access_token"
    REFRESH_TOKEN = "refresh_token"
    EXPIRES_IN = "expires_in"
    EXPIRES_AT = "expires_at"
    USER = "user"
    """The signed-in or registered user, in the view of the property's own Schema; with a `name`,
    that column of the user."""
    NOW = "now"
    KEY = "key"
    """The id of the row of the operation; with a `name`, of the row of that entity in its path."""
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Fill:
    property: str
    source: Source
    name: str = ""
    value: Literal = None


@dataclass(frozen=True, slots=True)
class View:
    """A Schema as the answer about an entity, or as an envelope around it."""

    schema: str
    entity: str
    """Empty for an envelope."""
    fills: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Body:
    shape: Shape
    content_type: str
    required: bool
    multiple: bool = False
    """The body is an array of the Input's schema."""


@dataclass(frozen=True, slots=True)
class Result:
    status: int
    shape: Shape | None
    content_type: str
    doc: str
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A status other than the success that this operation answers, and when."""

    status: int
    reason: str
    """unauthenticated, forbidden, role, missing, duplicate, stale, transition, count, invalid,
    unreadable, too_large, too_many, needs_code, credentials, unverified, in_use, cross_field,
    state, empty, exhausted, database_down, declared."""
    detail: str
    entity: str = ""
    columns: tuple[str, ...] = ()
    """Of a duplicate: the columns of the constraint."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a row that the path names; else the operation is refused with 409."""

    entity: str
    column: str = ""
    """Its value must be one of `values`: only a draft is changed."""
    values: tuple[Literal, ...] = ()
    relation: str = ""
    """Or: this relation must hold a row: an order without lines is not placed."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a column of every row of a list compares to: another column of the row, a value, or,
    with neither, the present time."""

    column: str
    """With `minus`: what is left of it after that one."""
    operator: str
    """`<`, `<=`, `>`, `>=` or `!=`."""
    other: str = ""
    """The other column."""
    value: Literal | Absent = ABSENT
    minus: str = ""
    """A column that is taken from the first: `quantity - reserved < reorder_level`."""


def is_now(told: Comparison) -> bool:
    """Whether a column is compared with the present time."""
    return not told.other and told.value is ABSENT


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of the row that an ADJUST moves."""

    column: str
    sign: int
    """1 if it grows by the amount, -1 if it shrinks."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What must hold of a column of an ADJUST after it has moved; else the operation is refused
    with reason `exhausted`."""

    column: str
    operator: str
    """`>=` and `>`: as far as it may shrink; `<=` and `<`: as far as it may grow."""
    other: str = ""
    """The column that it stops at, which does not move."""
    value: int | float = 0
    """Without another column: the number that it stops at."""


@dataclass(frozen=True, slots=True)
class Operation:
    id: str
    """The route function's name, unique: the author's operationId in snake case, else made from
    method and path."""
    method: str
    path: str
    """With `Parameter.name` in the braces."""
    domain: str
    tag: str
    purpose: Purpose
    access: Access
    result: Result
    entity: str = ""
    """What it is about; empty for health and the like."""
    summary: str = ""
    doc: str = ""
    """The sentence of the specification that asks for it, else the author's description."""
    parameters: tuple[Parameter, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    """For a collection those of its parents, else those that end in the row itself."""
    body: Body | None = None
    page: Page | None = None
    sorts: tuple[Sort, ...] = ()
    """What the caller may choose from; the first is the default."""
    changes: tuple[tuple[str, Literal], ...] = ()
    stamps: tuple[str, ...] = ()
    """Of a SET, TRANSITION or TOGGLE: datetime columns that get the present time together with
    `changes` (`published_at`); a TOGGLE empties them when it turns the field off."""
    actors: tuple[str, ...] = ()
    """Of a SET or TRANSITION: columns that get the id of the caller (`approved_by`)."""
    copied: tuple[str, ...] = ()
    """Of a COPY: the columns that the new row takes over; any other starts as in every new row."""
    exclusive: tuple[str, ...] = ()
    """Of a SET of a boolean to true: the other rows with the same values in these columns lose
    it (one default address a user and type)."""
    creates: bool = False
    """Of a GET, UPDATE or REPLACE of the caller's one and only row: it is made, from defaults and
    the body, if there is none yet; it is never missing."""
    fixed: tuple[tuple[str, Literal], ...] = ()
    """What every row must equal that is listed or read (`/products/bestsellers`: is_bestseller is
    true; `/profiles/{handle}` for visitors: is_public is true)."""
    shifts: tuple[Shift, ...] = ()
    limits: tuple[Limit, ...] = ()
    compared: tuple[Comparison, ...] = ()
    """Of a LIST: what besides holds of every row (`/items/low-stock`: quantity <= reorder_level;
    `/tasks/overdue`: due_date < now)."""
    refusals: tuple[Refusal, ...] = ()
    hook: str = ""
    """The name of the hook function that carries it out; empty if no code is needed."""
    needs: str = ""
    """Why code is needed. Of a LIST: for which parameters."""
    statements: tuple[str, ...] = ()
    """Ids of the statements that ask for it, the first being the one that `doc` quotes."""
    conditions: tuple[Condition, ...] = ()
    """Checked after the rows are found and the body is valid; each is a `Refusal` with reason
    `state` (of a column) or `empty` (of a relation)."""
    declared: bool = True
    """False: no contract declares it; sentences alone ask for it."""
